"""Who may see which organisations, by what the database says at the moment."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from orgdesign.redaction import Scope
from orgdesign.team.rights.grants import NO_RIGHTS, add_grant
from orgdesign.team.rights.lens import lens_of
from orgdesign.team.rights.viewing_rights import TeamViewer, rights_of_viewer
from orgdesign.team.viewer import TextLens, Viewer


class TeamAccess:
    """Who may see which organisations: asked anew for each request."""

    def lenses(
        self, connection: Connection, viewer: Viewer, organisations: Iterable[int]
    ) -> dict[int, TextLens]:
        """Return what somebody sees of each organisation that is there for them."""
        rights = rights_of_viewer(connection, viewer)
        seen = ((one, lens_of(rights.get(one, NO_RIGHTS))) for one in organisations)
        return {one: lens for one, lens in seen if lens is not None}

    def may_create(self, connection: Connection, viewer: Viewer) -> bool:
        """Tell whether somebody may begin an organisation: whoever is signed in."""
        return isinstance(viewer, TeamViewer) and bool(viewer.person) and viewer.looks_as is None

    def note_created(self, connection: Connection, viewer: Viewer, organisation: int) -> None:
        """Let whoever began an organisation manage it."""
        if isinstance(viewer, TeamViewer) and viewer.person:
            add_grant(connection, viewer.id, organisation, "manage", Scope(), person=viewer.person)

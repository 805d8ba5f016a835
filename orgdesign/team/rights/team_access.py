"""Who may see which organisations, by what the database says at the moment."""

from __future__ import annotations

from sqlalchemy import Connection

from orgdesign.redaction import Scope
from orgdesign.team.rights.grants import add_grant
from orgdesign.team.rights.lens import Lens
from orgdesign.team.rights.viewing_rights import TeamViewer, rights_in
from orgdesign.team.viewer import Viewer


class TeamAccess:
    """Who may see which organisations: asked anew for each request."""

    def lens(self, connection: Connection, viewer: Viewer, organisation: int) -> Lens | None:
        """Return what somebody sees of an organisation; None where not even that it is there."""
        rights = rights_in(connection, viewer, organisation)
        return Lens(rights) if rights.allowed else None

    def may_create(self, connection: Connection, viewer: Viewer) -> bool:
        """Tell whether somebody may begin an organisation: whoever is signed in."""
        return isinstance(viewer, TeamViewer) and bool(viewer.person) and viewer.looks_as is None

    def note_created(self, connection: Connection, viewer: Viewer, organisation: int) -> None:
        """Let whoever began an organisation manage it."""
        if isinstance(viewer, TeamViewer) and viewer.person:
            add_grant(connection, viewer.id, organisation, "manage", Scope(), person=viewer.person)

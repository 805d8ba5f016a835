"""Who looks at an organisation, and so with which rights: a person, a link, or one as another."""

from __future__ import annotations

from sqlalchemy import Connection

from orgdesign.team.rights.grants import NO_RIGHTS, Rights, rights_of
from orgdesign.team.rights.links import ShareLink, link_by_id
from orgdesign.team.viewer import Viewer
from orgdesign.value_objects import value_object

LINK_NAME = "Somebody with a link"


@value_object
class TeamViewer(Viewer):
    """Somebody who asks for a page: signed in as ``person``, or with a ``link``.

    Whoever ``looks_as`` another sees what that one sees of one organisation, and changes nothing.
    """

    person: str = ""
    is_admin: bool = False
    link: ShareLink | None = None
    looks_as: LooksAs | None = None


@value_object
class LooksAs:
    """Whose sight of which organisation is looked at: that of a person or of a link."""

    organisation: int
    kind: str
    id: str

    @classmethod
    def parse(cls, said: str) -> LooksAs | None:
        """Return what is kept of it; None where nothing is."""
        organisation, _, rest = said.partition(" ")
        kind, _, identity = rest.partition(" ")
        is_known = organisation.isdigit() and kind in ("person", "link") and identity
        return cls(int(organisation), kind, identity) if is_known else None

    def __str__(self) -> str:
        return f"{self.organisation} {self.kind} {self.id}"


def viewer_of_link(link: ShareLink) -> TeamViewer:
    """Return whoever opened a link."""
    return TeamViewer(f"link:{link.id}", LINK_NAME, link=link)


def rights_in(connection: Connection, viewer: Viewer, organisation: int) -> Rights:
    """Return what whoever asks may do in an organisation."""
    if not isinstance(viewer, TeamViewer):
        return NO_RIGHTS
    if viewer.looks_as is not None:
        return _rights_looked_at(connection, viewer.looks_as, organisation)
    if viewer.link is not None:
        return _rights_of_link(viewer.link, organisation)
    return rights_of(connection, viewer.person, organisation)


def _rights_looked_at(connection: Connection, looks_as: LooksAs, organisation: int) -> Rights:
    if looks_as.organisation != organisation:
        return NO_RIGHTS
    if looks_as.kind == "person":
        return rights_of(connection, looks_as.id, organisation).at_most("read")
    link = link_by_id(connection, organisation, looks_as.id)
    return _rights_of_link(link, organisation).at_most("read") if link else NO_RIGHTS


def _rights_of_link(link: ShareLink, organisation: int) -> Rights:
    is_here = link.organisation == organisation
    return Rights(((link.may, link.scope),)) if is_here else NO_RIGHTS

"""Who looks at an organisation, and so with which rights: a person, a link, or one as another."""

from __future__ import annotations

from sqlalchemy import Connection

from orgdesign.team.rights.grants import NO_RIGHTS, Rights, rights_by_organisation, rights_of
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


def rights_of_viewer(connection: Connection, viewer: Viewer) -> dict[int, Rights]:
    """Return what whoever asks may do in each organisation that is there for them."""
    if not isinstance(viewer, TeamViewer):
        return {}
    if viewer.looks_as is not None:
        return {viewer.looks_as.organisation: _rights_looked_at(connection, viewer.looks_as)}
    if viewer.link is not None:
        return {viewer.link.organisation: _rights_of_link(viewer.link)}
    return rights_by_organisation(connection, viewer.person)


def _rights_looked_at(connection: Connection, looks_as: LooksAs) -> Rights:
    if looks_as.kind == "person":
        return rights_of(connection, looks_as.id, looks_as.organisation).at_most("read")
    link = link_by_id(connection, looks_as.organisation, looks_as.id)
    return _rights_of_link(link).at_most("read") if link else NO_RIGHTS


def _rights_of_link(link: ShareLink) -> Rights:
    return Rights(((link.may, link.scope),))

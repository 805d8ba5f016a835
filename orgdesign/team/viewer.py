"""Whoever works with an organisation, and what they see of it: the seam between store and rights.

Whatever a person is shown is a text of its own, with a digest of its own, that never held what they
may not see; whatever they write into it is put back into the whole. So no page can forget it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from sqlalchemy import Connection

from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Reading, Source
from orgdesign.yamlfile.editing import Edit


class NotAllowed(OrgdesignError):  # noqa: N818 - what a user calls it
    """Somebody meant to change what they may not; nothing was changed, and nothing hidden told."""


@value_object
class Viewer:
    """Somebody at work: a person, a link or, with an empty id, the server itself.

    ``id`` is the author of versions, and what NOTIFY ``orgdesign_access`` names to end their
    streams; ``name`` is what others read beside what they did.
    """

    id: str
    name: str


SYSTEM = Viewer("", "orgdesign")


class TextLens(Protocol):
    """What somebody may see of one organisation, and what they may do there.

    ``key`` is the same for all who see the same: whatever is cached goes by it. It is empty where
    everything is seen, and ``hides`` is false then.
    """

    key: str

    @property
    def hides(self) -> bool:
        """Tell whether there may be anything that is not seen."""

    def visible_part(self, whole: Reading, before: Reading | None = None) -> Reading:
        """Return a text as it is seen, of which most is as it was ``before``."""

    def back(self, edits: Sequence[Edit], whole: Source, seen: Source) -> Sequence[Edit]:
        """Return the edits of the whole that are meant by edits of what is seen of it.

        Raises ``NotAllowed`` where it may not be changed so.
        """


class Access(Protocol):
    """Who may see which organisations; asked anew for each request."""

    def lenses(
        self, connection: Connection, viewer: Viewer, organisations: Iterable[int]
    ) -> Mapping[int, TextLens]:
        """Return what somebody sees of each organisation that is there for them."""

    def may_create(self, connection: Connection, viewer: Viewer) -> bool:
        """Tell whether somebody may begin an organisation."""

    def note_created(self, connection: Connection, viewer: Viewer, organisation: int) -> None:
        """Let whoever began an organisation manage it; in the transaction that makes it."""


class WholeLens:
    """Everything is seen and may be changed."""

    key = ""
    hides = False

    def visible_part(self, whole: Reading, before: Reading | None = None) -> Reading:
        """Return the text as it is."""
        return whole

    def back(self, edits: Sequence[Edit], whole: Source, seen: Source) -> Sequence[Edit]:
        """Return the edits as they are."""
        return edits


class OpenAccess:
    """Everybody sees and edits everything: for commands on the server itself, and for tests."""

    def lenses(
        self, connection: Connection, viewer: Viewer, organisations: Iterable[int]
    ) -> Mapping[int, TextLens]:
        """Return lenses that hide nothing."""
        return dict.fromkeys(organisations, WholeLens())

    def may_create(self, connection: Connection, viewer: Viewer) -> bool:
        """Allow it."""
        return True

    def note_created(self, connection: Connection, viewer: Viewer, organisation: int) -> None:
        """Note nothing."""


SaveWatch = Callable[[Connection, Viewer, int, Reading, Reading], None]
"""Called in the transaction of every new version, with the whole text before and after it.

It may raise ``NotAllowed``, and nothing is saved.
"""

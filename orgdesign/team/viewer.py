"""Whoever works with an organisation, and what they see of it: the seam between store and rights.

Whatever a person is shown is a text of its own, with a digest of its own, that never held what they
may not see; whatever they write into it is put back into the whole. So no page can forget it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from orgdesign.problems import OrgdesignError
from orgdesign.yamlfile import Reading
from orgdesign.yamlfile.editing import Edit


class NotAllowed(OrgdesignError):  # noqa: N818 - what a user calls it
    """Somebody meant to change what they may not; nothing was changed, and nothing hidden told."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody at work: a person, a link or, with an empty id, the server itself.

    ``id`` is the author of versions, and what NOTIFY ``orgdesign_access`` names to end their
    streams; ``name`` is what others read beside what they did.
    """

    id: str
    name: str


SYSTEM = Viewer("", "orgdesign")


class Lens(Protocol):
    """What somebody may see of one organisation, and what they may do there.

    ``key`` is the same for all who see the same: whatever is cached goes by it. It is empty where
    everything is seen, and ``hides`` is false then.
    """

    @property
    def key(self) -> str:
        """Return what tells it from other lenses, empty where it hides nothing."""

    @property
    def hides(self) -> bool:
        """Tell whether there may be anything that is not seen."""

    def visible_text(self, whole: Reading) -> bytes:
        """Return the text as it is seen."""

    def require_allowed(self, before: Reading, after: Reading) -> None:
        """Raise ``NotAllowed`` unless what is seen may be changed so."""

    def put_back(self, whole: Reading, before: Reading, after: Reading) -> Sequence[Edit]:
        """Return the edits of the whole that make what is seen of it, ``before``, say ``after``."""


class Access(Protocol):
    """Who may see which organisations; asked anew for each request."""

    def lens(self, viewer: Viewer, organisation: int) -> Lens | None:
        """Return what somebody sees of an organisation; None where not even that it is there."""

    def may_create(self, viewer: Viewer) -> bool:
        """Tell whether somebody may begin an organisation."""

    def note_created(self, connection: Connection, viewer: Viewer, organisation: int) -> None:
        """Let whoever began an organisation manage it; in the transaction that makes it."""


@dataclass(frozen=True, slots=True)
class WholeLens:
    """Everything is seen and may be changed."""

    key: str = ""
    hides: bool = False

    def visible_text(self, whole: Reading) -> bytes:
        """Return the text as it is."""
        raise NotImplementedError

    def require_allowed(self, before: Reading, after: Reading) -> None:
        """Allow it."""

    def put_back(self, whole: Reading, before: Reading, after: Reading) -> Sequence[Edit]:
        """Return nothing: what is seen is the whole."""
        raise NotImplementedError


class OpenAccess:
    """Everybody sees and edits everything: for commands on the server itself, and for tests."""

    def lens(self, viewer: Viewer, organisation: int) -> Lens | None:
        """Return a lens that hides nothing."""
        return WholeLens()

    def may_create(self, viewer: Viewer) -> bool:
        """Allow it."""
        return True

    def note_created(self, connection: Connection, viewer: Viewer, organisation: int) -> None:
        """Note nothing."""

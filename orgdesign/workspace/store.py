"""Where the text of one organisation is kept: the contract of a file and of a database.

All that an open file does stands on it, and both are held to it by the same tests
(`tests/workspace/test_stores.py`). A store belongs to one person's work: what it saves is theirs,
and it reads what they may see.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from orgdesign.storage import Version
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Reading, Source
from orgdesign.yamlfile.editing import Edit


@value_object
class HistoryStep:
    """A way back or forth: what the text is to be, how that is told, and what it goes back to."""

    data: bytes
    sentence: str
    as_of: int | None = None


@value_object
class UndoState:
    """Where the history stands: the last change in words, and those to undo and to redo."""

    last: str = ""
    undo: str = ""
    redo: str = ""


class Store(Protocol):
    """The text of one organisation, and every version of it.

    ``identity`` tells it from every other, ``label`` is what problems call it, and ``notice`` is
    what people are to know: why the version shown now, or another, is not kept.
    """

    notice: str

    @property
    def identity(self) -> str:
        """Return what tells it from every other organisation."""

    @property
    def label(self) -> str:
        """Return what problems call it."""

    @property
    def view(self) -> str:
        """Return what tells what its reader sees of it from what others see; empty is all of it."""

    def exclusive(self) -> AbstractContextManager[object]:
        """Keep every other edit of it out until the block is left, which is when edits are kept."""

    def refresh(self) -> None:
        """Look again at what was looked up once for a request."""

    def exists(self) -> bool:
        """Tell whether it is still there."""

    def signature(self) -> object:
        """Return what changes when the text does, without reading it."""

    def known_version(self) -> str | None:
        """Return the digest of what is seen, where that is known without reading the text."""

    def read(self) -> Reading:
        """Return what the text says now, as whoever it is opened for may see it."""

    def is_still(self, digest: str) -> bool:
        """Tell whether the text had a digest when it was last looked at."""

    def save_edits(
        self, edits: Sequence[Edit], seen: Reading, sentence: str, submission: str = ""
    ) -> Reading:
        """Make edits to the text that was ``seen``, and return what it says then.

        Raises ``Conflict`` where it says something else by now, ``CannotEdit``, ``Invalid`` or
        ``NotSaved``; it is as it was then.
        """

    def save(self, data: bytes, old: str | None, sentence: str, as_of: int | None = None) -> None:
        """Save a whole text over what has the digest ``old``; None where nothing is there yet.

        ``as_of`` is that of a step. Raises as ``save_edits`` does.
        """

    def was_saved(self, submission: str) -> bool:
        """Tell whether a form that comes once more was saved already, by any process."""

    def record_outside_change(self, version: str) -> None:
        """Let the history know what the text says, where that was written elsewhere."""

    def versions(self, most: int | None = None) -> list[Version]:
        """Return the versions that are kept, or at most so many of them, the newest first."""

    def text(self, version: Version) -> bytes:
        """Return what the text was in a version. Raises ``JournalError``."""

    def older_source(self, digest: str, near: Reading | None) -> Source | None:
        """Return the text with a digest that it had once, if it is still known.

        What differs from a text that is ``near`` is all that has to be read.
        """

    def undo_state(self, current: str) -> UndoState:
        """Return the last change, and what can be undone and redone while ``current`` is now."""

    def undo_step(self, current: str) -> HistoryStep | None:
        """Return the step back from the last change; None where there is none to take back."""

    def redo_step(self, current: str) -> HistoryStep | None:
        """Return the step forth to the change undone last; None where there is none."""

    def restore_step(self, version: int) -> HistoryStep | None:
        """Return the step to a version that is kept."""


MOST_SOURCES = 3
"""How many of the texts read lately are kept; each takes twice the memory of its characters."""


class RecentSources:
    """The last few texts of a store in memory, and those before them from its history."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: OrderedDict[str, Source] = OrderedDict()

    def remember(self, source: Source) -> None:
        """Keep a text at hand, forgetting the oldest."""
        self._sources[source.digest] = source
        while len(self._sources) > MOST_SOURCES:
            self._sources.popitem(last=False)

    def find(self, digest: str, near: Reading | None) -> Source | None:
        """Return the text with a digest, if it is still known."""
        return self._sources.get(digest) or self._store.older_source(digest, near)

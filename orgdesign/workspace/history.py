"""What a file said before: its versions, and the way back and forth between them."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from orgdesign.storage import (
    Journal,
    JournalError,
    Version,
    record_outside_change,
    save_with_history,
)
from orgdesign.storage.stable_read import stable_read
from orgdesign.yamlfile import Source, read

KEPT_SOURCES = 8
"""How many of the texts read lately are kept, to compare an edit with what it was drawn from."""


@dataclass(frozen=True, slots=True)
class Step:
    """A way back or forth: what the file is to say, and how that is told."""

    data: bytes
    sentence: str
    as_of: int | None = None


@dataclass(frozen=True, slots=True)
class UndoState:
    """Where the history stands: the last change in words, and those to undo and to redo."""

    last: str = ""
    undo: str = ""
    redo: str = ""


class History:
    """The history of one file, in the journal and, for the last few texts, in memory.

    ``notice`` is what people are to know of it: why the version shown now, or another, is not kept.
    """

    def __init__(self, path: Path, journal: Journal) -> None:
        self.path = path
        self._journal, self._noted, self.notice = journal, "", ""
        self._sources: OrderedDict[str, Source] = OrderedDict()

    @property
    def _file(self) -> Path:
        return Path(os.path.realpath(self.path))

    def remember(self, source: Source) -> None:
        """Keep a text at hand, forgetting the oldest."""
        self._sources[source.digest] = source
        while len(self._sources) > KEPT_SOURCES:
            self._sources.popitem(last=False)

    def source(self, digest: str) -> Source | None:
        """Return the text with a digest, if it is still known."""
        if digest in self._sources:
            return self._sources[digest]
        try:
            found = next((v for v in self.versions() if v.digest == digest), None)
            return read(self.text(found), self.path.name).source if found else None
        except JournalError:
            return None

    def record_outside_change(self, version: str) -> None:
        """Let the history know what the file says, where that was written elsewhere."""
        if version != self._noted:
            self._noted = version
            self.notice = record_outside_change(self._journal, self.path, _now())

    def save(self, data: bytes, old: str | None, sentence: str, as_of: int | None = None) -> None:
        """Save bytes over what has the digest ``old``; None where nothing is there yet."""
        saved = save_with_history(
            self._journal, self.path, old, data, _now(), sentence, as_of=as_of
        )
        self._noted, self.notice = saved.digest, saved.notice

    def is_still(self, digest: str) -> bool:
        """Tell whether the file on the disk has a digest."""
        try:
            data = stable_read(self.path).data
        except OSError:
            return False
        return data is not None and sha256(data).hexdigest() == digest

    def versions(self) -> list[Version]:
        """Return the versions of the file that are kept, the newest first."""
        return self._journal.versions(self._file)

    def text(self, version: Version) -> bytes:
        """Return what the file said in a version."""
        return self._journal.text(version)

    def undo_state(self, current: str) -> UndoState:
        """Return the last change, and what can be undone and redone while it is the last."""
        try:
            last = self._journal.last(self._file)
            if last is None or last.digest != current:
                return UndoState()
            undone = self._at(last.place) if self._journal.undo(self._file, current) else None
            again = self._journal.redo(self._file, current)
        except JournalError as failure:
            self.notice = str(failure)
            return UndoState()
        return UndoState(
            last.sentence, undone.sentence if undone else "", again.sentence if again else ""
        )

    def undo_step(self, current: str) -> Step | None:
        """Return the step back from the change made last."""
        version = self._journal.undo(self._file, current)
        last = self._journal.last(self._file)
        undone = self._at(last.place) if last else None
        if version is None or undone is None:
            return None
        return Step(self.text(version), f"Undone: {undone.sentence}", version.id)

    def redo_step(self, current: str) -> Step | None:
        """Return the step forth to the change undone last."""
        version = self._journal.redo(self._file, current)
        if version is None:
            return None
        return Step(self.text(version), f"Made again: {version.sentence}", version.id)

    def restore_step(self, version: int) -> Step | None:
        """Return the step to a version that is kept."""
        found = self._at(version)
        if found is None:
            return None
        return Step(self.text(found), f"Brought back: {found.sentence}")

    def _at(self, version: int) -> Version | None:
        return next((v for v in self.versions() if v.id == version), None)


def save_edited(path: Path, data: bytes, old: str, sentence: str) -> str:
    """Save bytes over a file that has the digest ``old``, as every edit is saved.

    Returns what the person is to know. Raises ``Conflict`` or ``NotSaved``; the file is as it was.
    """
    history = History(path, Journal())
    history.save(data, old, sentence)
    return history.notice


def _now() -> datetime:
    return datetime.now().astimezone()

"""A file as the store of an organisation, with its history in the journal."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import time_ns

from orgdesign.storage import (
    Journal,
    JournalError,
    Version,
    record_outside_change,
    save_with_history,
)
from orgdesign.workspace.store import HistoryStep, UndoState
from orgdesign.yamlfile import FileRefusal, Reading, Source, file_bytes, read, read_file
from orgdesign.yamlfile.editing import Edit, apply
from orgdesign.yamlfile.incremental import reread_text

TICK = 100_000_000
"""How many nanoseconds may pass before a file that is written again has another time for sure."""


class FileStore:
    """One file, as whoever has it on their disk sees and edits it."""

    def __init__(self, path: Path, journal: Journal) -> None:
        self.path = path
        self._journal, self._noted, self.notice = journal, "", ""
        self._editing = Lock()
        self._certain: object = None
        self._signature: object = None
        self._digest = ""

    @property
    def identity(self) -> str:
        """Return what tells it from every other organisation."""
        return str(self.path)

    @property
    def label(self) -> str:
        """Return what problems call it."""
        return str(self.path)

    @property
    def view(self) -> str:
        """Return nothing: whoever has the file sees all of it."""
        return ""

    @property
    def _file(self) -> Path:
        return Path(os.path.realpath(self.path))

    def exclusive(self) -> AbstractContextManager[object]:
        """Keep other edits of this process out; other programs may write the file all the same."""
        return self._editing

    def refresh(self) -> None:
        """Do nothing: the file is looked at each time."""

    def exists(self) -> bool:
        """Tell whether it is still there."""
        return self.path.exists()

    def signature(self) -> object:
        """Return what changes when the file does, without parsing it.

        The clock of a file system ticks: of a file that was written a moment ago, its bytes are
        looked at, as it could be written once more within the same tick.
        """
        try:
            status = self.path.stat()
        except OSError as failure:
            self._digest = ""
            return failure.errno
        written = max(status.st_mtime_ns, status.st_ctime_ns)
        stamp = status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
        if stamp != self._certain:
            self._certain = stamp if time_ns() - written > TICK else None
            self._digest = self._digest_there()
            self._signature = stamp, self._digest
        return self._signature

    def _digest_there(self) -> str:
        """Return the digest of the bytes; empty where they are refused, which reading tells."""
        with suppress(FileRefusal):
            return sha256(file_bytes(self.path, follow=False)).hexdigest()
        return ""

    def known_version(self) -> str | None:
        """Return nothing: a file has to be read."""
        return None

    def read(self) -> Reading:
        """Return what the file says now."""
        return read_file(self.path, follow=False)

    def is_still(self, digest: str) -> bool:
        """Tell whether the file had a digest when its signature was asked for last."""
        return self._digest == digest

    def save_edits(
        self, edits: Sequence[Edit], seen: Reading, sentence: str, submission: str = ""
    ) -> Reading:
        """Make edits to the text that was ``seen``, and return what the file says then."""
        applied = apply(seen, edits)
        self.save(applied.data, seen.source.digest if seen.source else None, sentence)
        return applied.reading

    def save(self, data: bytes, old: str | None, sentence: str, as_of: int | None = None) -> None:
        """Save bytes over what has the digest ``old``; None where nothing is there yet."""
        saved = save_with_history(
            self._journal, self.path, old, data, _now(), sentence, as_of=as_of
        )
        self._noted, self.notice = saved.digest, saved.notice

    def was_saved(self, submission: str) -> bool:
        """Tell nothing: the one process that there is remembers its forms itself."""
        return False

    def record_outside_change(self, version: str) -> None:
        """Let the history know what the file says, where that was written elsewhere."""
        if version != self._noted:
            self._noted = version
            self.notice = record_outside_change(self._journal, self.path, _now())

    def versions(self, most: int | None = None) -> list[Version]:
        """Return the versions of the file that are kept, the newest first."""
        return self._journal.versions(self._file)[:most]

    def text(self, version: Version) -> bytes:
        """Return what the file said in a version."""
        return self._journal.text(version)

    def older_source(self, digest: str, near: Reading | None) -> Source | None:
        """Return the text with a digest that the file had once, if it is still known."""
        try:
            version = next((v for v in self.versions() if v.digest == digest), None)
            data = self.text(version) if version else None
        except JournalError:
            return None
        if data is None:
            return None
        return (reread_text(near, data) if near else read(data, self.path.name)).source

    def undo_state(self, current: str) -> UndoState:
        """Return the last change, and what can be undone and redone while it is the last."""
        try:
            last = self._journal.last(self._file)
            if last is None or last.digest != current:
                return UndoState()
            undone = (
                self._find_version(last.place) if self._journal.undo(self._file, current) else None
            )
            again = self._journal.redo(self._file, current)
        except JournalError as failure:
            self.notice = str(failure)
            return UndoState()
        return UndoState(
            last.sentence, undone.sentence if undone else "", again.sentence if again else ""
        )

    def undo_step(self, current: str) -> HistoryStep | None:
        """Return the step back from the change made last."""
        version = self._journal.undo(self._file, current)
        last = self._journal.last(self._file)
        undone = self._find_version(last.place) if last else None
        if version is None or undone is None:
            return None
        return HistoryStep(self.text(version), f"Undone: {undone.sentence}", version.id)

    def redo_step(self, current: str) -> HistoryStep | None:
        """Return the step forth to the change undone last."""
        version = self._journal.redo(self._file, current)
        if version is None:
            return None
        return HistoryStep(self.text(version), f"Made again: {version.sentence}", version.id)

    def restore_step(self, version: int) -> HistoryStep | None:
        """Return the step to a version that is kept."""
        chosen = self._find_version(version)
        if chosen is None:
            return None
        return HistoryStep(self.text(chosen), f"Brought back: {chosen.sentence}")

    def _find_version(self, version: int) -> Version | None:
        return next((v for v in self.versions() if v.id == version), None)


def save_edited(path: Path, data: bytes, old: str, sentence: str) -> str:
    """Save bytes over a file that has the digest ``old``, as every edit is saved.

    Returns what the person is to know. Raises ``Conflict`` or ``NotSaved``; the file is as it was.
    """
    store = FileStore(path, Journal())
    store.save(data, old, sentence)
    return store.notice


def _now() -> datetime:
    return datetime.now().astimezone()

"""Saving a file and recording the version, as one step for everyone else."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from orgdesign.storage.failures import Conflict, JournalError, NotSaved
from orgdesign.storage.file_save import SaveResult, locked_target
from orgdesign.storage.journal import Journal
from orgdesign.storage.stable_read import read_stable


def save_with_history(
    journal: Journal,
    path: Path,
    expected: str | None,
    data: bytes,
    when: datetime,
    sentence: str,
    *,
    as_of: int | None = None,
) -> SaveResult:
    """Save as ``save`` does, and add the version to the file's history.

    What the history missed, since it was made elsewhere or a crash came between, is added before it
    is replaced. A history that cannot be kept never stops a save: ``SaveResult.notice`` says so.

    Raises:
        Conflict: the file says something else by now.
        NotSaved: the file cannot be written.
    """
    with locked_target(path, partial(_rescue, journal, when)) as target_file:
        told = _add_present(journal, target_file.target, when)
        try:
            new = target_file.place(expected, data)
        except Conflict:
            _add_present(journal, target_file.target, when)  # it may have come at the last moment
            raise
        try:
            journal.record(target_file.target, data, when, sentence, as_of=as_of, key=new)
        except JournalError as failure:
            told = str(failure)
    return SaveResult(new, f"{path.name} was saved. {told}" if told else "")


def record_outside_change(journal: Journal, path: Path, when: datetime) -> str:
    """Add what a file says to its history where that is news; return what the person is to know.

    To be called when a file is opened, and when it changed on the disk.
    """
    with (
        suppress(NotSaved),  # whoever reads the file says what is wrong with it
        locked_target(path, partial(_rescue, journal, when)) as target_file,
    ):
        return _add_present(journal, target_file.target, when)
    return ""


def _add_present(journal: Journal, target: Path, when: datetime) -> str:
    seen = read_stable(target)
    if seen.quiet and seen.data is not None:
        try:
            journal.record_if_new(target, seen.data, when)
        except JournalError as failure:
            return str(failure)
    return ""


def _rescue(journal: Journal, when: datetime, target: Path, data: bytes) -> bool:
    try:
        journal.record_if_new(target, data, when)
    except JournalError:
        return False
    return True

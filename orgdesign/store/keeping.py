"""Saving a file and recording the version, as one step for everyone else."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from orgdesign.store.failures import JournalError, NotSaved
from orgdesign.store.journal import Journal
from orgdesign.store.looking import look
from orgdesign.store.saving import Saved, held, place
from orgdesign.store.temporary import digest


def keep(
    journal: Journal,
    path: Path,
    expected: str | None,
    data: bytes,
    when: datetime,
    sentence: str,
    *,
    as_of: int | None = None,
) -> Saved:
    """Save as ``save`` does, and add the version to the file's history.

    What the history missed, since it was made elsewhere or a crash came between, is added first.
    A history that cannot be kept never stops a save: it is said in ``Saved.notice``.

    Raises:
        Conflict: the file says something else by now.
        NotSaved: the file cannot be written.
    """
    with held(path) as target:
        before = place(target, expected, data)
        notice = ""
        try:
            journal.record(target, data, when, sentence, before=before, as_of=as_of)
        except JournalError as failure:
            notice = f"{path.name} was saved. {failure}"
    return Saved(digest(data), notice)


def notice(journal: Journal, path: Path, when: datetime) -> str:
    """Add what a file says to its history where that is news; return what the person is to know.

    To be called when a file is opened, and when it changed on the disk.
    """
    with suppress(NotSaved), held(path) as target:  # whoever reads the file says what is wrong
        seen = look(target)
        if seen.quiet and seen.data is not None:
            try:
                journal.seen(target, seen.data, when)
            except JournalError as failure:
                return str(failure)
    return ""

"""Why a file was not saved, or its history not kept, in sentences for the user."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orgdesign.problems import OrgdesignError

FULL = "the disk is full. Free some space and save again"
FORBIDDEN = "you have no permission to change it, or its folder. Allow it and save again"
GONE = "its folder is no longer there. Put it back and save again"
BUSY = "another program is writing it. Close it there and save again"
REASONS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: "your share of the disk is used up. Free some space and save again",
    errno.EFBIG: "it is larger than this disk or account allows. Shorten it or save elsewhere",
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: "its disk is read-only. Make it writable and save again",
    errno.ENOENT: GONE,
    errno.ENOTDIR: GONE,
    errno.EISDIR: "it is not a file. Choose another name",
    errno.ELOOP: "its links lead in a circle. Repair them and save again",
    errno.EBUSY: BUSY,
    errno.ETIMEDOUT: "another save is still going on. Wait a moment and save again",
}


class Conflict(OrgdesignError):  # noqa: N818 - what a user calls it
    """Somebody else changed the file meanwhile; it says ``found``, None where it is gone."""

    def __init__(self, path: Path | str, found: bytes | None) -> None:
        name = path.name if isinstance(path, Path) else path
        what = "was changed elsewhere" if found is not None else "was moved or deleted elsewhere"
        super().__init__(f"{name} {what} meanwhile; nothing was written. Choose what to keep.")
        self.found = found


class NotSaved(OrgdesignError):  # noqa: N818 - what a user calls it
    """The file could not be written; it says what it said before."""

    def __init__(self, path: Path, error: OSError) -> None:
        reason = REASONS.get(error.errno or 0, f"{error.strerror or error}. Save it elsewhere")
        super().__init__(f"{path.name} was not saved: {reason}. The file is as it was.")
        self.path = path


class JournalError(OrgdesignError):
    """The history could not be read or written; files are saved all the same."""


@contextmanager
def as_not_saved(path: Path) -> Iterator[None]:
    """Turn what the system says while a file is saved into a sentence: ``NotSaved``."""
    try:
        yield
    except OSError as error:
        raise NotSaved(path, error) from error

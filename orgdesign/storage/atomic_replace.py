"""Changing two files in one step, as the system allows it."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_NOREPLACE, RENAME_EXCHANGE = 1, 2
NOT_TO_BE_HAD = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)

if sys.platform == "linux":
    _renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)

    def _rename(one: Path, other: Path, how: int) -> bool:
        if _renameat2 is None:
            return False
        if _renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), how) == 0:
            return True
        number = ctypes.get_errno()
        if number in NOT_TO_BE_HAD:
            return False
        raise OSError(number, os.strerror(number), str(other))

else:

    def _rename(one: Path, other: Path, how: int) -> bool:
        return False


def exchange_names(one: Path, other: Path) -> bool:
    """Let two files change names in one step; False where the system or disk cannot do that."""
    return _rename(one, other, RENAME_EXCHANGE)


if sys.platform == "win32":

    def create_name(temporary: Path, target: Path) -> None:
        """Give a file a name that is free; ``FileExistsError`` where it is taken."""
        os.rename(temporary, target)

    def make_durable(folder: Path) -> None:
        """Do nothing: Windows has no way to write a folder's names to disk."""

else:

    def create_name(temporary: Path, target: Path) -> None:
        """Give a file a name that is free; ``FileExistsError`` where it is taken."""
        if not _rename(temporary, target, RENAME_NOREPLACE):
            os.link(temporary, target)
            temporary.unlink()

    def make_durable(folder: Path) -> None:
        """Write a folder's names to disk, so that a power cut does not undo a change of them."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in NOT_TO_BE_HAD:
                raise
        finally:
            os.close(descriptor)

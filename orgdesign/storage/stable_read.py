"""What a file says, read while nobody writes it."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from orgdesign.value_objects import value_object

PATIENCE = 1.0
"""How many seconds another program is given to finish writing."""
PAUSE = 0.005


@value_object
class StableContent:
    """The bytes of a file, None where there is none, and whether nobody had it open to write."""

    data: bytes | None
    quiet: bool = True


if sys.platform == "linux":
    import fcntl
    import signal

    def _keep_writers_out(descriptor: int) -> bool:
        """LockedTarget writers back until the file is closed; False while one has it open.

        A read lease is granted only where nobody writes. Where leases are not to be had (the file
        is another user's, or on a network disk), the look is taken without.
        """
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # the usual SIGIO would kill us
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as error:
            return error.errno != errno.EAGAIN
        return True

else:

    def _keep_writers_out(descriptor: int) -> bool:
        return True


def read_stable(path: Path) -> StableContent:
    """Return what a file says, after giving whoever writes it a moment to finish."""
    deadline = time.monotonic() + PATIENCE
    while not (seen := _read_once(path)).quiet and time.monotonic() < deadline:
        time.sleep(PAUSE)
    return seen


def _read_once(path: Path) -> StableContent:
    with suppress(FileNotFoundError), open(path, "rb", opener=_open) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise IsADirectoryError(errno.EISDIR, "not a file")
        quiet = _keep_writers_out(file.fileno())
        return StableContent(file.read(), quiet)
    return StableContent(None)


def _open(path: str, flags: int) -> int:
    """Open without waiting, should the path be a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))

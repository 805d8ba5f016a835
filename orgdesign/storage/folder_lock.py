"""One save at a time in a folder, across threads, processes and users.

The folder itself is locked: that leaves no lock file beside the user's files, and the system
lets go of it when a process dies. Where a folder cannot be locked (Windows, some network disks), a
file in the user's own state folder stands for it.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_state_path

PATIENCE = 10.0
"""How many seconds a save waits for others."""
PAUSE = 0.002

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _release(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

    def _open(folder: Path) -> int:
        return _stand_in(folder)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    def _open(folder: Path) -> int:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        except OSError as error:
            if error.errno not in HELD:
                os.close(descriptor)
                return _stand_in(folder)
        return descriptor


HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system says when somebody else has the lock."""


def state_folder() -> Path:
    """Return where this user's history and locks are kept."""
    return user_state_path("orgdesign", appauthor=False)


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Keep every other save out of a folder.

    Raises:
        OSError: the folder is gone, or others did not finish in time (``ETIMEDOUT``).
    """
    descriptor = _open(folder)
    try:
        _wait_for(descriptor)
        try:
            yield
        finally:
            with suppress(OSError):  # closing lets go too, unless a forked child has it as well
                _release(descriptor)
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return _take(descriptor)
        except OSError as error:
            if error.errno not in HELD:
                raise
        if time.monotonic() > deadline:
            raise TimeoutError(errno.ETIMEDOUT, "still locked")
        time.sleep(PAUSE)


def _stand_in(folder: Path) -> int:
    locks = state_folder() / "locks"
    locks.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    locks.mkdir(mode=0o700, exist_ok=True)
    name = sha256(os.fsencode(folder)).hexdigest()[:32]
    return os.open(locks / name, os.O_RDWR | os.O_CREAT, 0o600)

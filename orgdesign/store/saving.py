"""Saving a file: old or new, never a mixture, and never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from orgdesign.store.exchange import create, exchange, make_durable
from orgdesign.store.failures import Conflict, explained
from orgdesign.store.locking import locked
from orgdesign.store.looking import look
from orgdesign.store.temporary import Leftover, digest, discard, leftovers, short, write

PATIENCE = 5.0
"""How many seconds a save starts anew while others write in between."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is on the disk, and ``notice``: what the person is to know besides."""

    digest: str
    notice: str = ""


def save(path: Path, expected: str | None, data: bytes) -> Saved:
    """Replace a file's bytes, provided that they still have the digest expected.

    ``expected`` is None for a file that is not there yet. A link is followed. When this returns,
    the new bytes are on the disk; when it raises, the file is as the user or others left it.

    Raises:
        Conflict: the file says something else by now.
        NotSaved: the disk is full, permission is missing, the folder is gone, and the like.
    """
    with held(path) as target:
        place(target, expected, data)
    return Saved(digest(data))


@contextmanager
def held(path: Path) -> Iterator[Path]:
    """Keep other saves out of a file's folder; give the file its links lead to.

    What a killed writer left is put in order first.
    """
    with explained(path):
        target = Path(os.path.realpath(path))  # unlike resolve(), calm about circles
        with locked(target.parent):
            for leftover in leftovers(target):
                _clear(leftover, target)
            yield target


def place(target: Path, expected: str | None, data: bytes) -> bytes | None:
    """Do what ``save`` does while the lock is held; return the bytes that were replaced."""
    deadline = time.monotonic() + PATIENCE
    while True:
        seen = look(target)
        if not seen.quiet:
            raise OSError(errno.EBUSY, "open for writing")
        found = seen.data
        if (None if found is None else digest(found)) != expected:
            raise Conflict(target, found)
        if found == data or _replace(target, found, data):
            return found
        if time.monotonic() > deadline:
            raise OSError(errno.EBUSY, "written again and again")


def _replace(target: Path, old: bytes | None, new: bytes) -> bool:
    """Replace the bytes in one step; False where somebody else wrote before that step."""
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    whole = write(target, old, new)
    try:
        if old is None:
            return _create(whole, target)
        if not exchange(whole, target):
            return _replace_by_name(whole, target, old)
    except (FileExistsError, FileNotFoundError):
        discard(whole)
        return False
    except OSError:
        discard(whole)
        raise
    return _accept(whole, target, old, new)


def _create(whole: Path, target: Path) -> bool:
    create(whole, target)
    try:
        make_durable(target.parent)
    except OSError:
        discard(target)
        raise
    return True


def _replace_by_name(whole: Path, target: Path, old: bytes) -> bool:
    """Replace a file where the two cannot change names: look again, then do it at once."""
    if look(target).data != old:
        discard(whole)
        return False
    os.replace(whole, target)
    with suppress(OSError):  # there is no way back; the text itself is on the disk
        make_durable(target.parent)
    return True


def _accept(displaced: Path, target: Path, old: bytes, new: bytes) -> bool:
    """Check what the new text displaced; anything but the old text is put back."""
    try:
        make_durable(target.parent)
        seen = look(displaced)
    except OSError:
        _put_back(displaced, target, new)
        raise
    if seen.quiet and seen.data == old:
        discard(displaced)
        return True
    _put_back(displaced, target, new)
    return False


def _put_back(displaced: Path, target: Path, placed: bytes | None) -> None:
    """Exchange what was displaced for what was placed, until nobody wrote in between."""
    while True:
        back = look(displaced).data
        try:
            exchange(displaced, target)
        except FileNotFoundError:
            create(displaced, target)
            return
        if look(displaced).data == placed:
            discard(displaced)
            with suppress(OSError):
                make_durable(target.parent)
            return
        placed = back


def _clear(leftover: Leftover, target: Path) -> None:
    """Remove what a killed writer left, unless it is somebody's text that was to be put back."""
    if leftover.is_whole:
        kept, here = look(leftover.path).data, look(target).data
        if short(here) == leftover.new and short(kept) not in (leftover.new, leftover.old):
            _put_back(leftover.path, target, here)
            return
    discard(leftover.path)

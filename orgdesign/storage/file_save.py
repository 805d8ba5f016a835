"""Saving a file: old or new, never a mixture, and never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from orgdesign.storage.atomic_replace import create_name, exchange_names, make_durable
from orgdesign.storage.failures import Conflict, as_not_saved
from orgdesign.storage.folder_lock import folder_lock
from orgdesign.storage.stable_read import read_stable
from orgdesign.storage.temporary_files import digest, discard, leftovers, short, write
from orgdesign.value_objects import value_object

PATIENCE = 5.0
"""How many seconds a save starts anew while others write in between."""

TRIES = 3
"""How often a text is put back where the disk fails."""

T = TypeVar("T")
Rescue = Callable[[bytes], bool]
"""Keeps a text that came between two others and is in no file any more; whether it could."""


@value_object
class SaveResult:
    """A save that is on the disk, and ``notice``: what the person is to know besides."""

    digest: str
    notice: str = ""


def save(path: Path, expected: str | None, data: bytes) -> SaveResult:
    """Replace a file's bytes, provided that they still have the digest expected.

    ``expected`` is None for a file that is not there yet. A link is followed. When this returns,
    the new bytes are on the disk; when it raises, the file is as the user or others left it.

    Raises:
        Conflict: the file says something else by now.
        NotSaved: the disk is full, permission is missing, the folder is gone, and the like.
    """
    with locked_target(path) as target_file:
        return SaveResult(target_file.place(expected, data))


@contextmanager
def locked_target(
    path: Path, rescue: Callable[[Path, bytes], bool] | None = None
) -> Iterator[LockedTarget]:
    """Keep other saves out of a file's folder, and put in order what a killed writer left."""
    with as_not_saved(path):
        target = Path(os.path.realpath(path))  # unlike resolve(), calm about circles
        with folder_lock(target.parent):
            target_file = LockedTarget(
                target, partial(rescue, target) if rescue else lambda data: True
            )
            target_file.put_in_order()
            yield target_file


@value_object
class LockedTarget:
    """A file that only we save at the moment; other programs may still write it."""

    target: Path
    rescue: Rescue

    def place(self, expected: str | None, data: bytes) -> str:
        """Do what ``save`` does, and return the digest of the new bytes."""
        new, deadline = digest(data), time.monotonic() + PATIENCE
        while True:
            found = self._bytes_there()
            if (None if found is None else digest(found)) != expected:
                raise Conflict(self.target, found)
            if expected == new or self._replace(found, data, expected, new):
                return new
            if time.monotonic() > deadline:
                raise OSError(errno.EBUSY, "written again and again")

    def put_in_order(self) -> None:
        """Remove what killed writers left, unless it is somebody's text: that is put back."""
        for leftover in leftovers(self.target):
            kept = read_stable(leftover.path).data if leftover.is_whole else None
            if short(kept) in (leftover.new, leftover.old, short(None)):
                discard(leftover.path)
            elif short(here := read_stable(self.target).data) == leftover.new:
                self._put_back(leftover.path, here)
            elif kept is not None and self.rescue(kept):
                discard(leftover.path)

    def _bytes_there(self) -> bytes | None:
        seen = read_stable(self.target)
        if not seen.quiet:
            raise OSError(errno.EBUSY, "open for writing")
        return seen.data

    def _replace(self, old: bytes | None, data: bytes, was: str | None, new: str) -> bool:
        """Replace the bytes in one step; False where somebody else wrote before that step.

        ``was`` and ``new`` are the digests of both.
        """
        if old is not None and not os.access(self.target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        whole = write(self.target, was, new, data)
        try:
            if old is None:
                return self._create(whole)
            if not exchange_names(whole, self.target):
                return self._replace_by_name(whole, old)
        except OSError as error:
            discard(whole)
            if isinstance(error, FileExistsError | FileNotFoundError):
                return False
            raise
        return self._accept(whole, old, data)

    def _create(self, whole: Path) -> bool:
        create_name(whole, self.target)
        try:
            make_durable(self.target.parent)
        except OSError:
            discard(self.target)
            raise
        return True

    def _replace_by_name(self, whole: Path, old: bytes) -> bool:
        """Replace a file where the two cannot change names: look again, then do it at once."""
        if read_stable(self.target).data != old:
            discard(whole)
            return False
        os.replace(whole, self.target)
        with suppress(OSError):  # there is no way back; the text itself is on the disk
            make_durable(self.target.parent)
        return True

    def _accept(self, displaced: Path, old: bytes, new: bytes) -> bool:
        """Check what the new text displaced; anything but the old text is put back."""
        try:
            make_durable(self.target.parent)
            seen = read_stable(displaced)
        except OSError:
            self._put_back(displaced, new)
            raise
        if seen.quiet and seen.data == old:
            discard(displaced)
            return True
        self._put_back(displaced, new)
        return False

    def _put_back(self, displaced: Path, ours: bytes | None) -> None:
        """Exchange what was displaced for what was placed, until nobody wrote in between."""
        placed = ours
        while True:
            back = _insist(lambda: read_stable(displaced)).data
            try:
                _insist(lambda: exchange_names(displaced, self.target))
            except FileNotFoundError:
                create_name(displaced, self.target)
                break
            if _insist(lambda: read_stable(displaced)).data == placed:
                if placed is None or placed == ours or self.rescue(placed):
                    discard(displaced)
                break
            placed = back
        with suppress(OSError):
            make_durable(self.target.parent)


def _insist(step: Callable[[], T]) -> T:
    """Take a step again that a passing fault of the disk broke, since there is no other way out."""
    for _ in range(TRIES - 1):
        with suppress(OSError):
            return step()
    return step()

"""What a plain file holds, without blocking on, or reading from, anything else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

CHUNK = 1 << 20
FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
    stat.S_IFLNK: "a link to another place",
}


class NotPlainFileError(Exception):
    """What a path leads to, in a word, where that is no plain file: a pipe, a device, a folder."""


class FileTooLargeError(Exception):
    """A file that holds more bytes than may be read."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size:,} bytes")
        self.size = size


def plain_file_bytes(path: Path, most: int, *, follow: bool = True) -> bytes:
    """Return what a plain file of at most so many bytes holds.

    A link is followed when ``follow`` is true, as for a path that a person typed.

    Raises:
        NotPlainFileError: it is something else.
        FileTooLargeError: it holds more.
        OSError: it is not there, or cannot be read.
        ValueError: no path can be called so.
    """
    # Looked at before it is opened, as opening alone can set off a device; and again after,
    # as the path may by then lead elsewhere.
    _require_plain(os.stat(path, follow_symlinks=follow), most)
    flags = FLAGS if follow else FLAGS | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags)
    try:
        _require_plain(os.fstat(descriptor), most)
        return _bounded(descriptor, most)
    finally:
        os.close(descriptor)


def _require_plain(status: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotPlainFileError(KINDS.get(stat.S_IFMT(status.st_mode), "not a plain file"))
    if status.st_size > most:
        raise FileTooLargeError(status.st_size)


def _bounded(descriptor: int, most: int) -> bytes:
    # The size told may be wrong (files under /proc say 0), so the reading itself is bounded.
    chunks, size = [], 0
    while chunk := os.read(descriptor, CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > most:
            raise FileTooLargeError(size)
    return b"".join(chunks)

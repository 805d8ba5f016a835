"""A path to its bytes, without blocking on, or reading from, anything but a plain file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from orgdesign.yamlfile.limits import MAX_BYTES

_CHUNK = 1 << 20
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
    stat.S_IFLNK: "a link to another place",
}


class Refusal(Exception):  # noqa: N818 - it is an answer, told to the user as it is
    """Why a file cannot be read at all: a sentence for the user."""


def file_bytes(path: Path, *, follow: bool = True) -> bytes:
    """Return what the file holds.

    A link is followed when ``follow`` is true, as for a path that a person typed. Raises
    `Refusal` for anything that is not a readable plain file of an acceptable size.
    """
    try:
        return _read(path, follow)
    except FileNotFoundError:
        raise Refusal(_missing(path)) from None
    except NotADirectoryError:
        raise Refusal("a part of this path is a file, not a folder; correct the path") from None
    except PermissionError:
        raise Refusal("you may not read this file; ask its owner for permission") from None
    except BlockingIOError:
        raise Refusal("this is not a plain file; give the path of a YAML file") from None
    except ValueError:
        raise Refusal("this path holds a character no file name can; correct the path") from None
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise Refusal(f"this file cannot be read ({reason}); check the path") from None


def _read(path: Path, follow: bool) -> bytes:
    # Looked at before it is opened, as opening alone can set off a device; and again after,
    # as the path may by then lead elsewhere.
    _require_plain(os.stat(path, follow_symlinks=follow))
    flags = _FLAGS if follow else _FLAGS | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags)
    try:
        _require_plain(os.fstat(descriptor))
        return _bounded(descriptor)
    finally:
        os.close(descriptor)


def _require_plain(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "not a plain file")
        raise Refusal(f"this is {kind}, not a file; give the path of a YAML file")
    if status.st_size > MAX_BYTES:
        raise Refusal(too_large(status.st_size))


def _bounded(descriptor: int) -> bytes:
    # The size told may be wrong (files under /proc say 0), so the reading itself is bounded.
    chunks, size = [], 0
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise Refusal(too_large(size))
    return b"".join(chunks)


def too_large(size: int) -> str:
    """Say that a file of ``size`` bytes is too large, and what the limit is."""
    return (
        f"this file is too large: {size:,} bytes, and the limit is {MAX_BYTES:,}; "
        "split the organisation into several files"
    )


def _missing(path: Path) -> str:
    if path.is_symlink():
        return "this link leads to a file that is not there; correct the link"
    return "there is no such file; correct the path, or start one with: orgdesign new FILE"

"""The new text beside the file it is to replace, and what killed writers left of it.

The name says whose it is, and what it stands between: ``.orgdesign-FILE-NEW-OLD-CHANCE`` with
digests cut short, ending in ``.part`` while it is written and in ``.whole`` once it is on disk.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from orgdesign.value_objects import value_object

NAME = re.compile(
    r"\.orgdesign-(?P<file>[0-9a-f]{8})-(?P<new>[0-9a-f]{16})-(?P<old>[0-9a-f]{16})"
    r"-[0-9a-f]{8}\.(?P<state>part|whole)"
)
SHORT = 16
"""How much of a digest names carry."""
NOTHING = "0" * SHORT


def digest(data: bytes) -> str:
    """Return what tells one text from every other: the SHA-256 of its bytes, in hex."""
    return sha256(data).hexdigest()


def short(data: bytes | None) -> str:
    """Return as much of a digest as names carry."""
    return NOTHING if data is None else digest(data)[:SHORT]


@value_object
class Leftover:
    """A file that a killed writer left: its text was to replace ``old`` by ``new``."""

    path: Path
    new: str
    old: str
    is_whole: bool


def write(target: Path, old: str | None, new: str, data: bytes) -> Path:
    """Write the new text beside its target, to the disk, dressed like what it replaces.

    ``old`` and ``new`` are the digests of what is there, and of what is to be.
    """
    chance = secrets.token_hex(4)
    name = f".orgdesign-{_file(target)}-{new[:SHORT]}-{old[:SHORT] if old else NOTHING}-{chance}"
    part, whole = target.with_name(f"{name}.part"), target.with_name(f"{name}.whole")
    try:
        _write(part, data, target if old is not None else None)
        part.rename(whole)
    except OSError:
        discard(part)
        raise
    return whole


def discard(path: Path) -> None:
    """Remove a file that nobody needs; the next save tries again."""
    with suppress(OSError):
        path.unlink()


def leftovers(target: Path) -> Iterator[Leftover]:
    """Yield what killed writers of a file left; only the holder of the lock may ask."""
    with os.scandir(target.parent) as entries:
        plain = [entry.name for entry in entries if NAME.fullmatch(entry.name) and _is_plain(entry)]
    for match in filter(None, map(NAME.fullmatch, plain)):
        path = target.with_name(match[0])
        if match["file"] == _file(target) and _is_ours(path, target):
            yield Leftover(path, match["new"], match["old"], match["state"] == "whole")


def _file(target: Path) -> str:
    return sha256(os.fsencode(target.name)).hexdigest()[:8]


def _is_plain(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _write(part: Path, data: bytes, like: Path | None) -> None:
    mode = 0o666 if like is None else 0o600  # a new file is as open as the user's others
    with open(part, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as file:
        if like is not None:
            _dress(file.fileno(), part, like)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _dress(descriptor: int, part: Path, like: Path) -> None:
    """Give the new file the owner, mode and access list of the old one, as far as allowed."""
    found = like.stat()
    has_group = _give(descriptor, found)
    shutil.copystat(like, part)
    if not has_group:  # the group's rights were meant for another group
        part.chmod(stat.S_IMODE(found.st_mode) & ~0o070 | (found.st_mode & 0o007) << 3)


if sys.platform == "win32":

    def _is_ours(path: Path, target: Path) -> bool:
        return True

    def _give(descriptor: int, like: os.stat_result) -> bool:
        return True

else:

    def _is_ours(path: Path, target: Path) -> bool:
        """Tell our own leftovers from a file that somebody else gave such a name."""
        owners = {os.geteuid()}
        with suppress(FileNotFoundError):
            owners.add(target.lstat().st_uid)
        return path.lstat().st_uid in owners

    def _give(descriptor: int, like: os.stat_result) -> bool:
        """Return whether the file could be given to the same group."""
        for owner in (like.st_uid, -1):
            with suppress(PermissionError):
                os.fchown(descriptor, owner, like.st_gid)
                return True
        return False

"""What a heading of an issued Word document is about, kept in hidden bookmarks around it.

Bookmarks survive whatever people do to the words, and say which part of the file a heading stands
for and what stood under it when it was issued. Their names are short, so that several hold a long
one.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

_NAME = re.compile(r"_od(\d+)_(\d+)_([a-z2-7]+)")
_PIECE = 24
"""How many letters of a mark one bookmark holds; Word cuts names at 40."""
_BREAK = "|"


def mark_of(key: str, lines: Iterable[str]) -> str:
    """Return the mark of a heading: what it is about, and what stands under it as it goes out."""
    return f"{key}{_BREAK}{digest_of(lines)}"


def parts_of(mark: str) -> tuple[str, str]:
    """Return what a mark is about, and the digest of what stood under it."""
    key, _, digest = mark.rpartition(_BREAK)
    return key, digest


def digest_of(lines: Iterable[str]) -> str:
    """Return what tells whether lines are as they were, whatever their spaces."""
    told = "\n".join(filter(None, map(plain_line, lines))).encode()
    return hashlib.sha256(told).hexdigest()[:10]


def plain_line(text: str) -> str:
    """Return a text on one line, as it is read out of a document."""
    return " ".join(text.split())


def bookmark_names(mark: str, number: int) -> Iterator[str]:
    """Yield the names of the bookmarks that hold a mark, the ``number``th of its document."""
    letters = base64.b32encode(mark.encode()).decode().rstrip("=").lower()
    for at in range(0, len(letters), _PIECE):
        yield f"_od{number}_{at // _PIECE}_{letters[at : at + _PIECE]}"


def mark_in(names: Iterable[str]) -> str:
    """Return the first whole mark that bookmarks hold; empty where they hold none."""
    pieces: dict[str, dict[int, str]] = {}
    for name in names:
        if found := _NAME.fullmatch(name):
            pieces.setdefault(found[1], {})[int(found[2])] = found[3]
    for held in pieces.values():
        letters = "".join(held[at] for at in sorted(held)).upper()
        try:
            return base64.b32decode(letters + "=" * (-len(letters) % 8)).decode()
        except (ValueError, UnicodeDecodeError):
            continue
    return ""

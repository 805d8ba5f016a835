"""Passwords that are known from breaches, looked up in a file on this server: nobody is asked."""

from __future__ import annotations

from bisect import bisect_left
from hashlib import sha1
from mmap import ACCESS_READ, mmap
from pathlib import Path

from orgdesign.team.settings import VARIABLES, Variable

DIGITS = 40
"""How many letters a digest has: that of SHA-1, by which such lists go."""


def _list(said: str) -> Path | None:
    if not said:
        return None
    with Path(said).open("rb") as lines:
        first = lines.read(DIGITS)
    if len(first) < DIGITS or not set(first.upper()) <= set(b"0123456789ABCDEF"):
        raise ValueError("name a file of SHA-1 digests in hex, sorted, one a line")
    return Path(said)


def parse_list(said: str) -> Path | None:
    """Return where a list of breached passwords is, if one is named.

    Raises ``ValueError`` where it is none.
    """
    try:
        return _list(said)
    except OSError:
        raise ValueError("the file cannot be read") from None


BREACHED = Variable(
    "ORGDESIGN_BREACHED_PASSWORDS", "a list of passwords known from breaches", parse_list, ""
)
VARIABLES.append(BREACHED)


def is_breached(password: str, digests: Path | None) -> bool:
    """Tell whether a password is in a list of digests, of any size: some 30 lines are read."""
    if digests is None:
        return False
    wanted = sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with digests.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as lines:

        def digest_at(place: int) -> bytes:
            begin = lines.rfind(b"\n", 0, place) + 1
            return lines[begin : begin + DIGITS].upper()

        last = len(lines) - 1
        found = bisect_left(range(last), wanted, key=digest_at)
        return wanted in (digest_at(found), digest_at(last))

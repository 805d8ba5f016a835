"""Passwords: what a good one is, and what is kept of it."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from orgdesign.team.people.breached_passwords import is_breached

SHORTEST, LONGEST = 12, 256
_HASHER = PasswordHasher()
_KNOWN = "orgdesign", "correcthorsebatterystaple"
LEAST_STRENGTH = 3
"""From 0 to 4, by how many tries find it; from 3 on it is out of reach of those who try here."""
MOST_LOOKED_AT = 72
"""Of how many characters the strength is looked at: it takes longer the more there are."""


def password_problem(
    password: str, email: str, name: str = "", breached: Path | None = None
) -> str:
    """Return what is wrong with a password, as a sentence; empty where it is good.

    ``breached`` is a list of those that are known already, if there is one.
    """
    if len(password) < SHORTEST:
        return f"Take at least {SHORTEST} characters; a few words that only you put together do."
    if len(password) > LONGEST:
        return f"Take at most {LONGEST} characters."
    plain = _normal(password).casefold()
    own = (email, email.partition("@")[0], *name.split(), *_KNOWN)
    said = [word.casefold() for word in own if len(word) > 3]
    rest = plain
    for word in said:
        rest = rest.replace(word, "")
    if _strength(plain, said) < LEAST_STRENGTH or len(rest) < SHORTEST // 2:
        return "This password is easily guessed. Take a few words that only you put together."
    if is_breached(password, breached):
        return "This password is known from a breach elsewhere. Take another, here and there."
    return ""


def _strength(plain: str, said: Sequence[str]) -> int:
    estimate: Any = zxcvbn
    return int(estimate(plain[:MOST_LOOKED_AT], said)["score"])


def password_digest(password: str) -> str:
    """Return what is kept of a password: argon2id, with a salt of its own."""
    return _HASHER.hash(_normal(password))


def is_password(kept: str | None, password: str) -> bool:
    """Tell whether this is the password; it takes as long where there is none to compare with."""
    try:
        is_right = _HASHER.verify(kept or _nobodys(), _normal(password[: LONGEST + 1]))
    except (VerificationError, InvalidHashError):
        return False
    return is_right and kept is not None


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(32))


def _normal(password: str) -> str:
    """Return a password in one form, however the keyboard composed its letters."""
    return unicodedata.normalize("NFKC", password)

"""Passwords: what a good one is, and what is kept of it."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 256
_HASHER = PasswordHasher()
_COMMON = frozenset(
    {
        "123456789012",
        "1234567890123",
        "123123123123",
        "111111111111",
        "000000000000",
        "qwertyuiop12",
        "qwertyuiopas",
        "passwordpassword",
        "password1234",
        "password12345",
        "password123456",
        "iloveyou1234",
        "adminadminadmin",
        "letmeinletmein",
        "welcome12345",
        "changemechangeme",
        "qwerty123456",
        "1q2w3e4r5t6y",
        "abcdefghijkl",
        "abc123abc123",
        "football1234",
        "sunshine1234",
        "princess1234",
        "monkeymonkey",
        "dragondragon",
        "trustno1trustno1",
        "masterpassword",
        "correcthorsebatterystaple",
    }
)


def password_problem(password: str, email: str, name: str = "") -> str:
    """Return what is wrong with a password, as a sentence; empty where it is good."""
    if len(password) < SHORTEST:
        return f"Take at least {SHORTEST} characters; a few words that only you put together do."
    if len(password) > LONGEST:
        return f"Take at most {LONGEST} characters."
    plain = _normal(password).casefold()
    own = (email.casefold(), email.partition("@")[0].casefold(), name.casefold(), "orgdesign")
    rest = plain
    for word in own:
        rest = rest.replace(word, "") if len(word) > 3 else rest
    if plain in _COMMON or len(set(plain)) < 5 or len(rest) < SHORTEST // 2:
        return "This password is easily guessed. Take a few words that only you put together."
    return ""


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

"""Tokens that nobody can guess, of which only digests are kept."""

from __future__ import annotations

import secrets
from hashlib import sha256

SIZE = 32


def new_token() -> str:
    """Return a token: 256 bits that fit into an address."""
    return secrets.token_urlsafe(SIZE)


def token_digest(token: str) -> str:
    """Return what is kept of a token, from which it cannot be told."""
    return sha256(token.encode()).hexdigest()


def new_identity() -> str:
    """Return an id for a person, a group or a link, which tells nothing."""
    return secrets.token_hex(12)

"""What outlives a restart, so that an open page can go on where it was: one secret, for a day."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import suppress
from hashlib import blake2s
from html import escape
from pathlib import Path

from orgdesign.storage import state_folder

SECRET_LIFE = 24 * 60 * 60
PAGE = """<!doctype html>
<meta charset="utf-8">
<title>orgdesign</title>
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={link}">
<p><a href="{link}">Open orgdesign</a></p>
"""
"""The page that leads a browser to the link that lets it in."""
SIZE = 32
FIRST_PORT, PORTS = 49_152, 16_384
"""The ports that belong to no service, from which each path has one of its own."""


def session_secret() -> bytes:
    """Return this user's secret of the day; a new one, kept by nobody, where none can be kept."""
    try:
        folder = state_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _read(folder / "session")
    except OSError:
        return secrets.token_bytes(SIZE)


def forget_secret() -> None:
    """Let the next start have a new secret, so that no cookie given until now admits anybody."""
    with suppress(OSError):
        (state_folder() / "session").unlink(missing_ok=True)


def private_page(link: str) -> Path | None:
    """Write a page that leads to a link and that only this user can read; None where none can be.

    What a browser is started with can be read by every user of the machine, so that it is a file.
    """
    try:
        folder = state_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        page = folder / f"open-{secrets.token_hex(8)}.html"
        with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(PAGE.format(link=escape(link)))
    except OSError:
        return None
    return page


def _read(path: Path) -> bytes:
    if not path.exists() or time.time() - path.stat().st_mtime > SECRET_LIFE:
        new = path.with_name(f"session-{secrets.token_hex(4)}")
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
        new.replace(path)
    secret = path.read_bytes()
    return secret if len(secret) == SIZE else secrets.token_bytes(SIZE)


def derive_secret(secret: bytes, purpose: str, path: Path | str) -> bytes:
    """Return a secret for one purpose and one path, from which no other can be told."""
    said = f"{purpose}:{path}".encode("utf-8", "backslashreplace")
    return blake2s(said, key=secret, digest_size=SIZE).digest()


def port_for(path: Path, secret: bytes) -> int:
    """Return the port that a path gets whenever it is free."""
    return FIRST_PORT + int.from_bytes(derive_secret(secret, "port", path)[:4], "big") % PORTS

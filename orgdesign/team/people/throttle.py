"""Throttling: who failed too often lately waits, whichever process they ask."""

from __future__ import annotations

from datetime import timedelta
from hashlib import blake2s

from sqlalchemy import Connection, delete, func, insert, select

from orgdesign.team.people.tables import ATTEMPT

WINDOW = timedelta(minutes=15)
FAILURES = {"account": 8, "address": 60}
"""How often an account, and how often a network address, may fail within the window."""


class Throttle:
    """What failed lately, by account and by address, of which only keyed digests are kept."""

    def __init__(self, secret: bytes) -> None:
        self._secret = blake2s(secret, digest_size=32, person=b"throttle").digest()

    def has_to_wait(self, connection: Connection, account: str, address: str) -> bool:
        """Tell whether an account or an address failed too often lately."""
        return any(
            self._count(connection, kind, name) >= FAILURES[kind]
            for kind, name in (("account", account), ("address", address))
        )

    def note_failure(self, connection: Connection, account: str, address: str) -> None:
        """Note that an attempt failed, and forget what is long ago."""
        connection.execute(delete(ATTEMPT).where(ATTEMPT.c.at < func.now() - WINDOW))
        for kind, name in (("account", account), ("address", address)):
            connection.execute(insert(ATTEMPT).values(key=self._key(kind, name)))

    def forget_account(self, connection: Connection, account: str) -> None:
        """Forget the failures of an account, once it was signed in to."""
        connection.execute(delete(ATTEMPT).where(ATTEMPT.c.key == self._key("account", account)))

    def _count(self, connection: Connection, kind: str, name: str) -> int:
        found = select(func.count()).where(
            ATTEMPT.c.key == self._key(kind, name), ATTEMPT.c.at > func.now() - WINDOW
        )
        return int(connection.execute(found).scalar_one())

    def _key(self, kind: str, name: str) -> str:
        said = f"{kind}:{name.strip().casefold()}".encode()
        return blake2s(said, key=self._secret, digest_size=16).hexdigest()

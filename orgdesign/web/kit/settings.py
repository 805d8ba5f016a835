"""What is decided once, when the app starts: its address, who is let in, its keys."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from hashlib import blake2s
from pathlib import Path

from orgdesign.web.kit.secret_file import derive_secret
from orgdesign.web.kit.sessions import Sessions

MOST_NAMES = 20_000
"""How many keys given lately are remembered with their names, so that both are found at once."""


class Settings:
    """One run of the app: where it answers, its sessions, and the keys of its addresses."""

    def __init__(
        self, port: int, admission: bytes | None = None, keys: bytes | None = None
    ) -> None:
        self.port = port
        self.sessions = Sessions(admission or secrets.token_bytes(32), port)
        self.token = self.sessions.new_token()
        self._key_secret = keys or secrets.token_bytes(32)
        self._names: dict[str, str] = {}
        self._keys: dict[tuple[str, str], str] = {}

    @classmethod
    def for_path(cls, port: int, path: Path, secret: bytes) -> Settings:
        """Return settings that a restart over the same path comes to again, but for the token."""
        return cls(
            port, derive_secret(secret, "admission", path), derive_secret(secret, "keys", path)
        )

    @property
    def cookie(self) -> str:
        """Return the name of the cookie that admits a browser."""
        return self.sessions.cookie

    @property
    def hosts(self) -> frozenset[str]:
        """Return the hosts, as browsers write them, under which the app answers."""
        port = "" if self.port == 80 else f":{self.port}"
        return frozenset(f"{name}{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    def key(self, kind: str, name: str) -> str:
        """Return what stands for ``name`` in addresses, where no name may be read."""
        known = self._keys.get((kind, name))
        return known or self._remember(kind, name, self._keyed(kind, name))

    def find(self, kind: str, key: str, names: Collection[str]) -> str | None:
        """Return the name, out of some, that a key stands for; None where it is none of them."""
        known = self._names.get(key)
        if known is not None and known in names and self.key(kind, known) == key:
            return known
        found = next((name for name in names if self._keyed(kind, name) == key), None)
        if found is not None:
            self._remember(kind, found, key)
        return found

    def find_all(self, kind: str, keys: Collection[str], names: Collection[str]) -> frozenset[str]:
        """Return those of some names that keys stand for."""
        known = {name for key in keys if (name := self._names.get(key)) is not None}
        found = {name for name in known if name in names and self.key(kind, name) in keys}
        if len(found) < len(keys):
            found.update(name for name in names if self._keyed(kind, name) in keys)
        for name in found:
            self.key(kind, name)
        return frozenset(found)

    def _keyed(self, kind: str, name: str) -> str:
        said = f"{kind}:{name}".encode()
        return blake2s(said, key=self._key_secret, digest_size=8).hexdigest()

    def _remember(self, kind: str, name: str, key: str) -> str:
        if len(self._names) >= MOST_NAMES:
            self._names.clear()
            self._keys.clear()
        self._names[key], self._keys[kind, name] = name, key
        return key

"""What is decided once, when the app starts: its address, its secrets, its keys."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hashlib import blake2s
from pathlib import Path

from orgdesign.web.kit.session_secret import derive_secret


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Settings:
    """One run of the app.

    ``token`` is in the one link that is printed, and new with each start; ``admission`` is what
    the browser gets for it.
    """

    port: int
    token: str = field(default_factory=_secret, repr=False)
    admission: str = field(default_factory=_secret, repr=False)
    _key_secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @classmethod
    def of(cls, port: int, path: Path, secret: bytes) -> Settings:
        """Return settings that a restart over the same path comes to again, but for the token."""
        admission = derive_secret(secret, "admission", path).hex()
        return cls(port, admission=admission, _key_secret=derive_secret(secret, "keys", path))

    @property
    def cookie(self) -> str:
        """Return the name of the cookie; two apps on one machine do not share it."""
        return f"orgdesign-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """Return the hosts, as browsers write them, under which the app answers."""
        port = "" if self.port == 80 else f":{self.port}"
        return frozenset(f"{name}{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    def key(self, kind: str, name: str) -> str:
        """Return what stands for ``name`` in addresses, where no name may be read."""
        return blake2s(f"{kind}:{name}".encode(), key=self._key_secret, digest_size=8).hexdigest()

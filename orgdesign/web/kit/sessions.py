"""Who is let in: by a link that works once, and then by a cookie that this port alone signs."""

from __future__ import annotations

import secrets
from hashlib import sha256
from threading import Lock

from itsdangerous import BadSignature, TimestampSigner

LIFE = 12 * 60 * 60
"""For how many seconds a browser stays admitted after it last asked for a page."""
RENEWED = 60 * 60
"""After how many seconds a page that is asked for brings a new cookie."""
ADMITTED = b"admitted"


class Sessions:
    """The tokens of links that were not used yet, and the cookies given for them."""

    def __init__(self, secret: bytes, port: int) -> None:
        self.port = port
        self._signer = self._signed_by(secret)
        self._tokens: set[str] = set()
        self._lock = Lock()

    def _signed_by(self, secret: bytes) -> TimestampSigner:
        return TimestampSigner(secret, salt=f"orgdesign at port {self.port}", digest_method=sha256)

    @property
    def cookie(self) -> str:
        """Return the name of the cookie; two apps on one machine do not share it."""
        return f"orgdesign-{self.port}"

    def new_token(self) -> str:
        """Return the token of one more link."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens.add(token)
        return token

    def redeem(self, token: str) -> bool:
        """Use a token up, and tell whether it was good."""
        with self._lock:
            is_good = token in self._tokens
            self._tokens.discard(token)
        return is_good

    def admission(self) -> str:
        """Return what the cookie of an admitted browser says."""
        return self._signer.sign(ADMITTED).decode()

    def admits(self, cookie: str, life: int = LIFE) -> bool:
        """Tell whether a cookie was given by this port, and not too long ago."""
        try:
            return self._signer.unsign(cookie, max_age=life) == ADMITTED
        except BadSignature:
            return False

    def end(self) -> None:
        """End every session; whoever comes back needs a new link."""
        self._signer = self._signed_by(secrets.token_bytes(32))

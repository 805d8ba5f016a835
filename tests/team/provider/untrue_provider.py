"""A provider that can be told to lie: about who it is, whom it means, and how it signs."""

from __future__ import annotations

import base64
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT, SECRET = "orgdesign", "a secret of the tests, that is long enough for HS256"


@dataclass
class UntrueProvider:
    """What it says: ``claims`` over the true ones, signed with ``key`` and ``algorithm``."""

    claims: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] | None = field(default_factory=dict)
    status: int = 200
    algorithm: str = "RS256"
    key: Any = None
    nonce: str = ""
    moved: str = ""
    """The address from which it sends on to another that says the same."""

    def __post_init__(self) -> None:
        self.own = RSAKey.generate_key(2048, {"kid": "one"})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def said_to(self, location: str) -> dict[str, str]:
        """Note what a browser was sent with, and return it."""
        query = {key: value[0] for key, value in parse_qs(urlsplit(location).query).items()}
        self.nonce = query.get("nonce", "")
        return query

    def answer(self, path: str) -> Any:
        """Return what is said at an address."""
        if path.endswith("openid-configuration"):
            return {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/auth",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/jwks",
                "userinfo_endpoint": f"{self.issuer}/me",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                **self.metadata,
            }
        if path == "/jwks":
            return {"keys": [self.own.as_dict(private=False)]}
        if path == "/token":
            return {"access_token": "at", "token_type": "Bearer", "id_token": self._token()}
        return None if self.userinfo is None else {"sub": "ana", **self.userinfo}

    def _token(self) -> str:
        now = int(time.time())
        true = {"iss": self.issuer, "aud": CLIENT, "sub": "ana", "iat": now, "exp": now + 600}
        said = {**true, "nonce": self.nonce, "email": "ana@example.com", "email_verified": True}
        said = {key: value for key, value in {**said, **self.claims}.items() if value is not None}
        header = {"alg": self.algorithm, "kid": "one"}
        if self.algorithm == "none":
            parts = (base64.urlsafe_b64encode(json.dumps(each).encode()) for each in (header, said))
            return ".".join(part.decode().rstrip("=") for part in parts) + "."
        key = self.key or (OctKey.import_key(SECRET) if self.algorithm[:2] == "HS" else self.own)
        return str(jwt.encode(header, said, key, algorithms=["RS256", "HS256", "none"]))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                said = provider.answer(path.removesuffix("/moved"))
                body = json.dumps(said).encode()
                is_moved = provider.moved and path == provider.moved
                self.send_response(307 if is_moved else 401 if said is None else provider.status)
                if is_moved:
                    self.send_header("Location", f"{path}/moved")
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.do_GET()

            def log_message(self, *_: Any) -> None:
                pass

        return Handler

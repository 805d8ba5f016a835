"""Signing in with a provider of OpenID Connect: who somebody is, and which groups they are in."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.flask_client import OAuth
from authlib.integrations.requests_client import OAuth2Session
from cryptography.fernet import Fernet, InvalidToken
from flask import Flask
from joserfc.errors import JoseError
from werkzeug.wrappers import Response

from orgdesign.problems import OrgdesignError
from orgdesign.team.settings import VARIABLES, TeamSettings, Variable, text_or_nothing
from orgdesign.value_objects import value_object

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
"""How a provider may sign: with a key of its own, never with the secret that we share."""
PATIENCE = 10
REFUSED = "The provider did not say who you are. Sign in once more, from this page."


def _issuer(said: str) -> str:
    if said and not said.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise ValueError("write it as https://login.example.com, as the provider calls itself")
    return said.rstrip("/")


def _flag(said: str) -> bool:
    if said not in ("yes", "no"):
        raise ValueError("write yes or no")
    return said == "yes"


ISSUER = Variable("ORGDESIGN_OIDC_ISSUER", "the provider that people sign in with", _issuer, "")
CLIENT = Variable("ORGDESIGN_OIDC_CLIENT", "what the provider calls us", text_or_nothing, "")
CLIENT_SECRET = Variable(
    "ORGDESIGN_OIDC_SECRET", "what the provider knows us by", text_or_nothing, "", is_secret=True
)
SCOPES = Variable(
    "ORGDESIGN_OIDC_SCOPES", "what the provider is asked for", text_or_nothing, "email profile"
)
GROUPS = Variable("ORGDESIGN_OIDC_GROUPS", "the claim that names groups", text_or_nothing, "groups")
PASSWORDS = Variable(
    "ORGDESIGN_PASSWORDS", "whether people may sign in with passwords", _flag, "yes"
)
PROVIDER_VARIABLES = (ISSUER, CLIENT, CLIENT_SECRET, SCOPES, GROUPS, PASSWORDS)
VARIABLES.extend(each for each in PROVIDER_VARIABLES if each not in VARIABLES)


class NotSignedIn(OrgdesignError):  # noqa: N818 - what a user calls it
    """The provider does not say who somebody is, or that they may still sign in."""


class ProviderAway(OrgdesignError):  # noqa: N818 - what a user calls it
    """The provider does not answer."""


@value_object
class ProviderClaims:
    """What the provider says of somebody; ``groups`` is None where it says nothing of groups."""

    issuer: str
    subject: str
    email: str
    is_verified: bool
    name: str
    groups: tuple[str, ...] | None


class DirectSession(OAuth2Session):
    """Asks the provider where it said that it is, and nowhere that an answer sends it to."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)  # type: ignore[no-untyped-call]  # Authlib says no types
        self.max_redirects = 0


class Provider:
    """The provider that people sign in with."""

    def __init__(self, app: Flask, settings: TeamSettings) -> None:
        self._issuer = str(settings.value(ISSUER))
        self._groups = str(settings.value(GROUPS))
        key = sha256(b"provider tokens\0" + settings.secret).digest()
        self._box = Fernet(base64.urlsafe_b64encode(key))
        scopes = f"openid {settings.value(SCOPES)}"
        clients: Any = OAuth
        self._client: Any = clients(app).register(
            "provider",
            client_id=settings.value(CLIENT),
            client_secret=settings.value(CLIENT_SECRET) or None,
            server_metadata_url=f"{self._issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": scopes,
                "code_challenge_method": "S256",
                "default_timeout": PATIENCE,
            },
        )
        self._client.client_cls = DirectSession

    def way_there(self, back: str) -> Response:
        """Return the way to the provider, who sends people ``back``."""
        self._require_known()
        way: Response = self._client.authorize_redirect(back)
        return way

    def claims_brought(self) -> tuple[ProviderClaims, bytes]:
        """Return who the provider says has come back, and what it can be asked again with.

        Raises ``NotSignedIn`` unless state, nonce, signature, issuer, audience and time are right.
        """
        self._require_known()
        try:
            token = self._client.authorize_access_token(leeway=30)
        except (OAuthError, JoseError, ValueError, KeyError):
            raise NotSignedIn(REFUSED) from None
        except requests.RequestException:
            raise ProviderAway("The provider does not answer. Try again in a moment.") from None
        said = token.get("userinfo")
        if not said or said.get("iss") != self._issuer or not said.get("sub"):
            raise NotSignedIn(REFUSED)
        said = {**self._user_info(token, said["sub"]), **said}
        return self._claims(said), self._sealed(token)

    def ask_again(self, sealed: bytes) -> tuple[ProviderClaims, bytes]:
        """Return what the provider says now of somebody who signed in before.

        Raises ``NotSignedIn`` where it says nothing any more, and ``ProviderAway``.
        """
        try:
            kept = json.loads(self._box.decrypt(sealed))
        except (InvalidToken, ValueError):
            raise NotSignedIn(REFUSED) from None
        try:
            said = self._user_info(kept, kept["sub"])
        except NotSignedIn:
            kept = {**kept, **self._refreshed(kept)}
            said = self._user_info(kept, kept["sub"])
        return self._claims({"iss": self._issuer, **said}), self._sealed(kept)

    def _require_known(self) -> None:
        """Learn what the provider says of itself; hold it to its name and to good signatures."""
        try:
            told = self._client.load_server_metadata()
        except (requests.RequestException, ValueError):
            raise ProviderAway("The provider does not answer. Try again in a moment.") from None
        if str(told.get("issuer", "")).rstrip("/") != self._issuer:
            raise NotSignedIn(REFUSED)
        told["id_token_signing_alg_values_supported"] = ALGORITHMS

    def _user_info(self, token: Mapping[str, Any], subject: str) -> dict[str, Any]:
        told = self._client.load_server_metadata()
        headers = {"Authorization": f"Bearer {token.get('access_token', '')}"}
        try:
            answer = requests.get(
                told["userinfo_endpoint"],
                headers=headers,
                timeout=PATIENCE,
                allow_redirects=False,
            )
            said = answer.json() if answer.status_code == 200 else {}
        except (requests.RequestException, ValueError):
            raise ProviderAway("The provider does not answer. Try again in a moment.") from None
        if answer.status_code >= 500:
            raise ProviderAway("The provider does not answer. Try again in a moment.")
        if said.get("sub") != subject:
            raise NotSignedIn(REFUSED)
        return dict(said)

    def _refreshed(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        if not kept.get("refresh_token"):
            raise NotSignedIn(REFUSED)
        try:
            found = self._client.fetch_access_token(
                grant_type="refresh_token", refresh_token=kept["refresh_token"]
            )
        except (OAuthError, ValueError):
            raise NotSignedIn(REFUSED) from None
        except requests.RequestException:
            raise ProviderAway("The provider does not answer. Try again in a moment.") from None
        return {key: found[key] for key in ("access_token", "refresh_token") if key in found}

    def _claims(self, said: Mapping[str, Any]) -> ProviderClaims:
        groups = said.get(self._groups)
        named = tuple(map(str, groups)) if isinstance(groups, list) else None
        return ProviderClaims(
            self._issuer,
            str(said["sub"]),
            str(said.get("email", "")),
            said.get("email_verified") is True,
            str(said.get("name") or said.get("email", "")),
            named,
        )

    def _sealed(self, token: Mapping[str, Any]) -> bytes:
        subject = token.get("sub") or token["userinfo"]["sub"]
        kept = {key: token[key] for key in ("access_token", "refresh_token") if key in token}
        return self._box.encrypt(json.dumps({**kept, "sub": subject}).encode())


def provider_of(app: Flask, settings: TeamSettings) -> Provider | None:
    """Return the provider that the environment names; None where there is none."""
    return Provider(app, settings) if settings.value(ISSUER) else None

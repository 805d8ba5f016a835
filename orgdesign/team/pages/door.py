"""What decides who is let in to the app of a team server, and the cookies that it gives them."""

from __future__ import annotations

from flask import current_app, request
from werkzeug.wrappers import Response as AnyResponse

from orgdesign.team.database import TeamDatabase
from orgdesign.team.pages.provider import Provider
from orgdesign.team.people.second_factor import SecondFactors
from orgdesign.team.people.throttle import Throttle
from orgdesign.team.settings import TeamSettings
from orgdesign.value_objects import value_object


@value_object
class TeamDoor:
    """What decides who is let in: the database, the settings, the provider, and who waits."""

    database: TeamDatabase
    settings: TeamSettings
    provider: Provider | None
    throttle: Throttle

    @property
    def factors(self) -> SecondFactors:
        """Return the second factors of people who sign in with passwords."""
        return SecondFactors(self.settings.secret)

    @property
    def is_secure(self) -> bool:
        """Whether people come by https."""
        return self.settings.url.startswith("https://")

    def cookie(self, name: str) -> str:
        """Return what a cookie is called: browsers keep to its host what begins with __Host-."""
        return f"__Host-orgdesign-{name}" if self.is_secure else f"orgdesign-{name}"

    def set_cookie(
        self, answer: AnyResponse, name: str, token: str, *, framed: bool = False
    ) -> None:
        """Give a browser a cookie that scripts cannot read; ``framed`` within another site."""
        answer.set_cookie(
            self.cookie(name),
            token,
            httponly=True,
            secure=self.is_secure,
            samesite="None" if framed and self.is_secure else "Lax",
            partitioned=framed and self.is_secure,
            path="/",
        )

    def drop_cookie(self, answer: AnyResponse, name: str) -> None:
        """Take a cookie back."""
        answer.delete_cookie(self.cookie(name), path="/", secure=self.is_secure, httponly=True)

    def token(self, name: str) -> str:
        """Return the token of a cookie that came with this request."""
        return request.cookies.get(self.cookie(name), "")


def team_door() -> TeamDoor:
    """Return what decides who is let in to this app."""
    door: TeamDoor = current_app.extensions["team_door"]
    return door

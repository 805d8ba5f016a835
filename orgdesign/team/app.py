"""The app of a team server: the same pages, over what each person may see."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask
from sqlalchemy import text

from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.parts import Install, standard_parts
from orgdesign.team.settings import TeamSettings
from orgdesign.web.app import compress_answers, create_app
from orgdesign.web.kit import Settings, derive_secret


class PageSettings(Settings):
    """Where a team server answers, and the keys of its addresses: the same in every process."""

    def __init__(self, settings: TeamSettings) -> None:
        address = urlsplit(settings.url)
        keys = derive_secret(settings.secret, "keys", settings.url)
        super().__init__(address.port or (443 if address.scheme == "https" else 80), keys, keys)
        self._host = address.netloc

    @property
    def hosts(self) -> frozenset[str]:
        """Return the one host under which the app answers."""
        return frozenset({self._host})


class EverySubmission:
    """Every form is taken: whether it was saved already is known by the database."""

    def is_first(self, submission: str) -> bool:
        """Take it."""
        return True

    def forget(self, submission: str) -> None:
        """Have nothing to forget."""


def create_team_app(resources: TeamResources, settings: TeamSettings, *parts: Install) -> Flask:
    """Return the app over a database, for one process of a team server."""

    def guard(app: Flask, page_settings: Settings) -> None:
        compress_answers(app)
        app.extensions["workspace_for"] = resources.workspace_for
        app.extensions["knows_cookies"] = lambda cookies: "orgdesign-" in cookies
        for part in parts or standard_parts():
            part(app, resources, settings)

    app = create_app(None, PageSettings(settings), guard)
    app.extensions["submissions"] = EverySubmission()
    app.jinja_env.globals["is_team"] = True

    @app.get("/health")
    def health() -> tuple[str, int]:
        """Tell whether this process and the database answer."""
        with resources.database.reading() as connection:
            connection.execute(text("SELECT 1"))
        return "ok", 200

    return app

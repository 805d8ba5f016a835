"""The parts that a team server is put together from, beside the pages that every app has."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, abort

from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.settings import TeamSettings

Install = Callable[[Flask, TeamResources, TeamSettings], None]
"""Puts a part into the app, before any page is."""


def standard_parts() -> tuple[Install, ...]:
    """Return the parts of every team server, the guard of its pages first."""
    return (_keep_out,)


def _keep_out(app: Flask, resources: TeamResources, settings: TeamSettings) -> None:
    """Let nobody in while there is no way to sign in."""

    @app.before_request
    def refuse() -> None:
        abort(403, "Nobody can sign in yet.")

"""The parts that a team server is put together from, beside the pages that every app has."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from orgdesign.team import access, together
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.settings import TeamSettings

Install = Callable[[Flask, TeamResources, TeamSettings], None]
"""Puts a part into the app, before any page is."""


def standard_parts() -> tuple[Install, ...]:
    """Return the parts of every team server, the guard of its pages first."""
    return (access.install, together.install)

"""A team server for a test, over a database of its own."""

from __future__ import annotations

import pytest

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from tests.team.pages.team_app import NORTHWIND, TeamApp, team_app


@pytest.fixture
def team(database: TeamDatabase, engine: Engine) -> TeamApp:
    """A server with Northwind, which Root manages."""
    app = team_app(database, engine)
    app.begin("northwind.yaml", NORTHWIND)
    return app

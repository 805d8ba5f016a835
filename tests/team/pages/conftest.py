"""A team server for a test, over a database of its own."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.people import passwords
from tests.team.pages.team_app import NORTHWIND, TeamApp, team_app


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passwords be hashed with little work: tests have many."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))


@pytest.fixture
def team(database: TeamDatabase, engine: Engine) -> TeamApp:
    """A server with Northwind, which Root manages."""
    app = team_app(database, engine)
    app.begin("northwind.yaml", NORTHWIND)
    return app

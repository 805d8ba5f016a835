"""A real PostgreSQL for the tests: one server a session, and a database of its own for each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import pytest
from argon2 import PasswordHasher

from orgdesign.team.database import TeamDatabase
from orgdesign.team.migrations import migrate_database
from orgdesign.team.people import passwords
from orgdesign.team.trial_database import FAST, TrialDatabase

TEMPLATE = "migrated"
_numbers = count(1)


def sqlalchemy_url(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture(scope="session", autouse=True)
def compiled_for_all(templates_compiled: None) -> None:
    """Compile templates and addresses once for every app of these tests."""


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passwords be hashed with little work: tests have many."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))


@pytest.fixture(scope="session")
def postgres() -> Iterator[TrialDatabase]:
    """A PostgreSQL server, in a folder with a short name: a socket's path has a hundred letters."""
    folder = Path(mkdtemp(prefix="orgdesign-"))
    server = TrialDatabase(folder, FAST)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def migrated_template(postgres: TrialDatabase) -> str:
    """The name of a database with all tables and nothing in them, to be copied."""
    postgres.create(TEMPLATE)
    database = TeamDatabase(sqlalchemy_url(postgres.url(TEMPLATE)))
    migrate_database(database)
    database.close()
    return TEMPLATE


@contextmanager
def another_database(postgres: TrialDatabase, template: str) -> Iterator[TeamDatabase]:
    """One more database with all tables and nothing in them."""
    name = f"test{next(_numbers)}"
    postgres.create(name, like=template)
    opened = TeamDatabase(sqlalchemy_url(postgres.url(name)))
    yield opened
    opened.close()


@pytest.fixture
def database_url(postgres: TrialDatabase, migrated_template: str) -> str:
    """Where a database of this test alone is, as the environment says it."""
    name = f"test{next(_numbers)}"
    postgres.create(name, like=migrated_template)
    return postgres.url(name)


@pytest.fixture
def database(database_url: str) -> Iterator[TeamDatabase]:
    """A database of this test alone, with all tables and nothing in them."""
    opened = TeamDatabase(sqlalchemy_url(database_url))
    yield opened
    opened.close()

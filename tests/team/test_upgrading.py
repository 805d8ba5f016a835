"""What releases left in a database is all there after today's steps of migration."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pyotp
import pytest
from sqlalchemy import text

from orgdesign.render import Engine
from orgdesign.team import access, together
from orgdesign.team.app import create_team_app
from orgdesign.team.backup import back_up
from orgdesign.team.database import TeamDatabase
from orgdesign.team.log.chain import breaks_in_log, chain_ends
from orgdesign.team.migrations import migrate_database, missing_migrations
from orgdesign.team.organisations.exchange import export_folder
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.people.people import Person, everybody, find_by_email
from orgdesign.team.rights.team_access import TeamAccess
from orgdesign.team.settings import read_settings
from orgdesign.team.trial_database import TrialDatabase, program
from tests.team.conftest import sqlalchemy_url
from tests.team.pages.test_reviews import review_page
from tests.team.releases.filled_database import HERE, LINK_PASSWORD, PASSWORD, DumpFacts, facts_of
from tests.team.together import URL, Browser

NUMBERS = sorted(file.stem for file in HERE.glob("*.sql"))
_databases = count(1)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


@pytest.fixture(params=NUMBERS)
def number(request: pytest.FixtureRequest) -> str:
    """The newest step of migration of the release that wrote a dump."""
    return str(request.param)


def restored(postgres: TrialDatabase, sql: str) -> str:
    """Return where a new database is that has what a dump says."""
    name = f"release{next(_databases)}"
    postgres.create(name)
    url = postgres.url(name)
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql)  # type: ignore[call-overload]
    return url


@pytest.fixture
def url(postgres: TrialDatabase, number: str) -> str:
    return restored(postgres, (HERE / f"{number}.sql").read_text("utf-8"))


@pytest.fixture
def migrated(url: str) -> Iterator[TeamDatabase]:
    database = TeamDatabase(sqlalchemy_url(url))
    migrate_database(database)
    yield database
    database.close()


def anybody(database: TeamDatabase, engine: Engine) -> Browser:
    """Return the browser of somebody who has not signed in yet."""
    environment = {
        "ORGDESIGN_DATABASE_URL": "postgresql://unused",
        "ORGDESIGN_SECRET": "s" * 40,
        "ORGDESIGN_URL": URL,
    }
    resources = TeamResources(database, engine, TeamAccess())
    app = create_team_app(resources, read_settings(environment), access.install, together.install)
    return Browser(app.test_client(), Person("", "", ""))


def sign_in(browser: Browser, email: str, facts: DumpFacts) -> None:
    """Sign in with the password, and the authenticator where there is one."""
    answer = browser.post("/sign-in", email=email, password=PASSWORD)
    if answer.headers["Location"] == "/sign-in/code":
        answer = browser.post("/sign-in/code", code=pyotp.TOTP(facts.authenticator).now())
    assert answer.status_code == 303, answer.text
    listed = browser.get("/")
    shop = re.search(r'(/o/[0-9a-f]+)"(?:(?!/o/).)*shop.yaml', listed.text, re.DOTALL)
    browser.address = shop[1] if shop else listed.headers["Location"].partition("?")[0]


def test_the_newest_step_has_a_dump_of_its_release(database: TeamDatabase):
    """Whoever adds a step writes the dump of the one before first: see `filled_database`."""
    with database.reading() as connection:
        assert NUMBERS[-1] == connection.scalar(text("SELECT version_num FROM alembic_version"))


def test_texts_and_the_log_are_what_they_were(migrated: TeamDatabase, number: str, tmp_path: Path):
    facts = facts_of(number)
    assert missing_migrations(migrated) == []
    with migrated.reading() as connection:
        assert [*breaks_in_log(connection)] == []
        assert {str(key): [*end] for key, end in chain_ends(connection).items()} == facts.log_ends
        texts = connection.execute(text("SELECT count(*) FROM version")).scalar_one()
        assert texts >= 4
    assert sorted(export_folder(migrated, tmp_path)) == ["second.yaml", "shop.yaml"]
    for name, said in facts.texts.items():
        assert (tmp_path / f"{name}.yaml").read_bytes() == said.encode()


def test_people_come_in_and_find_what_was_theirs(
    migrated: TeamDatabase, number: str, engine: Engine
):
    facts = facts_of(number)
    bea = anybody(migrated, engine)
    sign_in(bea, "bea@example.com", facts)
    comments = bea.get("comments").text
    assert "Too hot" in comments
    assert "Sunday" not in comments  # which is not of their branch
    assert bea.get("history").status_code == 404

    ana = anybody(migrated, engine)
    sign_in(ana, "ana@example.com", facts)
    assert "naïve as it sounds? 🍞" in ana.get("comments").text
    review = review_page(ana)
    assert "Under review" in review
    assert "Stone bakes better" in review
    share = ana.get("share").text
    assert "The board" in share
    assert "Bea Öztürk" in share
    with migrated.reading() as connection:
        assert {each.name for each in everybody(connection) if each.is_disabled} == {"Cem"}
        assert find_by_email(connection, "dan@example.com")


def test_links_open_still(migrated: TeamDatabase, number: str, engine: Engine):
    link = f"/l/{facts_of(number).link}"
    visitor = anybody(migrated, engine)
    assert visitor.post(link, password="wrong").status_code == 403
    opened = visitor.post(link, password=LINK_PASSWORD)
    assert opened.status_code == 303
    assert "Till" in visitor.get(f"{opened.headers['Location']}/table").text


def test_a_recovery_code_works_still(migrated: TeamDatabase, number: str, engine: Engine):
    facts = facts_of(number)
    if not facts.recovery_code:  # that release knew of no second factor
        return
    browser = anybody(migrated, engine)
    browser.post("/sign-in", email="ana@example.com", password=PASSWORD)
    assert browser.post("/sign-in/code", code="aaaa-aaaa-aaaa-aaaa").status_code == 403
    assert browser.post("/sign-in/code", code=facts.recovery_code).status_code == 303


def test_a_backup_of_before_is_the_way_back(
    postgres: TrialDatabase, url: str, migrated: TeamDatabase, number: str, tmp_path: Path
):
    """A step cannot be undone; the dump from before it is restored beside, and is migrated too."""
    before = restored(postgres, (HERE / f"{number}.sql").read_text("utf-8"))
    back_up(before, tmp_path / "before.dump")
    name = f"again{next(_databases)}"
    postgres.create(name)
    command = [program("pg_restore"), "--no-owner", f"--dbname={postgres.url(name)}"]
    subprocess.run([*command, str(tmp_path / "before.dump")], check=True)
    database = TeamDatabase(sqlalchemy_url(postgres.url(name)))
    with database.reading() as connection:
        kept = connection.scalar(text("SELECT version_num FROM alembic_version"))
    assert kept == number
    migrate_database(database)
    with database.reading() as again, migrated.reading() as connection:
        assert chain_ends(again) == chain_ends(connection)
    database.close()

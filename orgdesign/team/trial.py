"""A team server for trying: a PostgreSQL, a secret and a first administrator of its own."""

from __future__ import annotations

import secrets
import signal
import sys
from pathlib import Path

from orgdesign.team.administration import let_manage, make_administrator
from orgdesign.team.database import TeamDatabase
from orgdesign.team.migrations import migrate_database
from orgdesign.team.organisations.exchange import import_folder
from orgdesign.team.organisations.records import all_rows
from orgdesign.team.people.people import find_by_email
from orgdesign.team.serve import serve_team
from orgdesign.team.settings import read_settings
from orgdesign.team.trial_database import TrialDatabase

NAME = "orgdesign"
FIRST = "admin@example.com"
LINK = """\
Open this link to choose a password. You are {first}, the first administrator:

  {link}
"""
SIGN_IN = "Sign in as {first}. With --new-link you get a link to choose another password."


def try_team(folder: Path, port: int, organisations: Path, *, new_link: bool = False) -> None:
    """Serve a team from a folder that holds all of it, until told to end.

    The first time, it takes in the files of ``organisations``. It prints a link for the first
    administrator until that has been used, and where a ``new_link`` is asked for.

    Raises ``OrgdesignError`` where PostgreSQL is missing or the port is taken.
    """
    signal.signal(signal.SIGTERM, _stop)
    postgres = TrialDatabase(folder / "postgres")
    try:
        postgres.start()
        postgres.create(NAME)
        environment = _environment(folder, postgres.url(NAME), port)
        _set_up(environment, organisations, new_link=new_link)
        serve_team(environment)
    finally:
        postgres.stop()


def _environment(folder: Path, url: str, port: int) -> dict[str, str]:
    secret = folder / "secret"
    if not secret.exists():
        secret.touch(0o600)
        secret.write_text(secrets.token_urlsafe(48))
    return {
        "ORGDESIGN_DATABASE_URL": url,
        "ORGDESIGN_SECRET_FILE": str(secret),
        "ORGDESIGN_URL": f"http://127.0.0.1:{port}",
        "ORGDESIGN_LISTEN": f"127.0.0.1:{port}",
        "ORGDESIGN_PROCESSES": "2",
    }


def _set_up(environment: dict[str, str], organisations: Path, *, new_link: bool) -> None:
    settings = read_settings(environment)
    database = TeamDatabase(settings.database_url)
    migrate_database(database)
    with database.reading() as connection:
        first = find_by_email(connection, FIRST)
        is_new = first is None and not all_rows(connection)
    if first is None or not first.has_password or new_link:
        _say(LINK.format(first=FIRST, link=make_administrator(database, FIRST, settings.url)))
    else:
        _say(SIGN_IN.format(first=FIRST))
    if is_new:
        taken = import_folder(database, organisations)
        with database.writing() as connection:
            let_manage(connection, FIRST, [one.organisation.id for one in taken])
    database.close()


def _stop(*_: object) -> None:
    raise SystemExit(0)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()

"""A team server on a PostgreSQL of its own, for measuring and for tests.

Where people are signed in, it is the server as it is, and each of them has a cookie; else nobody
signs in, and the header ``X-Person`` is believed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

from flask import Flask, g, request

from orgdesign.redaction import Scope
from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.migrations import migrate_database
from orgdesign.team.organisations.database_store import DatabaseStore
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.people.people import add_group, add_person, join_group
from orgdesign.team.people.sign_ins import sign_in
from orgdesign.team.rights.grants import Level, add_grant
from orgdesign.team.serve import serve_team
from orgdesign.team.settings import DATABASE_URL, TeamSettings, read_settings
from orgdesign.team.trial_database import TrialDatabase
from orgdesign.team.viewer import SYSTEM, OpenAccess, Viewer
from orgdesign.web.app import create_app
from orgdesign.web.kit import file_key

PERSON = "X-Person"
SIGNED_IN = "signed-in"
PATIENCE = 600.0


def believe(app: Flask, resources: TeamResources, settings: TeamSettings) -> None:
    """Let everybody in, as whom they say they are."""
    app.extensions["stream_subject"] = lambda: g.viewer.id

    @app.before_request
    def note_viewer() -> None:
        name = request.headers.get(PERSON, "somebody")
        g.viewer = Viewer(name, name)
        g.workspace = resources.workspace_for(g.viewer)


@dataclass
class TeamUnderTest:
    """A database and a server on it, both of which can be killed."""

    database: TrialDatabase
    port: int
    processes: int
    signs_in: bool = False
    server: subprocess.Popen[bytes] | None = None
    cookies: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """Return what the server is told."""
        return {
            "ORGDESIGN_DATABASE_URL": self.database.url("team"),
            "ORGDESIGN_SECRET": "s" * 64,
            "ORGDESIGN_URL": f"http://127.0.0.1:{self.port}",
            "ORGDESIGN_LISTEN": f"127.0.0.1:{self.port}",
            "ORGDESIGN_PROCESSES": str(self.processes),
        }

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [sys.executable, "-m", "benchmarks.team_server", *[SIGNED_IN] * self.signs_in]
        self.server = subprocess.Popen(command, env={**os.environ, **self.environment})
        deadline = time.monotonic() + PATIENCE
        while self.server.poll() is None and time.monotonic() < deadline:
            try:
                self.get("/health")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("the server did not start")

    def stop(self) -> None:
        """Stop the server."""
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(PATIENCE)
            self.server = None

    def get(self, path: str) -> str:
        """Return a page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=self.headers)
        said = connection.getresponse().read().decode()
        connection.close()
        return said

    @property
    def headers(self) -> dict[str, str]:
        """Return what a browser of the first who is signed in sends."""
        return {"Cookie": self.cookies[0]} if self.cookies else {}

    def let_in(self, organisation: int, **people: int) -> None:
        """Sign so many people in who may do each of some things with an organisation."""
        database = TeamDatabase(read_settings(self.environment).database_url)
        with database.writing() as connection:
            for level, count in people.items():
                group = add_group(connection, "", f"Who may {level}")
                may = cast(Level, level)
                add_grant(connection, "", organisation, may, Scope(), group=group.id)
                for number in range(count):
                    address = f"{level}-{number}@example.com"
                    person = add_person(connection, "", address, f"{level.title()} {number}")
                    join_group(connection, "", group.id, person.id)
                    token = sign_in(connection, person, "benchmark")
                    self.cookies.append(f"orgdesign-sign-in={token}")
        database.close()

    def workers(self) -> list[int]:
        """Return the ids of the processes that answer."""
        assert self.server
        listed = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children")
        return [int(each) for each in listed.read_text().split()]

    def import_text(self, name: str, text: str, **people: int) -> str:
        """Put an organisation into the database and return the key of its addresses.

        So many people are let in and signed in who may do each of some things with it.
        """
        settings = read_settings(self.environment)
        database = TeamDatabase(settings.database_url)
        workspace = TeamResources(database, Engine(), OpenAccess()).workspace_for(SYSTEM)
        file = workspace.create(name, text.encode(), "Imported")
        self.let_in(cast(DatabaseStore, file.history).organisation, **people)
        from orgdesign.team.app import PageSettings

        app = create_app(None, PageSettings(settings))
        with app.app_context():
            key = file_key(file)
        database.close()
        return key


@contextmanager
def team_under_test(
    processes: int, port: int, settings: Sequence[str] = (), *, signs_in: bool = False
) -> Iterator[TeamUnderTest]:
    """Give a PostgreSQL in a temporary folder, migrated, and a server on it that is started."""
    folder = Path(mkdtemp(prefix="orgdesign-"))
    database = TrialDatabase(folder, settings)
    database.start()
    database.create("team")
    team = TeamUnderTest(database, port, processes, signs_in)
    opened = TeamDatabase(
        read_settings(
            {"ORGDESIGN_DATABASE_URL": database.url("team")}, (DATABASE_URL,)
        ).database_url
    )
    migrate_database(opened)
    opened.close()
    try:
        team.start()
        yield team
    finally:
        team.stop()
        database.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    serve_team(os.environ, *() if SIGNED_IN in sys.argv else [believe])

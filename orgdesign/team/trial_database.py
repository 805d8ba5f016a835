"""A PostgreSQL of one's own in a folder, for trying and for tests: on a socket, for nobody else."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from psycopg import OperationalError, connect
from psycopg.sql import SQL, Identifier

from orgdesign.problems import OrgdesignError

PLACES = Path("/usr/lib/postgresql")
OWNER = "orgdesign"
OTHERWISE = "postgres"
"""Whom PostgreSQL runs as where we are root, as which it refuses to run."""
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""Settings for tests, whose database need not outlive a power cut."""
PATIENCE = 120.0
"""How many seconds a server may take to start or to end, on the slowest of machines."""


class NoPostgres(OrgdesignError):  # noqa: N818 - what a user calls it
    """PostgreSQL is not installed here, or does not start."""


class TrialDatabase:
    """A PostgreSQL server whose data, socket and log are in one folder."""

    def __init__(self, folder: Path, settings: Sequence[str] = ()) -> None:
        self.folder, self._settings = folder, settings
        self._data, self._socket = folder / "data", folder / "socket"
        self._process: subprocess.Popen[Any] | None = None

    def url(self, name: str = "postgres") -> str:
        """Return where a database of it is, as ``ORGDESIGN_DATABASE_URL`` says it."""
        return f"postgresql://{OWNER}@/{name}?host={quote(str(self._socket), safe='')}"

    def start(self) -> None:
        """Set the folder up where it is new, and start the server on it."""
        if not (self._data / "PG_VERSION").exists():
            self._set_up()
        self._end_left_over()
        options = [
            "listen_addresses=",
            f"unix_socket_directories={self._socket}",
            "unix_socket_permissions=0700"
            if _account() is None
            else "unix_socket_permissions=0770",
            *self._settings,
        ]
        command = [program("postgres"), "-D", str(self._data), *(f"--{one}" for one in options)]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **_as_account())  # noqa: S603
        self._wait()

    def _end_left_over(self) -> None:
        """End a server on this folder whose own program was killed, and forget its sockets."""
        note = self._data / "postmaster.pid"
        deadline = time.monotonic() + PATIENCE
        while note.exists() and time.monotonic() < deadline:
            try:
                os.kill(int(note.read_text().split()[0]), signal.SIGINT)
            except (OSError, ValueError, IndexError):
                break
            time.sleep(0.2)
        for stale in self._socket.iterdir():
            stale.unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop the server, whoever is connected."""
        if self._process:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(PATIENCE)
            self._process = None

    def kill(self) -> None:
        """Kill the server with all that it started, for tests of what is left then."""
        if self._process:
            children = _children(self._process.pid)
            for process in (self._process.pid, *children):
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            self._process.wait(PATIENCE)
            self._process = None

    def create(self, name: str, like: str = "template1") -> None:
        """Make a database that has what another one has, unless there is one of that name."""
        with connect(self.url(), autocommit=True) as server:
            if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).rowcount:
                names = Identifier(name), Identifier(like)
                server.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))

    def _set_up(self) -> None:
        account = _account()
        for folder in (self.folder, self._data, self._socket):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if account:
                shutil.chown(folder, account, account)
        command = [program("initdb"), "-D", str(self._data), "-U", OWNER, "-A", "trust", "-N"]
        command += ["-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, **_as_account())  # noqa: S603
        if done.returncode:
            raise NoPostgres(f"PostgreSQL could not be set up: {done.stderr.strip()}")

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while self._process and self._process.poll() is None and time.monotonic() < deadline:
            try:
                connect(self.url()).close()
            except OperationalError:
                time.sleep(0.05)
            else:
                return
        raise NoPostgres(f"PostgreSQL did not start; {self.folder / 'log'} says why.")


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(each) for each in listed.read_text().split()] if listed.exists() else []


def program(name: str) -> str:
    """Return where one of PostgreSQL's programs is: Debian keeps them off the path."""
    found = sorted(PLACES.glob(f"*/bin/{name}"), reverse=True)
    path = str(found[0]) if found else shutil.which(name)
    if path is None:
        raise NoPostgres("PostgreSQL is not installed here. Install it: apt-get install postgresql")
    return path


def _as_account() -> dict[str, Any]:
    """Return how a program of PostgreSQL is started: by itself, and never as root."""
    account = _account()
    alone = {"stdin": subprocess.DEVNULL, "cwd": "/", "start_new_session": True}
    return alone | ({"user": account, "group": account, "extra_groups": []} if account else {})


def _account() -> str | None:
    return OTHERWISE if hasattr(os, "geteuid") and os.geteuid() == 0 else None

"""The team server: processes on one port over one database, each of which can answer anybody."""

from __future__ import annotations

import resource
import signal
import socket
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

from flask import Flask

from orgdesign.diagnosis.language import shared_reader
from orgdesign.problems import OrgdesignError
from orgdesign.process import settle
from orgdesign.render import Engine
from orgdesign.team.app import create_team_app
from orgdesign.team.change_listener import listen
from orgdesign.team.database import TeamDatabase
from orgdesign.team.git_mirror import keep_mirror
from orgdesign.team.job_process import JobForwarder, listen_for_jobs
from orgdesign.team.migrations import require_migrated
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.parts import Install
from orgdesign.team.processes import keep_running
from orgdesign.team.rights.team_access import TeamAccess
from orgdesign.team.settings import TeamSettings, read_settings
from orgdesign.team.viewer import OpenAccess
from orgdesign.web.http_server import http_server
from orgdesign.web.kit import Streams

MOST_UNKNOWN = 64_000
"""How many bytes whoever is not signed in may send: a form to sign in with."""
BACKLOG = 1024
TURN = 0.001
"""For how many seconds a thread works before one gets its turn that the database answered."""


def serve_team(environment: Mapping[str, str], *parts: Install) -> None:
    """Serve the organisations of a database until told to end, with other ``parts`` in a trial.

    Raises ``OrgdesignError`` where the environment, the database or the port is not as it must be.
    """
    settings = read_settings(environment)
    database = TeamDatabase(settings.database_url)
    require_migrated(database)
    database.close()  # each process has connections of its own
    with _listening(*settings.listen) as listener:
        _allow_many_connections()
        _say(f"orgdesign answers at {settings.url}. Stop with Ctrl+C.")
        with TemporaryDirectory(prefix="orgdesign-") as folder:
            jobs = Path(folder, "jobs")
            keep_running(
                settings.processes,
                lambda number: run_process(number, jobs, listener, settings, parts),
            )
    _say("\norgdesign has stopped.")


def run_process(
    number: int,
    jobs: Path,
    listener: socket.socket,
    settings: TeamSettings,
    parts: tuple[Install, ...] = (),
) -> None:
    """Answer requests in this process until it is told to end.

    The first keeps the mirror and does long work, for all, on the socket ``jobs``.
    """
    signal.signal(signal.SIGTERM, _stop)
    sys.setswitchinterval(TURN)
    database = TeamDatabase(settings.database_url)
    if settings.mirror and number == 0:
        keeping = (database, settings.mirror, Event())
        Thread(target=keep_mirror, args=keeping, daemon=True).start()
    with Engine() as engine:
        engine.warm()
        Thread(target=shared_reader().warm, daemon=True).start()
        access = OpenAccess() if parts else TeamAccess()
        app = create_team_app(TeamResources(database, engine, access), settings, *parts)
        if number == 0:
            listen_for_jobs(jobs, partial(_server, app, settings, map={}))
        else:
            app.wsgi_app = JobForwarder(app.wsgi_app, jobs)  # type: ignore[method-assign]
        settle()
        answer(app, listener, settings)
    database.close()


def answer(app: Flask, listener: socket.socket, settings: TeamSettings) -> None:
    """Answer requests, and tell open pages what changed, until the process is told to end."""
    streams: Streams = app.extensions["streams"]
    streams.is_told = True
    ended = Event()
    Thread(target=listen, args=(settings.database_url, streams, ended), daemon=True).start()
    for begin in app.extensions.get("beside_requests", ()):
        begin(ended)
    server = _server(app, settings, listener)
    try:
        server.run()
    finally:
        ended.set()
        streams.close()
        server.close()


def _server(app: Flask, settings: TeamSettings, listener: socket.socket, **more: Any) -> Any:
    scheme = settings.url.partition(":")[0]
    knows = app.extensions["knows_cookies"]
    return http_server(app, listener, knows, MOST_UNKNOWN, url_scheme=scheme, **more)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as failure:
        raise OrgdesignError(
            f"ORGDESIGN_LISTEN: port {port} cannot be used ({failure.strerror or failure})."
        ) from None


def _allow_many_connections() -> None:
    """Let each process hold as many connections as the system allows: one for every open page."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _stop(*_: object) -> None:
    raise SystemExit(0)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()

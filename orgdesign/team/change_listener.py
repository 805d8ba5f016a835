"""What changed is told to every process by PostgreSQL, and by each to its open pages."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Event

import psycopg
from sqlalchemy import Connection, func, select

from orgdesign.team.organisations.records import CHANGES
from orgdesign.web.kit import Streams, failure_site

log = logging.getLogger("orgdesign.team")

ACCESS = "orgdesign_access"
"""The channel on which is told whose pages may no longer be theirs: an id, or nothing for all."""
GATHERED = 0.1
"""For how many seconds changes are gathered before pages are told."""
AGAIN = 1.0
"""After how many seconds a lost connection is made anew."""
QUIET = 10.0


def listen(url: str, streams: Streams, ended: Event) -> None:
    """Tell the open pages of one process what PostgreSQL tells it, until that has ended.

    Whatever was told while the connection was lost is made up for by looking at everything.
    """
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    while not ended.is_set():
        try:
            with psycopg.connect(plain, autocommit=True) as connection:
                connection.execute(f"LISTEN {CHANGES}")
                connection.execute(f"LISTEN {ACCESS}")
                streams.drop()  # who may see what may have changed too: they come again at once
                _pass_on(connection, streams, ended)
        except Exception as failure:
            log.error("Changes are listened for anew: %s", failure_site(failure))
        ended.wait(AGAIN)


def _pass_on(connection: psycopg.Connection, streams: Streams, ended: Event) -> None:
    while not ended.is_set():
        sources = set()
        for channel, said in _notifications(connection):
            if channel == ACCESS:
                streams.drop(said or None)
            else:
                sources.add(said)
        for source in sources:
            streams.look(source)
            streams.look("files")


def _notifications(connection: psycopg.Connection) -> Iterator[tuple[str, str]]:
    """Yield what was told: the first after however long, and what comes within a moment of it.

    Each time it is listened to the end: what is told meanwhile would be lost.
    """
    told = list(connection.notifies(timeout=QUIET, stop_after=1))
    if told:
        told += connection.notifies(timeout=GATHERED)
    yield from ((one.channel, one.payload) for one in told)


def tell_changed(connection: Connection, organisation: int) -> None:
    """Let open pages of an organisation be looked at anew, once this is kept."""
    connection.execute(select(func.pg_notify(CHANGES, f"organisation:{organisation}")))

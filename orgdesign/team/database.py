"""The connections of one process to PostgreSQL, and the tables that are kept there."""

from __future__ import annotations

import select
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from psycopg import Error
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Identity,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    func,
)
from sqlalchemy.exc import DBAPIError, InvalidatePoolError, OperationalError
from sqlalchemy.schema import SchemaItem

from orgdesign.problems import OrgdesignError

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)
"""All tables of the team server; each part adds its own, with a revision in ``migrations``."""


def team_table(name: str, *parts: SchemaItem) -> Table:
    """Return a table of the team server, of its columns and what holds of them."""
    return Table(name, METADATA, *parts)


def key_column(name: str = "id") -> Column[str]:
    """Return the column of a text by which a row is found."""
    return Column(name, Text, primary_key=True)


def number_column() -> Column[int]:
    """Return the column of a row's own number."""
    return Column("id", BigInteger, Identity(always=True), primary_key=True)


def organisation_column() -> Column[int]:
    """Return the column of the organisation that a row belongs to, and goes with."""
    key = ForeignKey("organisation.id", ondelete="CASCADE")
    return Column("organisation", BigInteger, key, nullable=False)


def person_column(*, primary_key: bool = False) -> Column[str]:
    """Return the column of the person whose row it is, who takes it along."""
    key = ForeignKey("person.id", ondelete="CASCADE")
    return Column("person", Text, key, primary_key=primary_key, nullable=False)


def moment_column(name: str) -> Column[datetime]:
    """Return the column of a moment: when the row was written, if nothing else is said."""
    return Column(name, DateTime(timezone=True), nullable=False, server_default=func.now())


def text_column(name: str, default: str | None = None) -> Column[str]:
    """Return the column of a text that every row has."""
    return Column(name, Text, nullable=False, server_default=default)


CONNECTIONS = 10
"""How many connections a process holds; its threads are fewer."""
PATIENCE = 10
"""How many seconds a request waits for a connection."""


class DatabaseAway(OrgdesignError):  # noqa: N818 - what a user calls it
    """PostgreSQL does not answer; nothing was changed, or it is not known whether it was."""


class TeamDatabase:
    """One process's pool of connections; made after a fork, never before."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = create_engine(
            url,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=PATIENCE,
            connect_args={"connect_timeout": PATIENCE, "application_name": "orgdesign"},
        )
        event.listen(self.engine, "checkout", _require_alive)
        self._reader = self.engine.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to look something up: each question is one way there and back."""
        with _as_away(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept all together once the block is left, or none."""
        with _as_away(), self.engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def _require_alive(connection: Any, *_: object) -> None:
    """Let the pool connect anew where PostgreSQL has gone since; nothing is sent to find out.

    A connection at rest has something to read only where the other side said something unasked,
    which is mostly that it ended: then it is asked.
    """
    try:
        looked = select.poll()
        looked.register(connection.fileno(), select.POLLIN)
        if looked.poll(0):
            connection.execute("SELECT 1")
            connection.rollback()
    except Error:
        raise InvalidatePoolError from None


@contextmanager
def _as_away() -> Iterator[None]:
    """Turn what a lost connection says, which may quote what was sent, into a sentence."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error, OperationalError) or error.connection_invalidated:
            raise DatabaseAway("The database does not answer. Try again in a moment.") from None
        raise

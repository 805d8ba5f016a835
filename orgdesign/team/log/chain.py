"""The log as chains of entries, each of which holds the digest of the one before it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, desc, func, insert, select, tuple_
from sqlalchemy.dialects.postgresql import JSONB

from orgdesign.team.log.tables import LOG
from orgdesign.value_objects import value_object

BEGINNING = "0" * 64
"""What the first entry of a chain holds in place of the digest of the one before."""
SERVER = 0
"""The chain of what belongs to no organisation: signing in, people, groups."""
_LOCK = 0x6C6F67


@value_object
class LogEntry:
    """What was done, by whom, and when; ``about`` says to what, never what is hidden there."""

    chain: int
    number: int
    at: datetime
    actor: str
    action: str
    about: Mapping[str, Any]


@value_object
class Break:
    """A place where the log is not what was written: an entry, or one that is missing."""

    chain: int
    number: int
    reason: str


def append_entry(
    connection: Connection, actor: str, action: str, *, chain: int = SERVER, **about: Any
) -> None:
    """Note what is done, in the transaction in which it is done: both are kept, or none."""
    connection.execute(select(func.pg_advisory_xact_lock(_LOCK, chain)))
    last = connection.execute(_newest(chain)).one_or_none()
    number, before = (last.number + 1, last.digest) if last else (1, BEGINNING)
    said = {
        "number": number,
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "actor": actor,
        "action": action,
        "about": about,
    }
    entry = json.dumps(said, ensure_ascii=False, sort_keys=True)
    values = {"number": number, "entry": entry, "digest": entry_digest(before, entry)}
    connection.execute(insert(LOG).values(chain=chain, **values))


def _newest(chain: int) -> Any:
    return (
        select(LOG.c.number, LOG.c.digest)
        .where(LOG.c.chain == chain)
        .order_by(desc(LOG.c.number))
        .limit(1)
    )


def entry_digest(before: str, entry: str) -> str:
    """Return the digest of an entry and of all that came before it."""
    return sha256(f"{before}\n{entry}".encode()).hexdigest()


def log_lines(connection: Connection) -> Iterator[str]:
    """Yield the log as JSON, an entry a line, as ``verify_log.py`` reads it."""
    for row in connection.execute(select(LOG).order_by(LOG.c.chain, LOG.c.number)).mappings():
        yield json.dumps(dict(row), ensure_ascii=False)


def breaks_in_log(connection: Connection) -> Iterator[Break]:
    """Yield each place where the log is not what was written."""
    chain, number, digest = -1, 0, BEGINNING
    for row in connection.execute(select(LOG).order_by(LOG.c.chain, LOG.c.number)):
        if row.chain != chain:
            chain, number, digest = row.chain, 0, BEGINNING
        number += 1
        if row.number != number:
            yield Break(chain, number, "an entry is missing")
            number, digest = row.number, row.digest
        elif row.digest != entry_digest(digest, row.entry):
            yield Break(chain, number, "the entry is not what was written")
        digest = row.digest


def chain_ends(connection: Connection) -> dict[int, tuple[int, str]]:
    """Return the last number and digest of each chain: kept elsewhere, they tell what was cut."""
    last = select(LOG.c.chain, func.max(LOG.c.number)).group_by(LOG.c.chain)
    newest = select(LOG).where(tuple_(LOG.c.chain, LOG.c.number).in_(last)).order_by(LOG.c.chain)
    return {row.chain: (row.number, row.digest) for row in connection.execute(newest)}


def newest_entries(
    connection: Connection, count: int, *, chain: int | None = None, before: int = 0
) -> list[LogEntry]:
    """Return the newest entries of a chain or, without one, of all chains."""
    found = select(LOG).order_by(desc(LOG.c.entry.cast(JSONB)["at"].astext)).limit(count)
    if chain is not None:
        found = select(LOG).where(LOG.c.chain == chain).order_by(desc(LOG.c.number)).limit(count)
        found = found.where(LOG.c.number < before) if before else found
    return [_entry(row.chain, row.entry) for row in connection.execute(found)]


def _entry(chain: int, entry: str) -> LogEntry:
    said = json.loads(entry)
    at = datetime.fromisoformat(said["at"])
    return LogEntry(chain, said["number"], at, said["actor"], said["action"], said["about"])

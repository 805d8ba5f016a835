"""What somebody did themselves, in which undo and redo walk; what others did in between stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from orgdesign.team.organisations.tables import VERSION
from orgdesign.value_objects import value_object

MOST_OWN = 200
"""How far back somebody's own versions are looked through."""


@value_object
class OwnVersion:
    """A version that somebody made: what it says, what it came after, and what it takes back."""

    id: int
    number: int
    sentence: str
    digest: str
    takes_back: int | None


@value_object
class OwnChanges:
    """The change that undo takes back, and the undo that redo takes back."""

    undo: OwnVersion | None = None
    redo: OwnVersion | None = None


def own_changes(connection: Connection, organisation: int, author: str) -> OwnChanges:
    """Return where somebody's own history of an organisation stands."""
    v = VERSION.c
    rows = connection.execute(
        select(v.id, v.number, v.sentence, v.digest, v.takes_back)
        .where(v.organisation == organisation, v.author == author, v.number > 1)
        .order_by(v.id.desc())
        .limit(MOST_OWN)
    )
    return walk([OwnVersion(*row) for row in rows])


def walk(versions: Iterable[OwnVersion]) -> OwnChanges:
    """Return the newest change that stands, and the newest undo with nothing new after it.

    ``versions`` come the newest first. What takes back an undo is a redo: the change that the undo
    took back stands again.
    """
    standing = list(_standing(versions))
    changes = (one for one in standing if one.takes_back is None)
    newest = standing[0] if standing else None
    return OwnChanges(next(changes, None), newest if newest and newest.takes_back else None)


def _standing(versions: Iterable[OwnVersion]) -> Iterator[OwnVersion]:
    """Yield changes and undos that nothing took back; a redo says no more than what it took back.

    A change that an undo took back, which itself still stands, is gone.
    """
    listed = list(versions)
    undos = {one.id for one in listed if one.takes_back is not None}
    redos = {one.id for one in listed if one.takes_back in undos}
    redone = {one.takes_back for one in listed if one.id in redos}
    gone = {one.takes_back for one in listed if one.id in undos - redos - redone}
    yield from (one for one in listed if one.id not in redos | redone | gone)


def version_before(connection: Connection, organisation: int, number: int) -> str | None:
    """Return the digest of the version before one, by its number."""
    asked = select(VERSION.c.digest).where(
        VERSION.c.organisation == organisation, VERSION.c.number == number - 1
    )
    digest: str | None = connection.execute(asked).scalar()
    return digest

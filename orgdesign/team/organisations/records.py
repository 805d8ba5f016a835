"""The rows of organisations and versions: read, and written by compare-and-set."""

from __future__ import annotations

import zlib
from datetime import datetime

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.postgresql import insert

from orgdesign.storage import Conflict, JournalError, Version, digest
from orgdesign.team.organisations.tables import CONTENT, ORGANISATION, VERSION
from orgdesign.team.viewer import Viewer
from orgdesign.value_objects import value_object

CHANGES = "orgdesign_changes"
"""The channel on which every process hears which organisation has a new version."""
LEVEL = 1
NEWEST = 200
"""Among how many of the newest versions a text is looked for before all are."""


@value_object
class OrganisationRow:
    """An organisation as it is now: its name, and the digest and number of its newest version."""

    id: int
    name: str
    digest: str
    number: int

    @property
    def source(self) -> str:
        """Return what it is called where a change is told of."""
        return f"organisation:{self.id}"


@value_object
class NewVersion:
    """A version to be written: its text, by whom and by which change."""

    data: bytes
    author: Viewer
    sentence: str
    takes_back: int | None = None
    submission: str | None = None
    at: datetime | None = None


_ROW = (ORGANISATION.c.id, ORGANISATION.c.name, ORGANISATION.c.digest, ORGANISATION.c.number)


def all_rows(connection: Connection) -> list[OrganisationRow]:
    """Return every organisation, by name."""
    rows = connection.execute(select(*_ROW).order_by(func.lower(ORGANISATION.c.name)))
    return [OrganisationRow(*row) for row in rows]


def row_of(
    connection: Connection, organisation: int, *, locked: bool = False
) -> OrganisationRow | None:
    """Return an organisation as it is now; ``locked`` keeps others from changing it meanwhile."""
    asked = select(*_ROW).where(ORGANISATION.c.id == organisation)
    row = connection.execute(asked.with_for_update() if locked else asked).first()
    return OrganisationRow(*row) if row else None


def insert_organisation(connection: Connection, name: str, first: NewVersion) -> OrganisationRow:
    """Begin an organisation with its first version. Raises ``Conflict`` where the name is taken."""
    added = connection.execute(
        insert(ORGANISATION)
        .values(name=name, digest=digest(first.data), number=1)
        .on_conflict_do_nothing()
        .returning(*_ROW)
    ).first()
    if added is None:
        raise Conflict(name, b"")
    row = OrganisationRow(*added)
    _insert_version(connection, row, first)
    return row


def change_organisation(
    connection: Connection, organisation: int, expected: str, version: NewVersion
) -> OrganisationRow:
    """Add a version to an organisation whose text still has the digest ``expected``.

    Raises ``Conflict`` where it says something else by now.
    """
    changed = connection.execute(
        update(ORGANISATION)
        .where(ORGANISATION.c.id == organisation, ORGANISATION.c.digest == expected)
        .values(
            digest=digest(version.data), number=ORGANISATION.c.number + 1, changed_at=func.now()
        )
        .returning(*_ROW)
    ).first()
    if changed is None:
        raise Conflict("The organisation", b"")
    row = OrganisationRow(*changed)
    _insert_version(connection, row, version)
    return row


def _insert_version(connection: Connection, row: OrganisationRow, version: NewVersion) -> None:
    """Keep a version and its text, and tell every process, in one way there and back."""
    packed = zlib.compress(version.data, LEVEL)
    text = insert(CONTENT).values(digest=row.digest, data=packed).on_conflict_do_nothing()
    connection.execute(
        insert(VERSION)
        .add_cte(text.cte("kept_text"))
        .values(
            organisation=row.id,
            number=row.number,
            at=version.at or func.clock_timestamp(),
            author=version.author.id,
            author_name=version.author.name,
            sentence=version.sentence,
            digest=row.digest,
            size=len(version.data),
            takes_back=version.takes_back,
            submission=version.submission or None,
        )
        .returning(func.pg_notify(CHANGES, row.source))
    )


def content(connection: Connection, key: str) -> bytes:
    """Return the text with a digest. Raises ``JournalError`` where it is not kept."""
    packed = connection.execute(select(CONTENT.c.data).where(CONTENT.c.digest == key)).scalar()
    if packed is None:
        raise JournalError("That version is no longer kept. Choose a newer one.")
    return zlib.decompress(packed)


def versions_of(
    connection: Connection, organisation: int, most: int | None = None
) -> list[Version]:
    """Return the versions of an organisation, or at most so many, the newest first."""
    v = VERSION.c
    rows = connection.execute(
        select(v.id, v.at, v.sentence, v.digest, v.size, v.author_name)
        .where(v.organisation == organisation)
        .order_by(v.number.desc())
        .limit(most)
    ).all()
    return [
        Version(id_, at, sentence, key, size, author=name)
        for id_, at, sentence, key, size, name in rows
    ]


def has_version(connection: Connection, organisation: int, key: str) -> bool:
    """Tell whether an organisation said the text with a digest once; the newest are asked first."""
    v = VERSION.c
    every = select(v.digest).where(v.organisation == organisation)
    newest = every.order_by(v.number.desc()).limit(NEWEST)
    return any(
        connection.execute(select(among.c.digest).where(among.c.digest == key).limit(1)).first()
        for among in (newest.subquery(), every.subquery())
    )


def is_submitted(connection: Connection, organisation: int, submission: str) -> bool:
    """Tell whether a form was saved as a version already."""
    asked = select(VERSION.c.id).where(
        VERSION.c.organisation == organisation, VERSION.c.submission == submission
    )
    return connection.execute(asked).first() is not None

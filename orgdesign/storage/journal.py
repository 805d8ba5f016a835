"""The history of every file: each version's text, when it came and by which change.

One SQLite database in the user's own state folder, outside their files and their git. Its rollback
journal is truncated rather than WAL: that works on network home folders, needs no shared memory
beside it, and each call can open the database anew, safe from threads, forks and damage.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from orgdesign.storage.database import JournalDatabase
from orgdesign.storage.failures import JournalError
from orgdesign.storage.folder_lock import state_folder
from orgdesign.storage.temporary_files import digest
from orgdesign.storage.version import FIRST, OUTSIDE_CHANGE, Version

MOST_BYTES = 256_000_000
"""How large the history of all files may get before the oldest versions are forgotten."""
LEVEL = 1
"""How hard zlib tries: more effort gains a tenth and takes twice as long."""
FIELDS = "id, time, sentence, digest, size, parent, as_of"


class Journal:
    """The versions of all files of a user, kept in one database.

    Every method raises ``JournalError`` where the database cannot be used, soon and with a
    sentence for the user; a damaged database is put aside and a new one begun.
    """

    def __init__(self, path: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        self.path = path or state_folder() / "history.sqlite3"
        self._database = JournalDatabase(self.path)
        self._most_bytes = most_bytes

    def record(
        self,
        file: Path,
        data: bytes,
        when: datetime,
        sentence: str,
        *,
        as_of: int | None = None,
        key: str = "",
    ) -> Version:
        """Add what a file says now, and by which change it came to say it.

        It follows the newest version; what the history may have missed is added by
        ``record_if_new`` first. ``as_of`` is the version that an undo or redo went to;
        bringing back an old version is an edit like any other. ``key`` is the digest of the
        bytes, where that is known.
        """
        with self._database.writing() as db:
            said = (when, sentence, key or digest(data))
            added = _insert(db, file, data, said, _last(db, file), as_of)
            self._forget_oldest(db)
        return added

    def record_if_new(self, file: Path, data: bytes, when: datetime) -> Version:
        """Return the version that a file is at, adding it where it was edited elsewhere."""
        last = self.last(file)
        key = digest(data)
        if last is not None and last.digest == key:
            return last
        with self._database.writing() as db:
            last = _last(db, file)
            if last is None or last.digest != key:
                last = _insert(db, file, data, (when, OUTSIDE_CHANGE if last else FIRST, key), last)
            self._forget_oldest(db)
        return last

    def versions(self, file: Path) -> list[Version]:
        """Return the versions of a file that are kept, the newest first."""
        with self._database.reading() as db:
            return _select(db, "file = ? ORDER BY id DESC", _name(file))

    def last(self, file: Path) -> Version | None:
        """Return the newest version of a file."""
        with self._database.reading() as db:
            return _last(db, file)

    def text(self, version: Version) -> bytes:
        """Return what the file said in a version."""
        with self._database.reading() as db:
            row = db.execute("SELECT data FROM text WHERE digest = ?", [version.digest]).fetchone()
        if row is None:
            raise JournalError("That version is no longer kept. Choose a newer one.")
        with suppress(zlib.error):
            data = zlib.decompress(row[0])
            if digest(data) == version.digest:
                return data
        raise JournalError("That version was damaged on the disk. Choose another one.")

    def undo(self, file: Path, current: str) -> Version | None:
        """Return the version before the one the file is at, if its digest is still ``current``."""
        with self._database.reading() as db:
            last = _last(db, file)
            if last is None or last.digest != current:
                return None
            here = _select_one(db, "id = ?", last.place)
            return _select_one(db, "id = ?", here.parent) if here else None

    def redo(self, file: Path, current: str) -> Version | None:
        """Return the version undone last, as long as nothing else was changed since."""
        with self._database.reading() as db:
            last = _last(db, file)
            if last is None or last.digest != current or last.as_of is None:
                return None
            return _select_one(db, "parent = ? AND as_of IS NULL ORDER BY id DESC", last.as_of)

    def _forget_oldest(self, db: Connection) -> None:
        """Make room: the oldest versions of all files go first, the newest of each file stays."""
        while _used(db) > self._most_bytes:
            oldest = db.execute(
                "SELECT id FROM version WHERE id NOT IN (SELECT max(id) FROM version GROUP BY file)"
                " ORDER BY id LIMIT 20"
            ).fetchall()
            if not oldest:
                return
            db.executemany("DELETE FROM version WHERE id = ?", oldest)
            db.execute("DELETE FROM text WHERE digest NOT IN (SELECT digest FROM version)")


def _insert(
    db: Connection,
    file: Path,
    data: bytes,
    said: tuple[datetime, str, str],
    last: Version | None,
    as_of: int | None = None,
) -> Version:
    """Add a version; ``said`` is when it came, by which change, and the digest of its bytes."""
    (when, sentence, key), parent = said, last.place if last else None
    if not db.execute("SELECT 1 FROM text WHERE digest = ?", [key]).fetchone():
        db.execute("INSERT INTO text VALUES (?, ?)", [key, zlib.compress(data, LEVEL)])
    row = db.execute(
        f"INSERT INTO version (file, {FIELDS}) VALUES (?, NULL, ?, ?, ?, ?, ?, ?) RETURNING id",  # noqa: S608
        [_name(file), when.isoformat(), sentence, key, len(data), parent, as_of],
    ).fetchone()
    return Version(row[0], when, sentence, key, len(data), parent, as_of)


def _last(db: Connection, file: Path) -> Version | None:
    return _select_one(db, "file = ? ORDER BY id DESC", _name(file))


def _select_one(db: Connection, condition: str, value: object) -> Version | None:
    return next(iter(_select(db, f"{condition} LIMIT 1", value)), None)


def _select(db: Connection, condition: str, value: object) -> list[Version]:
    rows = db.execute(f"SELECT {FIELDS} FROM version WHERE {condition}", [value])  # noqa: S608
    return [Version(key, datetime.fromisoformat(when), *rest) for key, when, *rest in rows]


def _used(db: Connection) -> int:
    pages, free, size = (
        db.execute(f"PRAGMA {what}").fetchone()[0]
        for what in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _name(file: Path) -> str:
    """Return a path as text; one that is not text in any encoding keeps its bytes, spelt out."""
    return str(file).encode("utf-8", "backslashreplace").decode()

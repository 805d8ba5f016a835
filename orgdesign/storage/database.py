"""The database of the history: opened for each call, private, and put aside when damaged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection

from orgdesign.storage.failures import JournalError

LAYOUT = 1
PATIENCE = 3.0
"""How many seconds a call waits for other programs that use the database."""
TABLES = """
CREATE TABLE text (digest TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    time TEXT NOT NULL,
    sentence TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES text,
    size INTEGER NOT NULL,
    parent INTEGER,
    as_of INTEGER
);
CREATE INDEX version_file ON version (file, id);
CREATE INDEX version_digest ON version (digest);
CREATE INDEX version_parent ON version (parent);
"""
DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class JournalDatabase:
    """One database file of one user, safe between threads and processes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open the database to look something up."""
        with self._as_journal_error(), closing(self._connect()) as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the database for a change, on the disk as a whole once the block is left."""
        with self.reading() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.rollback()
                raise
            db.commit()

    def _connect(self) -> Connection:
        self._make_private()
        db = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = TRUNCATE")
            db.execute("PRAGMA synchronous = FULL")
            self._lay_out(db)
        except BaseException:
            db.close()
            raise
        return db

    def _make_private(self) -> None:
        folder = self.path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))

    def _lay_out(self, db: Connection) -> None:
        layout = _layout(db)
        if layout > LAYOUT:
            message = "The history was written by a newer orgdesign. Update orgdesign to see it."
            raise JournalError(message)
        if layout == 0:
            db.execute("BEGIN IMMEDIATE")
            if _layout(db) == 0:  # nobody else was faster
                for statement in TABLES.split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {LAYOUT}")
            db.execute("COMMIT")

    @contextmanager
    def _as_journal_error(self) -> Iterator[None]:
        opened = _identity(self.path)
        try:
            yield
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF in DAMAGE:
                raise JournalError(self._put_aside(opened)) from error
            raise JournalError(f"The history could not be kept: {error}.") from error
        except OSError as error:
            raise JournalError(f"The history could not be kept: {error.strerror}.") from error

    def _put_aside(self, opened: object) -> str:
        """Make room for a new database, unless somebody else has done so already."""
        aside = _free_name(self.path)
        if _identity(self.path) == opened:
            with suppress(OSError):  # its rollback journal must not be applied to the new one
                self.path.with_name(f"{self.path.name}-journal").replace(f"{aside}-journal")
            with suppress(OSError):
                self.path.replace(aside)
        return f"The history was damaged. It was put aside as {aside.name}, and a new one begun."


def _layout(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _identity(path: Path) -> object:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _free_name(path: Path) -> Path:
    count = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{count}{path.suffix}")).exists():
        count += 1
    return aside

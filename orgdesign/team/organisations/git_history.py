"""Every version as a commit with its author, and the way back of it into a database."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Row, func, select

from orgdesign.problems import OrgdesignError
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations import records
from orgdesign.team.organisations.tables import ORGANISATION, VERSION
from orgdesign.value_objects import value_object

BRANCH = "main"
TRAILER = "Orgdesign-Version"
AUTHOR = "Orgdesign-Author"
NOBODY = "orgdesign@localhost"
AT_ONCE = 500
ALONE = 0x6F726765
"""The advisory lock of whoever writes the mirror."""


@value_object
class CommittedText:
    """What a commit of a mirror says: a text, by whom, when and by which change."""

    data: bytes
    author_id: str
    author: str
    at: datetime
    sentence: str


class GitFailed(OrgdesignError):  # noqa: N818 - what a user calls it
    """Git did not do what it was asked to."""


def mirror_versions(database: TeamDatabase, folder: Path) -> int:
    """Commit every version that a repository lacks, and return how many there were.

    One process at a time does it; another that is at it makes this one return 0.
    """
    with database.writing() as connection:
        if not connection.execute(select(func.pg_try_advisory_xact_lock(ALONE))).scalar():
            return 0
        _prepare(folder)
        count = 0
        while rows := _versions_after(connection, _last_mirrored(folder)):
            _commit(folder, connection, rows)
            count += len(rows)
    if count:
        _git(folder, "reset", "--quiet", "--hard")
    return count


def _prepare(folder: Path) -> None:
    if not (folder / ".git").exists():
        folder.mkdir(parents=True, exist_ok=True)
        _git(folder, "init", "--quiet", f"--initial-branch={BRANCH}")


def _last_mirrored(folder: Path) -> int:
    with suppress(GitFailed):
        told = _git(folder, "log", "-1", f"--format=%(trailers:key={TRAILER},valueonly)", BRANCH)
        if told.strip().isdigit():
            return int(told)
    return 0


def _versions_after(connection: Connection, last: int) -> list[Row[tuple[int, ...]]]:
    v = VERSION.c
    asked = (
        select(v.id, v.at, v.author, v.author_name, v.sentence, v.digest, ORGANISATION.c.name)
        .join(ORGANISATION, ORGANISATION.c.id == v.organisation)
        .where(v.id > last)
        .order_by(v.id)
        .limit(AT_ONCE)
    )
    return list(connection.execute(asked).all())  # type: ignore[arg-type]


def _commit(folder: Path, connection: Connection, rows: list[Row[tuple[int, ...]]]) -> None:
    begun = bool(_last_mirrored(folder))
    stream = b"".join(
        part
        for number, row in enumerate(rows)
        for part in _commands(
            row, records.content(connection, row.digest), goes_on=begun and number == 0
        )
    )
    _git(folder, "fast-import", "--quiet", "--date-format=raw", given=stream)


def _commands(row: Row[tuple[int, ...]], data: bytes, *, goes_on: bool) -> Iterator[bytes]:
    """Yield a commit as ``git fast-import`` reads it; ``goes_on`` after what was there before."""
    message = f"{row.sentence}\n\n{TRAILER}: {row.id}\n{AUTHOR}: {row.author}\n".encode()
    name = " ".join(str(row.author_name).translate({ord(sign): " " for sign in "<>\n"}).split())
    who = f"{name or 'orgdesign'} <{NOBODY}> {int(row.at.timestamp())} +0000".encode()
    yield b"commit refs/heads/%b\n" % BRANCH.encode()
    yield b"author %b\ncommitter %b\n" % (who, who)
    yield b"data %d\n%b\n" % (len(message), message)
    if goes_on:  # what comes after it in a stream does so by itself
        yield b"from refs/heads/%b^0\n" % BRANCH.encode()
    path = '"' + str(row.name).replace("\\", "\\\\").replace('"', '\\"') + '"'
    yield b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(data), data)


def committed_texts(folder: Path, name: str) -> list[CommittedText]:
    """Return what a mirror says of a file, the oldest first; nothing of any other folder."""
    with suppress(GitFailed):
        shape = f"%H%x00%an%x00%at%x00%s%x00%(trailers:key={AUTHOR},valueonly,separator=)"
        listed = _git(
            folder, "log", "--reverse", f"--grep={TRAILER}: ", f"--format={shape}", "--", name
        )
        lines = (line.split("\0") for line in listed.splitlines() if line)
        return [
            CommittedText(
                _git_bytes(folder, "show", f"{commit}:{name}"),
                person.strip(),
                author,
                datetime.fromtimestamp(int(when), UTC),
                sentence,
            )
            for commit, author, when, sentence, person in lines
        ]
    return []


def _git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    return _git_bytes(folder, *arguments, given=given).decode("utf-8", "replace")


def _git_bytes(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    if not folder.is_dir():
        raise GitFailed(f"{folder} is not a folder.")
    command = ["git", "-C", str(folder), "-c", "safe.directory=*", *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603
    except OSError:
        raise GitFailed("git is not installed here, which the mirror needs.") from None
    if done.returncode:
        raise GitFailed(f"git {arguments[0]} did not work in {folder}.")
    return done.stdout

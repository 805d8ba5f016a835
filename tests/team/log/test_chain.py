"""The log tells whatever was changed in it, by itself and with Python alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from orgdesign.team.database import TeamDatabase
from orgdesign.team.log.chain import (
    append_entry,
    breaks_in_log,
    chain_ends,
    log_lines,
    newest_entries,
)

SCRIPT = Path("docs/verify_log.py")


@pytest.fixture
def lines(database: TeamDatabase) -> list[str]:
    with database.writing() as connection:
        for number in range(5):
            append_entry(connection, "ana", "edited", chain=7, version=number)
            append_entry(connection, "bo", "signed in", name="Böhm")
        return list(log_lines(connection))


def verify(tmp_path: Path, lines: list[str], ends: dict[int, tuple[int, str]] | None = None) -> str:
    log, kept = tmp_path / "log.jsonl", tmp_path / "ends.json"
    log.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    kept.write_text(json.dumps(ends or {}))
    command = [sys.executable, "-I", str(SCRIPT), str(log), str(kept)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_the_script_has_fifty_lines_and_needs_python_alone():
    said = SCRIPT.read_text()
    assert len(said.splitlines()) <= 50
    assert "orgdesign." not in "".join(line for line in said.splitlines() if "import" in line)


def test_a_log_that_is_whole_is_told_so(database, lines, tmp_path):
    with database.reading() as connection:
        assert list(breaks_in_log(connection)) == []
        assert verify(tmp_path, lines, chain_ends(connection)) == (
            "10 entries, each what was written\n"
        )
        assert [e.about["version"] for e in newest_entries(connection, 2, chain=7)] == [4, 3]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[:3] + lines[4:],
        lambda lines: [lines[0].replace("bo", "ana"), *lines[1:]],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [*lines, lines[-1]],
        lambda lines: [*lines[:-1]],
        lambda lines: ["nonsense", *lines],
    ],
)
def test_whatever_is_changed_is_told(database, lines, tmp_path, spoil):
    with database.reading() as connection:
        ends = chain_ends(connection)
    assert "line" in verify(tmp_path, spoil(lines), ends) or spoil(lines) == lines[:-1]
    assert "entries, each what was written" not in verify(tmp_path, spoil(lines), ends)


def test_the_database_lets_nobody_change_an_entry(database: TeamDatabase, lines: list[str]):
    for change in ("UPDATE log SET entry = '{}'", "DELETE FROM log", "TRUNCATE log"):
        with pytest.raises(DBAPIError, match="only added to"), database.writing() as connection:
            connection.execute(text(change))


def test_a_change_past_that_is_found(database: TeamDatabase, lines: list[str]):
    with database.writing() as connection:
        connection.execute(text("ALTER TABLE log DISABLE TRIGGER ALL"))
        connection.execute(text("UPDATE log SET entry = entry || ' ' WHERE chain=7 AND number=2"))
        connection.execute(text("DELETE FROM log WHERE chain=0 AND number=3"))
        found = [(each.chain, each.number) for each in breaks_in_log(connection)]
    assert found == [(0, 3), (7, 2)]

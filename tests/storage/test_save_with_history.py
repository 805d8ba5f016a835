"""A save and its version in the history are one step, and the history never stops a save."""

import sqlite3
import sys
from datetime import UTC, datetime

import pytest

from orgdesign.storage import (
    Conflict,
    Journal,
    JournalError,
    database,
    digest,
    file_save,
    record_outside_change,
    save_with_history,
)

BEFORE, AFTER, THEIRS = b"before\n", b"after\n", b"theirs\n"
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def sentences(room):
    return [version.sentence for version in room.journal.versions(room.file)]


def test_a_save_is_a_version(room):
    saved = save_with_history(
        room.journal, room.file, digest(BEFORE), AFTER, NOON, "Renamed Claims"
    )
    assert (saved.digest, saved.notice) == (digest(AFTER), "")
    assert sentences(room) == ["Renamed Claims", "First seen"]


def test_a_conflict_is_no_version(room):
    room.file.write_bytes(THEIRS)
    with pytest.raises(Conflict):
        room.save_with_history(digest(BEFORE), AFTER)
    assert "Edited" not in sentences(room)


@pytest.mark.skipif(sys.platform != "linux", reason="needs an exchange of two files")
def test_an_edit_at_the_last_moment_is_in_the_history_although_it_is_a_conflict(room, monkeypatch):
    def late(one, other):
        monkeypatch.undo()
        room.file.write_bytes(THEIRS)
        return file_save.exchange_names(one, other)

    monkeypatch.setattr(file_save, "exchange_names", late)
    with pytest.raises(Conflict):
        room.save_with_history(digest(BEFORE), AFTER)
    assert sentences(room) == ["Edited outside orgdesign", "First seen"]


def test_what_was_edited_elsewhere_is_in_the_history_before_it_is_replaced(room):
    room.file.write_bytes(THEIRS)
    room.save_with_history(digest(THEIRS), AFTER)
    assert sentences(room) == ["Edited", "Edited outside orgdesign", "First seen"]
    assert room.journal.undo(room.file, digest(AFTER)).digest == digest(THEIRS)


def test_a_crash_between_save_and_record_is_healed_when_the_file_is_opened(room, monkeypatch):
    def crash(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(Journal, "record", crash)
    with pytest.raises(KeyboardInterrupt):
        room.save_with_history(digest(BEFORE), AFTER)
    assert record_outside_change(room.journal, room.file, NOON) == ""
    assert room.journal.last(room.file).digest == digest(AFTER)


def test_a_file_reached_by_a_link_has_one_history(room, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(room.file)
    save_with_history(room.journal, link, digest(BEFORE), AFTER, NOON, "Through the link")
    assert sentences(room)[0] == "Through the link"


def test_a_damaged_history_does_not_stop_a_save(room):
    room.journal.path.write_bytes(b"not a database" * 1000)
    told = room.save_with_history(digest(BEFORE), AFTER)
    assert told.startswith("northwind.yaml was saved. The history was damaged.")
    assert room.file.read_bytes() == AFTER
    assert room.save_with_history(digest(AFTER), b"next\n") == ""


def test_a_locked_history_does_not_stop_a_save(room, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.02)
    holder = sqlite3.connect(room.journal.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    told = room.save_with_history(digest(BEFORE), AFTER)
    holder.close()
    assert told == "northwind.yaml was saved. The history could not be kept: database is locked."
    assert room.file.read_bytes() == AFTER


def test_a_version_that_the_history_missed_is_made_up_for(room, monkeypatch):
    def fail(*_, **__):
        raise JournalError("The history could not be kept.")

    with monkeypatch.context() as failing:
        failing.setattr(Journal, "record", fail)
        room.save_with_history(digest(BEFORE), AFTER)
    room.save_with_history(digest(AFTER), b"next\n")
    assert room.chain() == [digest(b"next\n"), digest(AFTER), digest(BEFORE)]


def test_opening_says_that_the_history_is_damaged(room):
    room.journal.path.write_bytes(b"not a database" * 1000)
    assert record_outside_change(room.journal, room.file, NOON).startswith(
        "The history was damaged."
    )


def test_a_file_that_is_not_there_is_no_news(room):
    room.file.unlink()
    assert record_outside_change(room.journal, room.file, NOON) == ""
    room.file.parent.rmdir()
    assert record_outside_change(room.journal, room.file, NOON) == ""
    assert sentences(room) == ["First seen"]

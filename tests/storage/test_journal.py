"""The history keeps every version of a file, in order, and goes back and forth in it."""

import os
import random
import sqlite3
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from orgdesign.storage import Journal, JournalError, digest
from orgdesign.storage.version import Version

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
FILE = Path("/organisations/northwind.yaml")


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "state" / "history.sqlite3")


def edit(journal, *texts, file=FILE):
    return [journal.record(file, text, NOON, f"Wrote {text.decode()}") for text in texts]


def go(journal, version):
    """Do what the app does on undo and redo: save the text, and record where it stands."""
    return journal.record(FILE, journal.text(version), NOON, "Went", as_of=version.id)


def test_a_version_has_its_time_its_sentence_and_its_text(journal):
    recorded = journal.record(FILE, b"name: Northwind\n", NOON, "Renamed Claims to Settlement")
    assert recorded == journal.last(FILE)
    assert recorded == Version(
        id=1,
        when=NOON,
        sentence="Renamed Claims to Settlement",
        digest=digest(b"name: Northwind\n"),
        size=16,
    )
    assert journal.text(recorded) == b"name: Northwind\n"


def test_versions_are_listed_newest_first_file_by_file(journal):
    one, two = edit(journal, b"1", b"2")
    edit(journal, b"x", file=Path("/organisations/other.yaml"))
    assert journal.versions(FILE) == [two, one]


def test_a_file_without_history_has_no_versions(journal):
    assert journal.versions(FILE) == []
    assert journal.last(FILE) is None
    assert journal.undo(FILE, digest(b"1")) is None


def test_a_file_is_first_seen_then_edited_outside(journal):
    later = NOON + timedelta(hours=1)
    journal.record_if_new(FILE, b"1", NOON)
    journal.record_if_new(FILE, b"1", later)
    journal.record_if_new(FILE, b"2", later)
    assert [(v.sentence, v.when) for v in journal.versions(FILE)] == [
        ("Edited outside orgdesign", later),
        ("First seen", NOON),
    ]


def test_undo_goes_back_step_by_step(journal):
    one, two, three = edit(journal, b"1", b"2", b"3")
    assert journal.undo(FILE, digest(b"3")) == two
    go(journal, two)
    assert journal.undo(FILE, digest(b"2")) == one
    go(journal, one)
    assert journal.undo(FILE, digest(b"1")) is None
    assert three in journal.versions(FILE)


def test_redo_goes_forth_step_by_step(journal):
    one, two, three = edit(journal, b"1", b"2", b"3")
    go(journal, two)
    go(journal, one)
    assert journal.redo(FILE, digest(b"1")) == two
    go(journal, two)
    assert journal.redo(FILE, digest(b"2")) == three
    go(journal, three)
    assert journal.redo(FILE, digest(b"3")) is None


def test_there_is_nothing_to_redo_after_another_edit(journal):
    one, _ = edit(journal, b"1", b"2")
    go(journal, one)
    (other,) = edit(journal, b"other")
    assert journal.redo(FILE, digest(b"other")) is None
    assert journal.undo(FILE, other.digest) == one


def test_redo_after_another_edit_was_undone_takes_the_newer_way(journal):
    one, _ = edit(journal, b"1", b"2")
    go(journal, one)
    (other,) = edit(journal, b"other")
    go(journal, one)
    assert journal.redo(FILE, digest(b"1")) == other


def test_texts_that_come_back_do_not_confuse_undo(journal):
    _, two, _ = edit(journal, b"1", b"2", b"1")
    assert journal.undo(FILE, digest(b"1")) == two


def test_an_edit_made_outside_can_be_undone(journal):
    (one,) = edit(journal, b"1")
    journal.record_if_new(FILE, b"outside", NOON)
    assert journal.undo(FILE, digest(b"outside")) == one


def test_bringing_back_an_old_version_is_an_edit_that_can_be_undone(journal):
    _, _, three = edit(journal, b"1", b"2", b"3")
    edit(journal, b"1")
    assert journal.undo(FILE, digest(b"1")) == three


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_there_is_no_way_from_a_text_that_the_history_is_not_at(journal, way):
    one, _ = edit(journal, b"1", b"2")
    go(journal, one)
    assert getattr(journal, way)(FILE, digest(b"something else")) is None


# -- bounds -------------------------------------------------------------------------------------


def noise(seed, size=20_000):
    return random.Random(seed).randbytes(size)


def test_the_oldest_versions_are_forgotten_when_it_gets_large(tmp_path):
    journal = Journal(tmp_path / "history.sqlite3", most_bytes=400_000)
    for number in range(100):
        journal.record(FILE, noise(number), NOON, f"Edit {number}")
    kept = [version.sentence for version in journal.versions(FILE)]
    assert kept == [f"Edit {number}" for number in range(99, 99 - len(kept), -1)]
    assert 1 < len(kept) < 20
    assert journal.path.stat().st_size < 500_000
    assert journal.text(journal.versions(FILE)[-1]) == noise(100 - len(kept))


def test_the_newest_version_of_each_file_is_never_forgotten(tmp_path):
    journal = Journal(tmp_path / "history.sqlite3", most_bytes=1)
    quiet = Path("/organisations/quiet.yaml")
    edit(journal, b"quiet", file=quiet)
    edit(journal, b"1", b"2")
    assert [version.sentence for version in journal.versions(quiet)] == ["Wrote quiet"]
    assert [version.sentence for version in journal.versions(FILE)] == ["Wrote 2"]
    assert journal.undo(FILE, digest(b"2")) is None


def test_a_version_forgotten_meanwhile_is_said(tmp_path):
    journal = Journal(tmp_path / "history.sqlite3", most_bytes=1)
    one, _ = edit(journal, b"1", b"2")
    with pytest.raises(JournalError, match="no longer kept"):
        journal.text(one)


def test_the_same_text_is_kept_once(journal):
    text = noise(1)
    edit_count = 30
    for _ in range(edit_count):
        journal.record(FILE, text, NOON, "Again")
    assert len(journal.versions(FILE)) == edit_count
    assert journal.path.stat().st_size < 3 * len(text)


# -- privacy and trouble ------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_nobody_else_can_read_it(journal):
    journal.path.parent.mkdir(mode=0o755)
    edit(journal, b"1")
    assert journal.path.parent.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in journal.path.parent.iterdir()} == {0o600}


def test_it_is_in_the_state_folder_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "orgdesign.storage.folder_lock.user_state_path", lambda *_, **__: tmp_path / "me"
    )
    assert Journal().path == tmp_path / "me" / "history.sqlite3"


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX")
def test_a_name_in_no_encoding_has_a_history_too(journal):
    file = Path(os.fsdecode(b"/organisations/\xff.yaml"))
    edit(journal, b"1", file=file)
    assert len(journal.versions(file)) == 1


def test_a_damaged_history_is_put_aside_and_a_new_one_begun(journal):
    edit(journal, b"1")
    journal.path.write_bytes(b"not a database" * 1000)
    with pytest.raises(JournalError) as failure:
        edit(journal, b"2")
    assert str(failure.value) == (
        "The history was damaged."
        " It was put aside as history-damaged-1.sqlite3, and a new one begun."
    )
    edit(journal, b"3")
    assert [version.sentence for version in journal.versions(FILE)] == ["Wrote 3"]


def test_a_second_damaged_history_does_not_replace_the_first(journal):
    edit(journal, b"1")
    for _ in range(2):
        journal.path.write_bytes(b"not a database" * 1000)
        with pytest.raises(JournalError):
            journal.last(FILE)
    assert len(list(journal.path.parent.glob("history-damaged-*.sqlite3"))) == 2


@pytest.mark.parametrize("packed", [b"not packed", zlib.compress(b"another text")])
def test_a_damaged_text_is_said(journal, packed):
    (one,) = edit(journal, b"1")
    with sqlite3.connect(journal.path) as db:
        db.execute("UPDATE text SET data = ?", [packed])
    db.close()
    with pytest.raises(JournalError, match="damaged on the disk"):
        journal.text(one)


def test_a_history_of_a_newer_program_is_left_alone(journal):
    edit(journal, b"1")
    with sqlite3.connect(journal.path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(JournalError, match="Update orgdesign"):
        edit(journal, b"2")


def test_a_history_without_a_folder_is_said(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    with pytest.raises(JournalError, match="could not be kept"):
        edit(Journal(tmp_path / "state" / "history.sqlite3"), b"1")

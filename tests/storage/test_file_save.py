"""Saving replaces a file in one step, never over what somebody else wrote."""

import os
import sys
import threading
from pathlib import Path

import pytest

from orgdesign.storage import (
    Conflict,
    NotSaved,
    digest,
    file_save,
    save,
    stable_read,
    temporary_files,
)
from orgdesign.storage.atomic_replace import exchange_names
from tests.on_disk import on_disk
from tests.patience import PATIENCE

BEFORE, AFTER, THEIRS = b"before\n", b"after\n", b"theirs\n"

posix = pytest.mark.skipif(os.name != "posix", reason="files have owners and modes on POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs an exchange of two files")


def test_what_is_saved_is_in_the_file(room):
    saved = save(room.file, digest(BEFORE), AFTER)
    assert room.file.read_bytes() == AFTER
    assert saved.digest == digest(AFTER)
    assert not room.leftovers()


def test_a_file_that_changed_meanwhile_is_left_alone(room):
    room.file.write_bytes(THEIRS)
    with pytest.raises(Conflict) as conflict:
        save(room.file, digest(BEFORE), AFTER)
    assert conflict.value.found == THEIRS
    assert room.file.read_bytes() == THEIRS
    assert not room.leftovers()


def test_the_conflict_says_what_happened_and_what_to_do(room):
    room.file.write_bytes(THEIRS)
    with pytest.raises(Conflict) as conflict:
        save(room.file, digest(BEFORE), AFTER)
    assert str(conflict.value) == (
        "northwind.yaml was changed elsewhere meanwhile; nothing was written. Choose what to keep."
    )


def test_a_file_that_was_deleted_meanwhile_stays_deleted(room):
    room.file.unlink()
    with pytest.raises(Conflict, match="moved or deleted elsewhere") as conflict:
        save(room.file, digest(BEFORE), AFTER)
    assert conflict.value.found is None
    assert not room.file.exists()


def test_a_new_file_is_written(room):
    new = room.file.with_name("new.yaml")
    save(new, None, AFTER)
    assert new.read_bytes() == AFTER


def test_a_new_file_never_replaces_one(room):
    with pytest.raises(Conflict) as conflict:
        save(room.file, None, AFTER)
    assert conflict.value.found == BEFORE
    assert room.file.read_bytes() == BEFORE


def test_a_new_file_that_somebody_else_is_faster_with_is_theirs(room, monkeypatch):
    new = room.file.with_name("new.yaml")
    before(monkeypatch, "create_name", lambda: new.write_bytes(THEIRS))
    with pytest.raises(Conflict) as conflict:
        save(new, None, AFTER)
    assert conflict.value.found == new.read_bytes() == THEIRS
    assert room.leftovers() == []


def test_saving_what_is_there_already_touches_nothing(room):
    was = on_disk(room.file)
    save(room.file, digest(BEFORE), BEFORE)
    assert on_disk(room.file) == was


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(room, mode):
    room.file.chmod(mode)
    save(room.file, digest(BEFORE), AFTER)
    assert room.file.stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_the_owner_is_kept(room):
    os.chown(room.file, 1234, 2345)
    save(room.file, digest(BEFORE), AFTER)
    assert (room.file.stat().st_uid, room.file.stat().st_gid) == (1234, 2345)


@posix
def test_a_group_that_cannot_be_kept_takes_its_rights_with_it(room, monkeypatch):
    def refuse(*_):
        raise PermissionError

    room.file.chmod(0o664)
    monkeypatch.setattr(os, "fchown", refuse)
    save(room.file, digest(BEFORE), AFTER)
    assert room.file.stat().st_mode & 0o777 == 0o644


@linux
def test_extended_attributes_are_kept(room):
    try:
        os.setxattr(room.file, "user.label", b"confidential")
    except OSError:
        pytest.skip("this disk has no extended attributes")
    save(room.file, digest(BEFORE), AFTER)
    assert os.getxattr(room.file, "user.label") == b"confidential"


@posix
def test_a_link_stays_a_link_and_its_file_is_written(room, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(Path("files") / "northwind.yaml")
    save(link, digest(BEFORE), AFTER)
    assert link.readlink() == Path("files") / "northwind.yaml"
    assert room.file.read_bytes() == AFTER


# -- an editor that slips in --------------------------------------------------------------------


def before(monkeypatch, name, happens, times=1):
    """Let something happen just before the first steps of that name."""
    step, left = getattr(file_save, name), iter(range(times))

    def late(*arguments):
        if next(left, None) is not None:
            happens()
        return step(*arguments)

    monkeypatch.setattr(file_save, name, late)


def write_in_place(path, data):
    return lambda: path.write_bytes(data)


def write_by_name(path, data):
    def write():
        beside = path.with_name("beside")
        beside.write_bytes(data)
        beside.replace(path)

    return write


each_editor = pytest.mark.parametrize("editor", [write_in_place, write_by_name])
each_system = pytest.mark.parametrize(
    "step", [pytest.param("exchange_names", marks=linux), "replaced"]
)


@each_editor
@each_system
def test_an_edit_at_the_last_moment_is_put_back(room, monkeypatch, editor, step):
    if step == "replaced":  # as on systems where two files cannot change names
        monkeypatch.setattr(file_save, "exchange_names", lambda *_: False)
    before(monkeypatch, "exchange_names", editor(room.file, THEIRS))
    with pytest.raises(Conflict) as conflict:
        save(room.file, digest(BEFORE), AFTER)
    assert conflict.value.found == THEIRS
    assert room.file.read_bytes() == THEIRS
    assert not room.leftovers()


@linux
def test_a_second_edit_while_the_first_is_put_back_is_the_one_that_stays(room, monkeypatch):
    edits = iter([b"first\n", b"second\n"])
    before(monkeypatch, "exchange_names", lambda: room.file.write_bytes(next(edits)), times=2)
    rescued = []
    with (
        pytest.raises(Conflict) as conflict,
        file_save.locked_target(
            room.file, lambda _, data: rescued.append(data) or True
        ) as target_file,
    ):
        target_file.place(digest(BEFORE), AFTER)
    assert conflict.value.found == room.file.read_bytes() == b"second\n"
    assert rescued == [b"first\n"]
    assert not room.leftovers()


@linux
def test_a_program_that_is_still_writing_is_waited_for(room, monkeypatch):
    monkeypatch.setattr(stable_read, "PATIENCE", PATIENCE)
    writing = room.file.open("wb")
    writing.write(b"half")
    writing.flush()

    def finish():
        writing.write(b" and whole\n")
        writing.close()

    later = threading.Timer(0.05, finish)
    later.start()
    with pytest.raises(Conflict) as conflict:
        save(room.file, digest(BEFORE), AFTER)
    later.join()
    assert conflict.value.found == b"half and whole\n"


@linux
def test_a_file_that_another_program_keeps_open_for_writing_is_not_replaced(room, monkeypatch):
    monkeypatch.setattr(stable_read, "PATIENCE", 0.02)
    with (
        room.file.open("r+b"),
        pytest.raises(NotSaved, match="another program is writing it"),
    ):
        save(room.file, digest(BEFORE), AFTER)
    assert room.file.read_bytes() == BEFORE


# -- what killed writers leave ------------------------------------------------------------------


def left_behind(room, old, new, says, state="whole"):
    """Leave a file as a killed writer does; return it."""
    whole = temporary_files.write(room.file, digest(old), digest(new), new)
    path = whole.with_suffix(f".{state}")
    whole.rename(path)
    path.write_bytes(says)
    return path


@pytest.mark.parametrize(
    ("says", "state"), [(b"af", "part"), (AFTER, "whole"), (BEFORE, "whole")], ids=str
)
def test_the_next_save_clears_what_a_killed_writer_left(room, says, state):
    left_behind(room, BEFORE, AFTER, says, state)
    save(room.file, digest(BEFORE), b"next\n")
    assert room.file.read_bytes() == b"next\n"
    assert not room.leftovers()


@linux
def test_an_edit_that_a_killed_writer_had_displaced_is_put_back(room):
    left_behind(room, BEFORE, AFTER, THEIRS)
    room.file.write_bytes(AFTER)
    with pytest.raises(Conflict) as conflict:
        save(room.file, digest(AFTER), b"next\n")
    assert conflict.value.found == room.file.read_bytes() == THEIRS
    assert not room.leftovers()


def test_an_edit_that_cannot_be_put_back_any_more_goes_into_the_history(room):
    left_behind(room, BEFORE, AFTER, THEIRS)
    room.file.write_bytes(b"theirs again\n")
    room.save_with_history(digest(b"theirs again\n"), b"next\n")
    texts = [room.journal.text(version) for version in room.journal.versions(room.file)]
    assert texts == [b"next\n", b"theirs again\n", THEIRS, BEFORE]
    assert not room.leftovers()


def test_files_of_others_that_look_alike_are_left_alone(room):
    other = left_behind(room, BEFORE, AFTER, AFTER).rename(
        room.file.with_name(".orgdesign-00000000-0000000000000000-0000000000000000-0.whole")
    )
    link = room.file.with_name(f"{other.name[:-7]}00000000.part")
    link.symlink_to("elsewhere")
    save(room.file, digest(BEFORE), AFTER)
    assert other.exists()
    assert link.is_symlink()


# -- what the system refuses --------------------------------------------------------------------


# -- one at a time ------------------------------------------------------------------------------


@linux
def test_files_change_names_in_one_step(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    other.write_text("2")
    assert exchange_names(one, other)
    assert (one.read_text(), other.read_text()) == ("2", "1")

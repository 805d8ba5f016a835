"""A save that fails: a disk, a folder or a link that refuses."""

import errno
import os

import pytest

from orgdesign.storage import (
    NotSaved,
    digest,
    file_save,
    save,
)
from tests.storage.test_file_save import AFTER, BEFORE, posix


def refuse(number):
    def call(*_, **__):
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("ENOSPC", "the disk is full. Free some space and save again"),
        ("EDQUOT", "your share of the disk is used up. Free some space and save again"),
        ("EROFS", "its disk is read-only. Make it writable and save again"),
        ("EACCES", "you have no permission to change it, or its folder. Allow it and save again"),
        ("EIO", "Input/output error. Save it elsewhere"),
    ],
)
def test_a_disk_that_refuses_is_named_in_plain_words(room, monkeypatch, name, sentence):
    monkeypatch.setattr(os, "fsync", refuse(getattr(errno, name)))
    with pytest.raises(NotSaved) as failure:
        save(room.file, digest(BEFORE), AFTER)
    assert str(failure.value) == (
        f"northwind.yaml was not saved: {sentence}. The file is as it was."
    )
    assert room.file.read_bytes() == BEFORE
    assert not room.leftovers()


@pytest.mark.parametrize("call", range(2))
def test_a_disk_that_is_full_at_any_point_leaves_the_file_as_it_was(room, monkeypatch, call):
    calls, fsync = iter(range(9)), os.fsync
    full = refuse(errno.ENOSPC)
    monkeypatch.setattr(os, "fsync", lambda file: full() if next(calls) == call else fsync(file))
    with pytest.raises(NotSaved, match="disk is full"):
        save(room.file, digest(BEFORE), AFTER)
    assert room.file.read_bytes() == BEFORE
    assert not room.leftovers()


def test_a_new_file_that_does_not_reach_the_disk_is_not_left(room, monkeypatch):
    new = room.file.with_name("new.yaml")
    monkeypatch.setattr(file_save, "make_durable", refuse(errno.ENOSPC))
    with pytest.raises(NotSaved):
        save(new, None, AFTER)
    assert not new.exists()


def test_a_folder_that_is_gone_is_said(room):
    room.file.unlink()
    room.file.parent.rmdir()
    with pytest.raises(NotSaved, match="its folder is no longer there"):
        save(room.file, digest(BEFORE), AFTER)


def test_a_folder_in_place_of_the_file_is_said(room):
    with pytest.raises(NotSaved, match=r"northwind|files"):
        save(room.file.parent, digest(BEFORE), AFTER)


@posix
def test_links_in_a_circle_are_said(room):
    room.file.unlink()
    room.file.symlink_to(room.file.name)
    with pytest.raises(NotSaved, match="links lead in a circle"):
        save(room.file, digest(BEFORE), AFTER)


def test_a_read_only_file_is_not_replaced(room, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write whatever the mode
    with pytest.raises(NotSaved, match="no permission"):
        save(room.file, digest(BEFORE), AFTER)
    assert room.file.read_bytes() == BEFORE

"""One save at a time in a folder."""

import errno
import os
import threading

import pytest

from orgdesign.storage import (
    NotSaved,
    digest,
    folder_lock,
    save,
)
from tests.storage.test_file_save import AFTER, BEFORE, posix


def test_a_save_waits_for_another(room):
    order = []
    with folder_lock.folder_lock(room.file.parent):
        other = threading.Thread(
            target=lambda: order.append(save(room.file, digest(BEFORE), AFTER).digest)
        )
        other.start()
        other.join(0.05)
        order.append("first")
    other.join()
    assert order == ["first", digest(AFTER)]


def test_a_save_does_not_wait_for_ever(room, monkeypatch):
    monkeypatch.setattr(folder_lock, "PATIENCE", 0.02)
    with (
        folder_lock.folder_lock(room.file.parent),
        pytest.raises(NotSaved, match="another save is still going on"),
    ):
        save(room.file, digest(BEFORE), AFTER)


@posix
def test_a_folder_that_cannot_be_locked_has_a_stand_in(room, monkeypatch, tmp_path):
    import fcntl

    flock, folder = fcntl.flock, room.file.parent.stat().st_ino

    def no_folders(file, how):
        if os.fstat(file).st_ino == folder:
            raise OSError(errno.EBADF, "as some network disks say")
        flock(file, how)

    monkeypatch.setattr(fcntl, "flock", no_folders)
    monkeypatch.setattr(folder_lock, "PATIENCE", 0.02)
    with folder_lock.folder_lock(room.file.parent), pytest.raises(NotSaved):
        save(room.file, digest(BEFORE), AFTER)
    save(room.file, digest(BEFORE), AFTER)
    assert room.file.read_bytes() == AFTER
    assert (tmp_path / "me").stat().st_mode & 0o777 == 0o700

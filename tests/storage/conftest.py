"""A room with one organisation file, for the tests of file_save."""

import pytest

from tests.storage.texts import Room


@pytest.fixture
def room(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "orgdesign.storage.folder_lock.user_state_path", lambda *_, **__: tmp_path / "me"
    )
    return Room(tmp_path).furnish(b"before\n")

"""The engine's own font settings, the same on every machine."""

from __future__ import annotations

import errno
from pathlib import Path
from xml.etree import ElementTree

import pytest

from orgdesign.render import ShippedFace, fontconfig


@pytest.fixture
def home(monkeypatch, tmp_path) -> Path:
    monkeypatch.setattr(fontconfig, "cache_folder", lambda: tmp_path)
    (tmp_path / "fonts").mkdir()
    return tmp_path


def test_the_shipped_fonts_come_first(home):
    settings = ElementTree.parse(fontconfig.fontconfig_file()).getroot()
    assert settings.find("dir").text == str(home / "fonts")
    for face in ShippedFace:
        assert (home / "fonts" / face.value).read_bytes() == face.path.read_bytes()


def test_nothing_is_written_again_that_is_there(home):
    written = fontconfig.fontconfig_file().stat()
    assert fontconfig.fontconfig_file().stat().st_ino == written.st_ino


def test_a_damaged_font_is_copied_again(home):
    fontconfig.fontconfig_file()
    (home / "fonts" / "Inter-Bold.ttf").write_bytes(b"cut off")
    fontconfig.fontconfig_file()
    assert (home / "fonts" / "Inter-Bold.ttf").read_bytes() == ShippedFace.BOLD.path.read_bytes()


def test_without_a_folder_to_write_to_a_passing_one_serves(monkeypatch, tmp_path):
    file = tmp_path / "a file"
    file.touch()
    monkeypatch.setattr(fontconfig, "user_cache_path", lambda *_, **__: file / "orgdesign")
    home = fontconfig.cache_folder.__wrapped__()
    assert (home / "fonts").is_dir()
    assert tmp_path not in home.parents


def test_where_the_disk_of_the_cache_is_full_a_passing_folder_serves(monkeypatch, home):
    def full_at_home(file: Path, content: bytes) -> None:
        if home in file.parents:
            raise OSError(errno.ENOSPC, "No space left on device")
        file.write_bytes(content)

    monkeypatch.setattr(fontconfig, "write_whole", full_at_home)
    file = fontconfig.fontconfig_file()
    assert file.is_file()
    assert home not in file.parents

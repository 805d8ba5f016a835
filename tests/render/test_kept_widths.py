"""Widths of characters, kept: the same as measured, and measured again where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.render import kept_widths as module
from orgdesign.render.kept_widths import kept_widths
from orgdesign.render.typefaces import shipped_typeface


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache" / "widths"


def test_widths_are_found_again_as_they_were_measured(cache: Path) -> None:
    face = shipped_typeface()
    measured = face._measure()
    for _ in range(2):
        assert kept_widths(face.path, 0, lambda: measured) == measured
    assert kept_widths(face.path, 0, dict) == measured, "the second time from the cache"
    assert {*measured} == {*face.characters}


@pytest.mark.parametrize("said", ["", "[1]", '{"a": 1}', "{"])
def test_what_is_not_widths_is_measured_again(cache: Path, said: str) -> None:
    face = shipped_typeface()
    kept_widths(face.path, 0, lambda: {65: 0.5})
    next(cache.iterdir()).write_text(said)
    assert kept_widths(face.path, 0, lambda: {65: 0.6}) == {65: 0.6}


def test_another_face_or_another_file_is_measured(cache: Path, tmp_path: Path) -> None:
    font = tmp_path / "a.ttf"
    font.write_bytes(b"one")
    assert kept_widths(font, 0, lambda: {65: 0.5}) == {65: 0.5}
    assert kept_widths(font, 1, lambda: {65: 0.6}) == {65: 0.6}
    font.write_bytes(b"another")
    assert kept_widths(font, 0, lambda: {65: 0.7}) == {65: 0.7}


def test_without_a_cache_widths_are_measured(cache: Path) -> None:
    cache.parent.write_text("a file where the folder should be")
    assert kept_widths(shipped_typeface().path, 0, lambda: {65: 0.5}) == {65: 0.5}

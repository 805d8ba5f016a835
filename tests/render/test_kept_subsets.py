"""Subsets of fonts, kept: found again, and made again where a crash left no more than a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.render import ShippedFace, glyph_subset


@pytest.mark.parametrize("left", [0, 40, -1])
def test_half_a_subset_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    monkeypatch.setattr(glyph_subset, "cache_folder", lambda: tmp_path)
    made = glyph_subset.subset_woff2(ShippedFace.BOLD, "abc")
    (file,) = (tmp_path / "subsets").iterdir()
    file.write_bytes(made[:left])
    assert glyph_subset.subset_woff2(ShippedFace.BOLD, "abc") == made
    assert file.read_bytes() == made


def test_a_subset_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyph_subset, "cache_folder", lambda: tmp_path)
    made = glyph_subset.subset_woff2(ShippedFace.BOLD, "abc")
    monkeypatch.setattr(glyph_subset, "_made_subset", lambda *_: b"made twice")
    assert glyph_subset.subset_woff2(ShippedFace.BOLD, "abc") == made

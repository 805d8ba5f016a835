"""Files of the cache: whole, whoever else writes them at the same moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.render.whole_file import write_whole


def test_two_threads_of_one_program_write_a_file_at_once(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    file, replace = tmp_path / "a.woff2", Path.replace

    def replace_after_another(part: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        write_whole(file, b"another")
        assert file.read_bytes() == b"another"
        return part.replace(target)

    monkeypatch.setattr(Path, "replace", replace_after_another)
    write_whole(file, b"one")
    assert file.read_bytes() == b"one"
    assert [*tmp_path.iterdir()] == [file]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    with pytest.raises(OSError, match="a folder"):
        write_whole(tmp_path / "a folder", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["a folder"]

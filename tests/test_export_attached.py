"""A pipe or a device as template, theme or logo is refused at once, never waited for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from orgdesign.cli import main

EXAMPLE = Path(__file__).parents[1] / "examples" / "northwind.yaml"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no pipes with names")


@pytest.fixture(params=["pipe", "device"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "other"
    if request.param == "pipe":
        os.mkfifo(path)
    else:
        path = Path("/dev/zero")
    return path


@pytest.mark.parametrize("option", ["--template", "--theme"])
def test_it_is_refused(other: Path, option: str, tmp_path: Path, capsys):
    deck = tmp_path / "deck.pptx"
    command = ["export", str(EXAMPLE), "--as", "deck", option, str(other), "-o", str(deck)]
    assert main(command) == 1
    assert "give the path of a file" in capsys.readouterr().err
    assert not deck.exists()


def test_a_logo_is_refused(other: Path, tmp_path: Path, capsys):
    theme = tmp_path / "theme.yaml"
    theme.write_text(f"logo: {other}\n", "utf-8")
    command = ["export", str(EXAMPLE), "--as", "deck", "--theme", str(theme), "-o"]
    assert main([*command, str(tmp_path / "deck.pptx")]) == 1
    assert "give the path of a file" in capsys.readouterr().err


def test_a_mapping_is_refused(other: Path, tmp_path: Path, capsys):
    staff = EXAMPLE.parent / "exports" / "staff.csv"
    command = ["import", str(staff), "--mapping", str(other), "-o", str(tmp_path / "new.yaml")]
    assert main(command) != 0
    assert "not a file" in capsys.readouterr().err

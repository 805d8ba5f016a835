"""Plates from the command line, as a person types it."""

from pathlib import Path

import pytest

from orgdesign import cli
from orgdesign.plates import PLATES

EXAMPLES = Path(__file__).parents[1] / "examples"
NORTHWIND = str(EXAMPLES / "northwind.yaml")


def test_all_plates_are_written(tmp_path, capsys):
    assert cli.main(["plates", NORTHWIND, "-o", str(tmp_path / "new"), "--paper", "a4"]) == 0
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == [f"{plate}.pdf" for plate in sorted(PLATES)]
    assert capsys.readouterr().out.count("Wrote ") == len(PLATES)


def test_further_sheets_are_pages_of_a_pdf_and_files_of_a_picture(tmp_path):
    from pypdf import PdfReader

    many = ["plates", str(EXAMPLES / "software.yaml"), "-o", str(tmp_path), "--plate", "matrix"]
    assert cli.main([*many, "--paper", "letter"]) == 0
    pages = len(PdfReader(tmp_path / "matrix.pdf").pages)
    assert cli.main([*many, "--paper", "letter", "--format", "svg"]) == 0
    assert len([*tmp_path.glob("*.svg")]) == pages


@pytest.mark.parametrize("view", [*PLATES])
def test_render_draws_a_plate_of_the_only_design(tmp_path, view):
    target = tmp_path / f"{view}.svg"
    assert cli.main(["render", NORTHWIND, "--view", view, "-o", str(target)]) == 0
    assert "Outcome-led structure" in target.read_text()


def test_a_plate_is_drawn_whole(tmp_path, capsys):
    target = str(tmp_path / "x.pdf")
    assert cli.main(["render", NORTHWIND, "--view", "shape", "--depth", "2", "-o", target]) == 2
    assert "leave out --depth" in capsys.readouterr().err


def test_a_plate_takes_a_title_and_a_note_and_nothing_about_cards(tmp_path, capsys):
    target = tmp_path / "x.svg"
    command = ["render", NORTHWIND, "--view", "alluvial", "-o", str(target)]
    said = ["--title", "Nobody waits", "--note", "Source: payroll", "--legend", "--paper", "a4"]
    assert cli.main([*command, *said]) == 0
    drawn = target.read_text()
    assert "Nobody waits" in drawn
    assert "Source: payroll" in drawn
    assert cli.main([*command, "--colour-by", "cost"]) == 2
    assert "leave out --show, --colour-by" in capsys.readouterr().err


def test_what_colours_mean_is_left_out_of_a_plate_when_asked(tmp_path):
    target = tmp_path / "x.svg"
    command = ["render", NORTHWIND, "--view", "matrix", "-o", str(target)]
    assert cli.main([*command, "--legend"]) == 0
    assert "serves it directly" in target.read_text()
    for titled in ([], ["--title", "Nobody waits"]):
        assert cli.main([*command, *titled, "--no-legend"]) == 0
        assert "serves it directly" not in target.read_text()


def test_a_plate_with_nothing_to_show_is_left_out_unless_it_is_asked_for(tmp_path, capsys):
    bare = tmp_path / "bare.yaml"
    bare.write_text(
        "organization: Bakery\noutcome: {statement: I get bread}\n"
        "functions: {bakery: {name: Bakery}}\n"
    )
    assert cli.main(["plates", str(bare), "-o", str(tmp_path), "--paper", "a4"]) == 0
    assert "Left out handoffs" in capsys.readouterr().out
    assert not (tmp_path / "handoffs.pdf").exists()
    only = ["--plate", "handoffs", "--format", "svg"]
    assert cli.main(["plates", str(bare), "-o", str(tmp_path), *only]) == 0
    assert "Write the hand-offs" in (tmp_path / "handoffs.svg").read_text()


def test_a_design_that_is_not_there_is_told(tmp_path, capsys):
    assert cli.main(["plates", NORTHWIND, "-o", str(tmp_path), "--design", "outcome-lead"]) == 1
    assert 'did you mean "outcome-led"?' in capsys.readouterr().err


def test_a_file_with_problems_is_not_drawn(tmp_path, capsys):
    (tmp_path / "bad.yaml").write_text("organization: Bad\n")
    assert cli.main(["plates", str(tmp_path / "bad.yaml"), "-o", str(tmp_path / "out")]) == 1
    assert "Nothing was drawn" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()

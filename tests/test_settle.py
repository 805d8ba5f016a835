"""``orgdesign settle``, as a person types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign import cli
from orgdesign.storage import Journal

BAKERY = """\
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open}
functions:
  office: {name: Office}   # upstairs
  baking: {name: Baking, reports_to: office}
  vans: {name: Vans, reports_to: office}
designs:
  nights:
    name: Nights
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
      - {change: move, function: vans, reports_to: baking, phase: spring}
      - {change: rename, function: vans, name: Rounds, phase: autumn}
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return bakery.yaml, in the folder in which the person stands."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bakery.yaml"
    path.write_text(BAKERY)
    return path


def test_a_phase_becomes_the_new_today_and_is_told_in_sentences(file, capsys):
    assert cli.main(["settle", "bakery.yaml", "--design", "nights", "--phase", "spring"]) == 0
    assert capsys.readouterr().out == (
        "Vans reports to Baking, until now to Office.\n"
        "Settled bakery.yaml: 1 change was made, 1 stays to be made.\n"
    )
    assert "  vans: {name: Vans, reports_to: baking}\ndesigns:" in file.read_text()
    assert "office: {name: Office}   # upstairs" in file.read_text()


def test_the_history_keeps_what_the_file_said(file):
    cli.main(["settle", "bakery.yaml"])
    journal = Journal()
    settled, first = journal.versions(file)
    assert settled.sentence == "New today: Nights"
    assert journal.text(first) == BAKERY.encode()


def test_a_new_file_leaves_the_old_one_as_it_is(file, capsys):
    assert cli.main(["settle", "bakery.yaml", "-o", "settled.yaml"]) == 0
    assert file.read_text() == BAKERY
    assert "{name: Rounds, reports_to: baking}" in Path("settled.yaml").read_text()
    assert cli.main(["settle", "bakery.yaml", "-o", "settled.yaml"]) == 1
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("--design night", 'No design is called "night"; did you mean "nights"?'),
        ("--phase sprin", 'No phase of nights is called "sprin"; did you mean "spring"?'),
        ("--phase x", 'No phase of nights is called "x"; there are spring, autumn.'),
    ],
)
def test_a_design_or_phase_that_is_not_there_is_told(file, capsys, asked, told):
    assert cli.main(["settle", "bakery.yaml", *asked.split()]) == 1
    assert told in capsys.readouterr().err


def test_what_stands_in_the_way_is_told_at_its_line_and_nothing_is_written(file, capsys):
    circle = BAKERY + "      - {change: move, function: baking, reports_to: vans}\n"
    file.write_text(circle)
    assert cli.main(["settle", "bakery.yaml"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "bakery.yaml:12:9: this change cannot be made: Vans cannot report to Baking, which is Vans "
        "itself or reports to it; move that one first",
        "Nothing was settled: a change stands in the way.",
    ]
    assert file.read_text() == circle


def test_designs_are_named_where_there_are_several(file, capsys):
    file.write_text(BAKERY + "  days: {name: Days}\n")
    assert cli.main(["settle", "bakery.yaml"]) == 1
    assert "There are several designs; name one of nights, days." in capsys.readouterr().err


def test_a_file_with_problems_is_told_and_left(file, capsys):
    file.write_text(BAKERY.replace("reports_to: baking", "reports_to: bakin"))
    assert cli.main(["settle", "bakery.yaml"]) == 1
    assert "Nothing was settled: mend these problems first." in capsys.readouterr().err

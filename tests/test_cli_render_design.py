"""Drawing a design from the command line, as a person types it."""

import re
from pathlib import Path

import pytest

from orgdesign import cli

BAKERY = """\
organization: Harvest Bakery
outcome:
  statement: My bread is at the door before I open
  outcomes: {fresh: {statement: My bread is fresh}}
functions:
  office: {name: Office}
  baking: {name: Baking, reports_to: office}
  ovens: {name: Ovens, reports_to: baking}
  vans: {name: Vans, reports_to: office}
designs:
  one-kitchen:
    name: One kitchen
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
      - {change: align, function: vans, alignment: {outcome: fresh}, phase: spring}
      - {change: move, function: ovens, reports_to: office, phase: spring}
      - {change: retire, function: vans, phase: autumn}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds bakery.yaml."""
    (tmp_path / "bakery.yaml").write_text(BAKERY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def drawn(*asked: str) -> str:
    assert cli.main(["render", "bakery.yaml", *asked, "-o", "c.svg"]) == 0
    return Path("c.svg").read_text("utf-8")


def words(svg: str) -> set[str]:
    return set(re.findall(r">([^<>\n]+)</text>", svg))


def place(svg: str, box: str) -> str:
    found = re.search(rf'id="{box}".*?<path[^>]* d="(M[^"]+)"', svg, re.DOTALL)
    assert found
    return found[1]


def test_the_changes_say_with_a_sign_and_a_word_what_happens_to_each_box():
    said = words(drawn("--view", "changes"))
    assert {"→ Moved", "− Ends"} <= said
    assert any("from Baking" in each for each in said)


def test_a_phase_shows_only_what_is_done_by_then():
    assert "Vans" in words(drawn("--view", "after", "--phase", "spring"))
    assert "Vans" not in words(drawn("--view", "after"))


def test_today_can_be_asked_for_where_there_is_a_design():
    assert "Vans" in words(drawn("--view", "after", "--design", "today"))


def test_what_stays_stands_at_one_place_in_every_picture_by_reporting_lines():
    pictures = [
        drawn("--view", view, "--by", "reporting-lines") for view in ("before", "changes", "after")
    ]
    assert len({place(picture, "function-baking") for picture in pictures}) == 1


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        (["--design", "one-kitchn"], 'did you mean "one-kitchen"?'),
        (["--phase", "sprin"], 'did you mean "spring"?'),
        (["--design", "today", "--view", "changes"], "name a design with --design"),
    ],
)
def test_what_is_not_there_is_said_with_what_was_meant(asked, hint, capsys):
    assert cli.main(["render", "bakery.yaml", *asked, "-o", "c.svg"]) == 1
    assert hint in capsys.readouterr().err
    assert not Path("c.svg").exists()


def test_a_change_that_cannot_be_made_is_told_at_its_line_and_left_out(capsys):
    Path("bakery.yaml").write_text(
        f"{BAKERY}      - {{change: move, function: vans, reports_to: ovens, phase: autumn}}\n"
    )
    assert "Ovens" in words(drawn("--view", "after"))
    told = capsys.readouterr().err
    assert told.startswith("bakery.yaml:18:9: this change cannot be made, and is left out: ")
    assert "retired" in told

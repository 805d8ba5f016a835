"""``orgdesign check``: what the rules find, chosen, weighed and written for people and programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from orgdesign import cli
from orgdesign.cli.program import program
from orgdesign.resources import folder as resource

BAKERY = """\
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open}
functions:
  baking: {name: Baking, alignment: {outcome: desired}}
  ovens: {name: Ovens, reports_to: baking}
  vans:
    name: Vans
"""
OVENS = (
    "bakery.yaml:5:10: warning: Ovens serves no customer outcome. Choose the outcome that Ovens"
    " serves, directly or by enabling others. [function-without-outcome]"
)
VANS = (
    "bakery.yaml:7:5: warning: Vans serves no customer outcome. Choose the outcome that Vans"
    " serves, directly or by enabling others. [function-without-outcome]"
)
ONE = "--select=function-without-outcome"
Said = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds bakery.yaml."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bakery.yaml"
    path.write_text(BAKERY)
    return path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Return a run of ``orgdesign check`` on bakery.yaml: its exit code and its output."""

    def run(*options: str) -> tuple[int, str]:
        code = cli.main(["check", "bakery.yaml", *options])
        output = capsys.readouterr()
        return code, output.out + output.err

    return run


@pytest.fixture
def rules(said):
    """Return the rules whose findings are told, each once."""

    def run(*options: str) -> set[str]:
        findings = json.loads(said("--format=json", *options)[1])["files"][0]["findings"]
        return {each["rule"] for each in findings}

    return run


# What is said


def test_all_is_well_in_a_file_without_problems_and_findings(capsys):
    hospital = resource("examples") / "hospital.yaml"
    assert cli.main(["check", str(hospital), "--strict"]) == 0
    assert capsys.readouterr().out == "1 file checked, no problems.\n"


def test_findings_are_lines_in_the_order_of_the_file(said):
    summary = "1 file checked, no problems; 2 findings: 2 warnings."
    assert said(ONE) == (0, f"{OVENS}\n{VANS}\n{summary}\n")


def test_findings_of_several_rules_stand_in_the_order_of_the_file(said):
    told = said("--all")[1].partition("\n\nbakery")[2].splitlines()[1:-1]
    places = [line.split(":")[1:3] for line in told]
    lines = [(int(line), int(column)) for line, column in places]
    assert lines == sorted(lines)
    assert len(set(lines)) > 2


def test_a_file_with_problems_has_no_findings(file, said):
    file.write_text(BAKERY.replace("reports_to: baking", "reports_to: bakin"))
    code, text = said()
    assert code == 1
    assert "serves no customer outcome" not in text
    assert text.endswith("1 file checked: 1 problem.\n")


# Which rules are asked


def test_only_selected_rules_and_groups_are_asked(rules):
    assert rules("--select", "function-without-measure,alignment") == {
        "function-without-measure",
        *rules("--select", "alignment"),
    }
    assert rules("--select=function-without-outcome") == {"function-without-outcome"}


def test_ignored_rules_and_groups_are_left_out(rules):
    left = rules() - rules("--select=alignment")
    assert rules("--ignore=alignment") == left
    assert rules("--ignore=alignment", "--ignore=function-without-measure") == left - {
        "function-without-measure"
    }


def test_the_file_can_turn_a_rule_off(file, rules):
    file.write_text(BAKERY + "rules: {function-without-outcome: off}\n")
    assert "function-without-outcome" not in rules()


def test_a_misspelt_rule_in_the_file_is_told_unless_others_are_selected(file, rules):
    file.write_text(BAKERY + "rules: {function-without-outcom: off}\n")
    assert "unknown-rule" in rules()
    assert rules(ONE) == {"function-without-outcome"}
    assert "unknown-rule" not in rules("--ignore=unknown-rule")


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--select=alignmint", 'no rule or group is called "alignmint"; did you mean "alignment"?'),
        ("--ignore=xyz", 'no rule or group is called "xyz"; see docs/rules.md for all of them.'),
        ("--severity=xyz=error", 'no rule or group is called "xyz"'),
        ("--severity=alignment", '"alignment" does not end in =error, =warning, =hint or =off.'),
        ("--severity=alignment=bad", "does not end in =error"),
        ("--format=xml", "'xml' is not one of"),
    ],
)
def test_what_is_not_understood_is_explained(said, option, message):
    code, text = said(option)
    assert code == 2
    assert message in text


# What fails


def test_strict_lets_warnings_fail(said):
    assert said(ONE)[0] == 0
    assert said(ONE, "--strict")[0] == 1


def test_hints_never_fail(said):
    code, text = said(ONE, "--severity=function-without-outcome=hint", "--strict")
    assert code == 0
    assert "2 findings: 2 hints." in text


def test_errors_fail(said):
    code, text = said(ONE, "--severity=function-without-outcome=error")
    assert code == 1
    assert "bakery.yaml:5:10: error: Ovens serves" in text


def test_the_command_line_has_the_last_word_on_severity(file, said):
    file.write_text(BAKERY + "rules: {function-without-outcome: error}\n")
    assert said(ONE)[0] == 1
    assert said(ONE, "--severity", "alignment=warning")[0] == 0


def test_a_rule_can_be_turned_off(rules):
    assert rules(ONE, "--severity=function-without-outcome=off") == set()


# For programs


# Before a commit


def test_the_hook_for_pre_commit_is_this_command():
    path = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
    (hook,) = yaml.safe_load(path.read_text("utf-8"))
    name, command = hook["entry"].split()
    assert name == "orgdesign"
    assert command in program.commands


# What comes first


def test_more_than_three_findings_open_with_the_three_to_mend_first(said):
    text = said()[1]
    assert text.startswith("The three things to mend first:\n\n1. ")
    assert "   Why it hurts customers: " in text
    assert "   What it would change: " in text


def test_what_follows_from_another_finding_is_counted_and_told_when_asked(said):
    follows = "Nothing measures what Vans does."
    assert follows not in said()[1]
    assert "follow from these; --all tells each." in said()[1]
    assert follows in said("--all")[1]


def test_without_language_nothing_is_loaded_to_read(file, said):
    file.write_text(BAKERY.replace("My bread is at the door before I open", "The joy of baking"))
    rule = "--select=statement-not-measurable"
    assert "is a slogan" in said(rule)[1]
    assert "is a slogan" not in said(rule, "--no-language")[1]


def test_a_design_is_asked_for_what_it_comes_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bakery.yaml"
    design = (
        "designs:\n  new:\n    name: New\n    phases: {spring: {name: Spring}}\n    changes:\n"
        "      - {change: add, function: shop, name: Shop, phase: spring}\n"
    )
    file.write_text(BAKERY + design, "utf-8")
    rule = ["--select", "function-without-outcome", "--all"]
    assert cli.main(["check", str(file), "--design", "new", "--phase", "spring", *rule]) == 0
    said = capsys.readouterr().out
    assert f"{file}:10:5: warning: Shop serves no customer outcome." in said
    assert "Ovens serves no customer outcome." in said
    assert cli.main(["check", str(file), "--design", "old"]) == 1


DESIGN = """\
designs:
  line:
    name: One line
    phases: {spring: {name: Spring}}
    changes:
      - {change: align, function: ovens, alignment: {outcome: desired}, phase: spring}
      - {change: add, function: shop, name: Shop, phase: spring}
"""


def test_a_design_says_what_it_makes_better_and_worse(file: Path, said: Said) -> None:
    file.write_text(BAKERY + DESIGN)
    text = said(ONE)[1]
    assert "  One line, after Spring: 1 finding goes, 1 comes.\n" in text
    assert "    better: Ovens serves no customer outcome.\n" in text
    assert "    worse: Shop serves no customer outcome.\n" in text
    told = json.loads(said(ONE, "--format=json")[1])["files"][0]["designs"]
    assert [(each["design"], each["phase"]) for each in told] == [("line", "after Spring")]


def test_what_the_file_takes_as_it_is_is_counted_and_told_with_its_reason(
    file: Path, said: Said
) -> None:
    ignore = "{ignore: [{function: ovens, reason: Rented out}]}"
    file.write_text(BAKERY + f"rules: {{function-without-outcome: {ignore}}}\n")
    assert "1 finding is taken as the file says under rules. --all tells each." in said(ONE)[1]
    told = "  fine here: Ovens serves no customer outcome. “Rented out” [function-without-outcome]"
    assert told in said(ONE, "--all")[1]
    [ignored] = json.loads(said(ONE, "--format=json")[1])["files"][0]["ignored"]
    assert (ignored["id"], ignored["reason"]) == ("ovens", "Rented out")

"""``orgdesign diff``, as a person types it and as git calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orgdesign import cli
from tests.patience import PATIENCE

BAKERY = """\
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open}
functions:
  office: {name: Office}
  baking: {name: Baking, reports_to: office}
  vans: {name: Vans, reports_to: office}
roles:
  owner: {title: Owner}
designs:
  nights:
    name: Nights
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
      - {change: move, function: vans, reports_to: baking, phase: spring}
      - {change: merge, functions: [vans, baking], into: crew, name: Crew, phase: autumn}
"""
MOVED = BAKERY.replace("vans: {name: Vans, reports_to: office}", "vans: {name: Vans}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds bakery.yaml, and moved.yaml, in which one function moved."""
    monkeypatch.chdir(tmp_path)
    Path("bakery.yaml").write_text(BAKERY)
    Path("moved.yaml").write_text(MOVED)
    return tmp_path


@pytest.fixture
def said(folder, capsys):
    """Return what a comparison says, once it has gone well."""

    def say(*sides: str) -> list[str]:
        assert cli.main(["diff", *sides]) == 0
        return capsys.readouterr().out.splitlines()

    return say


def test_two_files_are_compared_in_sentences(said):
    assert said("bakery.yaml", "moved.yaml") == [
        "bakery.yaml → moved.yaml",
        "",
        "Functions",
        "  → Vans reports to nobody, until now to Office.",
        "",
        "1 difference: 1 → moved.",
    ]


def test_a_design_is_compared_with_today(said):
    assert said("bakery.yaml", "bakery.yaml@nights/spring") == [
        "bakery.yaml: Today → Nights, after Spring",
        "",
        "Functions",
        "  → Vans reports to Baking, until now to Office.",
        "",
        "1 difference: 1 → moved.",
    ]


def test_a_phase_is_compared_with_another_by_where_functions_come_from(said):
    lines = said("bakery.yaml@nights/spring", "@nights/autumn")
    assert lines[0] == "bakery.yaml: Nights, after Spring → Nights, after Autumn"
    assert lines[3] == "  ⊃ Vans and Baking become one: Crew."


@pytest.mark.parametrize("named", ["bakery.yaml", "bakery.yaml@nights"])
def test_one_side_alone_is_compared_with_the_other_that_there_is(said, named):
    assert said(named)[0] == "bakery.yaml: Today → Nights"


def test_older_versions_come_from_the_history(said):
    cli.main(["settle", "bakery.yaml", "--phase", "spring"])
    cli.main(["settle", "bakery.yaml", "--phase", "autumn"])
    assert "  → Vans reports to Baking, until now to Office." in said("bakery.yaml@-2", "@-1")
    assert said("bakery.yaml@9999-12-31", "@today")[-1] == "Nothing differs."


def test_what_no_sentence_tells_is_named(said):
    Path("other.yaml").write_text(BAKERY.replace("name: Nights", "name: Days") + "rules: {}\n")
    assert said("bakery.yaml", "other.yaml")[-1] == "The designs also differ."


def test_a_change_that_cannot_be_made_is_told(said):
    Path("bakery.yaml").write_text(
        BAKERY + "      - {change: move, function: office, reports_to: vans, phase: spring}\n"
    )
    told = said("bakery.yaml", "@nights/spring")[-2]
    assert told.startswith("Change 3 of nights cannot be made: Office cannot report to Vans")


def test_json_is_for_programs(folder, capsys):
    assert cli.main(["diff", "bakery.yaml", "@nights/spring", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["before"]["name"], told["after"]["phase"]) == ("Today", "spring")
    assert told["differences"] == [
        {
            "kind": "moved",
            "word": "moved",
            "of": "function",
            "ids": ["vans"],
            "origins": ["vans"],
            "sentence": "Vans reports to Baking, until now to Office.",
        }
    ]


def test_the_changes_are_drawn_on_request(said):
    assert said("bakery.yaml", "moved.yaml", "-o", "changes.svg") == ["Wrote changes.svg."]
    assert ">→ Moved<" in Path("changes.svg").read_text("utf-8")


def test_a_picture_of_another_format_is_refused(folder, capsys):
    assert cli.main(["diff", "bakery.yaml", "moved.yaml", "-o", "changes.gif"]) == 2
    assert "changes.gif does not end in .svg, .pdf or .png" in capsys.readouterr().err


@pytest.mark.parametrize(("other", "code"), [("moved.yaml", 1), ("bakery.yaml", 0)])
def test_the_exit_code_tells_on_request_whether_they_differ(folder, other, code):
    assert cli.main(["diff", "bakery.yaml", other]) == 0
    assert cli.main(["diff", "bakery.yaml", other, "--exit-code"]) == code


@pytest.mark.parametrize(
    ("side", "told"),
    [
        ("@night", 'No design is called "night"; did you mean "nights"?'),
        ("@nights/sprin", 'No phase of nights is called "sprin"; did you mean "spring"?'),
        ("@-7", "There is no version -7 of bakery.yaml: its history has 0 older versions."),
        ("none.yaml", "none.yaml:1:1: there is no such file"),
    ],
)
def test_a_side_that_is_not_there_is_told_with_exit_code_2(folder, capsys, side, told):
    assert cli.main(["diff", "bakery.yaml", side]) == 2
    assert told in capsys.readouterr().err


def test_a_file_with_problems_is_told_with_its_lines(folder, capsys):
    Path("wrong.yaml").write_text(BAKERY.replace("reports_to: office", "reports_to: offic"))
    assert cli.main(["diff", "bakery.yaml", "wrong.yaml"]) == 2
    told = capsys.readouterr().err
    assert 'wrong.yaml:5:38: no function is called "offic"; did you mean "office"?' in told
    assert told.endswith("Nothing was compared: mend these problems first.\n")


def test_a_path_may_hold_an_at_sign(said):
    Path("a@b.yaml").write_text(BAKERY)
    assert said("a@b.yaml@nights/spring")[0] == "a@b.yaml: Today → Nights, after Spring"


# git


@pytest.fixture
def git(folder):
    """Return git in a new repository that has bakery.yaml, set up as the documents say."""
    calm = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ada",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
        "PYTHONPATH": str(Path(cli.__file__).parents[2]),
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **calm},
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    program = f"'{sys.executable}' -m orgdesign diff"
    Path(".gitattributes").write_text("bakery.yaml diff=orgdesign\n")
    run("init", "-q")
    run("config", "diff.orgdesign.command", f"{program} --git")
    run("config", "diff.orgdesign.textconv", f"{program} --textconv")
    run("add", "bakery.yaml")
    run("commit", "-q", "-m", "First")
    return run


def test_git_diff_tells_what_changed_in_the_organisation(git):
    Path("bakery.yaml").write_text(MOVED)
    assert "bakery.yaml" in git("diff")
    assert "  → Vans reports to nobody, until now to Office." in git("diff").splitlines()


def test_git_show_compares_what_the_file_says_line_by_line(git):
    Path("bakery.yaml").write_text(MOVED)
    git("commit", "-q", "-a", "-m", "Move")
    assert "-  reports to: Office" in git("show").splitlines()


def test_git_is_told_of_a_file_that_is_new_or_gone(git):
    assert "bakery.yaml is new: Harvest Bakery, 3 functions." in git(
        "diff", "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "HEAD"
    )
    Path("bakery.yaml").unlink()
    assert "bakery.yaml is gone: Harvest Bakery, 3 functions." in git("diff")


def test_git_is_told_of_a_file_under_its_new_name(git):
    git("mv", "bakery.yaml", "harvest.yaml")
    Path("harvest.yaml").write_text(MOVED)
    Path(".gitattributes").write_text("*.yaml diff=orgdesign\n")
    told = git("diff", "HEAD", "--find-renames").splitlines()
    assert "bakery.yaml → harvest.yaml" in told
    assert "  → Vans reports to nobody, until now to Office." in told


def test_git_compares_the_text_of_a_file_with_problems(git):
    Path("bakery.yaml").write_text(BAKERY.replace("reports_to: office", "reports_to: offic", 1))
    git("commit", "-q", "-a", "-m", "Slip")
    assert "+  baking: {name: Baking, reports_to: offic}" in git("show").splitlines()


def test_git_is_told_the_problems_of_a_file_and_its_lines(git):
    Path("bakery.yaml").write_text(BAKERY.replace("reports_to: office", "reports_to: offic", 1))
    told = git("diff").splitlines()
    assert "bakery.yaml cannot be compared as an organisation:" in told
    assert "+  baking: {name: Baking, reports_to: offic}" in told


def test_git_is_told_that_both_sides_changed_a_file(folder, capsys):
    assert cli.main(["diff", "--git", "bakery.yaml"]) == 0
    assert "both sides changed it" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["--git", "a", "b"], ["--textconv", "a", "b"], ["a", "b", "c"]]
)
def test_what_is_not_understood_is_told(folder, arguments):
    assert cli.main(["diff", *arguments]) == 2

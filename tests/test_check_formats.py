"""What check says for programs: JSON, SARIF, annotations."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import pytest

from orgdesign import cli
from tests.test_check import BAKERY, ONE, file, rules, said

__all__ = ["file", "rules", "said"]


def test_json_holds_findings_with_their_places(said):
    log = json.loads(said(ONE, "--format=json")[1])
    assert log["version"] == 1
    assert log["files"][0]["problems"] == []
    assert log["files"][0]["findings"][1] == {
        "rule": "function-without-outcome",
        "severity": "warning",
        "message": "Vans serves no customer outcome.",
        "mend": "Choose the outcome that Vans serves, directly or by enabling others.",
        "kind": "function",
        "id": "vans",
        "field": ["alignment", "outcome"],
        "line": 7,
        "column": 5,
        "endColumn": 15,
        "others": [],
        "cause": None,
    }


def test_json_holds_problems(file, said):
    file.write_text(BAKERY.replace("reports_to: baking", "reports_to: bakin"))
    code, text = said("--format=json")
    (problem,) = json.loads(text)["files"][0]["problems"]
    assert code == 1
    assert (problem["line"], problem["column"]) == (5, 36)
    assert "bakin" in problem["message"]


def sarif(text: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rules and the results of a SARIF log."""
    log = json.loads(text)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    return run["tool"]["driver"]["rules"], run["results"]


def test_sarif_holds_results_with_their_regions(said):
    known, results = sarif(said(ONE, "--format=sarif")[1])
    assert results[0] == {
        "ruleId": "function-without-outcome",
        "ruleIndex": [rule["id"] for rule in known].index("function-without-outcome"),
        "level": "warning",
        "message": {
            "text": "Ovens serves no customer outcome. Choose the outcome that Ovens serves,"
            " directly or by enabling others."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "bakery.yaml"},
                    "region": {
                        "startLine": 5,
                        "startColumn": 10,
                        "endLine": 5,
                        "endColumn": 43,
                    },
                }
            }
        ],
    }


def test_sarif_describes_every_rule(said):
    known, _ = sarif(said("--format=sarif")[1])
    described = {rule["id"]: rule for rule in known}["function-without-outcome"]
    assert described["shortDescription"] == {"text": "Function without a customer outcome"}
    assert described["defaultConfiguration"] == {"level": "warning"}
    assert described["properties"] == {"tags": ["alignment"]}
    assert all(rule["help"]["text"] for rule in known)


def test_sarif_leads_to_the_further_places_of_a_finding(file, said):
    file.write_text(
        BAKERY.replace(
            "name: Vans", "name: Vans\n    alignment: {outcome: desired, link: enabling}"
        ).replace("alignment: {outcome: desired}", "alignment: {outcome: desired, link: enabling}")
    )
    _, (result,) = sarif(said("--select=outcome-only-enabled", "--format=sarif")[1])
    assert [
        place["physicalLocation"]["region"]["startLine"] for place in result["relatedLocations"]
    ] == [4, 8]


def test_sarif_holds_problems_and_hints(file, said):
    hint = "--severity=function-without-outcome=hint"
    assert {each["level"] for each in sarif(said(ONE, hint, "--format=sarif")[1])[1]} == {"note"}
    file.write_text("organization: Harvest Bakery\n")
    _, (problem,) = sarif(said("--format=sarif")[1])
    assert (problem["ruleId"], problem["level"]) == ("problem", "error")


def test_sarif_addresses_are_escaped(file, capsys):
    file.rename("our bakery #1.yaml")
    cli.main(["check", "our bakery #1.yaml", ONE, "--format=sarif"])
    _, results = sarif(capsys.readouterr().out)
    place = results[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "our%20bakery%20%231.yaml"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs a disk that takes any file name")
@pytest.mark.parametrize("asked", ["json", "sarif"])
def test_a_file_of_any_name_is_written_about(file, capsys, asked):
    name = os.fsdecode(b"caf\xe9\x7f.yaml")
    file.rename(name)
    assert cli.main(["check", name, ONE, f"--format={asked}"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_github_shows_annotations_at_their_lines(said):
    assert said(ONE, "--format=github")[1].splitlines()[1] == (
        "::warning file=bakery.yaml,line=7,endLine=7,col=5,endColumn=15,"
        "title=function-without-outcome::Vans serves no customer outcome. Choose the outcome that"
        " Vans serves, directly or by enabling others."
    )


def test_github_calls_hints_notices_and_problems_errors(file, said):
    hint = "--severity=function-without-outcome=hint"
    assert said(ONE, hint, "--format=github")[1].startswith("::notice file=")
    file.write_text("organization: Harvest Bakery\n")
    assert said("--format=github")[1].startswith("::error file=bakery.yaml,line=")


def test_a_file_cannot_write_workflow_commands(file, capsys):
    file.write_text(BAKERY.replace("name: Vans", 'name: "100%\\n::stop-commands::x"'))
    file.rename("a,b:c.yaml")
    cli.main(["check", "a,b:c.yaml", ONE, "--format=github"])
    text = capsys.readouterr().out
    assert "::warning file=a%2Cb%3Ac.yaml,line=7," in text
    assert "::100%25%0A::stop-commands::x serves no customer outcome." in text
    assert len(text.splitlines()) == 2

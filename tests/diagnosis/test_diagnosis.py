"""Rules are asked as severely as the file, the command line and they themselves say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from orgdesign.diagnosis import Finding, Place, RuleHit, diagnose
from orgdesign.diagnosis.rules import Rule
from orgdesign.model import RuleSetting, Severity
from tests.organisations import organisation

FINDING = Finding("Nothing is measured.", Place("organisation"), "Measure something.")
RULE = Rule("a-rule", "metrics", "hint", "A rule", "Why.", lambda *_: iter([FINDING]))


def told(rules: Mapping[str, Severity]) -> tuple[RuleHit, ...]:
    """Return what is found in a file that sets the severity of rules, with no rule asked."""
    return diagnose(replace(organisation([]), rules=settings(rules)), [])


def settings(rules: Mapping[str, Severity]) -> dict[str, RuleSetting]:
    return {name: RuleSetting(severity) for name, severity in rules.items()}


def severities(rules: Mapping[str, Severity], said: Severity | None = None) -> list[Severity]:
    asked = replace(organisation([]), rules=settings(rules))
    return [
        each.severity
        for each in diagnose(asked, [RULE], lambda name: said)
        if each.rule == "a-rule"
    ]


def test_a_rule_is_as_severe_as_it_says_itself() -> None:
    assert severities({}) == ["hint"]


def test_the_file_says_how_severe_a_rule_is() -> None:
    assert severities({"a-rule": "error"}) == ["error"]


def test_a_rule_that_the_file_turns_off_finds_nothing() -> None:
    assert severities({"a-rule": "off"}) == []


def test_the_command_line_is_heard_before_the_file() -> None:
    assert severities({"a-rule": "off"}, "warning") == ["warning"]


def test_a_rule_that_does_not_exist_is_told_with_the_one_that_is_meant() -> None:
    (found,) = told({"measure-without-base": "off"})
    assert (found.rule, found.severity) == ("unknown-rule", "warning")
    assert found.finding.message == 'No rule is called "measure-without-base".'
    assert found.finding.remedy == 'Did you mean "measure-without-baseline"?'
    assert found.finding.at == Place("organisation", field=("rules", "measure-without-base"))


def test_a_rule_that_is_like_no_other_is_to_be_deleted() -> None:
    (found,) = told({"xyz": "off"})
    assert found.finding.remedy == "Delete it from the file's rules."

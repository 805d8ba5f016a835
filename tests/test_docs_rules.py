"""Every rule has a page, and its examples of wrong and right are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgdesign.diagnosis.rules import RULES, Rule
from orgdesign.model import Organisation
from orgdesign.yamlfile import read

DOCS = Path(__file__).parents[1] / "docs"
ROW = re.compile(r"^\| \[([\w-]+)\]\(rules/\1\.md\) \| (\w+) \| (.+) \|$", re.MULTILINE)
EXAMPLE = re.compile(r"^## (Wrong|Right)\n.*?```yaml\n(.*?)```", re.MULTILINE | re.DOTALL)


@pytest.fixture(params=list(RULES.values()), ids=lambda rule: rule.name)
def rule(request: pytest.FixtureRequest) -> Rule:
    found: Rule = request.param
    return found


def page(rule: Rule) -> str:
    return (DOCS / "rules" / f"{rule.name}.md").read_text()


def said(example: str) -> Organisation:
    reading = read(example.encode(), "example.yaml")
    assert reading.problems == ()
    assert reading.organisation
    return reading.organisation


def test_a_page_says_what_its_rule_is(rule: Rule) -> None:
    expected = f"# {rule.name}\n\n**{rule.title}** · {rule.group} · {rule.severity}\n"
    assert page(rule).startswith(expected)
    assert "\n## Why it matters\n" in page(rule)


def test_the_rule_finds_what_is_wrong_in_the_wrong_example_only(rule: Rule) -> None:
    examples = dict(EXAMPLE.findall(page(rule)))
    assert list(rule.find(said(examples["Wrong"])))
    assert list(rule.find(said(examples["Right"]))) == []


def test_the_index_lists_exactly_the_rules_that_there_are() -> None:
    listed = ROW.findall((DOCS / "rules.md").read_text())
    assert listed == [(rule.name, rule.severity, rule.title) for rule in RULES.values()]

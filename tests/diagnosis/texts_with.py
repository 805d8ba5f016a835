"""What rules find in an organisation whose text stands in a test, in two parts."""

from __future__ import annotations

from textwrap import dedent

from orgdesign.diagnosis.finding import Finding
from orgdesign.diagnosis.rules import Rule
from orgdesign.yamlfile import read


def findings_with(rule: Rule, base: str, text: str) -> list[Finding]:
    """Return what a rule finds in an organisation with what ``text`` adds to it."""
    reading = read(dedent(base).encode() + dedent(text).encode(), "hotel.yaml")
    assert reading.organisation, reading.problems
    return list(rule.find(reading.organisation))

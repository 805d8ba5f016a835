"""From an organisation to all that its rules find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from orgdesign.diagnosis.finding import Finding, Found, Place
from orgdesign.diagnosis.rule import Rule
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Organisation, Severity

UNKNOWN_RULE = "unknown-rule"


def diagnose(
    organisation: Organisation,
    rules: Iterable[Rule] = tuple(RULES.values()),
    severity: Callable[[str], Severity | None] = lambda name: None,
) -> tuple[Found, ...]:
    """Return what ``rules`` find, in their order and that of the file.

    How severe a rule is says ``severity`` first, then the file, then the rule.
    """
    return (*_unknown(organisation), *_found(organisation, rules, severity))


def _found(
    organisation: Organisation, rules: Iterable[Rule], severity: Callable[[str], Severity | None]
) -> Iterator[Found]:
    for rule in rules:
        severe = severity(rule.name) or organisation.severity_of(rule.name, rule.severity)
        if severe != "off":
            yield from (Found(rule.name, severe, each) for each in rule.find(organisation))


def _unknown(organisation: Organisation) -> Iterator[Found]:
    for name in organisation.rules:
        if name not in RULES:
            near = get_close_matches(name, RULES, 1)
            meant = f'Did you mean "{near[0]}"?' if near else "Delete it from the file's rules."
            finding = Finding(
                f'No rule is called "{name}".', Place("organisation", field=("rules", name)), meant
            )
            yield Found(UNKNOWN_RULE, "warning", finding)

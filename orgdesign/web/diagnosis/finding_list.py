"""Which findings are asked for, and in which order and groups they are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Literal, cast, get_args

from orgdesign.diagnosis import Place, RuleHit
from orgdesign.diagnosis.rules import RULES, Group, Rule
from orgdesign.model import Organisation, Severity
from orgdesign.value_objects import value_object
from orgdesign.web.kit import functions_in_finding

By = Literal["rule", "part", "file"]
ORDERS: Mapping[By, str] = {"rule": "By rule", "part": "By part", "file": "In order of the file"}
GROUPS: Mapping[Group, str] = {
    "alignment": "Alignment: what everything serves",
    "accountability": "Accountability: who answers for it",
    "metrics": "Metrics: how success is told",
    "motivation": "Motivation: what people are paid for",
    "mechanics": "Mechanics: how the work crosses functions",
    "structure": "Structure: who reports to whom",
    "designs": "Designs: how the structure is to change",
}
SEVERITIES: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "hint"}
AT_ONCE = 100
"""How many findings a page has."""


@value_object
class ListedFinding:
    """A finding with what stands for it in addresses, and the line where it is mended."""

    key: str
    found: RuleHit
    line: int


@value_object
class FindingFilter:
    """Which findings an address asks for: the empty text is any. Parts are ids."""

    by: By = "rule"
    severity: str = ""
    group: str = ""
    rule: str = ""
    function: str = ""
    role: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether some findings are left out."""
        return any((self.severity, self.group, self.rule, self.function, self.role))

    def has(self, found: RuleHit, organisation: Organisation) -> bool:
        """Tell whether a finding is asked for."""
        rule = RULES.get(found.rule)
        return (
            self.severity in ("", found.severity)
            and self.rule in ("", found.rule)
            and (not self.group or (rule is not None and rule.group == self.group))
            and (not self.function or self.function in functions_in_finding(found, organisation))
            and (not self.role or self.role in roles_of(found, organisation))
        )


def order(said: str) -> By:
    """Return the order that an address names."""
    return cast(By, said) if said in get_args(By) else "rule"


def roles_of(found: RuleHit, organisation: Organisation) -> Iterator[str]:
    """Yield the roles that a finding is about, and the one that answers for what is mended."""
    for place in (found.finding.at, *found.finding.others):
        if place.kind == "role":
            yield place.id
    at = found.finding.at
    held = organisation.functions.get(at.id) if at.kind == "function" else None
    answered = organisation.handoffs.get(at.id) if at.kind == "handoff" else held
    if answered and answered.accountable:
        yield answered.accountable


@value_object
class FindingSection:
    """Findings under one heading; ``count`` are all that belong to it, also on other pages.

    ``rule`` is what they are found by, where that is the heading.
    """

    title: str
    count: int
    listed: tuple[ListedFinding, ...]
    rule: Rule | None = None


@value_object
class Chapter:
    """Sections that belong together; without a title where there is only one kind of them."""

    title: str
    count: int
    sections: tuple[FindingSection, ...]


Name = Callable[[Place], str]


def by_rule(every: list[ListedFinding], shown: list[ListedFinding]) -> Iterator[Chapter]:
    """Yield the findings shown by group and rule, with how many there are in ``every``."""
    rules, groups = Counter(each.found.rule for each in every), Counter(map(_group, every))
    for group, listed in groupby(shown, _group):
        sections = tuple(
            FindingSection(
                RULES[name].title if name in RULES else "Rule that does not exist",
                rules[name],
                tuple(inner),
                RULES.get(name),
            )
            for name, inner in groupby(listed, lambda each: each.found.rule)
        )
        title = GROUPS[group] if group else "The settings of the file"
        yield Chapter(title, groups[group], sections)


def _group(listed: ListedFinding) -> Group | None:
    rule = RULES.get(listed.found.rule)
    return rule.group if rule else None


def by_part(every: list[ListedFinding], shown: list[ListedFinding], name: Name) -> Chapter:
    """Return the findings shown by the part that is to be mended."""
    parts = Counter(map(_place_of, every))
    sections = tuple(
        FindingSection(name(part), parts[part], tuple(listed))
        for part, listed in groupby(shown, _place_of)
    )
    return Chapter("", len(every), sections)


def _place_of(listed: ListedFinding) -> Place:
    at = listed.found.finding.at
    return Place(at.kind, at.id)


def part_first(listed: list[ListedFinding], line: Callable[[Place], int]) -> list[ListedFinding]:
    """Return findings in the order of the file, those of one part together."""
    return sorted(listed, key=lambda each: (line(_place_of(each)), str(_place_of(each)), each.line))

"""The findings of the diagnosis, each with the way to the edit that mends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property

from orgdesign.diagnosis import FirstThing, HarmOrder, Place, RuleHit
from orgdesign.diagnosis.rules import RULES, Rule
from orgdesign.web.diagnosis.diagnosis_page import DiagnosisPage
from orgdesign.web.diagnosis.finding_list import (
    AT_ONCE,
    GROUPS,
    ORDERS,
    SEVERITIES,
    Chapter,
    FindingFilter,
    FindingSection,
    ListedFinding,
    by_part,
    by_rule,
    order,
    part_first,
    roles_of,
)
from orgdesign.web.kit import LABELS, Answer, findings_cache, functions_in_finding, not_modified

pages = Blueprint("findings", __name__)
pages.before_request(not_modified)

FEW = 3
"""So few findings are told without saying which of them come first."""
MOST_CHOICES = 300
"""How many functions or roles the filter offers; more are found by their own links."""
MOST_EVIDENCE = 12
"""How many places a finding names; a rule about a whole organisation may rest on thousands."""


class FindingsPage(DiagnosisPage):
    """What the rules find, as far as the address asks for it."""

    orders, severities, rules = ORDERS, SEVERITIES, RULES

    def __init__(self, key: str, said: MultiDict[str, str]) -> None:
        super().__init__(key)
        self._said = said
        self.start = max(said.get("from", 0, int), 0)

    @cached_property
    def finding_filter(self) -> FindingFilter:
        """Return which findings the address asks for."""
        said = self._said
        return FindingFilter(
            order(said.get("by", "")),
            said.get("severity", ""),
            said.get("group", ""),
            said.get("rule", ""),
            self.id_of("function", said["function"]) if said.get("function") else "",
            self.id_of("role", said["role"]) if said.get("role") else "",
        )

    @cached_property
    def all_hits(self) -> tuple[RuleHit, ...]:
        """Return all that the rules find."""
        return findings_cache().hits(self.edition)

    @cached_property
    def _hits_of_rule_at(self) -> Counter[tuple[str, Place]]:
        return Counter((each.rule, each.finding.at) for each in self.all_hits)

    def key_for(self, found: RuleHit) -> str:
        """Return what stands for a finding in addresses, as long as it is found."""
        said = f"{found.rule} {found.finding.at}"
        if self._hits_of_rule_at[found.rule, found.finding.at] > 1:
            said += found.finding.message
        return self._settings.key("finding", said)

    def find_finding(self, key: str) -> RuleHit | None:
        """Return the finding that a key stands for, if it is still found."""
        return next((each for each in self.all_hits if self.key_for(each) == key), None)

    @cached_property
    def listed_findings(self) -> list[ListedFinding]:
        """Return the findings that were asked for, in the order asked for."""
        wanted = self.finding_filter
        kept = (each for each in self.all_hits if wanted.has(each, self.organisation))
        listed = [self._listed(each) for each in kept]
        if wanted.by == "file":
            return sorted(listed, key=lambda each: each.line)
        return part_first(listed, self.line) if wanted.by == "part" else listed

    def _listed(self, found: RuleHit) -> ListedFinding:
        return ListedFinding(self.key_for(found), found, self.line(found.finding.at))

    @cached_property
    def first_things(self) -> list[FirstThing]:
        """Return what to mend first, where all findings are asked for and there are many."""
        if self.finding_filter.is_narrow or self.start or len(self.all_hits) <= FEW:
            return []
        return HarmOrder(self.organisation, self.all_hits).first_things()

    @property
    def findings_on_page(self) -> list[ListedFinding]:
        """Return the findings of this page."""
        return self.listed_findings[self.start : self.start + AT_ONCE]

    @property
    def chapters(self) -> list[Chapter]:
        """Return the findings of this page under their headings."""
        if self.finding_filter.by == "rule":
            return list(by_rule(self.listed_findings, self.findings_on_page))
        if self.finding_filter.by == "part":
            return [by_part(self.listed_findings, self.findings_on_page, self.place_title)]
        alone = FindingSection("", len(self.listed_findings), tuple(self.findings_on_page))
        return [Chapter("", len(self.listed_findings), (alone,))]

    def place_title(self, place: Place) -> str:
        """Return what people call a part, with its kind."""
        kind = {"handoff": "hand-off", "organisation": "organisation"}.get(place.kind, place.kind)
        return f"{kind.capitalize()}: {self.name(place)}"

    def counts(self) -> list[tuple[str, int]]:
        """Return how many findings of each severity there are, the worst first."""
        found = Counter(each.found.severity for each in self.listed_findings)
        return [(words, found[each]) for each, words in SEVERITIES.items() if found[each]]

    def group_choices(self) -> list[tuple[str, str]]:
        """Return the groups in which something is found, each with how much."""
        known = (RULES.get(each.rule) for each in self.all_hits)
        counts = Counter(rule.group for rule in known if rule)
        named = {group: title.partition(":")[0] for group, title in GROUPS.items()}
        return [(one, f"{named[one]} ({counts[one]:,})") for one in GROUPS if counts[one]]

    def rule_choices(self) -> list[tuple[str, str]]:
        """Return the rules that find something, each with how much."""
        counts = Counter(each.rule for each in self.all_hits)
        rules = ((name, rule.title) for name, rule in RULES.items() if counts[name])
        return [(name, f"{title} ({counts[name]:,})") for name, title in rules]

    def functions(self) -> list[tuple[str, str]]:
        """Return the functions that findings are about: keys and names."""
        about = {
            id_ for each in self.all_hits for id_ in functions_in_finding(each, self.organisation)
        }
        named = self.organisation.functions.values()
        return self._offered("function", [(one.id, one.name) for one in named if one.id in about])

    def roles(self) -> list[tuple[str, str]]:
        """Return the roles that findings are about: keys and titles."""
        about = {id_ for each in self.all_hits for id_ in roles_of(each, self.organisation)}
        named = self.organisation.roles.values()
        return self._offered("role", [(one.id, one.title) for one in named if one.id in about])

    def _offered(self, kind: str, parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
        chosen = getattr(self.finding_filter, kind)
        kept = parts if len(parts) <= MOST_CHOICES else [one for one in parts if one[0] == chosen]
        return [(self._settings.key(kind, id_), words) for id_, words in kept]

    def query(self, **changed: str) -> dict[str, Any]:
        """Return what an address says of the findings asked for, with some of it changed."""
        names = ("by", "severity", "group", "rule", "function", "role")
        said: dict[str, Any] = {name: self._said.get(name, "") for name in names} | changed
        return {name: value for name, value in said.items() if value}

    def address_of(self, **changed: str) -> str:
        """Return the address of the findings asked for, with some of it changed."""
        return url_for("findings.show", **self.query(**changed))

    @property
    def page_address(self) -> str:
        """Return the address of this page of the findings."""
        return self.address_of(**{"from": str(self.start) if self.start else ""})

    @property
    def earlier(self) -> str:
        """Return the address of the findings before these, if there are any."""
        before = max(self.start - AT_ONCE, 0)
        return self.address_of(**{"from": str(before or "")}) if self.start else ""

    @property
    def later(self) -> str:
        """Return the address of the findings after these, if there are any."""
        after = self.start + AT_ONCE
        return self.address_of(**{"from": str(after)}) if after < len(self.listed_findings) else ""

    def evidence(self, found: RuleHit) -> Iterator[tuple[str, int]]:
        """Yield the places that a finding rests on, as words and the line of each."""
        for place in (found.finding.at, *found.finding.others)[:MOST_EVIDENCE]:
            yield self._words(place), self.line(place)

    def more_evidence(self, found: RuleHit) -> int:
        """Return how many places a finding rests on beyond those named."""
        return max(1 + len(found.finding.others) - MOST_EVIDENCE, 0)

    def _words(self, place: Place) -> str:
        if place.kind == "design" and place.field[:1] == ("changes",):
            return f"change {int(place.field[1]) + 1} of {self.name(place)}"
        if place.kind == "organisation":
            return " ".join(map(str, place.field))
        keys = [str(key) for key in place.field if isinstance(key, str)]
        label = LABELS.get("-".join(keys)) or (keys[-1].replace("_", " ") if keys else "")
        name = self.name(place)
        return f"{name}: {label[:1].lower()}{label[1:]}" if label else name

    @property
    def ignored_hits(self) -> list[tuple[RuleHit, str]]:
        """Return what the file says to take as it is, each with the reason."""
        ignored = findings_cache().whole(self.edition).ignored
        return [(hit, ignore.reason or "") for hit, ignore in ignored]

    @property
    def silenced_rules(self) -> list[Rule]:
        """Return the rules that the file turns off, not those of what somebody does not see."""
        rules, hides = self.organisation.rules, self.organisation.hides
        off = (name for name, setting in rules.items() if setting.severity == "off")
        off = (name for name in off if not hides(name))
        return [RULES[name] for name in off if name in RULES]


@pages.get("/o/<key>/diagnosis")
def show(key: str) -> Answer:
    """Show what the rules find."""
    return FindingsPage(key, request.args).render_with("diagnosis/findings.html")

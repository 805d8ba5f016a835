"""Any two structures beside each other: charts, what differs in sentences, what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Literal, cast, get_args

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.utils import cached_property

from orgdesign.designs.comparison import KINDS, Difference, DifferenceScope, Of
from orgdesign.diagnosis.effects import Effect, Turnover
from orgdesign.model import capitalise
from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import DesignPage, DesignsPage
from orgdesign.web.designs.sides import ComparisonSide, sides
from orgdesign.web.designs.structure_comparison import (
    StructureComparison,
    amount_text,
    apart,
    inline,
    sameness,
)
from orgdesign.web.kit import TODAY_KEY, Answer, ChartFragment, recent

pages = Blueprint("compare", __name__)

Shown = Literal["changes", "beside", "over", "outcomes"]
VIEWS: Mapping[Shown, str] = {
    "changes": "Changes",
    "beside": "Side by side",
    "over": "One over the other",
    "outcomes": "By outcome",
}
GROUPS: Mapping[Of, str] = {
    "outcome": "Outcomes",
    "function": "Functions",
    "role": "Roles",
    "measure": "Measures",
    "stage": "Journey",
    "handoff": "Hand-offs",
}
MOST_REMEMBERED = 8
"""How many comparisons looked at lately are remembered."""
PARTS = {"outcome", "role"}
"""The filters by a part of the file."""


@value_object
class Filter:
    """One question that narrows the list of what differs, with its choices."""

    name: str
    label: str
    choices: list[tuple[str, str]]
    chosen: str


@value_object
class DifferenceLine:
    """One thing that differs: its sign and word, and the key of the box it leads to."""

    difference: Difference
    key: str
    box: str

    @property
    def sign(self) -> str:
        """Return the sign of its kind."""
        return KINDS[self.difference.kind].sign

    @property
    def word(self) -> str:
        """Return the word of its kind."""
        return KINDS[self.difference.kind].word


class ComparePage(DesignsPage):
    """Two structures, as the address names them."""

    views, inline = VIEWS, staticmethod(inline)

    @cached_property
    def sides(self) -> dict[str, ComparisonSide]:
        """Return all that can be compared, by key."""
        return {each.key: each for each in sides(self.file, self.edition, self._settings)}

    @property
    def groups(self) -> Iterator[tuple[str, list[ComparisonSide]]]:
        """Yield the sides to choose from, in their groups."""
        for group in dict.fromkeys(side.group for side in self.sides.values()):
            yield group, [side for side in self.sides.values() if side.group == group]

    @cached_property
    def old(self) -> ComparisonSide:
        """Return the side that people come from; today where the address names none."""
        return self.sides.get(request.args.get("before", "")) or next(iter(self.sides.values()))

    @cached_property
    def new(self) -> ComparisonSide:
        """Return the side that they go to; the first design's end where the address names none."""
        found = self.sides.get(request.args.get("after", ""))
        return found or self.sides.get(self._first_design) or self._another

    @property
    def _first_design(self) -> str:
        first = next(iter(self.designs), None)
        return self.structure_key(first.id) if first else ""

    @property
    def _another(self) -> ComparisonSide:
        return next((each for each in self.sides.values() if each.key != self.old.key), self.old)

    @property
    def chart_choice(self) -> Shown:
        """Return how the charts are shown."""
        asked = request.args.get("view", "")
        return cast(Shown, asked) if asked in get_args(Shown) else "changes"

    @property
    def whole(self) -> bool:
        """Whether charts are shown with nothing folded."""
        return bool(request.args.get("whole"))

    def address(self, endpoint: str = "compare.show", **said: str) -> str:
        """Return the address of this comparison with some of it changed."""
        kept = {"before": self.old.key, "after": self.new.key, **request.args.to_dict(), **said}
        given: dict[str, Any] = {name: value for name, value in kept.items() if value}
        return url_for(endpoint, **given)

    @cached_property
    def comparison(self) -> StructureComparison:
        """Return both structures compared."""
        old, new = self.old, self.new
        key = (self.file.identity, old.text, old.key, new.text, new.key)
        work_out = partial(StructureComparison, self.file, old, new, self._settings)
        return recent("comparisons", MOST_REMEMBERED, key, work_out)

    def charts(self) -> list[ChartFragment]:
        """Return the charts on screen."""
        match self.chart_choice:
            case "changes":
                return self.comparison.steady(["changes"], whole=self.whole)
            case "beside":
                return self.comparison.steady(["before", "reporting"], whole=self.whole)
            case "over":
                return self.comparison.steady(["before", "changes", "reporting"], whole=self.whole)
            case "outcomes":
                return self.comparison.by_outcomes(whole=self.whole)

    def chart_title(self, at: int, drawn: ChartFragment) -> str:
        """Return what a chart on screen shows."""
        if drawn.view == "changes":
            return f"Changes from {self.old.name} to {self.new.name}"
        return f"{'Before' if at == 0 else 'After'}: {(self.old if at == 0 else self.new).name}"

    @cached_property
    def filters(self) -> list[Filter]:
        """Return the questions that narrow the list."""
        before, after = self.comparison.before, self.comparison.after
        outcomes = {
            one.id: one.statement for side in (before, after) for one in side.outcome.walk()
        }
        roles = {one.id: one.title for side in (before, after) for one in side.roles.values()}
        kinds: list[tuple[str, str]] = [
            (kind, f"{mark.sign} {mark.word}") for kind, mark in KINDS.items()
        ]
        found = [
            self._filter("kind", "Kind", kinds),
            self._filter("outcome", "Outcome", self._keyed("outcome", outcomes)),
            self._filter("role", "Role", self._keyed("role", roles)),
        ]
        phases = self.comparison.by_phase
        if phases:
            said = [(self._settings.key("phase", each), each) for each in phases]
            found.insert(2, self._filter("phase", "Phase", said))
        return found

    def _keyed(self, kind: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
        return [(self.key_for(kind, id_), name) for id_, name in names.items()]

    def _filter(self, name: str, label: str, choices: list[tuple[str, str]]) -> Filter:
        asked = request.args.get(name, "")
        return Filter(name, label, choices, asked if asked in dict(choices) else "")

    def phase_of(self, difference: Difference) -> str:
        """Return the phase by whose end something differs; empty where that cannot be told."""
        same = sameness(difference)
        return next((name for name, found in self.comparison.by_phase.items() if same in found), "")

    @cached_property
    def difference_lines(self) -> list[DifferenceLine]:
        """Return what differs, as far as the filters let it through."""
        return [
            DifferenceLine(
                each, self.comparison.key(each), self.comparison.leads_to(each, whole=self.whole)
            )
            for each in self.comparison.differences
            if self._lets(each)
        ]

    @cached_property
    def _filter_values(self) -> Mapping[str, str]:
        """Return what the filters are set to, outcomes and roles by their ids."""
        chosen = {one.name: one.chosen for one in self.filters if one.chosen}
        parts = {name: self._id_for(name, chosen[name]) for name in chosen.keys() & PARTS}
        return {**chosen, **parts}

    @cached_property
    def _concern(self) -> DifferenceScope:
        return DifferenceScope(self.comparison.before, self.comparison.after)

    def _lets(self, each: Difference) -> bool:
        chosen = self._filter_values
        return (
            ("kind" not in chosen or each.kind == chosen["kind"])
            and ("phase" not in chosen or self._phase_key(each) == chosen["phase"])
            and ("outcome" not in chosen or self._concern.concerns_outcome(each, chosen["outcome"]))
            and ("role" not in chosen or self._concern.concerns_role(each, chosen["role"]))
        )

    def _phase_key(self, each: Difference) -> str:
        return self._settings.key("phase", self.phase_of(each))

    def _id_for(self, kind: str, key: str) -> str:
        sides = (self.comparison.before, self.comparison.after)
        ids = [each.id for side in sides for each in side.outcome.walk()]
        ids = ids if kind == "outcome" else [id_ for side in sides for id_ in side.roles]
        return next((id_ for id_ in ids if self.key_for(kind, id_) == key), "")

    def told_in_groups(self) -> Iterator[tuple[str, list[DifferenceLine]]]:
        """Yield what differs by what it is of."""
        for of, title in GROUPS.items():
            found = [each for each in self.difference_lines if each.difference.of == of]
            if found:
                yield title, found

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return any(each.chosen for each in self.filters)

    def figures(self) -> Iterator[tuple[str, list[Effect]]]:
        """Yield the figures of both, by group."""
        groups = dict.fromkeys(each.group for each in self.comparison.effects)
        for group in groups:
            yield group, [each for each in self.comparison.effects if each.group == group]

    def findings(self) -> Turnover | None:
        """Return which findings go and come; None while large structures are looked at."""
        return self.comparison.findings(waits="findings" in request.args)

    def failures(self) -> Iterator[tuple[str, str]]:
        """Yield what could not be made on either side: the name of the side, and the reason."""
        for side, structure in zip((self.old, self.new), self.comparison.structures, strict=True):
            for failure in structure.failures:
                yield side.name, f"{capitalise(failure.reason)}."


@pages.get("/o/<key>/designs/compare")
def show(key: str) -> Answer:
    """Show two structures beside each other."""
    found = ComparePage(key)
    found.need_organisation()
    try:
        found.comparison.structures  # noqa: B018 - a version can have problems
    except OrgdesignError as failure:
        shown = render_template("designs/compare_refused.html", page=found, failure=str(failure))
        return shown, 422
    return render_template("designs/compare.html", page=found, amount_text=amount_text, apart=apart)


@pages.get("/o/<key>/designs/compare/findings")
def show_findings(key: str) -> Answer:
    """Answer with the findings that go and come, once the rules were asked on both sides."""
    found = ComparePage(key)
    if not found.has_organisation or found.findings() is None:
        return "", 204
    return render_template("designs/compare_findings.html", page=found)


@pages.get("/o/<key>/designs/<design>/compare")
def design(key: str, design: str) -> Answer:
    """Lead to what a design changes, seen from today."""
    found = DesignPage(key, design)
    if found.existing_design is None:
        return redirect(url_for("designs.show"), 303)
    after = found.structure_key(found.design.id)
    return redirect(url_for("compare.show", before=TODAY_KEY, after=after), 303)

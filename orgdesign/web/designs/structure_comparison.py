"""Two structures compared for a page: what differs, the charts of both, what it comes to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup
from werkzeug.utils import cached_property

from orgdesign.charts import (
    BeforeAfterCharts,
    Chart,
    View,
    after,
    changes,
    fitting_depth,
    fold,
    function_id,
)
from orgdesign.designs.comparison import Difference, compare, lineage_by_id
from orgdesign.designs.replay import Lineage, Structure, lineage_between, structure_after
from orgdesign.diagnosis.effects import (
    Effect,
    OutcomeEffect,
    Turnover,
    effects,
    outcome_effects,
    turnover_of,
)
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.render import Engine, chart_svg
from orgdesign.web.designs.sides import ComparisonSide
from orgdesign.web.kit import ChartFragment, Settings, amount, counted, figure, findings_cache
from orgdesign.workspace import OpenFile

BOX = re.compile(r'\bid="(?:before|changes|reporting|after|was)-((?:function|ghost)-[^"]*)"')
"""The ids of boxes in a drawn chart; they hold ids of the file, which no address may hold."""


@dataclass(frozen=True)
class StructureComparison:
    """Two structures: the one that people come from, and the one that they go to."""

    file: OpenFile
    old: ComparisonSide
    new: ComparisonSide
    settings: Settings

    @cached_property
    def structures(self) -> tuple[Structure, Structure]:
        """Return both structures."""
        return self.old.structure(), self.new.structure()

    @property
    def before(self) -> Organisation:
        """Return the organisation that people come from."""
        return self.structures[0].organisation

    @property
    def after(self) -> Organisation:
        """Return the organisation that they go to."""
        return self.structures[1].organisation

    @cached_property
    def lineage(self) -> Lineage:
        """Return where functions come from; in two texts, those of the same id are the same."""
        if self.old.text == self.new.text:
            return lineage_between(*self.structures)
        return lineage_by_id(self.before, self.after)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return what differs."""
        return compare(self.before, self.after, self.lineage)

    @cached_property
    def by_phase(self) -> dict[str, set[tuple[object, ...]]]:
        """Return, by name of a phase, what differs by its end; of today and a design only."""
        old, new = self.structures
        if old.design or not new.design or self.old.text != self.new.text:
            return {}
        design = old.organisation.designs.get(new.design)
        differing: dict[str, set[tuple[object, ...]]] = {}
        for phase in design.phases.values() if design else ():
            then = structure_after(old.organisation, design, phase.id)  # type: ignore[arg-type]
            differs = compare(old.organisation, then.organisation, lineage_between(old, then))
            differing[phase.name] = {sameness(each) for each in differs}
            if phase.id == new.phase:
                break
        return differing

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """Return the figures of both."""
        return effects(self.before, self.after, self.lineage)

    @cached_property
    def by_outcome(self) -> tuple[OutcomeEffect, ...]:
        """Return what serves each outcome in both."""
        return outcome_effects(self.before, self.after)

    def findings(self, *, waits: bool) -> Turnover | None:
        """Return the findings that go away and those that come; None while they are looked for."""
        cache, sides = findings_cache(), zip((self.old, self.new), self.structures, strict=True)
        was, now = (
            cache.structure_hits(side.findings_key, structure.organisation, waits=waits)
            for side, structure in sides
        )
        return None if was is None or now is None else turnover_of(was, now, self.lineage)

    @cached_property
    def _redrawn(self) -> BeforeAfterCharts:
        return changes(self.before, self.after, self.lineage, self.differences)

    @cached_property
    def depth(self) -> int | None:
        """Return the depth at which the changes can be read; None when all of them can."""
        return fitting_depth(self._redrawn.changes)

    def steady(self, views: Sequence[View], *, whole: bool) -> list[ChartFragment]:
        """Return charts by reporting lines, in which what stays stands where it stood."""
        depth = None if whole else self.depth
        charts = {each.view: fold(each, depth) for each in self._redrawn}
        main = "changes" if "changes" in views else views[-1]
        among = [*charts.values()]
        return [
            self._chart_fragment(charts[each], each, among, whole, each == main) for each in views
        ]

    def by_outcomes(self, *, whole: bool) -> list[ChartFragment]:
        """Return both structures hung from the customer outcome."""
        drawn = []
        for at, organisation in enumerate((self.before, self.after)):
            chart = after(organisation)
            shown = chart if whole else fold(chart, fitting_depth(chart))
            drawn.append(self._chart_fragment(shown, ("was", "after")[at], (), whole, at == 1))
        return drawn

    def _chart_fragment(
        self, chart: Chart, prefix: str, among: Sequence[Chart], whole: bool, is_main: bool
    ) -> ChartFragment:
        """Return a chart; the boxes of the main one are those that sentences lead to."""
        key = ("compared", self.old.text, self.new.text, self.old.key, self.new.key, prefix, whole)
        draw = partial(
            _svg, chart=chart, prefix=f"{prefix}-", among=among, said=self.difference_keys
        )
        try:
            svg = self.file.cached_picture((*key, tuple(self.difference_keys)), draw)
            return ChartFragment(chart.view, svg=self._opaque(svg, "box" if is_main else prefix))
        except OrgdesignError as failure:
            return ChartFragment(chart.view, failure=str(failure))

    def _opaque(self, svg: str, prefix: str) -> str:
        """Return a chart whose boxes can be led to by keys."""
        return BOX.sub(lambda found: f'id="{prefix}-{self.box_key(found[1])}"', svg)

    def box_key(self, box: str) -> str:
        """Return what stands for a box in addresses."""
        return self.settings.key("box", box)

    @cached_property
    def difference_keys(self) -> Mapping[str, str]:
        """Return, by box, the key of the first difference about it."""
        said: dict[str, str] = {}
        for each in self.differences:
            for box in self.boxes(each):
                said.setdefault(box, self.key(each))
        return said

    @cached_property
    def _keys(self) -> Mapping[Difference, str]:
        key = self.settings.key
        return {each: key("difference", str(at)) for at, each in enumerate(self.differences)}

    def key(self, difference: Difference) -> str:
        """Return what stands for a difference in addresses."""
        return self._keys[difference]

    def boxes(self, difference: Difference) -> list[str]:
        """Return the boxes of the functions that a difference is about."""
        before, after = self.before, self.after
        match difference.of:
            case "function":
                ghosts = [f"ghost-{each}" for each in difference.origins]
                return [*map(function_id, difference.ids), *ghosts]
            case "role":
                side = after if difference.ids else before
                role = side.roles[(difference.ids or difference.origins)[0]]
                return [function_id(role.function)] if role.function else []
            case "handoff":
                side = after if difference.ids else before
                handoff = side.handoffs[(difference.ids or difference.origins)[0]]
                return [function_id(handoff.giver), function_id(handoff.taker)]
            case _:
                return []

    @cached_property
    def _visible_boxes(self) -> tuple[set[str], Mapping[str, str | None]]:
        chart = self._redrawn.changes
        parents = {box.id: box.parent for box in chart.boxes}
        return {box.id for box in fold(chart, self.depth).boxes}, parents

    def leads_to(self, difference: Difference, *, whole: bool) -> str:
        """Return the key of the box that a difference leads to, or of what hides it; or nothing."""
        shown, parents = self._visible_boxes
        for box in self.boxes(difference):
            at: str | None = box if box in parents else None
            while at and not whole and at not in shown:
                at = parents[at]
            if at and at != "organisation":
                return self.box_key(at)
        return ""


def _svg(
    engine: Engine, chart: Chart, prefix: str, among: Sequence[Chart], said: Mapping[str, str]
) -> str:
    def link(box: str, is_tab: bool) -> str:
        if is_tab:
            return "#show-everything"
        return f"#said-{said[box]}" if box in said else "#what-differs"

    return chart_svg(chart, engine, prefix=prefix, link=link, among=among)


def inline(drawn: ChartFragment) -> Markup:
    """Return a drawn chart for a page."""
    return Markup(drawn.svg)  # noqa: S704 - Graphviz escapes what people wrote; see render


def sameness(each: Difference) -> tuple[object, ...]:
    """Return what makes a difference the same by the end of another phase."""
    return each.kind, each.of, each.ids, each.origins


MINUS = "\u2212"


def amount_text(value: float | None, unit: str) -> str:
    """Return a figure as people say it."""
    if value is None:
        return ""
    if unit == "%":
        return f"{value:.0f}%"
    return amount(value) if unit == "cost" else figure(round(value, 1))


def apart(value: float | None, unit: str) -> str:
    """Return a difference with its sign: ``+11 points``, ``-3``; empty where there is none."""
    if not value:
        return ""
    sign = "+" if value > 0 else MINUS
    size = abs(value)
    return f"{sign}{counted(size, 'point')}" if unit == "%" else f"{sign}{amount_text(size, unit)}"

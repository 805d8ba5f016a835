"""All that an organisation's page shows at one place, worked out once for every answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property, partial
from urllib.parse import urlencode

from flask import url_for
from markupsafe import Markup

from orgdesign.analysis import Coverage, Share, coverage
from orgdesign.charts import Box, Chart, View, fitting_depth
from orgdesign.charts.boxes import function_id
from orgdesign.organisation import Function, Measure, Organisation, Outcome
from orgdesign.problems import OrgdesignError
from orgdesign.web.drawn import Drawn
from orgdesign.web.panel import FunctionPanel, OutcomePanel, function_panel, outcome_panel
from orgdesign.web.place import Place
from orgdesign.web.settings import Settings
from orgdesign.web.wording import amount, counted, figure
from orgdesign.workspace import Edition, OpenFile

PLACE_HERE = "PLACE-HERE"
"""Stands in the links of a drawn chart for the place, which changes without drawing it again."""


class Page:
    """An organisation's page: one edition of the file, seen from one place."""

    def __init__(self, file: OpenFile, edition: Edition, place: Place, settings: Settings) -> None:
        self.file, self.edition, self._settings = file, edition, settings
        self.place = self._revealing(place) if place.reveals else place

    @property
    def organisation(self) -> Organisation | None:
        """Return the last good organisation, if there ever was one."""
        return self.edition.organisation

    @cached_property
    def charts(self) -> tuple[Drawn, ...]:
        """Return the charts on screen, ready for the page."""
        return tuple(self._drawn(view) for view in self.place.views) if self.organisation else ()

    @property
    def folds(self) -> bool:
        """Whether a chart on screen is too large to be read whole."""
        charts = self.file.charts(self.edition)
        return any(fitting_depth(charts[view]) for view in self.place.views if charts)

    @cached_property
    def coverage(self) -> Coverage | None:
        """Return how much of the organisation serves a customer outcome."""
        return coverage(self.organisation) if self.organisation else None

    def bars(self) -> Iterator[tuple[str, Share, str]]:
        """Yield the three shares: a heading, the share, and the same in words."""
        if self.coverage is None:
            return
        functions, headcount, cost = (
            self.coverage.functions,
            self.coverage.headcount,
            self.coverage.cost,
        )
        total = counted(functions.total, "function")
        serve = "serves" if functions.total == 1 else "serve"
        yield "Functions", functions, f"{figure(functions.aligned)} of {total} {serve} a customer outcome"
        people = counted(headcount.total, "person", "people")
        yield "Headcount", headcount, f"{figure(headcount.aligned)} of {people} work in them"
        yield "Cost", cost, f"{amount(cost.aligned)} of {amount(cost.total)} a year is spent on them"

    def gaps(self) -> list[Function]:
        """Return the functions that miss something, in the order of the file."""
        functions = self.organisation.functions.values() if self.organisation else ()
        return [function for function in functions if function.gaps]

    def desired_measures(self) -> tuple[Measure, ...]:
        """Return the measures of the desired customer outcome."""
        found = self.organisation
        return tuple(found.measures[m] for m in found.outcome.measures) if found else ()

    @cached_property
    def panel(self) -> FunctionPanel | OutcomePanel | None:
        """Return what the panel says; None when nothing is chosen, or it is no longer there."""
        box = self._box
        if box is None or self.organisation is None:
            return None
        if box.kind in ("function", "also"):
            return function_panel(self.organisation, self.organisation.functions[box.subject])
        outcomes = (o for o in self.organisation.outcome.walk() if o.id == box.subject)
        outcome = next(outcomes, None)
        return outcome_panel(self.organisation, outcome) if outcome else None

    def chosen_boxes(self) -> tuple[Box, ...]:
        """Return the boxes that show what is chosen, in either chart."""
        chosen = self._box
        if chosen is None:
            return ()
        alike = ("function", "also") if chosen.kind in ("function", "also") else (chosen.kind,)
        return tuple(b for b in self._boxes() if b.subject == chosen.subject and b.kind in alike)

    def link_to(self, thing: Function | Outcome) -> str:
        """Return the link that chooses a function or outcome, and unfolds what hides it."""
        kinds = ("function",) if isinstance(thing, Function) else ("outcome", "desired")
        boxes = (b for b in self._boxes() if b.kind in kinds and b.subject == thing.id)
        box = next(boxes, None)
        return self.place.address(box=self._key(box.id), reveal="1") + "#panel" if box else ""

    @cached_property
    def _box(self) -> Box | None:
        chosen = self.place.box
        boxes = (box for box in self._boxes() if self._key(box.id) == chosen) if chosen else ()
        return next(iter(boxes), None)

    def _boxes(self) -> Iterator[Box]:
        for chart in self.file.charts(self.edition).values():
            yield from chart.boxes

    def _key(self, box: str) -> str:
        return self._settings.key("box", box)

    def _revealing(self, place: Place) -> Place:
        """Return the place with all unfolded that hides the chosen box in a folded chart."""
        self.place = place
        shown = {box.id for box in self.chosen_boxes()}
        folded = [c for c in self.file.charts(self.edition).values() if fitting_depth(c)]
        above = {self._key(box) for chart in folded for box in _above(chart, shown)}
        return replace(place, opened=place.opened | above)

    def _drawn(self, view: View) -> Drawn:
        boxes = self.file.charts(self.edition)[view].boxes if self.place.opened else ()
        opened = [box.id for box in boxes if self._key(box.id) in self.place.opened]
        link = partial(self._link, {box.id: box for box in self._boxes()})
        try:
            svg = self.file.chart_svg(
                self.edition, view, link, whole=self.place.whole, opened=opened
            )
        except OrgdesignError as failure:
            return Drawn(view, failure=str(failure))
        return Drawn(view, svg)

    def _link(self, boxes: dict[str, Box], box_id: str, is_tab: bool) -> str:
        """Return where a click on a box leads: its panel, or for its tab, to unfolding it."""
        box = boxes[box_id]
        if box.kind in ("unaligned", "organisation") and not is_tab:
            return ""
        shown = function_id(box.subject) if box.kind == "also" else box.id
        here = url_for("organisation.page", key=self.place.file)
        verb = "toggle" if is_tab else "box"
        return f"{here}?{PLACE_HERE}&{verb}={self._key(shown)}"

    def in_place(self, svg: str) -> Markup:
        """Return a drawn chart, or a part of one, with its links and the chosen box for here."""
        here = urlencode(self.place.parameters("chosen"), safe=",")
        svg = svg.replace(PLACE_HERE, here.replace("&", "&amp;"))
        for box in self.chosen_boxes():
            svg = svg.replace(f'{box.kind} {box.id}"', f'{box.kind} {box.id} chosen"')
        return Markup(svg)  # noqa: S704 - Graphviz escapes what people wrote; see render


def _above(chart: Chart, shown: Collection[str]) -> Iterator[str]:
    parents = {box.id: box.parent for box in chart.boxes}
    for box in shown:
        parent = parents.get(box)
        while parent:
            yield parent
            parent = parents[parent]

"""The road map of a design: its phases, the chart after each, and how the scores move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Literal

from flask import Blueprint, request
from markupsafe import Markup
from werkzeug.utils import cached_property

from orgdesign.charts import Chart, fitting_depth, fold, phase_charts
from orgdesign.designs.replay import Structure, prerequisites
from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.problems import OrgdesignError
from orgdesign.render import chart_svg, text_width
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import ChangeLine, DesignPage, Stretch, render_design
from orgdesign.web.kit import Answer, ChartFragment

pages = Blueprint("road_map", __name__)

Mark = Literal["circle", "square", "diamond", "triangle"]
MARKS: tuple[Mark, ...] = ("circle", "square", "diamond", "triangle")
LEFT, WIDE, TOP, HIGH = 8.0, 86.0, 4.0, 40.0
"""The frame of the drawn scores, in its own units."""
LETTERS, BETWEEN = 2.0, 1.5
"""How high the letters under the drawn scores are, and how far apart two names are at least."""


@value_object
class Point:
    """A score after a step, and where it is drawn."""

    percent: int
    x: float
    y: float


@value_object
class ScoreTrend:
    """How one score moves: its per cent at each step, None where nothing is counted."""

    name: str
    mark: Mark
    percents: tuple[int | None, ...]

    def points(self) -> list[Point]:
        """Return where its points are drawn."""
        apart = WIDE / max(len(self.percents) - 1, 1)
        return [
            Point(each, round(LEFT + apart * at, 2), round(TOP + HIGH * (1 - each / 100), 2))
            for at, each in enumerate(self.percents)
            if each is not None
        ]

    @property
    def line(self) -> str:
        """Return its points as a line is drawn."""
        return " ".join(f"{point.x},{point.y}" for point in self.points())


class RoadMapPage(DesignPage):
    """A design phase by phase, at one of its steps: 0 is today."""

    @cached_property
    def _phased(self) -> tuple[list[Structure], list[Chart]]:
        return phase_charts(self.organisation, self.design)

    @property
    def structures(self) -> list[Structure]:
        """Return today's structure and that after each phase, or that of a design without any."""
        return self._phased[0]

    @property
    def _charts(self) -> list[Chart]:
        return self._phased[1]

    @property
    def step(self) -> int:
        """Return the step that the address asks for; the last one where it asks for none."""
        last = len(self.structures) - 1
        asked = request.args.get("step", "")
        return min(int(asked), last) if asked.isdecimal() and len(asked) < 5 else last

    def step_name(self, step: int) -> str:
        """Return what a step is called."""
        phase = self.structures[step].phase
        if step == 0:
            return "Today"
        return f"After {self.design.phases[phase].name}" if phase else "With all changes"

    @cached_property
    def steps(self) -> list[str]:
        """Return what the steps are called."""
        return [self.step_name(each) for each in range(len(self.structures))]

    @property
    def stretch(self) -> list[Stretch]:
        """Return what happened between the step before and this one."""
        phase = self.structures[self.step].phase
        before = [each for each in self.stretches if each.phase is None]
        if self.step == 0:
            return []
        here = [each for each in self.stretches if each.phase and each.phase.id == phase]
        return [*(before if self.step == 1 else []), *here]

    @property
    def whole(self) -> bool:
        """Whether the chart is shown with nothing folded."""
        return bool(request.args.get("whole"))

    @cached_property
    def depth(self) -> int | None:
        """Return the depth at which every chart can be read."""
        depths = [found for each in self._charts if (found := fitting_depth(each)) is not None]
        return min(depths, default=None)

    def chart(self) -> ChartFragment:
        """Return the chart after this step."""
        depth = None if self.whole else self.depth
        charts = [fold(each, depth) for each in self._charts]
        key = ("walk", self.edition.digest, self.design.id, self.step, self.whole)
        draw = partial(chart_svg, charts[self.step], prefix="walk-", link=self._link, among=charts)
        try:
            return ChartFragment("reporting", svg=self.file.cached_picture(key, draw))
        except OrgdesignError as failure:
            return ChartFragment("reporting", failure=str(failure))

    def _link(self, box: str, is_tab: bool) -> str:
        if is_tab:
            return self.step_address(self.step, whole="1")
        if not box.startswith("function-"):
            return "#road-heading"
        key = self.key_for("function", box.removeprefix("function-"))
        phase = self.key_of_phase(self.design.phases.get(self.structures[self.step].phase or ""))
        return self.address("impact.show_one", whom=key, phase=phase or None)

    def step_address(self, step: int, **said: str) -> str:
        """Return the address of this page at a step."""
        kept = {"whole": "1"} if self.whole else {}
        return self.address("road_map.show", step=step, **{**kept, **said})

    def inline(self, drawn: ChartFragment) -> Markup:
        """Return a drawn chart for a page."""
        return Markup(drawn.svg)  # noqa: S704 - Graphviz escapes what people wrote; see render

    @cached_property
    def scores(self) -> list[ScoreTrend]:
        """Return how the scores move from step to step."""
        found = [percents(each.organisation) for each in self.structures]
        return [
            ScoreTrend(name, mark, tuple(each[at] for each in found))
            for at, (name, mark) in enumerate(zip(SCORES, MARKS, strict=True))
        ]

    @cached_property
    def places(self) -> list[float]:
        """Return where each step is drawn along the scores."""
        apart = WIDE / max(len(self.steps) - 1, 1)
        return [round(LEFT + apart * at, 2) for at in range(len(self.steps))]

    @cached_property
    def has_numbered_steps(self) -> bool:
        """Whether steps are numbered, as their names would run into each other."""
        spans = [*self._spans()]
        return any(then[1] + BETWEEN > now[0] for then, now in pairwise(spans))

    def _spans(self) -> Iterator[tuple[float, float]]:
        """Yield from where to where the name of each step would go: the ends stand inwards."""
        last = len(self.steps) - 1
        for at, (x, name) in enumerate(zip(self.places, self.steps, strict=True)):
            width = text_width(name, LETTERS)
            left = x if at == 0 else x - width if at == last else x - width / 2
            yield left, left + width

    def stops(self) -> list[tuple[float, str]]:
        """Return where each step is drawn along the scores, and what it is called.

        Where there is no room for names they are numbered, as the table beside it lists them.
        """
        names = [
            str(at) if self.has_numbered_steps and at else name
            for at, name in enumerate(self.steps)
        ]
        return [*zip(self.places, names, strict=True)]

    @cached_property
    def _needs(self) -> Mapping[int, tuple[int, ...]]:
        return prerequisites(self.design)

    def needs_of(self, line: ChangeLine) -> list[ChangeLine]:
        """Return the changes that must be made before one."""
        by_position = {each.position: each for each in self.lines}
        return [by_position[each] for each in self._needs[line.position] if each in by_position]


@pages.get("/o/<key>/designs/<design>/road-map")
def show(key: str, design: str) -> Answer:
    """Show the road map, with the chart after a phase; of an open page only what changes in it."""
    is_there = "HX-Request" in request.headers
    name = "designs/road_map_changes.html" if is_there else "designs/road_map.html"
    return render_design(RoadMapPage(key, design), name)

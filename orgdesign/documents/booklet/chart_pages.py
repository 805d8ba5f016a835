"""The charts of a booklet: an overview of each, and a page for each branch that it folds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts import Box, Chart, Legend, View, below, chart_titles
from orgdesign.documents.booklet.canvas import PaperSize, PdfCanvas
from orgdesign.documents.booklet.chart_drawing import ChartDrawing, draw_legend_line
from orgdesign.documents.booklet.page_plan import Crumb, PageNumbers, PagePlan
from orgdesign.documents.chart_set import ChartSet
from orgdesign.documents.content import DocumentContent
from orgdesign.render import (
    LEAST_SCALE,
    ChartPart,
    ChartParts,
    Drawing,
    fitting_scale,
    heading_colour,
    hides,
    paginate,
)

TITLES, _ABOUT = chart_titles("booklet"), chart_titles("booklet-about")
_STEADY = ("before", "changes")


def section_key(view: View) -> str:
    """Return the key of a chart's first page."""
    return f"section/{view}"


def box_key(view: View, box: str) -> str:
    """Return the key of the page on which a chart shows a box with all that is below it."""
    return f"{view}/{box}"


def facts_key(function: str) -> str:
    """Return the key of the page with the facts of a function."""
    return f"facts/{function}"


def chart_pages(
    content: DocumentContent, sheet: PaperSize, counter: Callable[[int], object]
) -> Iterator[PagePlan]:
    """Yield the pages of every chart; ``heard`` takes how many more boxes are in their places."""
    steady = _steady(content.chart_set, sheet)
    primary = heading_colour(content.disclosure.organisation.brand)
    for view in booklet_views(content):
        chart = content.charts[view]
        still = steady.get(view)
        parts = _whole(chart, still) if still else paginate(chart, sheet.chart, counter)
        legend = content.chart_set.legend(view)
        yield from _ChartPages(chart, parts, sheet, legend, primary).plans()


def booklet_views(content: DocumentContent) -> list[View]:
    """Return the charts that a booklet shows, in order."""
    return [view for view in TITLES if view in content.charts]


def _steady(chart_set: ChartSet, sheet: PaperSize) -> Mapping[View, Drawing]:
    """Return the charts of one layout, where each of them can be read on a page of its own."""
    changes = chart_set.charts.get("changes")
    if changes is None or len(changes.boxes) > _MOST:
        return {}
    room = sheet.chart[0] / LEAST_SCALE, sheet.chart[1] / LEAST_SCALE
    drawings = {view: chart_set.drawing(view, room) for view in TITLES if view in _STEADY}
    fit = all(fitting_scale(each, sheet.chart, LEAST_SCALE) for each in drawings.values())
    return drawings if fit else {}


_MOST = 150
"""More boxes than these are on no page."""


def _whole(chart: Chart, drawing: Drawing) -> ChartParts:
    shows = tuple(box.id for box in chart.boxes)
    part = ChartPart(chart.root, drawing, None, 0, chart.root.title, shows, ())
    return ChartParts([part], dict.fromkeys(shows, 0))


@dataclass(frozen=True)
class _ChartPages:
    """The pages of one chart."""

    chart: Chart
    parts: ChartParts
    sheet: PaperSize
    legend: Legend
    primary: str

    @cached_property
    def _hidden_words(self) -> Mapping[str, str]:
        return {id_: hides(hidden) for id_, hidden in below(self.chart).items()}

    def plans(self) -> Iterator[PagePlan]:
        """Yield a page for each part."""
        keys: dict[int, list[str]] = {}
        for box, at in self.parts.home.items():
            keys.setdefault(at, []).append(box_key(self.chart.view, box))
        for at, part in enumerate(self.parts.parts):
            is_first = at == 0
            title = part.title if part.level else TITLES[self.chart.view]
            yield PagePlan(
                title,
                self._painter(part),
                (
                    *([section_key(self.chart.view)] if is_first else ()),
                    self._key(at),
                    *keys.get(at, ()),
                ),
                self._about(at, part),
                self._trail(part),
                title if part.number <= 1 else "",
                part.level,
            )

    def _key(self, at: int) -> str:
        return f"part/{self.chart.view}/{at}"

    def _about(self, at: int, part: ChartPart) -> str:
        said = [] if at else [self.chart.about or _ABOUT.get(self.chart.view, "")]
        if at and part.head.id in self._hidden_words and part.head.tag != "continued":
            said.append(self._hidden_words[part.head.id])
        if part.of > 1:
            said.append(f"Part {part.number} of {part.of}")
        return " · ".join(each for each in said if each)

    def _trail(self, part: ChartPart) -> tuple[Crumb, ...]:
        trail, above, last = list[Crumb](), part.above, ""
        while above is not None:
            over = self.parts.parts[above]
            if over.head.id != last:
                name = over.head.title if over.above is not None else TITLES[self.chart.view]
                trail.append(Crumb(name, self._key(above)))
            above, last = over.above, over.head.id
        return tuple(reversed(trail))

    def _painter(self, part: ChartPart) -> Callable[[PdfCanvas, PageNumbers], None]:
        folds = frozenset(part.folds)

        def draw(canvas: PdfCanvas, numbers: PageNumbers) -> None:
            def leads(box: Box) -> int | None:
                return self._page_of_click(box, part, folds, numbers)

            def tabs(box: Box) -> tuple[str, ...]:
                return self._tabs(box, numbers)

            scale = fitting_scale(part.drawing, self.sheet.chart, 0.0) or 1.0
            ChartDrawing(canvas, part.drawing, scale, leads, tabs, self.primary).draw()
            draw_legend_line(canvas, self.legend)

        return draw

    def _page_of_click(
        self, box: Box, part: ChartPart, folds: frozenset[str], numbers: PageNumbers
    ) -> int | None:
        """Return where a click on a box leads: down, up, or to the facts of a function."""
        if box.id in folds:
            return numbers.get(box_key(self.chart.view, box.id))
        if box.id == part.head.id and part.above is not None:
            return numbers.get(self._key(part.above))
        if box.kind == "ghost":
            return numbers.get(box_key("before", f"function-{box.subject}"))
        return numbers.get(facts_key(box.subject)) if box.kind in ("function", "also") else None

    def _tabs(self, box: Box, numbers: PageNumbers) -> tuple[str, ...]:
        page = numbers[box_key(self.chart.view, box.id)]
        said = self._hidden_words[box.id]
        facts = [said, said.split(" · ")[0]]
        return (
            *(f"+ {each} · continued on page {page}" for each in facts),
            *(f"+ {each} · page {page}" for each in facts),
            f"Continued on page {page}",
        )

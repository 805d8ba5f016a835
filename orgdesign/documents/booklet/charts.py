"""The charts of a booklet: an overview of each, and a page for each branch that it folds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts import Box, Chart, View, below
from orgdesign.documents.booklet.canvas import Canvas
from orgdesign.documents.booklet.charted import Charted, scale_of
from orgdesign.documents.booklet.fitting import LEAST
from orgdesign.documents.booklet.leaf import Crumb, Leaf, Numbers
from orgdesign.documents.booklet.paper import Sheet
from orgdesign.documents.booklet.splitting import Part, Parts, split
from orgdesign.documents.pictured import Pictured
from orgdesign.render.card import hides
from orgdesign.render.drawing import Drawing

TITLES: Mapping[View, str] = {"before": "Before", "changes": "Changes", "after": "After"}
_ABOUT: Mapping[View, str] = {
    "before": "Who reports to whom today",
    "after": "Which customer outcome each function serves",
}
_STEADY = ("before", "changes")


def section(view: View) -> str:
    """Return the key of a chart's first page."""
    return f"section/{view}"


def found(view: View, box: str) -> str:
    """Return the key of the page on which a chart shows a box with all that is below it."""
    return f"{view}/{box}"


def facts(function: str) -> str:
    """Return the key of the page with the facts of a function."""
    return f"facts/{function}"


def chart_leaves(
    pictured: Pictured, sheet: Sheet, heard: Callable[[int], object]
) -> Iterator[Leaf]:
    """Yield the pages of every chart; ``heard`` takes how many more boxes are in their places."""
    steady = _steady(pictured, sheet)
    for view in shown(pictured):
        chart = pictured.charts[view]
        still = steady.get(view)
        parts = _whole(chart, still) if still else split(chart, sheet.chart, heard)
        yield from _Pages(chart, parts, sheet).leaves()


def shown(pictured: Pictured) -> list[View]:
    """Return the charts that a booklet shows, in order."""
    return [view for view in TITLES if view in pictured.charts]


def _steady(pictured: Pictured, sheet: Sheet) -> Mapping[View, Drawing]:
    """Return the charts of one layout, where each of them can be read on a page of its own."""
    if pictured.going.then is None or len(pictured.charts["changes"].boxes) > _MOST:
        return {}
    room = sheet.chart[0] / LEAST, sheet.chart[1] / LEAST
    drawings = {view: pictured.drawing(view, room) for view in TITLES if view in _STEADY}
    fit = all(scale_of(each, sheet.chart, LEAST) for each in drawings.values())
    return drawings if fit else {}


_MOST = 150
"""More boxes than these are on no page."""


def _whole(chart: Chart, drawing: Drawing) -> Parts:
    shows = tuple(box.id for box in chart.boxes)
    part = Part(chart.root, drawing, None, 0, chart.root.title, shows, ())
    return Parts([part], dict.fromkeys(shows, 0))


@dataclass(frozen=True)
class _Pages:
    """The pages of one chart."""

    chart: Chart
    parts: Parts
    sheet: Sheet

    @cached_property
    def _hidden(self) -> Mapping[str, str]:
        return {id_: hides(hidden) for id_, hidden in below(self.chart).items()}

    def leaves(self) -> Iterator[Leaf]:
        """Yield a page for each part."""
        keys: dict[int, list[str]] = {}
        for box, at in self.parts.home.items():
            keys.setdefault(at, []).append(found(self.chart.view, box))
        for at, part in enumerate(self.parts.parts):
            is_first = at == 0
            title = part.title if part.level else TITLES[self.chart.view]
            yield Leaf(
                title,
                self._drawn(part),
                (
                    *([section(self.chart.view)] if is_first else ()),
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

    def _about(self, at: int, part: Part) -> str:
        said = [] if at else [self.chart.about or _ABOUT.get(self.chart.view, "")]
        if at and part.head.id in self._hidden and part.head.tag != "continued":
            said.append(self._hidden[part.head.id])
        if part.of > 1:
            said.append(f"Part {part.number} of {part.of}")
        return " · ".join(each for each in said if each)

    def _trail(self, part: Part) -> tuple[Crumb, ...]:
        trail, above, last = list[Crumb](), part.above, ""
        while above is not None:
            over = self.parts.parts[above]
            if over.head.id != last:
                name = over.head.title if over.above is not None else TITLES[self.chart.view]
                trail.append(Crumb(name, self._key(above)))
            above, last = over.above, over.head.id
        return tuple(reversed(trail))

    def _drawn(self, part: Part) -> Callable[[Canvas, Numbers], None]:
        folds = frozenset(part.folds)

        def draw(canvas: Canvas, numbers: Numbers) -> None:
            def leads(box: Box) -> int | None:
                return self._page(box, part, folds, numbers)

            def tabs(box: Box) -> tuple[str, ...]:
                return self._tabs(box, numbers)

            scale = scale_of(part.drawing, self.sheet.chart, 0.0) or 1.0
            Charted(canvas, part.drawing, scale, leads, tabs).draw()

        return draw

    def _page(self, box: Box, part: Part, folds: frozenset[str], numbers: Numbers) -> int | None:
        """Return where a click on a box leads: down, up, or to the facts of a function."""
        if box.id in folds:
            return numbers.get(found(self.chart.view, box.id))
        if box.id == part.head.id and part.above is not None:
            return numbers.get(self._key(part.above))
        if box.kind == "ghost":
            return numbers.get(found("before", f"function-{box.subject}"))
        return numbers.get(facts(box.subject)) if box.kind in ("function", "also") else None

    def _tabs(self, box: Box, numbers: Numbers) -> tuple[str, ...]:
        page = numbers[found(self.chart.view, box.id)]
        said = self._hidden[box.id]
        facts = [said, said.split(" · ")[0]]
        return (
            *(f"+ {each} · continued on page {page}" for each in facts),
            *(f"+ {each} · page {page}" for each in facts),
            f"Continued on page {page}",
        )

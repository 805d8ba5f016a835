"""The customer's journey on as many pages as it needs, split between its stages.

A hand-off that comes from a page before is shown with the function that gives it. Those for which
there is no room at all are listed after the map.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from orgdesign.charts import Box, Journey, JourneyCell, Passage, journey
from orgdesign.documents.booklet.canvas import PaperSize, PdfCanvas
from orgdesign.documents.booklet.chart_drawing import ChartDrawing
from orgdesign.documents.booklet.chart_pages import facts_key
from orgdesign.documents.booklet.page_plan import PageNumbers, PagePlan
from orgdesign.documents.booklet.table import CellLine, PagedTable, PaperColumn, PaperRow, RowGroup
from orgdesign.model import Organisation
from orgdesign.render import Drawing, compose_journey, fitting_scale, style
from orgdesign.value_objects import value_object

TITLE, KEY = "Customer journey", "section/journey"
_LEAST, _LARGEST = 0.701, 0.85
"""How small a journey can be: what is of 10 points in it is of 7 on paper; and how large."""
_LISTED = "Hand-offs that the map has no room for"


@value_object
class _JourneyItem:
    """A function in a stage, or a stage that no function serves."""

    stage: int
    cell: JourneyCell | None


@dataclass(slots=True)
class JourneyMaps:
    """The journey on pages, and the hand-offs that none of them has room for."""

    drawings: list[Drawing] = field(default_factory=list)
    left: list[Passage] = field(default_factory=list)


def journey_pages(organisation: Organisation, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the pages of the journey; none where nothing is said of it."""
    whole = journey(organisation)
    if not whole.stages:
        return
    maps = split_journey(whole, sheet.chart)
    count = len(maps.drawings)
    for number, drawing in enumerate(maps.drawings, start=1):
        title = TITLE if number == 1 else f"{TITLE}, part {number} of {count}"
        about = whole.about if number == 1 else ""
        keys, mark = ((KEY,), TITLE) if number == 1 else ((), "")
        yield PagePlan(title, _chart_drawer(drawing, sheet), keys, about, mark=mark)
    if maps.left:
        yield from _listed(maps.left, sheet)


def split_journey(whole: Journey, room: tuple[float, float]) -> JourneyMaps:
    """Return a journey in as many maps as it needs, each of which fits a room."""
    return _Splitting(whole, room).make_maps()


def _chart_drawer(drawing: Drawing, sheet: PaperSize) -> Callable[[PdfCanvas, PageNumbers], None]:
    def draw(canvas: PdfCanvas, numbers: PageNumbers) -> None:
        def leads(box: Box) -> int | None:
            return numbers.get(facts_key(box.subject)) if box.kind in ("lane", "serves") else None

        scale = fitting_scale(drawing, sheet.chart, 0.0, _LARGEST) or _LEAST
        ChartDrawing(canvas, drawing, scale, leads, lambda _: ("",)).draw()

    return draw


class _Splitting:
    def __init__(self, whole: Journey, room: tuple[float, float]) -> None:
        self._whole, self._room = whole, room
        served: dict[int, list[JourneyCell]] = {}
        for cell in sorted(whole.cells, key=lambda cell: (cell.stage, cell.lane)):
            served.setdefault(cell.stage, []).append(cell)
        self._items = [
            _JourneyItem(stage, cell)
            for stage in range(len(whole.stages))
            for cell in served.get(stage, [None])
        ]
        self._cells = {cell.box.id: cell for cell in whole.cells}
        self._order = {item.cell.box.id: at for at, item in enumerate(self._items) if item.cell}
        self._taken: dict[str, list[Passage]] = {}
        for passage in whole.passages:
            later = max(passage.giver, passage.taker, key=self._order.__getitem__)
            self._taken.setdefault(later, []).append(passage)

    def make_maps(self) -> JourneyMaps:
        maps, start = JourneyMaps(), 0
        while start < len(self._items):
            drawing, count = self._longest(start)
            if drawing is None:
                drawing, left = self._without(self._items[start])
                maps.left += left
            maps.drawings.append(drawing)
            start += count
        return maps

    def _longest(self, start: int) -> tuple[Drawing | None, int]:
        """Return the map of as many stages, or functions of one stage, as fit from a place on."""
        best: tuple[Drawing | None, int] = (None, 1)
        whole_stage = best
        for end in range(start + 1, len(self._items) + 1):
            drawing = self._fits(self._partial_journey(self._items[start:end]))
            if drawing is None:
                return whole_stage if whole_stage[0] else best
            best = (drawing, end - start)
            if end == len(self._items) or self._items[end].stage != self._items[end - 1].stage:
                whole_stage = best
        return best

    def _without(self, item: _JourneyItem) -> tuple[Drawing, list[Passage]]:
        """Return the map of one function without the hand-offs to it, and those."""
        name = item.cell.box.id if item.cell else ""
        left = self._taken.pop(name, [])
        return compose_journey(self._partial_journey([item])), left

    def _fits(self, part: Journey) -> Drawing | None:
        drawing = compose_journey(part)
        return drawing if fitting_scale(drawing, self._room, _LEAST) else None

    def _partial_journey(self, items: Sequence[_JourneyItem]) -> Journey:
        """Return the journey through some functions, with the hand-offs to them."""
        own = {item.cell.box.id: item.cell for item in items if item.cell}
        passages = [passage for each in own for passage in self._taken.get(each, ())]
        ends = (end for passage in passages for end in (passage.giver, passage.taker))
        cells = {**{end: self._cells[end] for end in ends}, **own}
        stages = sorted({item.stage for item in items} | {one.stage for one in cells.values()})
        lanes = sorted({one.lane for one in cells.values()})
        return replace(
            self._whole,
            stages=tuple(self._whole.stages[each] for each in stages),
            lanes=tuple(self._whole.lanes[each] for each in lanes),
            cells=tuple(
                JourneyCell(one.box, lanes.index(one.lane), stages.index(one.stage))
                for one in sorted(cells.values(), key=lambda one: self._order[one.box.id])
            ),
            passages=tuple(passages),
        )


def _listed(left: Sequence[Passage], sheet: PaperSize) -> Iterator[PagePlan]:
    columns = [
        PaperColumn("From and to", 26),
        PaperColumn("What passes", 34),
        PaperColumn("Accountable", 20),
        PaperColumn("Measure", 20),
    ]
    rows = [
        PaperRow(
            [
                [CellLine(each.box.text, bold=True)],
                [
                    CellLine(each.box.title),
                    *(CellLine(gap, bold=True, colour=style.GAP.strong) for gap in each.box.gaps),
                ],
                [CellLine(each.box.role)],
                [CellLine(each.box.note)],
            ]
        )
        for each in left
    ]
    plan = PagePlan(f"{TITLE}: more hand-offs", lambda *_: None, about=_LISTED)
    yield from PagedTable(sheet, columns).plans([RowGroup("", rows)], plan)

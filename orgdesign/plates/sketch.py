"""A whole chart in little room: names where they can be read, bars in their place where not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from orgdesign.charts import Box, Chart
from orgdesign.plates.fit import INSET, SHAPE, TYPE, Fit, best_fit, is_bold, type_size, whole_lines
from orgdesign.plates.sheet_frame import FAINT, see_through
from orgdesign.render import Drawing, PlacedCard, Size, style, text_width
from orgdesign.render.sheet import Bar, Link, Mark, SheetText, line_height

PEN, OUTLINE = 0.5, 1.1
MOST_LINKS = 2000
"""Boxes up to which each leads to its function: a page of more is slow to open."""
EDGE = 1.6
"""How wide the edge of a box in a gap is, by which it is told also in grey."""
UNSEEN = "#ffffff00"
FLAG = 9.5
"""How high a flag with a number is."""


def flag_width(number: int) -> float:
    """Return how wide a flag with a number is."""
    return 6.0 + len(str(number)) * 4.6


def flag_at(x: float, y: float, number: int) -> tuple[Bar, SheetText]:
    """Return a flag with a number, its corner at a point."""
    room = flag_width(number)
    centred = y + (FLAG - line_height(7)) / 2
    said = SheetText(x, centred, room, str(number), 7, style.PAPER, True, "centre")
    return Bar(x, y, room, FLAG, style.INK), said


@dataclass(frozen=True)
class Sketch:
    """A chart set into an area of a sheet: left, top, width and height in points.

    Boxes that are ``marked`` keep an outline, however small they get; those ``in_gap`` are red.
    """

    chart: Chart
    area: tuple[float, float, float, float]
    marked: Collection[str] = ()
    in_gap: Collection[str] = ()
    fit: Fit | None = None

    @cached_property
    def _fit(self) -> Fit:
        _, _, wide, high = self.area
        return self.fit or best_fit(self.chart, (wide, high))

    @property
    def drawing(self) -> Drawing:
        """Return the chart laid out in the shape of the area."""
        return self._fit.drawing

    @property
    def scale(self) -> float:
        """Return how much smaller the chart is than laid out."""
        return self._fit.scale

    @property
    def size(self) -> Size:
        """Return how wide and high the sketch is."""
        return self.drawing.width * self.scale, self.drawing.height * self.scale

    def place(self, placed: PlacedCard) -> tuple[float, float, float, float]:
        """Return where a box stands on the sheet: left, top, width and height."""
        left, top, _, _ = self.area
        card, scale = placed.card, self.scale
        return (
            left + placed.x * scale,
            top + placed.y * scale,
            card.width * scale,
            card.height * scale,
        )

    @cached_property
    def places(self) -> dict[str, tuple[float, float, float, float]]:
        """Return where each box stands, by its id."""
        return {placed.card.box.id: self.place(placed) for placed in self.drawing.cards}

    def marks(self) -> Iterator[Mark]:
        """Yield lines, boxes and names."""
        yield from self._lines()
        has_links = len(self.drawing.cards) <= MOST_LINKS
        for placed in self.drawing.cards:
            yield from self._box(placed, has_links)

    def flag_places(self, box: str, room: float) -> Iterator[tuple[float, float]]:
        """Yield where flags about a box can stand on the page, so wide together: best first."""
        return ((x, y) for x, y in self._around(box, room) if x >= 0)

    def _around(self, box: str, room: float) -> Iterator[tuple[float, float]]:
        left, top, wide, high = self.places[box]
        middle = top + (high - FLAG) / 2
        right = left + wide
        yield right - FLAG / 2, top - FLAG / 2
        yield from ((right + OUTLINE, top - FLAG / 2), (right + OUTLINE, middle))
        yield from ((left - room - OUTLINE, middle), (left - room / 2, top - FLAG / 2))
        for away, down in product((1, 2, 3), (0.0, -FLAG, FLAG)):
            yield right + OUTLINE + away * (room + 1) / 2, middle + down
            yield left - OUTLINE - away * (room + 1), middle + down

    def _lines(self) -> Iterator[Bar]:
        left, top, _, _ = self.area
        for line in self.drawing.lines:
            for (x, y), (to_x, to_y) in pairwise(line.route):
                wide, high = abs(to_x - x) * self.scale, abs(to_y - y) * self.scale
                at = left + min(x, to_x) * self.scale, top + min(y, to_y) * self.scale
                yield Bar(*at, max(wide, PEN), max(high, PEN), style.LINE)

    def _box(self, placed: PlacedCard, has_links: bool) -> Iterator[Mark]:
        box = placed.card.box
        left, top, wide, high = self.place(placed)
        if box.id in self.marked:
            edge = 2 * OUTLINE
            yield Bar(left - OUTLINE, top - OUTLINE, wide + edge, high + edge, style.INK)
        yield Bar(left, top, wide, high, self._ground(box))
        if self._is_gap(box):
            yield Bar(left, top, min(EDGE, wide / 8), high, style.GAP.strong)
        link = _link(box) if has_links else None
        colour = style.ON_ROOT if box.kind == "desired" else style.INK
        yield from self._name(box, left, top, wide, high, colour, link)
        if link:
            yield Bar(left, top, wide, high, UNSEEN, link)

    def _is_gap(self, box: Box) -> bool:
        return box.subject in self.in_gap and box.kind == "function"

    def _ground(self, box: Box) -> str:
        if box.kind == "desired":
            return style.ROOT.strong
        if self._is_gap(box):
            return style.GAP.soft
        return FAINT if box.tone == "same" else style.hue(box).soft

    def _name(
        self,
        box: Box,
        left: float,
        top: float,
        wide: float,
        high: float,
        colour: str,
        link: Link | None,
    ) -> Iterator[Mark]:
        size, room = type_size(self.scale), wide - 2 * INSET
        bold = is_bold(box)
        if lines := whole_lines(box.title, (room, high), size, bold=bold):
            step = min(line_height(size), (high - line_height(size)) / max(1, len(lines) - 1))
            first = top + (high - line_height(size) - (len(lines) - 1) * step) / 2
            for number, line in enumerate(lines):
                y = first + number * step
                yield SheetText(left + INSET, y, room, line, size, colour, bold, "left", link)
            return
        said = min(0.9, text_width(box.title, TYPE) / (2 * SHAPE[0])) * wide
        thick = max(0.4, high * 0.22)
        bar = see_through(colour if box.kind == "desired" else style.hue(box).strong, 0xA0)
        yield Bar(left + wide * 0.05, top + (high - thick) / 2, said, thick, bar)


def _link(box: Box) -> Link | None:
    if box.subject and box.kind == "function":
        return Link("function", box.subject, box.title)
    if box.subject and box.kind in ("outcome", "desired"):
        return Link("outcome", box.subject, box.title)
    return None

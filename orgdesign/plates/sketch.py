"""A whole chart in little room: names where they can be read, bars in their place where not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, product

from orgdesign.charts import Box, Chart
from orgdesign.plates.page import FAINT, see_through
from orgdesign.render import style
from orgdesign.render.arrangement import Size
from orgdesign.render.card import Card
from orgdesign.render.drawing import Drawing, PlacedCard, compose
from orgdesign.render.fonts import one_line, text_width, wrap
from orgdesign.render.sheet import SMALLEST, Bar, Link, Mark, Text, line_height

SHAPES = ((104.0, 28.0), (104.0, 40.0), (150.0, 28.0), (150.0, 40.0))
"""Sizes of a box before the chart is scaled, of which the one is taken that shows most of names."""
LARGE, HEAD, MANY = 1.6, 2.4, 150
"""How much larger an outcome's box is, and the one that all hang from; among so many boxes those
below it are larger, so that branches can be told where functions cannot."""
TYPE = 9.0
LEAST_ROOM = 26.0
"""So wide is a name at least; in less room a bar stands for it."""
INSET, PEN, OUTLINE = 2.5, 0.5, 1.1
CLOSE = 1.12
"""From line to line of a name of several, by its type, where it has little room."""
CUT = 0.3
"""What a name that is likely not whole counts for, when a shape is chosen."""
MOST_LINKS = 2000
"""Boxes up to which each leads to its function: a page of more is slow to open."""
MOST_TRIED = 1200
"""Boxes up to which several shapes are tried: of more, no name can be read."""
UNSEEN = "#ffffff00"
FLAG = 9.5
"""How high a flag with a number is."""


def flag_width(number: int) -> float:
    """Return how wide a flag with a number is."""
    return 6.0 + len(str(number)) * 4.6


def flag_at(x: float, y: float, number: int) -> tuple[Bar, Text]:
    """Return a flag with a number, its corner at a point."""
    room = flag_width(number)
    centred = y + (FLAG - line_height(7)) / 2
    said = Text(x, centred, room, str(number), 7, style.PAPER, True, "centre")
    return Bar(x, y, room, FLAG, style.INK), said


def small_card(box: Box, wide: float, high: float, head: bool) -> Card:
    """Return the card of a box in a sketch: its name alone, larger for the head of a branch."""
    if head:
        wide, high = wide * HEAD, high * HEAD
    elif box.parent is None or box.kind in ("outcome", "unaligned"):
        wide, high = wide * LARGE, high * LARGE
    return Card(box, wide, high, (), style.hue(box).strong, style.hue(box).soft)


@dataclass(frozen=True)
class Sketch:
    """A chart set into an area of a sheet: left, top, width and height in points.

    Boxes that are ``marked`` keep an outline, however small they get; those ``in_gap`` are red.
    """

    chart: Chart
    area: tuple[float, float, float, float]
    marked: Collection[str] = ()
    in_gap: Collection[str] = ()
    most_scale: float = 1.5
    shapes: Sequence[Size] = SHAPES

    @cached_property
    def drawing(self) -> Drawing:
        """Return the chart laid out in the shape of the area."""
        shapes = self.shapes if len(self.chart.boxes) <= MOST_TRIED else self.shapes[:1]
        return max((self._laid_out(*shape) for shape in shapes), key=self._readable)

    @property
    def readable(self) -> float:
        """Return how many names can be read, those that cannot counted a little."""
        return self._readable(self.drawing)

    def at_scale(self, scale: float) -> Sketch:
        """Return the sketch as it is laid out, so much smaller at most."""
        smaller = replace(self, most_scale=scale)
        smaller.__dict__["drawing"] = self.drawing
        return smaller

    def _laid_out(self, wide: float, high: float) -> Drawing:
        _, _, width, height = self.area
        root = self.chart.root.id if len(self.chart.boxes) > MANY else ""

        def look(box: Box) -> Card:
            return small_card(box, wide, high, bool(root) and box.parent in (root, None))

        return compose(self.chart, look=look, page=width / height)

    def _readable(self, drawing: Drawing) -> float:
        """Return how many names are likely whole, those that are not counted a little."""
        scale = self._fitting(drawing)
        size = max(SMALLEST, TYPE * scale)
        whole = 0.0
        for placed in drawing.cards:
            room = placed.card.width * scale - 2 * INSET
            lines = _most_lines(placed.card.height * scale, size)
            if room >= LEAST_ROOM:
                share = 0.85 * lines * room / text_width(placed.card.box.title or " ", size)
                whole += 1.0 if share >= 1 else CUT * share
        return whole

    def _fitting(self, drawing: Drawing) -> float:
        _, _, wide, high = self.area
        return min(wide / drawing.width, high / drawing.height, self.most_scale)

    @cached_property
    def scale(self) -> float:
        """Return how much smaller the chart is than laid out."""
        return self._fitting(self.drawing)

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
        """Yield where flags about a box can stand, so wide together: best at its corner."""
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
        link = _link(box) if has_links else None
        colour = style.ON_ROOT if box.kind == "desired" else style.INK
        yield from self._name(box, left, top, wide, high, colour, link)
        if link:
            yield Bar(left, top, wide, high, UNSEEN, link)

    def _ground(self, box: Box) -> str:
        if box.kind == "desired":
            return style.ROOT.strong
        if box.subject in self.in_gap and box.kind == "function":
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
        size, room = max(SMALLEST, TYPE * self.scale), wide - 2 * INSET
        bold = box.kind in ("desired", "outcome")
        if lines := whole_lines(box.title, (room, high), size, bold=bold):
            step = min(line_height(size), (high - line_height(size)) / max(1, len(lines) - 1))
            first = top + (high - line_height(size) - (len(lines) - 1) * step) / 2
            for number, line in enumerate(lines):
                y = first + number * step
                yield Text(left + INSET, y, room, line, size, colour, bold, "left", link)
            return
        said = min(0.9, text_width(box.title, TYPE) / (2 * SHAPES[0][0])) * wide
        thick = max(0.4, high * 0.22)
        bar = see_through(colour if box.kind == "desired" else style.hue(box).strong, 0xA0)
        yield Bar(left + wide * 0.05, top + (high - thick) / 2, said, thick, bar)


def whole_lines(text: str, room: Size, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a name in lines if it can be read whole in a room; no line where it is cut."""
    wide, high = room
    if wide < LEAST_ROOM:
        return ()
    lines = wrap(text, wide, size, bold)
    return lines if len(lines) <= _most_lines(high, size) and not _splits_word(lines, text) else ()


def _most_lines(high: float, size: float) -> int:
    """Return how many lines have room when set as close as they can be read."""
    return max(0, 1 + int((high - line_height(size)) / (CLOSE * size)))


def _splits_word(lines: Sequence[str], text: str) -> bool:
    """Tell whether a line ends within a word of a script that has spaces between them."""
    rest = one_line(text)
    for line in lines:
        rest = rest[len(line) :]
        ends, begins = line[-1:], rest[:1]
        if all(each.lower() != each.upper() for each in (ends, begins) if each) and begins:
            return True
        rest = rest.lstrip(" ")
    return False


def _link(box: Box) -> Link | None:
    if box.subject and box.kind == "function":
        return Link("function", box.subject, box.title)
    if box.subject and box.kind in ("outcome", "desired"):
        return Link("outcome", box.subject, box.title)
    return None

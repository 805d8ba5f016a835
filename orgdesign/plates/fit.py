"""A whole chart in a room on paper: boxes as large as their names need, if they all find room.

Lengths of a layout are those of paper divided by its scale: the smaller that is, the less of the
paper goes to what is between boxes. Type keeps its smallest size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import product, takewhile

from orgdesign.charts import Box, Chart
from orgdesign.render import (
    Card,
    CardLook,
    Drawing,
    Size,
    compose,
    one_line,
    style,
    text_width,
    wrap,
)
from orgdesign.render.sheet import SMALLEST_TYPE, line_height
from orgdesign.value_objects import value_object

SHAPE = (104.0, 28.0)
"""The size of a box whose name finds no room, before the chart is scaled."""
WIDTHS = (7.0, 8.0, 9.5, 13.0)
"""How wide boxes may be that hold their names, by their type."""
OUTCOME = 12.0
"""How wide an outcome's box is by its type, where names of functions have one line."""
SCALES = (1.5, 1.2, 1.0, 0.8, 0.6, 0.45, 0.33, 0.25, 0.2)
"""How much smaller a chart may be than laid out, of which the first is taken that has room."""
LARGE, HEAD, MANY = 1.6, 2.4, 150
"""How much larger an outcome's box is, and the one that all hang from; among so many boxes those
below it are larger, so that branches can be told where functions cannot."""
ROOT = 3.2
"""How much wider the box is that says what the customer gets."""
TYPE = 9.0
LEAST_ROOM = 26.0
"""So wide is a name at least; in less room a bar stands for it."""
INSET = 2.5
CLOSE = 1.12
"""From line to line of a name of several, by its type, where it has little room."""
MOST_TRIED = 1200
"""Boxes up to which names are given room: of more, none can be read."""
FILLED = 0.6
"""How much of a room boxes fill at most: the rest is between them."""
NARROWER = (0.9, 0.75, 0.6, 0.45)
"""What part of its scale without names a chart may keep for those of outcomes and branches."""


@value_object
class Fit:
    """A chart laid out, and how much smaller it is on paper."""

    drawing: Drawing
    scale: float


LookOf = Callable[[float, float], CardLook]
"""Makes how boxes look, of how wide they may be by their type and of a scale."""


def type_size(scale: float) -> float:
    """Return the size of names in a chart of a scale."""
    return max(SMALLEST_TYPE, TYPE * scale)


def is_bold(box: Box) -> bool:
    """Tell whether the name of a box is set in bold."""
    return box.kind in ("desired", "outcome")


def best_fit(chart: Chart, room: Size) -> Fit:
    """Return a chart in a room with every name, if it has that much; otherwise with bars."""
    return shared_fit([chart], [[room]])[0]


def shared_fit(charts: Sequence[Chart], tried: Sequence[Sequence[Size]]) -> list[Fit]:
    """Return charts in a room each, boxes as large in one as in the other.

    Of the rooms that are ``tried`` those are taken in which most can be read.
    """
    if sum(len(chart.boxes) for chart in charts) > MOST_TRIED:
        return _with_bars(charts, tried[0])
    largest = max(wide * high for rooms in tried for wide, high in rooms)
    for look_of, scale in product((_whole_look, _one_line_look), SCALES):
        if max(_least_area(chart, look_of, scale) for chart in charts) > FILLED * largest:
            continue
        looks = [look_of(width, scale) for width in WIDTHS]
        if fits := [fit for rooms in tried for fit in _fits(charts, rooms, looks, scale)]:
            return max(fits, key=_clear)
    return max((_with_bars(charts, rooms) for rooms in tried), key=_clear)


def _least_area(chart: Chart, look_of: LookOf, scale: float) -> float:
    """Return how much of the paper the boxes of a chart take at least, quickly."""
    size = type_size(scale)
    if look_of is _one_line_look:
        wide = len(chart.boxes) * WIDTHS[0] * size
    else:
        wide = sum(text_width(box.title, size) for box in chart.boxes)
    return wide * size


def _clear(fits: Sequence[Fit]) -> float:
    """Return how much can be read: how many names, and how large they are."""
    return sum(_whole_names(fit) for fit in fits) * type_size(fits[0].scale)


def _whole_names(fit: Fit) -> int:
    size = type_size(fit.scale)
    cards = (placed.card for placed in fit.drawing.cards)
    rooms = ((card.width * fit.scale - 2 * INSET, card.height * fit.scale, card) for card in cards)
    return sum(
        bool(whole_lines(card.box.title, (wide, high), size, bold=is_bold(card.box)))
        for wide, high, card in rooms
    )


def _fits(
    charts: Sequence[Chart], rooms: Sequence[Size], looks: Iterable[CardLook], scale: float
) -> Iterator[list[Fit]]:
    """Yield the charts as they look at a scale, or at a larger one, where they have room."""
    pairs = [*zip(charts, rooms, strict=True)]
    for look in looks:
        if all(_may_fit(*pair, look, scale) for pair in pairs):
            laid = (_laid_out(*pair, look, scale) for pair in pairs)
            fits = [*takewhile(lambda fit: fit.scale >= scale, laid)]
            if len(fits) == len(pairs):
                yield _alike(fits)


def _whole_look(width: float, scale: float) -> CardLook:
    """Return how boxes look so that every name is whole."""
    return cache(lambda box: name_card(box, width * type_size(scale) * _larger(box), scale))


def _larger(box: Box) -> float:
    """Return how much wider than a function's a box is whose name is whole."""
    if box.kind == "desired":
        return ROOT
    return LARGE if is_bold(box) or box.parent is None else 1.0


def _one_line_look(width: float, scale: float) -> CardLook:
    """Return how boxes look so that short names are whole, and those of outcomes."""
    size = type_size(scale)

    def look(box: Box) -> Card:
        if is_bold(box):
            wide = 2 * OUTCOME if box.kind == "desired" else OUTCOME
            return name_card(box, wide * size, scale)
        return _card(box, width * size / scale, (line_height(size) + 0.5) / scale)

    return cache(look)


def name_card(box: Box, wide: float, scale: float) -> Card:
    """Return a card so wide on paper, or as its longest word, and as high as its name."""
    size, bold = type_size(scale), is_bold(box)
    longest = max(text_width(word, size, bold) for word in one_line(box.title or " ").split(" "))
    wide = min(max(wide, longest + 2 * INSET + 1), 2 * wide)
    lines = wrap(box.title, wide - 2 * INSET, size, bold)
    high = line_height(size) + max(0, len(lines) - 1) * CLOSE * size + 0.5
    return _card(box, wide / scale, high / scale)


def _card(box: Box, wide: float, high: float) -> Card:
    return Card(box, wide, high, (), style.hue(box).strong, style.hue(box).soft)


def _may_fit(chart: Chart, room: Size, look: CardLook, scale: float) -> bool:
    cards = map(look, chart.boxes)
    area = sum(card.width * card.height for card in cards) * scale**2
    return area <= FILLED * room[0] * room[1]


def _laid_out(chart: Chart, room: Size, look: CardLook, scale: float) -> Fit:
    wide, high = room
    drawing = compose(chart, (wide / scale, high / scale), look=look)
    return Fit(drawing, min(wide / drawing.width, high / drawing.height, SCALES[0]))


def _alike(fits: Iterable[Fit]) -> list[Fit]:
    laid = [*fits]
    scale = min(fit.scale for fit in laid)
    return [Fit(fit.drawing, scale) for fit in laid]


def _with_bars(charts: Sequence[Chart], rooms: Sequence[Size]) -> list[Fit]:
    """Return charts with bars for names; those of outcomes, heads and branches where they can."""
    pairs = [*zip(charts, rooms, strict=True)]
    bare = _alike(_laid_out(*pair, _bar_look(pair[0]), 1.0) for pair in pairs)
    if sum(len(chart.boxes) for chart in charts) > MOST_TRIED:
        return bare
    for part in NARROWER:
        scale = bare[0].scale * part
        looks = (_named_branches_look(charts, width, scale) for width in WIDTHS)
        if fits := [*_fits(charts, rooms, looks, scale)]:
            return max(fits, key=_clear)
    return bare


def _bar_look(chart: Chart) -> CardLook:
    """Return how boxes look that have no room for names."""

    def look(box: Box) -> Card:
        wide, high = SHAPE
        larger = _branch_size([chart], box)
        return _card(box, wide * larger, high * larger)

    return look


def _named_branches_look(charts: Sequence[Chart], width: float, scale: float) -> CardLook:
    """Return how boxes look of which only the larger ones have room for names."""
    wide, high = SHAPE

    def look(box: Box) -> Card:
        larger = _branch_size(charts, box)
        if larger == 1.0:
            return _card(box, wide, high)
        wider = 2 if box.kind == "desired" else 1
        card = name_card(box, wider * width * type_size(scale), scale)
        return _card(box, max(card.width, wide), max(card.height, high))

    return cache(look)


def _branch_size(charts: Sequence[Chart], box: Box) -> float:
    """Return how much larger than a function's a box is."""
    roots = {chart.root.id for chart in charts if len(chart.boxes) > MANY}
    if roots and (box.parent is None or box.parent in roots):
        return HEAD
    return LARGE if box.parent is None or box.kind in ("outcome", "unaligned") else 1.0


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

"""A chart for a window: where it is small enough, set so that all of it is read at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from orgdesign.charts import Box, Chart
from orgdesign.render.arrangement import Size
from orgdesign.render.card import Card
from orgdesign.render.changed_card import card_of
from orgdesign.render.drawing import CardLook, Drawing, compose_together
from orgdesign.render.kind_cards import PRINTED, CardSizes

MOST = 50
"""The boxes of a chart all of which can be read at once; found by looking at charts."""
READ, LEAST = 11, 9
"""The type that is read with ease, and the smallest that is read, in pixels."""
WIDTHS = (170.0, 190.0, 150.0, 220.0, 160.0, 140.0)
"""How wide cards may be, what is best first."""
CLOSE = (0.7, 0.5)
"""How close cards stand, to how they stand on paper, what is best first."""
ON_SCREEN = CardSizes(
    tag=READ,
    detail=READ,
    further=12,
    name=13,
    statement=16,
    banner=860.0,
    inset=5.0,
    rule=2.0,
    leading=1.25,
    more=3,
)


def compose_for_window(charts: Sequence[Chart], room: Size) -> list[Drawing]:
    """Return the drawings of charts of one layout for a window with a room of that size.

    Where they can be read there, they are set in larger type and closer than on paper.
    """
    usual = compose_together(charts, room)
    if len({box.place for chart in charts for box in chart.boxes}) > MOST:
        return usual
    if PRINTED.detail * _scale(usual, room) >= READ:
        return usual
    best = max(_until_read(charts, room), key=lambda drawings: _scale(drawings, room))
    return best if READ * _scale(best, room) >= LEAST else usual


def _until_read(charts: Sequence[Chart], room: Size) -> Iterator[list[Drawing]]:
    """Yield the ways to set charts, as far as the first that is read with ease."""
    looks = {width: _look(width) for width in WIDTHS}
    for closeness, width in product(CLOSE, WIDTHS):
        drawings = compose_together(charts, room, look=looks[width], closeness=closeness)
        yield [replace(drawing, detail=READ) for drawing in drawings]
        if _scale(drawings, room) >= 1:
            return


def _look(width: float) -> CardLook:
    """Return what makes a card that wide of a box; of the same box, it makes but one."""
    sizes = replace(ON_SCREEN, width=width)
    cards: dict[int, Card] = {}

    def look(box: Box) -> Card:
        if id(box) not in cards:
            cards[id(box)] = card_of(box, sizes=sizes)
        return cards[id(box)]

    return look


def _scale(drawings: Sequence[Drawing], room: Size) -> float:
    """Return how large the largest of some drawings can be in a room."""
    wide = max(drawing.width for drawing in drawings)
    high = max(drawing.height for drawing in drawings)
    return min(room[0] / wide, room[1] / high)

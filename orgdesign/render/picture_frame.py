"""What stands around charts in a file: a title above, a legend and a note below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from orgdesign.charts import Box, Legend, LegendEntry
from orgdesign.render import style
from orgdesign.render.card import Card, CardRow, text_rows
from orgdesign.render.drawing import Drawing, PlacedCard, beside
from orgdesign.render.fonts import text_width
from orgdesign.render.style import PADDING
from orgdesign.value_objects import value_object

TITLE, NOTE, ENTRY = 24, 9, 9
"""Sizes of type, in points."""
BELOW, APART, BETWEEN = 20.0, 28.0, 8.0
"""Below a title, above a legend, and between its entries, in points."""
ENTRY_HEIGHT = 23.0


@value_object
class PictureFrame:
    """What is said around charts; what is empty is left out.

    ``primary`` is a company's colour for the box that all hang from, where it has one.
    """

    title: str = ""
    note: str = ""
    legend: Legend | None = None
    primary: str = ""


def framed_drawings(drawings: Sequence[Drawing], frame: PictureFrame) -> list[Drawing]:
    """Return drawings side by side with a frame around them all, which the first one holds."""
    last, left = beside(drawings)[-1]
    above, below = frame_parts(frame, max(left + last.width, 320.0))
    down = frame_height(above) + BELOW if above else 0.0
    lower = [shift_drawing(drawing, down) for drawing in drawings]
    bottom = max(drawing.height for drawing in lower)
    placed = [replace(each, y=each.y + bottom + APART) for each in below]
    first, *others = lower
    root, *rest = first.cards
    end = frame_height(placed) if placed else bottom
    return [replace(first, cards=(root, *above, *rest, *placed), height=end), *others]


def frame_height(cards: Sequence[PlacedCard]) -> float:
    """Return how far down cards reach."""
    return max((placed.y + placed.card.height for placed in cards), default=0.0)


def frame_parts(
    frame: PictureFrame, width: float, unit: float = 1.0
) -> tuple[list[PlacedCard], list[PlacedCard]]:
    """Return what stands above a picture of that width and what below it, each from its own top.

    ``unit`` is how long a point of the paper is in the picture.
    """
    above = [*_text("frame-title", frame.title, TITLE, width, 0.0, unit)]
    below = [*_legend(frame.legend, width, unit)] if frame.legend else []
    top = frame_height(below) + BETWEEN * unit if below else 0.0
    return above, [*below, *_text("frame-note", frame.note, NOTE, width, top, unit)]


def shift_drawing(drawing: Drawing, down: float, right: float = 0.0) -> Drawing:
    """Return a drawing with all in it so far down, and to the right."""
    if not down and not right:
        return drawing
    return replace(
        drawing,
        height=drawing.height + down,
        cards=tuple(
            replace(placed, x=placed.x + right, y=placed.y + down) for placed in drawing.cards
        ),
        lines=tuple(
            replace(line, route=tuple((x + right, y + down) for x, y in line.route))
            for line in drawing.lines
        ),
        curves=tuple(
            replace(
                curve,
                points=tuple((x + right, y + down) for x, y in curve.points),
                at=(curve.at[0] + right, curve.at[1] + down),
            )
            for curve in drawing.curves
        ),
        grounds=tuple(
            replace(ground, x=ground.x + right, y=ground.y + down) for ground in drawing.grounds
        ),
    )


def _text(
    name: str, text: str, size: int, width: float, top: float, unit: float
) -> Iterator[PlacedCard]:
    if text:
        is_title = size == TITLE
        colour = style.INK if is_title else style.QUIET
        rows = text_rows(text, width, ceil(size * unit), colour, bold=is_title, lines=2)
        yield PlacedCard(_bare(name, text, width, rows), -PADDING, top)


def _bare(name: str, text: str, width: float, rows: list[CardRow]) -> Card:
    box = Box(name, "legend", "", text)
    height = sum(row.height for row in rows)
    return Card(box, width, height, tuple(rows), style.PAPER, style.PAPER)


def _legend(legend: Legend, width: float, unit: float) -> Iterator[PlacedCard]:
    """Yield the title of a legend and its entries in rows, each in its colour."""
    size, gap = ceil(ENTRY * unit), BETWEEN * unit
    rows = text_rows(legend.title, width, size, style.QUIET, bold=True, lines=1)
    head = _bare("legend", legend.title, text_width(legend.title, size, bold=True) + 30, rows)
    cards = [_entry(f"legend-{n}", each, width, unit) for n, each in enumerate(legend.entries)]
    yield PlacedCard(head, -PADDING, (ENTRY_HEIGHT * unit - head.height) / 2)
    x, y = head.width - PADDING + gap, 0.0
    for card in cards:
        if x > 0 and x + card.width > width:
            x, y = 0.0, y + card.height + gap
        yield PlacedCard(card, x, y)
        x += card.width + gap


def _entry(name: str, entry: LegendEntry, width: float, unit: float) -> Card:
    gaps = ("gap",) if entry.palette == "gap" and entry.hue is not None else ()
    words, size = f"{entry.label} ({entry.functions:,})", ceil(ENTRY * unit)
    box = Box(name, "legend", "", words, hue=entry.hue, gaps=gaps, gap_style="none")
    hue = style.hue(replace(box, palette=entry.palette))
    wide = min(text_width(words, size) + 2 * PADDING + 8, width)
    rows = text_rows(words, wide, size, style.INK, lines=1)
    height = max(ENTRY_HEIGHT * unit, sum(row.height for row in rows) + 2)
    around = (height - sum(row.height for row in rows)) / 2
    ground = hue.soft if entry.palette != "scale" else hue.faint
    return Card(box, wide, height, (CardRow(around), *rows, CardRow(around)), hue.strong, ground)

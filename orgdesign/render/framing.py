"""What stands around charts in a file: a title above, a legend and a note below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgdesign.charts import Box, Legend, LegendEntry
from orgdesign.render import style
from orgdesign.render.card import Card, Row, text_rows
from orgdesign.render.drawing import Drawing, Placed, beside
from orgdesign.render.fonts import text_width
from orgdesign.render.style import PADDING

TITLE, NOTE, ENTRY = 24, 9, 9
"""Sizes of type, in points."""
BELOW, APART, BETWEEN = 20.0, 28.0, 8.0
"""Below a title, above a legend, and between its entries, in points."""


@dataclass(frozen=True, slots=True)
class PictureFrame:
    """What is said around charts; what is empty is left out."""

    title: str = ""
    note: str = ""
    legend: Legend | None = None


def framed_drawings(drawings: Sequence[Drawing], frame: PictureFrame) -> list[Drawing]:
    """Return drawings side by side with a frame around them all, which the first one holds."""
    last, left = beside(drawings)[-1]
    width = max(left + last.width, 320.0)
    above = [*_title(frame.title, width)]
    down = above[0].card.height + BELOW if above else 0.0
    lower = [_lowered(drawing, down) for drawing in drawings]
    bottom = max(drawing.height for drawing in lower)
    below = [*_legend(frame.legend, width, bottom + APART)] if frame.legend else []
    end = max((placed.y + placed.card.height for placed in below), default=bottom)
    note = [*_note(frame.note, width, end + BETWEEN)]
    end = max((placed.y + placed.card.height for placed in note), default=end)
    first, *others = lower
    cards = (*above, *first.cards, *below, *note) if above or below or note else first.cards
    return [replace(first, cards=_root_first(first, cards), height=end), *others]


def _root_first(drawing: Drawing, cards: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return cards with that of the root first, from which all else is counted."""
    root = drawing.cards[0] if drawing.cards else None
    return (*([root] if root else []), *(card for card in cards if card is not root))


def _lowered(drawing: Drawing, down: float) -> Drawing:
    if not down:
        return drawing
    return replace(
        drawing,
        height=drawing.height + down,
        cards=tuple(replace(placed, y=placed.y + down) for placed in drawing.cards),
        lines=tuple(
            replace(line, route=tuple((x, y + down) for x, y in line.route))
            for line in drawing.lines
        ),
        curves=tuple(
            replace(
                curve,
                points=tuple((x, y + down) for x, y in curve.points),
                at=(curve.at[0], curve.at[1] + down),
            )
            for curve in drawing.curves
        ),
        grounds=tuple(replace(ground, y=ground.y + down) for ground in drawing.grounds),
    )


def _title(title: str, width: float) -> Iterator[Placed]:
    if title:
        rows = text_rows(title, width, TITLE, style.INK, bold=True, lines=2)
        yield Placed(_bare("frame-title", title, width, rows), -PADDING, 0.0)


def _note(note: str, width: float, y: float) -> Iterator[Placed]:
    if note:
        rows = text_rows(note, width, NOTE, style.QUIET, lines=3)
        yield Placed(_bare("frame-note", note, width, rows), -PADDING, y)


def _bare(name: str, text: str, width: float, rows: list[Row]) -> Card:
    box = Box(name, "legend", "", text)
    height = sum(row.height for row in rows)
    return Card(box, width, height, tuple(rows), style.PAPER, style.PAPER)


def _legend(legend: Legend, width: float, top: float) -> Iterator[Placed]:
    """Yield the title of a legend and its entries in rows, each in its colour."""
    rows = text_rows(legend.title, width, ENTRY, style.QUIET, bold=True, lines=1)
    head = _bare("legend", legend.title, text_width(legend.title, ENTRY, bold=True) + 30, rows)
    yield Placed(head, -PADDING, top + (ENTRY_HEIGHT - head.height) / 2)
    x, y = head.width - PADDING + BETWEEN, top
    for number, entry in enumerate(legend.entries):
        card = _entry(f"legend-{number}", entry, width)
        if x > 0 and x + card.width > width:
            x, y = 0.0, y + card.height + BETWEEN
        yield Placed(card, x, y)
        x += card.width + BETWEEN


ENTRY_HEIGHT = 23.0


def _entry(name: str, entry: LegendEntry, width: float) -> Card:
    gaps = ("gap",) if entry.palette == "gap" and entry.hue is not None else ()
    words = f"{entry.label} ({entry.functions:,})"
    box = Box(name, "legend", "", words, hue=entry.hue, gaps=gaps, gap_style="none")
    box = replace(box, palette=entry.palette)
    hue = style.hue(box)
    wide = min(text_width(words, ENTRY) + 2 * PADDING + 8, width)
    rows = text_rows(words, wide, ENTRY, style.INK, lines=1)
    around = (ENTRY_HEIGHT - sum(row.height for row in rows)) / 2
    ground = hue.soft if entry.palette != "scale" else hue.faint
    return Card(box, wide, ENTRY_HEIGHT, (Row(around), *rows, Row(around)), hue.strong, ground)

"""Cards in a chart of changes: what changes stands out and says so, all else steps back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgdesign.charts import Box
from orgdesign.render import style
from orgdesign.render.card import (
    BESIDE,
    CHIP,
    SLACK,
    Card,
    CardRow,
    card,
    chip_width,
    frame_card,
    text_rows,
)
from orgdesign.render.fonts import text_width
from orgdesign.render.style import CARD, PADDING

ROOM = CARD - 2 * PADDING - 2 * SLACK
"""How wide a line of text can be, in points."""
THIN, STRONG = style.PENS
"""Widths of outlines, in points."""


def card_of(box: Box) -> Card:
    """Return the card of a box, as it stands out or steps back."""
    if box.kind == "ghost":
        return _ghost(box)
    drawn = card(box)
    if box.tone == "changed":
        return _standing_out(drawn)
    return _stepped_back(drawn) if box.tone == "same" and box.kind == "function" else drawn


def _ghost(box: Box) -> Card:
    """Return the card of what stood here: its name, and why it does no longer."""
    rows = [*_changes(box, style.QUIET), *text_rows(box.title, CARD, 10, style.QUIET, lines=2)]
    return frame_card(box, CARD, rows, style.QUIET, style.PAPER, "dashed")


def _standing_out(drawn: Card) -> Card:
    hue = style.hue(drawn.box)
    told = tuple(_changes(drawn.box, hue.strong))
    rows = (drawn.rows[0], *told, *drawn.rows[1:])
    height = drawn.height + sum(row.height for row in told)
    return replace(drawn, rows=rows, height=height, ground=hue.soft, pen=STRONG)


def _changes(box: Box, colour: str) -> Iterator[CardRow]:
    """Yield each change: its sign and word as a chip, the rest beside it, or below if longer."""
    for word, rest in box.changes:
        for row in text_rows(word, CARD - CHIP, 9, style.PAPER, bold=True, lines=1):
            chip = replace(row, height=15, chip=colour)
            fits = chip_width(chip) + BESIDE + text_width(rest, 9) <= ROOM
            yield replace(chip, beside=rest if fits else "")
            yield from () if fits else text_rows(rest, CARD, 9, style.QUIET, lines=2)
        yield CardRow(3)


def _stepped_back(drawn: Card) -> Card:
    rows = tuple(
        row if row.rule or row.chip else replace(row, colour=style.BACK) if row.text else row
        for row in drawn.rows
    )
    return replace(drawn, rows=rows, ground=style.PAPER, pen=THIN)

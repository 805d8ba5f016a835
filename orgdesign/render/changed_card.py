"""Cards in a chart of changes: what changes stands out and says so, all else steps back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgdesign.charts import Box
from orgdesign.render import style
from orgdesign.render.card import (
    CHIP,
    CHIP_GAP,
    SLACK,
    Card,
    CardRow,
    chip_width,
    frame_card,
    text_rows,
)
from orgdesign.render.fonts import text_width
from orgdesign.render.kind_cards import PRINTED, CardSizes, card
from orgdesign.render.style import PADDING

STEADY_PEN, CHANGED_PEN = style.PENS
"""Widths of outlines, in points."""


def card_of(box: Box, sizes: CardSizes = PRINTED) -> Card:
    """Return the card of a box, set in such sizes, as it stands out or steps back."""
    if box.kind == "ghost":
        return _ghost(box, sizes)
    drawn = card(box, sizes)
    if box.tone == "changed":
        return _standing_out(drawn, sizes)
    return _stepped_back(drawn) if box.tone == "same" and box.kind == "function" else drawn


def _ghost(box: Box, sizes: CardSizes) -> Card:
    """Return the card of what stood here: its name, and why it does no longer."""
    rows = [
        *_changes(box, style.QUIET, sizes),
        *text_rows(box.title, sizes.width, sizes.further, style.QUIET, lines=2),
    ]
    return frame_card(box, sizes.width, rows, style.QUIET, style.PAPER, "dashed")


def _standing_out(drawn: Card, sizes: CardSizes) -> Card:
    hue = style.hue(drawn.box)
    told = tuple(_changes(drawn.box, hue.strong, sizes))
    rows = (drawn.rows[0], *told, *drawn.rows[1:])
    height = drawn.height + sum(row.height for row in told)
    return replace(drawn, rows=rows, height=height, ground=hue.soft, pen=CHANGED_PEN)


def _changes(box: Box, colour: str, sizes: CardSizes) -> Iterator[CardRow]:
    """Yield each change: its sign and word as a chip, the rest beside it, or below if longer."""
    room = sizes.width - 2 * PADDING - 2 * SLACK
    for word, rest in box.changes:
        for row in text_rows(
            word, sizes.width - CHIP, sizes.detail, style.PAPER, bold=True, lines=1
        ):
            chip = replace(row, height=sizes.detail + 6, chip=colour)
            fits = chip_width(chip) + CHIP_GAP + text_width(rest, sizes.detail) <= room
            yield replace(chip, beside=rest if fits else "")
            yield from (
                () if fits else text_rows(rest, sizes.width, sizes.detail, style.QUIET, lines=2)
            )
        yield CardRow(3)


def _stepped_back(drawn: Card) -> Card:
    rows = tuple(
        row if row.rule or row.chip else replace(row, colour=style.BACK) if row.text else row
        for row in drawn.rows
    )
    return replace(drawn, rows=rows, ground=style.PAPER, pen=STEADY_PEN)

"""The boxes of a journey: stages, lanes, functions in a stage, and hand-offs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from orgdesign.charts import Box, Kind
from orgdesign.render import style
from orgdesign.render.card import Card, CardRow
from orgdesign.render.card import text_rows as text
from orgdesign.render.style import PADDING

STAGE, LANE, CELL, HANDOFF = 204.0, 172.0, 122.0, 172.0
"""The widths of the kinds of boxes, in points."""


def journey_card(box: Box, width: float = 0.0) -> Card:
    """Return the card of a box, in the look of its kind, at least as wide as ``width``."""
    return _LOOKS[box.kind](box, width)


def stretch(card: Card, height: float) -> Card:
    """Return a card of another height; its text stays in the middle."""
    return replace(card, height=height)


def _stage(box: Box, width: float) -> Card:
    hue, width = style.hue(box), max(STAGE, width)
    rows = [
        CardRow(3),
        *text(box.title, width, 16, hue.strong, bold=True, lines=3),
        *text(box.text, width, 11, style.QUIET, lines=3),
        *_gaps(box, width),
        CardRow(3),
    ]
    if box.gaps:
        return _card(box, width, rows, style.GAP.strong, style.GAP.soft, "dashed")
    return _card(box, width, rows, hue.strong, hue.soft)


def _lane(box: Box, _: float) -> Card:
    hue = style.hue(box)
    role = text(f"◆ {box.role}", LANE, 11, style.INK, lines=2) if box.role else _gaps(box, LANE)
    rows = [*text(box.title, LANE, 14, style.INK, bold=True, lines=3), CardRow(2), *role]
    return _card(box, LANE, rows, hue.faint, hue.faint)


def _serves(box: Box, _: float) -> Card:
    hue = style.hue(box)
    rows = [*text(box.title, CELL, 12, style.INK, bold=True, lines=3), *_gaps(box, CELL)]
    if box.gaps:
        return _card(box, CELL, rows, style.GAP.strong, style.GAP.faint, "dashed")
    return _card(box, CELL, rows, hue.strong, hue.soft)


def _handoff(box: Box, _: float) -> Card:
    rows = [
        *text(box.title, HANDOFF, 11, style.INK, bold=True, lines=3),
        CardRow(2),
        *(text(f"◆ {box.role}", HANDOFF, 10, style.QUIET, lines=2) if box.role else ()),
        *(text(f"Measure: {box.note}", HANDOFF, 10, style.QUIET, lines=2) if box.note else ()),
        *_gaps(box, HANDOFF),
    ]
    if box.gaps:
        return _card(box, HANDOFF, rows, style.GAP.strong, style.GAP.faint, "dashed")
    return _card(box, HANDOFF, rows, style.LINE, style.PAPER)


def _missing(box: Box, _: float) -> Card:
    rows = [
        *text(box.title, HANDOFF, 11, style.GAP.strong, bold=True, lines=1),
        *text(box.text, HANDOFF, 10, style.GAP.strong, lines=3),
    ]
    return _card(box, HANDOFF, rows, style.GAP.strong, style.GAP.soft, "dashed")


def _gaps(box: Box, width: float) -> list[CardRow]:
    return [
        row
        for gap in box.gaps
        for row in text(f"◇ {gap}", width, 10, style.GAP.strong, bold=True, lines=2)
    ]


def _card(
    box: Box, width: float, rows: Iterable[CardRow], outline: str, ground: str, dash: str = "solid"
) -> Card:
    framed = (CardRow(PADDING - 4), *rows, CardRow(PADDING - 4))
    height = sum(row.height for row in framed)
    return Card(box, width, height, framed, outline, ground, dash)


_LOOKS: dict[Kind, Callable[[Box, float], Card]] = {
    "stage": _stage,
    "lane": _lane,
    "serves": _serves,
    "handoff": _handoff,
    "missing": _missing,
}

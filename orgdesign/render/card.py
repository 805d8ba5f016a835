"""Boxes as cards: what each says, line by line, in a size that the text is known to fit."""

from __future__ import annotations

import math
from collections.abc import Iterable

from orgdesign.charts import Box, FoldedCounts
from orgdesign.render import style
from orgdesign.render.fonts import text_width, wrap
from orgdesign.render.scripts import has_right_to_left, runs_right_to_left, with_direction_mark
from orgdesign.render.style import PADDING
from orgdesign.value_objects import value_object

LEADING = 1.35
"""How high a row of text is, to its letters."""
SLACK = 4.0
"""Room that text never uses, so that an engine with another font still fits its cell."""


@value_object
class CardRow:
    """A line of text, or a rule or space where ``text`` is empty; lengths in points.

    A ``chip`` is the colour of a ground just wider than the text, and ``beside`` stands after it.
    Text that runs ``right_to_left`` starts at the right.
    Sizes of type are whole, as Graphviz cuts others down to whole points.
    """

    height: float
    text: str = ""
    size: int = 0
    colour: str = style.INK
    bold: bool = False
    rule: bool = False
    chip: str = ""
    beside: str = ""
    right_to_left: bool = False


@value_object
class Card:
    """A box, sized and ready to draw; ``tab`` is the row below it that unfolds or folds.

    ``pen`` is the width of the outline, 0 for the usual one of its ``dash``.
    """

    box: Box
    width: float
    height: float
    rows: tuple[CardRow, ...]
    outline: str
    ground: str
    dash: str = "solid"
    centred: bool = False
    tab: str = ""
    pen: float = 0.0

    @property
    def full_height(self) -> float:
        """Return the height with the tab."""
        return self.height + (CARD_TAB if self.tab else 0.0)


CHIP = 12.0
"""How much wider than its text a chip is, in points."""
CHIP_GAP = 5
"""Between a chip and what stands beside it, in points."""
PHOTO = 36.0
"""How large the picture of a holder is, in points."""
CARD_TAB, TAB_INSET, TAB_SIZE, TAB_EDGE = 19.0, 8.0, 8, 4.0
"""A tab's height, how much narrower it is on each side, its type, and the room beside its words."""


def balanced_lines(text: str, size: int, most: float) -> tuple[str, ...]:
    """Return bold text in as few lines as ``most`` points allow, of about the same length."""
    lines = wrap(text, most, size, bold=True, lines=5)
    width = most
    while width > most / 2 and len(wrap(text, width - 20, size, bold=True)) == len(lines):
        width -= 20
        lines = wrap(text, width, size, bold=True, lines=5)
    return lines


def frame_card(
    box: Box,
    width: float,
    rows: Iterable[CardRow],
    outline: str,
    ground: str,
    dash: str = "solid",
    *,
    centred: bool = False,
    inset: float = PADDING - 2,
) -> Card:
    """Return a card as high as its rows, with room around them."""
    framed = (CardRow(inset), *rows, CardRow(inset))
    height = sum(row.height for row in framed)
    tab = _tab(box, width - 2 * (TAB_INSET + TAB_EDGE) - SLACK)
    return Card(box, width, height, framed, outline, ground, dash, centred, tab)


def tab_card(card: Card) -> Card:
    """Return the tab below a card, which unfolds or folds it, as a card of its own."""
    hue = style.hue(card.box)
    row = CardRow(CARD_TAB - 4, card.tab, TAB_SIZE, hue.strong, bold=True)
    width = card.width - 2 * TAB_INSET
    return Card(card.box, width, CARD_TAB, (row,), card.outline, hue.soft, centred=True)


def _tab(box: Box, width: float) -> str:
    if box.opened:
        return "\N{MINUS SIGN} Fold"
    if not box.hidden:
        return ""
    tabs = [f"+ {hides(box.hidden, without)}" for without in _GIVEN_UP]
    return next((tab for tab in tabs if text_width(tab, TAB_SIZE, bold=True) <= width), tabs[-1])


_GIVEN_UP = ((), ("people",), ("people", "gaps"))
"""What a tab that is too narrow for all of it does not say, the least first."""


def hides(hidden: FoldedCounts, without: tuple[str, ...] = ()) -> str:
    """Return what a folded box hides, in words, but for what it is to be ``without``."""
    facts = [
        (hidden.functions, "function", "functions"),
        (round(hidden.headcount), "person", "people"),
        (hidden.gaps, "gap", "gaps"),
        (hidden.changed, "change", "changes"),
    ]
    said = [
        f"{n:,} {one if n == 1 else many}" for n, one, many in facts if n and many not in without
    ]
    return " · ".join(said) or "more"


def rows_of(
    lines: Iterable[str],
    whole: str,
    size: int,
    colour: str,
    *,
    bold: bool = False,
    leading: float = LEADING,
) -> list[CardRow]:
    """Return lines as rows, which run as the ``whole`` text that they are of."""
    height = math.ceil(size * leading)
    if not has_right_to_left(whole):
        return [CardRow(height, line, size, colour, bold) for line in lines]
    rtl = runs_right_to_left(whole)
    return [
        CardRow(
            height,
            with_direction_mark(line, right_to_left=rtl),
            size,
            colour,
            bold,
            right_to_left=rtl,
        )
        for line in lines
    ]


def text_rows(
    text: str,
    width: float,
    size: int,
    colour: str,
    *,
    bold: bool = False,
    lines: int,
    leading: float = LEADING,
) -> list[CardRow]:
    """Return text as rows of a card of that width, cut where it needs more than ``lines``."""
    inner = width - 2 * PADDING - SLACK
    wrapped = wrap(text, inner, size, bold=bold, lines=lines) if text else ()
    return rows_of(wrapped, text, size, colour, bold=bold, leading=leading)


def chip_width(row: CardRow) -> int:
    """Return how wide the chip of a row is, in whole points."""
    return math.ceil(text_width(row.text, row.size, row.bold) + CHIP)

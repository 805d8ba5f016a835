"""Boxes as cards: what each says, line by line, in a size that the text is known to fit."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from orgdesign.charts import Box, FoldedCounts, Kind
from orgdesign.charts.roles import initials
from orgdesign.render import style
from orgdesign.render.arrangement import INDENT
from orgdesign.render.fonts import text_width, wrap
from orgdesign.render.scripts import has_right_to_left, runs_right_to_left, with_direction_mark
from orgdesign.render.style import CARD, PADDING, Hue

SLACK = 4.0
"""Room that text never uses, so that an engine with another font still fits its cell."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
        return self.height + (TAB if self.tab else 0.0)


CHIP = 12.0
"""How much wider than its text a chip is, in points."""
BESIDE = 5
"""Between a chip and what stands beside it, in points."""
TAB, TAB_INSET, TAB_SIZE = 19.0, 12.0, 8
"""The height of a tab, how much narrower it is on each side, and its type, in points."""


def card(box: Box) -> Card:
    """Return the card of a box, in the look of its kind."""
    return _LOOKS[box.kind](box)


def _function(box: Box) -> Card:
    hue = style.hue(box)
    rows = [
        *_mark(box),
        *_tag(box, hue),
        *text_rows(box.title, CARD, 12, style.INK, bold=True, lines=3),
        CardRow(2),
        *text_rows(box.text, CARD, 9, style.QUIET, lines=4),
        *_gaps(box, CARD, style.GAP.strong),
        *_facts(box, CARD),
        *_accountable(box, CARD, style.INK, hue),
    ]
    outline = style.GAP.strong if box.is_alarmed else hue.strong
    return frame_card(box, CARD, rows, outline, hue.faint, "dashed" if box.is_alarmed else "solid")


def _outcome(box: Box) -> Card:
    hue, width = style.hue(box), CARD + INDENT
    rows = [
        *text_rows(box.title, width, 13, hue.strong, bold=True, lines=4),
        CardRow(2),
        *text_rows(box.text, width, 9, style.QUIET, lines=2),
        *text_rows(box.note, width, 9, hue.strong, lines=2),
        *_gaps(box, width, style.GAP.strong),
        *_accountable(box, width, hue.strong),
    ]
    return frame_card(box, width, rows, hue.strong, hue.soft)


def _further_card(box: Box) -> Card:
    hue = style.hue(box)
    rows = [
        *_tag(box, hue),
        *text_rows(box.title, CARD, 10, style.INK, lines=2),
    ]
    return frame_card(box, CARD, rows, hue.strong, style.PAPER, "dotted")


PHOTO = 36.0
"""How large the picture of a holder is, in points."""


def _role(box: Box) -> Card:
    hue = style.hue(box)
    room = CARD - PHOTO - PADDING if box.photo else CARD
    rows = [
        *text_rows(box.title, room, 11, style.INK, bold=True, lines=3),
        *text_rows(box.text, room, 9, style.QUIET, lines=2),
        *_facts(box, room),
    ]
    if box.photo and (spare := PHOTO - sum(row.height for row in rows)) > 0:
        rows.append(CardRow(spare))
    if box.is_vacant:
        rows += [CardRow(3), _named_chip("Vacant", "", style.GAP.strong)]
    for holder in box.holders:
        rows += [CardRow(3), _named_chip(initials(holder) or "·", holder, hue.strong)]
    dash = "dashed" if box.is_vacant else "dotted" if box.is_assistant else "solid"
    return frame_card(
        box, CARD, rows, hue.strong, style.PAPER if box.is_assistant else hue.faint, dash
    )


def _named_chip(word: str, name: str, colour: str) -> CardRow:
    """Return a word as a chip, with a name beside it as far as there is room."""
    chip = CardRow(15, word, 9, style.ON_ROOT, bold=True, chip=colour)
    room = CARD - 2 * PADDING - 2 * SLACK - chip_width(chip) - BESIDE
    return replace(chip, beside=next(iter(wrap(name, room, 9, lines=1)), ""))


def _unaligned_card(box: Box) -> Card:
    width = CARD + INDENT
    rows = [
        *text_rows(box.title, width, 13, style.GAP.strong, bold=True, lines=1),
        CardRow(2),
        *text_rows(box.text, width, 9, style.GAP.strong, lines=2),
    ]
    return frame_card(box, width, rows, style.GAP.strong, style.GAP.soft, "dashed")


def _banner(box: Box) -> Card:
    """Return the banner: as wide as its text, which is broken to lines of like length."""
    statement = balanced_lines(box.title, 20, 560)
    facts = [fact for fact in (box.text, box.note, box.role and f"◆ {box.role}") if fact]
    lines = _in_lines(facts, 660, 11)
    gaps = [f"◇ {gap}" for gap in (box.gaps if box.gap_style == "words" else ())]
    widths = [text_width(line, 20, bold=True) for line in statement]
    widths += [text_width(line, 11) for line in (*lines, *gaps)]
    rows = [
        CardRow(6),
        *_rows(["DESIRED CUSTOMER OUTCOME"], "", 9, style.ON_ROOT_QUIET),
        CardRow(6),
        *_rows(statement, box.title, 20, style.ON_ROOT, bold=True),
        CardRow(7),
        *_rows(lines, box.title, 11, style.ON_ROOT_QUIET),
        *_rows(gaps, "", 11, style.ON_ROOT_GAP),
        CardRow(6),
    ]
    strong = style.ROOT.strong
    return frame_card(box, max([280.0, *widths]) + 5 * PADDING, rows, strong, strong, centred=True)


def _organisation(box: Box) -> Card:
    title = balanced_lines(box.title, 16, 420)
    width = max([CARD, *(text_width(line, 16, bold=True) for line in title)])
    rows = [
        *_rows(title, box.title, 16, style.ON_ROOT, bold=True),
        *_rows(wrap(box.text, width, 10), box.text, 10, style.ON_ROOT_QUIET),
    ]
    strong = style.ROOT.strong
    return frame_card(box, width + 4 * PADDING, rows, strong, strong, centred=True)


_LOOKS: dict[Kind, Callable[[Box], Card]] = {
    "desired": _banner,
    "organisation": _organisation,
    "outcome": _outcome,
    "function": _function,
    "also": _further_card,
    "unaligned": _unaligned_card,
    "role": _role,
}


def balanced_lines(text: str, size: int, most: float) -> tuple[str, ...]:
    """Return bold text in as few lines as ``most`` points allow, of about the same length."""
    lines = wrap(text, most, size, bold=True, lines=5)
    width = most
    while width > most / 2 and len(wrap(text, width - 20, size, bold=True)) == len(lines):
        width -= 20
        lines = wrap(text, width, size, bold=True, lines=5)
    return lines


def _in_lines(facts: Iterable[str], most: float, size: float) -> list[str]:
    """Return facts in lines no wider than ``most`` points, none broken that fits on a line."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]}  ·  {fact}" if lines else fact
        if lines and text_width(longer, size) <= most:
            lines[-1] = longer
        else:
            lines += wrap(fact, most, size, lines=2)
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
) -> Card:
    """Return a card as high as its rows, with room around them."""
    framed = (CardRow(PADDING - 2), *rows, CardRow(PADDING - 2))
    height = sum(row.height for row in framed)
    tab = _tab(box, width - 2 * TAB_INSET - SLACK)
    return Card(box, width, height, framed, outline, ground, dash, centred, tab)


def tab_card(card: Card) -> Card:
    """Return the tab below a card, which unfolds or folds it, as a card of its own."""
    hue = style.hue(card.box)
    row = CardRow(TAB - 4, card.tab, TAB_SIZE, hue.strong, bold=True)
    width = card.width - 2 * TAB_INSET
    return Card(card.box, width, TAB, (row,), card.outline, hue.soft, centred=True)


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


def _rows(
    lines: Iterable[str], whole: str, size: int, colour: str, *, bold: bool = False
) -> list[CardRow]:
    """Return lines as rows, which run as the ``whole`` text that they are of."""
    height = math.ceil(size * 1.35)
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
    text: str, width: float, size: int, colour: str, *, bold: bool = False, lines: int
) -> list[CardRow]:
    """Return text as rows of a card of that width, cut where it needs more than ``lines``."""
    inner = width - 2 * PADDING - SLACK
    wrapped = wrap(text, inner, size, bold=bold, lines=lines) if text else ()
    return _rows(wrapped, text, size, colour, bold=bold)


def chip_width(row: CardRow) -> int:
    """Return how wide the chip of a row is, in whole points."""
    return math.ceil(text_width(row.text, row.size, row.bold) + CHIP)


def _mark(box: Box) -> list[CardRow]:
    rows = text_rows(box.mark, CARD - CHIP, 9, style.ON_ROOT, bold=True, lines=1)
    chips = [replace(row, height=15, chip=style.ROOT.strong) for row in rows]
    return [*chips, CardRow(4)] if chips else []


def _tag(box: Box, hue: Hue) -> list[CardRow]:
    tag = text_rows(box.tag.upper(), CARD, 7, hue.strong, bold=True, lines=1)
    return [*tag, CardRow(2)] if tag else []


def _gaps(box: Box, width: float, colour: str) -> list[CardRow]:
    rows: list[CardRow] = []
    for gap in box.gap_words:
        rows += text_rows(gap, width, 9, colour, bold=True, lines=1)
    return rows


def _facts(box: Box, width: float) -> list[CardRow]:
    rows: list[CardRow] = []
    for fact in box.facts:
        rows += text_rows(fact, width, 9, style.QUIET, lines=2)
    return [CardRow(2), *rows] if rows else []


def _accountable(box: Box, width: float, colour: str, hue: Hue | None = None) -> list[CardRow]:
    rule = [CardRow(4), CardRow(1, colour=hue.soft, rule=True), CardRow(4)] if hue else [CardRow(3)]
    if box.role:
        return [*rule, *text_rows(f"◆ {box.role}", width, 9, colour, lines=2)]
    if not box.says_role_lacks:
        return []
    return [
        *rule,
        *text_rows("◇ No accountable role", width, 9, style.GAP.strong, bold=True, lines=1),
    ]

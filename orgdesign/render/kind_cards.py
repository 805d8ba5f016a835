"""The cards of each kind of box: what each says, in which sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from orgdesign.charts import Box, Kind, initials
from orgdesign.render import style
from orgdesign.render.arrangement import INDENT
from orgdesign.render.card import (
    CHIP,
    CHIP_GAP,
    LEADING,
    PHOTO,
    SLACK,
    Card,
    CardRow,
    balanced_lines,
    chip_width,
    frame_card,
    rows_of,
    text_rows,
)
from orgdesign.render.fonts import text_width, wrap
from orgdesign.render.style import CARD, PADDING, Hue
from orgdesign.value_objects import value_object


@value_object
class CardSizes:
    """How wide a function's card is, and its type: all in points, of type in whole ones.

    ``banner`` is how wide the ``statement`` at the top may be, ``inset`` the room above and
    below text, ``rule`` that about the rule over who is accountable, ``leading`` how high lines are
    to their letters, and ``more`` how many lines a text may have beyond those that it has on paper.
    """

    width: float = CARD
    tag: int = 7
    detail: int = 9
    further: int = 10
    name: int = 12
    head: int = 13
    statement: int = 20
    banner: float = 560.0
    inset: float = PADDING - 2
    rule: float = 4.0
    leading: float = LEADING
    more: int = 0


PRINTED = CardSizes()


def card(box: Box, sizes: CardSizes = PRINTED) -> Card:
    """Return the card of a box, in the look of its kind, set in such sizes."""
    return _LOOKS[box.kind](box, sizes)


def _function(box: Box, sizes: CardSizes) -> Card:
    hue = style.hue(box)
    rows = [
        *_mark(sizes, box),
        *_tag(sizes, box, hue),
        *_text(sizes, box.title, sizes.width, sizes.name, style.INK, bold=True, lines=3),
        CardRow(2),
        *_text(sizes, box.text, sizes.width, sizes.detail, style.QUIET, lines=4),
        *_gaps(sizes, box, sizes.width, style.GAP.strong),
        *_facts(sizes, box, sizes.width),
        *_accountable(sizes, box, sizes.width, style.INK, hue),
    ]
    outline = style.GAP.strong if box.is_alarmed else hue.strong
    return frame_card(
        box,
        sizes.width,
        rows,
        outline,
        hue.faint,
        "dashed" if box.is_alarmed else "solid",
        inset=sizes.inset,
    )


def _outcome(box: Box, sizes: CardSizes) -> Card:
    hue, width = style.hue(box), sizes.width + INDENT
    rows = [
        *_text(sizes, box.title, width, sizes.head, hue.strong, bold=True, lines=4),
        CardRow(2),
        *_text(sizes, box.text, width, sizes.detail, style.QUIET, lines=2),
        *_text(sizes, box.note, width, sizes.detail, hue.strong, lines=2),
        *_gaps(sizes, box, width, style.GAP.strong),
        *_accountable(sizes, box, width, hue.strong),
    ]
    return frame_card(box, width, rows, hue.strong, hue.soft, inset=sizes.inset)


def _further_card(box: Box, sizes: CardSizes) -> Card:
    hue = style.hue(box)
    rows = [
        *_tag(sizes, box, hue),
        *_text(sizes, box.title, sizes.width, sizes.further, style.INK, lines=2),
    ]
    return frame_card(box, sizes.width, rows, hue.strong, style.PAPER, "dotted", inset=sizes.inset)


def _role(box: Box, sizes: CardSizes) -> Card:
    hue = style.hue(box)
    room = sizes.width - PHOTO - PADDING if box.photo else sizes.width
    rows = [
        *_text(sizes, box.title, room, sizes.name - 1, style.INK, bold=True, lines=3),
        *_text(sizes, box.text, room, sizes.detail, style.QUIET, lines=2),
        *_facts(sizes, box, room),
    ]
    if box.photo and (spare := PHOTO - sum(row.height for row in rows)) > 0:
        rows.append(CardRow(spare))
    if box.is_vacant:
        rows += [CardRow(3), _named_chip(sizes, "Vacant", "", style.GAP.strong)]
    for holder in box.holders:
        rows += [CardRow(3), _named_chip(sizes, initials(holder) or "·", holder, hue.strong)]
    dash = "dashed" if box.is_vacant else "dotted" if box.is_assistant else "solid"
    return frame_card(
        box,
        sizes.width,
        rows,
        hue.strong,
        style.PAPER if box.is_assistant else hue.faint,
        dash,
        inset=sizes.inset,
    )


def _named_chip(sizes: CardSizes, word: str, name: str, colour: str) -> CardRow:
    """Return a word as a chip, with a name beside it as far as there is room."""
    chip = CardRow(sizes.detail + 6, word, sizes.detail, style.ON_ROOT, bold=True, chip=colour)
    room = sizes.width - 2 * PADDING - 2 * SLACK - chip_width(chip) - CHIP_GAP
    return replace(chip, beside=next(iter(wrap(name, room, sizes.detail, lines=1)), ""))


def _unaligned_card(box: Box, sizes: CardSizes) -> Card:
    width = sizes.width + INDENT
    rows = [
        *_text(sizes, box.title, width, sizes.head, style.GAP.strong, bold=True, lines=1),
        CardRow(2),
        *_text(sizes, box.text, width, sizes.detail, style.GAP.strong, lines=2),
    ]
    return frame_card(
        box, width, rows, style.GAP.strong, style.GAP.soft, "dashed", inset=sizes.inset
    )


def _banner(box: Box, sizes: CardSizes) -> Card:
    """Return the banner: as wide as its text, which is broken to lines of like length."""
    statement = balanced_lines(box.title, sizes.statement, sizes.banner)
    facts = [fact for fact in (box.text, box.note, box.role and f"◆ {box.role}") if fact]
    lines = _in_lines(facts, sizes.banner + 100, 11)
    gaps = [f"◇ {gap}" for gap in (box.gaps if box.gap_style == "words" else ())]
    widths = [text_width(line, sizes.statement, bold=True) for line in statement]
    widths += [text_width(line, 11) for line in (*lines, *gaps)]
    rows = [
        CardRow(sizes.rule + 2),
        *rows_of(["DESIRED CUSTOMER OUTCOME"], "", sizes.detail, style.ON_ROOT_QUIET),
        CardRow(sizes.rule + 2),
        *rows_of(statement, box.title, sizes.statement, style.ON_ROOT, bold=True),
        CardRow(sizes.rule + 3),
        *rows_of(lines, box.title, 11, style.ON_ROOT_QUIET),
        *rows_of(gaps, "", 11, style.ON_ROOT_GAP),
        CardRow(sizes.rule + 2),
    ]
    strong = style.ROOT.strong
    return frame_card(
        box,
        max([280.0, *widths]) + 5 * PADDING,
        rows,
        strong,
        strong,
        centred=True,
        inset=sizes.inset,
    )


def _organisation(box: Box, sizes: CardSizes) -> Card:
    title = balanced_lines(box.title, 16, 420)
    width = max([sizes.width, *(text_width(line, 16, bold=True) for line in title)])
    rows = [
        *rows_of(title, box.title, 16, style.ON_ROOT, bold=True),
        *rows_of(
            wrap(box.text, width, sizes.further), box.text, sizes.further, style.ON_ROOT_QUIET
        ),
    ]
    strong = style.ROOT.strong
    return frame_card(
        box, width + 4 * PADDING, rows, strong, strong, centred=True, inset=sizes.inset
    )


_LOOKS: dict[Kind, Callable[[Box, CardSizes], Card]] = {
    "desired": _banner,
    "organisation": _organisation,
    "outcome": _outcome,
    "function": _function,
    "also": _further_card,
    "unaligned": _unaligned_card,
    "role": _role,
}


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


def _text(
    sizes: CardSizes,
    text: str,
    width: float,
    size: int,
    colour: str,
    *,
    bold: bool = False,
    lines: int,
) -> list[CardRow]:
    """Return text as rows, set as on such cards; what may break may have some more lines."""
    most = lines + sizes.more if lines > 1 else lines
    leading = sizes.leading
    return text_rows(text, width, size, colour, bold=bold, lines=most, leading=leading)


def _mark(sizes: CardSizes, box: Box) -> list[CardRow]:
    rows = _text(
        sizes, box.mark, sizes.width - CHIP, sizes.detail, style.ON_ROOT, bold=True, lines=1
    )
    chips = [replace(row, height=sizes.detail + 6, chip=style.ROOT.strong) for row in rows]
    return [*chips, CardRow(4)] if chips else []


def _tag(sizes: CardSizes, box: Box, hue: Hue) -> list[CardRow]:
    tag = _text(sizes, box.tag.upper(), sizes.width, sizes.tag, hue.strong, bold=True, lines=1)
    return [*tag, CardRow(2)] if tag else []


def _gaps(sizes: CardSizes, box: Box, width: float, colour: str) -> list[CardRow]:
    rows: list[CardRow] = []
    for gap in box.gap_words:
        rows += _text(sizes, gap, width, sizes.detail, colour, bold=True, lines=1)
    return rows


def _facts(sizes: CardSizes, box: Box, width: float) -> list[CardRow]:
    rows: list[CardRow] = []
    for fact in box.facts:
        rows += _text(sizes, fact, width, sizes.detail, style.QUIET, lines=2)
    return [CardRow(2), *rows] if rows else []


def _accountable(
    sizes: CardSizes, box: Box, width: float, colour: str, hue: Hue | None = None
) -> list[CardRow]:
    rule = (
        [CardRow(sizes.rule), CardRow(1, colour=hue.soft, rule=True), CardRow(sizes.rule)]
        if hue
        else [CardRow(3)]
    )
    if box.role:
        return [
            *rule,
            *_text(sizes, f"◆ {box.role}", width, sizes.detail, colour, lines=2),
        ]
    if not box.says_role_lacks:
        return []
    return [
        *rule,
        *_text(
            sizes,
            "◇ No accountable role",
            width,
            sizes.detail,
            style.GAP.strong,
            bold=True,
            lines=1,
        ),
    ]

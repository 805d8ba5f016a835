"""A card as text of an SVG: its shape as Graphviz drew it, with its own words and colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from orgdesign.charts import Box
from orgdesign.render import style
from orgdesign.render.card import PHOTO, Card, CardRow, hides
from orgdesign.render.card_shape import CardShape, RowShape, trimmed_number
from orgdesign.render.style import PADDING

GAP_MARK = '<circle class="gap-mark f-gap s-paper" cx="{x}" cy="0" r="4"/>'
_SPECIAL = re.compile("[&<>\"'\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|  ")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def node_svg(
    card: Card, shape: CardShape, name: str, x: float, y: float, link: str, *, is_tab: bool = False
) -> str:
    """Return the group of a card, or of its tab: where it stands, what it says, where it leads."""
    box = card.box
    title, hint = (folding(box),) * 2 if is_tab else (box_description(box), box.title)
    kind = "fold" if is_tab else f"{box.kind} {box.id}"
    mark = (
        GAP_MARK.format(x=trimmed_number(card.width - 8)) if box.has_gap_mark and not is_tab else ""
    )
    picture = _photo(card) if box.photo and not is_tab else ""
    look = f"{_frame(card, shape, is_tab=is_tab)}{''.join(_rows(card, shape))}{mark}{picture}"
    to = f'<a xlink:href="{svg_text(link)}" xlink:title="{svg_text(hint)}">'
    return (
        f'<g id="{svg_text(name)}" class="node {svg_text(kind)}"'
        f' transform="translate({trimmed_number(x)} {trimmed_number(y)})">'
        f"<title>{svg_text(title)}</title>"
        f"{look if box.kind == 'legend' else f'{to}{look}</a>'}</g>"
    )


def svg_text(text: str) -> str:
    """Return text as an SVG holds it: markup is text, and no space is lost."""
    if not _SPECIAL.search(text):
        return text
    readable = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return escape(readable.replace("  ", " \N{NO-BREAK SPACE}"))


def box_description(box: Box) -> str:
    """Return what a box shows, for people who do not see it."""
    accountable = f"Accountable: {box.role}" if box.role else ""
    changes = (" ".join(filter(None, each)) for each in box.changes)
    gaps = box.gaps if box.gap_style != "none" else ()
    return ". ".join(
        fact
        for fact in (box.title, box.mark, *changes, box.text, box.note, accountable, *gaps)
        if fact
    )


def folding(box: Box) -> str:
    """Return what a click on the tab of a box does."""
    return f"Unfold {box.title}: {hides(box.hidden)}" if box.hidden else f"Fold {box.title}"


def colour_class(colour: str, part: str = "f") -> tuple[str, str]:
    """Return the class and the attribute that give a colour; one of ours has a class.

    ``part`` is ``f`` for what is filled and ``s`` for a line.
    """
    name = style.colour_names().get(colour)
    if name:
        return f" {part}-{name}", ""
    return "", f' {"fill" if part == "f" else "stroke"}="{escape(colour)}"'


def _frame(card: Card, shape: CardShape, *, is_tab: bool) -> str:
    ground, filled = colour_class(card.ground)
    outline, stroked = colour_class(card.outline, "s")
    kind = "frame tab" if is_tab else "frame" if card.dash == "solid" else f"frame {card.dash}"
    pen = f" p{10 * card.pen:g}" if card.pen else ""
    return f'<path class="{kind}{pen}{ground}{outline}" d="{shape.outline}"{filled}{stroked}/>'


def _photo(card: Card) -> str:
    """Return the picture of who holds a role, at the upper right of its card."""
    x, size = trimmed_number(card.width - PHOTO - PADDING), trimmed_number(PHOTO)
    return (
        f'<image class="photo" href="{svg_text(card.box.photo)}" x="{x}"'
        f' y="{trimmed_number(PADDING)}" width="{size}" height="{size}"'
        ' preserveAspectRatio="xMidYMid slice"/>'
    )


def _rows(card: Card, shape: CardShape) -> Iterator[str]:
    for row, its in zip(card.rows, shape.rows, strict=True):
        if its.ground:
            name, filled = colour_class(row.chip or row.colour)
            yield f'<path class="{name[1:]}" d="{its.ground}"{filled}/>'
        if row.text:
            yield _text(row, card, its)
        if row.beside:
            beside = CardRow(row.height, row.beside, row.size, style.QUIET)
            yield _line(beside, its.beside, its.baseline, "")


def _text(row: CardRow, card: Card, shape: RowShape) -> str:
    if row.chip:
        return _line(row, shape.middle, shape.baseline, " m")
    if card.centred:
        return _line(row, card.width / 2, shape.baseline, " m")
    x = card.width - PADDING if row.right_to_left else PADDING
    return _line(row, x, shape.baseline, "")


def _line(row: CardRow, x: float, y: float, anchor: str) -> str:
    name, filled = colour_class(row.colour)
    size = f"t{row.size}{' b' if row.bold else ''}{anchor}{name}"
    large = "" if row.size in style.SIZES else f' font-size="{row.size}"'
    way = ' direction="rtl" unicode-bidi="plaintext"' if row.right_to_left else ""
    return (
        f'<text class="{size}" x="{trimmed_number(x)}" y="{trimmed_number(y)}"{large}{way}{filled}>'
        f"{svg_text(row.text)}</text>"
    )

"""Less, set larger: what is drawn of a chart that is seen from farther away.

The places of all boxes stay as they are laid out. A card says its name alone; farther out still, a
branch is one tinted block with its name, its people and its gaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import floor

from orgdesign.charts import Box
from orgdesign.render import style
from orgdesign.render.card import Card, CardRow, text_rows
from orgdesign.render.drawing import Drawing, PlacedCard
from orgdesign.render.scripts import breakable_parts
from orgdesign.render.style import SIZES
from orgdesign.value_objects import value_object

NAME, BLOCK = 20, 240
"""The largest type of a name and of a block, in points."""
_LARGER = (240, 200, 160, 128, 100, 80, 64, 52, 44, 36)


def name_card(card: Card) -> Card:
    """Return a card of the same size that says its name alone, as large as it can be read."""
    if card.centred:
        return card
    ink = style.INK if card.box.kind not in ("outcome", "unaligned") else style.hue(card.box).strong
    rows = fitting_rows([(card.box.title, True)], card.width, card.height, ink, NAME)
    return replace(card, rows=tuple(rows))


def fitting_rows(
    texts: Sequence[tuple[str, bool]], width: float, height: float, colour: str, most: int
) -> list[CardRow]:
    """Return texts, bold where said, in the largest type in which all of them fit."""
    sizes = [*_LARGER, *reversed(SIZES)]
    rows: list[CardRow] = []
    for size in (size for size in sizes if size <= most):
        rows = [
            row
            for text, bold in texts
            for row in text_rows(
                text, width, size if bold else _lesser(size), colour, bold=bold, lines=9
            )
        ]
        if sum(row.height for row in rows) <= height - 8 and not _is_broken(rows, texts):
            break
    else:
        rows = rows[: max(1, floor((height - 4) / 10))]
    spare = max(0.0, height - sum(row.height for row in rows))
    return [CardRow(floor(spare / 2)), *rows, CardRow(spare - floor(spare / 2))]


def _lesser(size: int) -> int:
    return max((each for each in (*SIZES, *_LARGER) if each <= size * 0.7), default=SIZES[0])


def _is_broken(rows: Sequence[CardRow], texts: Sequence[tuple[str, bool]]) -> bool:
    """Whether a word had to be broken to fit, which a smaller type may not need."""
    words = {word for text, _ in texts for word in text.split()}
    drawn = {word for row in rows for word in row.text.lstrip("\u200e\u200f").split()}
    return all(len(breakable_parts(word, word)) == 1 for word in words) and not drawn <= words


@value_object
class BranchBlock:
    """The area of a branch, and the card that stands for all in it."""

    box: Box
    placed: PlacedCard


def branch_blocks(drawing: Drawing, depth: int = 1) -> list[BranchBlock]:
    """Return a block for each branch whose head is at ``depth`` below the root.

    It covers the head and all below it, tinted in the head's hue, and says its name, how many
    people are in it, and how many functions with gaps.
    """
    heads = _heads(drawing, depth)
    areas: dict[str, list[PlacedCard]] = {}
    for placed in drawing.cards:
        if placed.card.box.id in heads:
            areas.setdefault(heads[placed.card.box.id], []).append(placed)
    return [_block(placed) for placed in areas.values()]


def _heads(drawing: Drawing, depth: int) -> Mapping[str, str]:
    """Return the head of each box's branch, by the ids of both."""
    depths: dict[str, int] = {}
    heads: dict[str, str] = {}
    for box in drawing.chart.boxes:
        depths[box.id] = depths.get(box.parent or "", -1) + 1
        if depths[box.id] == depth:
            heads[box.id] = box.id
        elif box.parent in heads:
            heads[box.id] = heads[box.parent]
    return heads


def _block(area: Sequence[PlacedCard]) -> BranchBlock:
    head = area[0].card.box
    left, top = min(each.x for each in area), min(each.y for each in area)
    right = max(each.x + each.card.width for each in area)
    bottom = max(each.y + each.card.full_height for each in area)
    hue = style.hue(head)
    size = (right - left, bottom - top)
    facts = " · ".join(_facts(area))
    texts = [(head.title, True), *([(facts, False)] if facts else [])]
    rows = fitting_rows(texts, *size, style.INK, BLOCK)
    ground = hue.faint if head.palette == "scale" else hue.soft
    card = Card(head, *size, tuple(rows), hue.strong, ground)
    return BranchBlock(head, PlacedCard(card, left, top))


def _facts(area: Sequence[PlacedCard]) -> Iterator[str]:
    boxes = [placed.card.box for placed in area if placed.card.box.kind == "function"]
    people = round(sum(box.headcount for box in boxes))
    gaps = sum(1 for box in boxes if box.gaps)
    for hidden in (placed.card.box.hidden for placed in area):
        people += round(hidden.headcount) if hidden else 0
        gaps += hidden.gaps if hidden else 0
    if people:
        yield f"{people:,} {'person' if people == 1 else 'people'}"
    if gaps:
        yield f"{gaps:,} {'gap' if gaps == 1 else 'gaps'}"

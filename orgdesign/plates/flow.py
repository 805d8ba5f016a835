"""Blocks of a sheet below each other, in columns, on as many sheets as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from orgdesign.render import wrap
from orgdesign.render.sheet import Bar, Mark, Sheet, SheetTable, SheetText, line_height, text_lines
from orgdesign.value_objects import value_object


@value_object
class FlowBlock:
    """Marks that stay together, from the top-left corner of their own; it may begin a column."""

    marks: tuple[SheetText | Bar, ...]
    height: float
    begins: bool = False


TYPE = (16.0, 14.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Sizes of type, the largest of which is taken that needs fewest sheets."""


def fewest_sheets(draw: Callable[[float], list[Sheet]]) -> list[Sheet]:
    """Return what is drawn in the largest type that needs fewest sheets."""
    return min((draw(size) for size in TYPE), key=len)


def text_block(
    said: str, room: float, size: float, colour: str, *, bold: bool = False, left: float = 0.0,
    below: float = 0.0, begins: bool = False,
) -> FlowBlock:  # fmt: skip
    """Return a paragraph, whole, with some room below it."""
    lines = wrap(said, room - left, size, bold)
    first = SheetText(left, 0.0, room - left, "", size, colour, bold)
    return FlowBlock((*text_lines(lines, first),), len(lines) * line_height(size) + below, begins)


def flowing_sheets(
    name: str, title: str, blocks: Sequence[FlowBlock], size: tuple[float, float], columns: int,
    apart: float, table: SheetTable,
) -> list[Sheet]:  # fmt: skip
    """Return blocks in columns, on as many sheets of a size as they need."""
    wide, high = size
    step = (wide + apart) / columns
    filled = list(_filled(blocks, high))
    pages = [filled[n : n + columns] for n in range(0, len(filled), columns)] or [[]]
    return [Sheet(name, title, "", wide, high, tuple(_placed(page, step)), table) for page in pages]


def _filled(blocks: Sequence[FlowBlock], high: float) -> Iterator[list[FlowBlock]]:
    column: list[FlowBlock] = []
    for block in blocks:
        full = sum(each.height for each in column) + block.height > high
        if column and (full or block.begins):
            yield column
            column = []
        column.append(block)
    if column:
        yield column


def _placed(page: Sequence[Sequence[FlowBlock]], step: float) -> Iterator[Mark]:
    for number, column in enumerate(page):
        y = 0.0
        for block in column:
            for mark in block.marks:
                yield replace(mark, x=mark.x + number * step, y=mark.y + y)
            y += block.height

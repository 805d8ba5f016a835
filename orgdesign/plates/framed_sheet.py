"""A bare sheet on a page of its own: a title, a note, where it is from, and the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from orgdesign.plates.sheet_frame import Frame
from orgdesign.render.sheet import Disc, Mark, Ribbon, Sheet, SheetText, Strand

Size = tuple[float, float]
DrawBare = Callable[[Size], list[Sheet]]
"""What draws sheets without title and edges, of a size in points."""


def framed_sheets(draw: DrawBare, frame: Frame) -> list[Sheet]:
    """Return bare sheets within a frame; each of several says which it is."""
    bare = draw((frame.right - frame.left, frame.bottom - frame.top))
    return [_framed(sheet, _numbered(frame, n, len(bare))) for n, sheet in enumerate(bare, 1)]


def _numbered(frame: Frame, page: int, pages: int) -> Frame:
    return replace(frame, foot=f"{frame.foot} · page {page} of {pages}") if pages > 1 else frame


def _framed(sheet: Sheet, frame: Frame) -> Sheet:
    marks = (*(_moved(mark, frame.left, frame.top) for mark in sheet.marks), *frame.marks())
    return Sheet(
        sheet.name, frame.title, frame.about, frame.width, frame.height, marks, sheet.table
    )


def _moved(mark: Mark, right: float, down: float) -> Mark:
    if isinstance(mark, Ribbon):
        tops = (mark.top, mark.bottom, mark.right_top, mark.right_bottom)
        top, bottom, right_top, right_bottom = (each + down for each in tops)
        return Ribbon(
            mark.left + right, top, bottom, mark.right + right, right_top, right_bottom, mark.colour
        )
    if isinstance(mark, Strand):
        to_x, to_y = mark.to_x + right, mark.to_y + down
        return replace(mark, x=mark.x + right, y=mark.y + down, to_x=to_x, to_y=to_y)
    if isinstance(mark, SheetText):
        return replace(mark, x=mark.x + right, y=mark.y + down)
    if isinstance(mark, Disc):
        return replace(mark, x=mark.x + right, y=mark.y + down)
    return replace(mark, x=mark.x + right, y=mark.y + down)

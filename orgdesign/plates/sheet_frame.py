"""What every sheet has in common: papers, the frame with title and source, colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from orgdesign.render import style, wrap
from orgdesign.render.sheet import (
    Disc,
    Mark,
    Ribbon,
    Sheet,
    SheetText,
    Strand,
    line_height,
    text_lines,
)
from orgdesign.value_objects import value_object

_A_SERIES = {"a4": (595.0, 842.0), "a3": (842.0, 1191.0), "a2": (1191.0, 1684.0)}
_A_SERIES |= {"a1": (1684.0, 2384.0), "a0": (2384.0, 3370.0)}
_AMERICAN = {"letter": (612.0, 792.0), "tabloid": (792.0, 1224.0)}
SCREEN = (1080.0, 675.0)
"""A window of 1440 by 900 pixels, in points."""
PAPERS = {"screen": SCREEN} | {
    name: (high, wide) for name, (wide, high) in (_A_SERIES | _AMERICAN).items()
}
"""Width and height of each paper in points, on its side."""

GREY = "#94a3b8"
FAINT = "#e2e8f0"
_EDGE = 36.0


@value_object
class SheetLook:
    """How a plate is put on its page: the page's size in points, and what is on it besides.

    One that ``is_bare`` has no title, for a page that has its own; without a legend nothing says
    what colours mean. The title is in the company's ``colour``, where it has one.
    """

    size: tuple[float, float] = SCREEN
    is_bare: bool = False
    has_legend: bool = True
    colour: str = ""

    def frame(self, title: str, about: str, legend: str) -> Frame:
        """Return the frame of a page: its title, what it is about, and what its colours mean."""
        foot = legend if self.has_legend else ""
        return Frame(*self.size, title, about, foot, is_bare=self.is_bare, colour=self.colour)


@value_object
class Frame:
    """The page around a plate: its size, and the room within title and foot.

    One that ``is_bare`` stands on a page that has a title and edges of its own. The title is in
    the company's ``colour``, where it has one.
    """

    width: float
    height: float
    title: str
    about: str
    foot: str = ""
    on: date | None = None
    is_bare: bool = False
    colour: str = ""

    @property
    def left_edge(self) -> float:
        """Where the room begins from the left."""
        return 0.0 if self.is_bare else _EDGE

    @property
    def right(self) -> float:
        """Where the room ends at the right."""
        return self.width - self.left_edge

    @property
    def top(self) -> float:
        """Where the room begins from the top."""
        head = self._head()
        return self.left_edge + sum(text.height for text in head) + (14.0 if head else 2.0)

    @property
    def bottom(self) -> float:
        """Where the room ends at the bottom."""
        return self.height - self.left_edge - sum(text.height for text in self._feet()) - 8.0

    def marks(self) -> Iterator[Mark]:
        """Yield the title, what it is about, and the foot with the date."""
        yield from self._head()
        yield from self._feet()

    def _head(self) -> list[SheetText]:
        if self.is_bare:
            return []
        room = self.right - self.left_edge
        title = SheetText(self.left_edge, _EDGE, room, "", 20, self.colour or style.INK, bold=True)
        titles = text_lines(wrap(self.title, room, 20, True, 2), title)
        top = _EDGE + sum(text.height for text in titles) + 2
        about = SheetText(self.left_edge, top, room, "", 10, style.QUIET)
        return [*titles, *text_lines(wrap(self.about, room, 10, lines=3), about)]

    def _feet(self) -> list[SheetText]:
        room = self.right - self.left_edge - 120
        said = wrap(self.foot, room, 8, lines=3)
        top = self.height - self.left_edge - line_height(8) * max(1, len(said))
        feet = text_lines(said, SheetText(self.left_edge, top, room, "", 8, style.QUIET))
        if self.on:
            day = f"{self.on.day} {self.on:%B %Y}"
            feet.append(SheetText(self.right - 120, top, 120, day, 8, style.QUIET, align="right"))
        return feet


def colour_of(hue: int | None, is_outcome: bool = True) -> str:
    """Return the colour of an outcome by its number; of the whole outcome; of none, grey."""
    if hue is not None:
        return style.HUES[hue % len(style.HUES)].strong
    return style.ROOT.strong if is_outcome else GREY


def see_through(colour: str, share: int = 0x55) -> str:
    """Return a colour through which others show, its share of 255."""
    return f"{colour}{share:02x}"


Size = tuple[float, float]
DrawBare = Callable[[Size], list[Sheet]]
"""What draws sheets without title and edges, of a size in points."""


def framed_sheets(draw: DrawBare, frame: Frame) -> list[Sheet]:
    """Return bare sheets within a frame; each of several says which it is."""
    bare = draw((frame.right - frame.left_edge, frame.bottom - frame.top))
    return [_framed(sheet, _numbered(frame, n, len(bare))) for n, sheet in enumerate(bare, 1)]


def _numbered(frame: Frame, page: int, pages: int) -> Frame:
    return replace(frame, foot=f"{frame.foot} · page {page} of {pages}") if pages > 1 else frame


def _framed(sheet: Sheet, frame: Frame) -> Sheet:
    marks = (*(_moved(mark, frame.left_edge, frame.top) for mark in sheet.marks), *frame.marks())
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

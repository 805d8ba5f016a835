"""A page of a booklet: what it is called and what is found on it, and what stands around."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from orgdesign.documents.booklet.canvas import MARGIN, PdfCanvas
from orgdesign.render import style, text_width, wrap
from orgdesign.value_objects import value_object

PageNumbers = Mapping[str, int]
"""The page on which each thing is found, by its key."""


@value_object
class Crumb:
    """A step of the way down to a page: a name, and the key of where it leads."""

    name: str
    key: str


@value_object
class PagePlan:
    """A page: its heading, the way down to it, and how it is drawn below them.

    ``keys`` are what is found on it. One with a ``mark`` has a bookmark of that name, at a
    ``level`` from 0; one without a title has no heading. ``more`` stands at the right of the way.
    """

    title: str
    draw: Callable[[PdfCanvas, PageNumbers], None]
    keys: tuple[str, ...] = ()
    about: str = ""
    trail: tuple[Crumb, ...] = ()
    mark: str = ""
    level: int = 0
    more: Crumb | None = None


CONTENTS, CONTENTS_KEY = "Contents", "section/contents"
_SMALL, _TITLE, _ABOUT = 8.0, 17.0, 9.0
_WAY, _HEADING, _BELOW = 28.0, 49.0, 64.0
"""Where the baselines of the way, the heading and what is said below it are."""
_NAME = 150.0
"""How wide a step of the way can be."""


@dataclass(frozen=True)
class PageFrame:
    """A page that is being drawn; ``foot`` is said at the foot of each."""

    canvas: PdfCanvas
    leaf: PagePlan
    numbers: PageNumbers
    foot: str

    def draw(self) -> None:
        """Draw the page, and all that is around its content."""
        if self.leaf.mark:
            self.canvas.mark(self.leaf.mark, self.leaf.level)
        if self.leaf.title:
            self._write_trail()
            self._heading()
            self._footer()
        self.leaf.draw(self.canvas, self.numbers)

    def _write_trail(self) -> None:
        left = MARGIN
        for crumb in self.leaf.trail[-5:]:
            page = self.numbers[crumb.key]
            (name,) = wrap(crumb.name, _NAME, _SMALL, lines=1) or (" ",)
            said = f"{name}, page {page}"
            width = text_width(said, _SMALL)
            if left + width > self.canvas.sheet.width - MARGIN:
                break
            self.canvas.write_line((left, _WAY), said, _SMALL, style.QUIET)
            self.canvas.link_area((left, _WAY - 9), (width, 12), page)
            self.canvas.write_line(
                (left + width + 5, _WAY),
                "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
                _SMALL,
                style.QUIET,
            )
            left += width + 14

    def _heading(self) -> None:
        width = self.canvas.sheet.width - 2 * MARGIN
        at, below = (MARGIN, _HEADING), (MARGIN, _BELOW)
        self.canvas.write_fitting(at, self.leaf.title, width, _TITLE, style.INK, bold=True)
        self.canvas.write_fitting(below, self.leaf.about, width, _ABOUT, style.QUIET)

    def _footer(self) -> None:
        sheet, said = self.canvas.sheet, str(self.canvas.page)
        baseline, right = sheet.height - 17, sheet.width - MARGIN
        room = sheet.width - 2 * MARGIN - 120
        self.canvas.write_fitting((MARGIN, baseline), self.foot, room, _SMALL, style.QUIET)
        self.canvas.write_right((right, baseline), said, 9, style.INK, bold=True)
        self.canvas.write_right((right - 34, baseline), CONTENTS, _SMALL, style.QUIET)
        width = text_width(CONTENTS, _SMALL)
        corner = (right - 34 - width, baseline - 9)
        self.canvas.link_area(corner, (width, 12), self.numbers.get(CONTENTS_KEY))

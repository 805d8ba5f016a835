"""Lines with the pages that they lead to, in columns: the contents, and the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgdesign.documents.booklet.canvas import Canvas
from orgdesign.documents.booklet.leaf import Leaf, Numbers
from orgdesign.documents.booklet.paper import MARGIN, TOP, Sheet
from orgdesign.render import style
from orgdesign.render.fonts import text_width, wrap

_GUTTER, _INDENT = 26.0, 12.0
_SHORT = 24
"""Lines that need no second column."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: what it says, how deep it is set in, and the keys of what it leads to."""

    text: str
    keys: tuple[str, ...] = ()
    level: int = 0
    is_heading: bool = False


@dataclass(frozen=True)
class Listing:
    """Lines in columns on paper of a size; ``leading`` is from line to line, in points."""

    sheet: Sheet
    columns: int
    size: float
    leading: float

    def leaves(self, entries: Sequence[Entry], leaf: Leaf) -> Iterator[Leaf]:
        """Yield the pages of the lines, each as a leaf like the one given."""
        columns = [*self._filled(entries, int(self.sheet.text[1] / self.leading))]
        for start in range(0, len(columns), self.columns):
            title = leaf.title if not start else f"{leaf.title}, continued"
            page = leaf if not start else replace(leaf, mark="", keys=())
            drawn = _Drawn(self, self._evened(columns[start : start + self.columns]))
            yield replace(page, title=title, draw=drawn)

    def _evened(self, columns: list[list[Entry]]) -> list[list[Entry]]:
        """Return the columns of a page as high as each other; short ones stay as they are."""
        entries = [entry for column in columns for entry in column]
        count = len(entries)
        rows = count if count <= _SHORT else count // self.columns + 2
        even = [*self._filled(entries, rows)]
        return even if len(even) <= self.columns else columns

    @property
    def width(self) -> float:
        """Return how wide a column is, in points."""
        return (self.sheet.text[0] - _GUTTER * (self.columns - 1)) / self.columns

    def _filled(self, entries: Sequence[Entry], rows: int) -> Iterator[list[Entry]]:
        """Yield the lines of each column; a letter does not stand at its end."""
        column = list[Entry]()
        for entry in entries:
            is_last = len(column) == rows - 1
            if len(column) == rows or (is_last and entry.is_heading and not entry.keys):
                yield column
                column = []
            column.append(entry)
        yield column


@dataclass(frozen=True)
class _Drawn:
    """The columns of one page, drawn when all page numbers are known."""

    listing: Listing
    columns: Sequence[Sequence[Entry]]

    def __call__(self, canvas: Canvas, numbers: Numbers) -> None:
        for number, column in enumerate(self.columns):
            left = MARGIN + number * (self.listing.width + _GUTTER)
            for row, entry in enumerate(column):
                top = TOP + row * self.listing.leading
                self._entry(canvas, numbers, entry, left, top)

    def _entry(
        self, canvas: Canvas, numbers: Numbers, entry: Entry, left: float, top: float
    ) -> None:
        end, size = left + self.listing.width, self.listing.size
        pages = sorted({numbers[key] for key in entry.keys if key in numbers})
        baseline = top + 0.72 * self.listing.leading
        colour = style.ROOT.strong if entry.is_heading else style.INK
        for page in reversed(pages):
            end = self._page(canvas, page, (end, baseline), comma=page != pages[-1])
        start = left + _INDENT * entry.level
        line = wrap(entry.text, end - start - 10, size, bold=entry.is_heading, lines=1)
        for said in line:
            canvas.say((start, baseline), said, size, colour, bold=entry.is_heading)
            reached = start + text_width(said, size, bold=entry.is_heading)
            if pages and end - reached > 16:
                leader = [(reached + 5, baseline - 1), (end - 5, baseline - 1)]
                canvas.way(leader, style.LINE, 0.7, "dotted", 0)
            canvas.lead(
                (start, top), (reached - start, self.listing.leading), pages[0] if pages else None
            )

    def _page(self, canvas: Canvas, page: int, end: tuple[float, float], *, comma: bool) -> float:
        """Write a page's number that ends at a point, and return where it starts."""
        said = f"{page}, " if comma else str(page)
        width, size = text_width(said, self.listing.size), self.listing.size
        canvas.say((end[0] - width, end[1]), said, size, style.INK)
        top = end[1] - 0.72 * self.listing.leading
        canvas.lead((end[0] - width, top), (width, self.listing.leading), page)
        return end[0] - width

"""Tables that run over as many pages as they need, each row whole and under its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from orgdesign.documents.booklet.canvas import MARGIN, TOP, PaperSize, PdfCanvas
from orgdesign.documents.booklet.page_plan import PageNumbers, PagePlan
from orgdesign.render import runs_right_to_left, style, text_width, wrap
from orgdesign.value_objects import value_object

SIZE, LEADING = 8.0, 10.8
_PAD, _SPACE, _HEAD, _GROUP = 5.0, 10.0, 20.0, 28.0


@value_object
class PaperColumn:
    """A column: its heading, and its share of the width; one of amounts is of a fixed width.

    ``fixed`` is in points, 0 for a column of text.
    """

    name: str
    share: float = 0.0
    fixed: float = 0.0

    @property
    def is_amount(self) -> bool:
        """Whether it holds amounts, which stand at its right."""
        return bool(self.fixed)


def amounts(name: str, said: Iterable[str]) -> PaperColumn:
    """Return a column of amounts that is as wide as the widest."""
    widths = [text_width(name, SIZE, bold=True), *(text_width(each, SIZE) for each in said)]
    return PaperColumn(name, fixed=max(widths) + _SPACE + 6)


@value_object
class CellLine:
    """A paragraph in a cell."""

    text: str
    bold: bool = False
    colour: str = style.INK


Cell = Sequence[CellLine]


@value_object
class PaperRow:
    """A row: its cells, what is found in it, and the key of where its first cell leads."""

    cells: Sequence[Cell]
    key: str = ""
    leads: str = ""


@value_object
class RowGroup:
    """Rows below a heading of their own; ``about`` stands beside it."""

    name: str
    rows: Sequence[PaperRow]
    about: str = ""
    key: str = ""
    leads: str = ""


@value_object
class _Line:
    text: str
    bold: bool
    colour: str


@value_object
class _Set:
    """A row that is set: the lines of each cell, and how high it is; a heading has no cells."""

    cells: tuple[tuple[_Line, ...], ...]
    height: float
    of: PaperRow | RowGroup


@dataclass(frozen=True)
class PagedTable:
    """A table on paper of a size."""

    sheet: PaperSize
    columns: Sequence[PaperColumn]

    def plans(self, groups: Sequence[RowGroup], plan: PagePlan) -> Iterator[PagePlan]:
        """Yield the pages of the table, each as a leaf like the one given."""
        for number, rows in enumerate(self._pages(groups)):
            found = tuple(row.of.key for row in rows if row.of.key)
            first = plan.keys if not number else ()
            mark = plan.mark if not number else ""
            title = plan.title if not number else f"{plan.title}, continued"
            page = replace(plan, title=title, mark=mark, keys=(*first, *found))
            yield replace(page, draw=_TablePage(self, rows))

    @property
    def widths(self) -> list[float]:
        """Return how wide each column is, in points."""
        whole = sum(column.share for column in self.columns)
        room = self.sheet.text[0] - sum(column.fixed for column in self.columns)
        return [column.fixed or column.share / whole * room for column in self.columns]

    def _pages(self, groups: Sequence[RowGroup]) -> Iterator[list[_Set]]:
        page, room = list[_Set](), self._room
        for row, needs in self._kept_together(groups):
            if page and needs > room:
                yield page
                page, room = [], self._room
            page.append(row)
            room -= row.height
        if page:
            yield page

    @property
    def _room(self) -> float:
        return self.sheet.text[1] - _HEAD

    def _kept_together(self, groups: Sequence[RowGroup]) -> Iterator[tuple[_Set, float]]:
        """Yield the rows, each with the room that it needs: a heading stays with its first row."""
        for group in groups:
            rows = [self._row(row) for row in group.rows]
            if group.name:
                heading = _Set((), _GROUP, group)
                yield heading, _GROUP + (rows[0].height if rows else 0.0)
            for row in rows:
                yield row, row.height

    def _row(self, row: PaperRow) -> _Set:
        most = int((self._room - 2 * _PAD - _GROUP) / LEADING)
        cells = tuple(
            tuple(_lines(cell, width - _SPACE, most))
            for cell, width in zip(row.cells, self.widths, strict=True)
        )
        height = max(map(len, cells)) * LEADING + 2 * _PAD
        return _Set(cells, height, row)


def _lines(cell: Cell, width: float, most: int) -> list[_Line]:
    lines = [
        _Line(line, said.bold, said.colour)
        for said in cell
        for line in wrap(said.text, width, SIZE, bold=said.bold, lines=most)
    ]
    if len(lines) > most:
        lines = [*lines[: most - 1], _Line("…", bold=False, colour=style.QUIET)]
    return lines


@dataclass(frozen=True)
class _TablePage:
    """The rows of one page of a table, drawn when all page numbers are known."""

    table: PagedTable
    rows: Sequence[_Set]

    def __call__(self, canvas: PdfCanvas, numbers: PageNumbers) -> None:
        self._headings(canvas)
        top = TOP + _HEAD
        for row in self.rows:
            if isinstance(row.of, RowGroup):
                self._group(canvas, numbers, row.of, top)
            else:
                self._row(canvas, numbers, row, top)
            top += row.height

    def _headings(self, canvas: PdfCanvas) -> None:
        left = MARGIN
        for column, width in zip(self.table.columns, self.table.widths, strict=True):
            at = (left + width - _SPACE if column.is_amount else left, TOP + 10)
            say = canvas.write_right if column.is_amount else canvas.write_line
            say(at, column.name, SIZE, style.QUIET, bold=True)
            left += width
        canvas.box((MARGIN, TOP + _HEAD - 3), (self.table.sheet.text[0], 0.8), ground=style.INK)

    def _group(self, canvas: PdfCanvas, numbers: PageNumbers, group: RowGroup, top: float) -> None:
        width = self.table.sheet.text[0]
        canvas.box((MARGIN, top + 4), (width, _GROUP - 6), ground=style.ROOT.soft)
        page = numbers.get(group.leads)
        about = f"{group.about} · page {page}" if group.about and page else group.about
        at = (MARGIN + 6, top + 18)
        canvas.write_fitting(at, group.name, width - 220, 10, style.ROOT.strong, bold=True)
        canvas.write_right((MARGIN + width - 6, top + 18), about, SIZE, style.QUIET)
        canvas.link_area((MARGIN, top + 4), (width, _GROUP - 6), page)

    def _row(self, canvas: PdfCanvas, numbers: PageNumbers, row: _Set, top: float) -> None:
        left, widths = MARGIN, self.table.widths
        for cell, column, width in zip(row.cells, self.table.columns, widths, strict=True):
            baseline = top + _PAD + 7.6
            for line in cell:
                is_right = column.is_amount or runs_right_to_left(line.text)
                at = (left + width - _SPACE if is_right else left, baseline)
                say = canvas.write_right if is_right else canvas.write_line
                say(at, line.text, SIZE, line.colour, bold=line.bold)
                baseline += LEADING
            left += width
        foot = (MARGIN, top + row.height - 0.5)
        canvas.box(foot, (self.table.sheet.text[0], 0.5), ground=style.ROOT.soft)
        if isinstance(row.of, PaperRow):
            page = numbers.get(row.of.leads)
            canvas.link_area((MARGIN, top), (widths[0], row.height), page)

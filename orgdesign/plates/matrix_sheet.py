"""The matrix plate on pages: rows in panels beside each other, branches kept together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgdesign.model import Function, number_text
from orgdesign.plates.matrix import Matrix, MatrixBranch, OutcomeColumn, Service, service
from orgdesign.plates.matrix_grid import (
    AMOUNT,
    BESIDE,
    BETWEEN,
    HEAD,
    HEAD_GAP,
    SPACINGS,
    WORDS_OF_AMOUNT,
    MatrixGrid,
    MatrixRow,
    dealt_pages,
    fitted_grid,
    grid_settings,
    legend_columns,
    matrix_rows,
)
from orgdesign.plates.sheet_frame import SCREEN, Frame, SheetLook, colour_of
from orgdesign.render import style, wrap
from orgdesign.render.sheet import Bar, Disc, Link, Mark, Sheet, SheetTable, SheetText, line_height
from orgdesign.value_objects import value_object

FOOT = (
    "● serves it directly   ○ enables it   · serves it too. "
    "A white row is a function that serves no outcome yet; numbers beside a branch and at the "
    "bottom count functions that serve an outcome directly or enabling."
)


def matrix_sheets(plate: Matrix, look: SheetLook, *, grows: bool = False) -> list[Sheet]:
    """Return the plate as sheets; one that ``grows`` is as high as it needs.

    Rows that find no room go on in the next panel, and on the next sheet, a branch at its
    heading again.
    """
    rows = matrix_rows(plate)
    frame = look.frame("Every function against every outcome", _about(plate), FOOT)
    if grows:
        grid = next(grid_settings(plate, frame, SPACINGS[0]))
        high = grid.heads + grid.row * len(rows) + frame.top + (frame.height - frame.bottom) + 4
        frame = replace(frame, height=max(high, frame.height))
        return [_sheet(plate, frame, grid, [rows])]
    frame, grid = fitted_grid(
        plate, frame, len(rows), turns=not look.is_bare and look.size != SCREEN
    )
    pages = dealt_pages(rows, grid)
    return [
        _sheet(plate, _numbered(frame, n, len(pages)), grid, panels)
        for n, panels in enumerate(pages, 1)
    ]


def _numbered(frame: Frame, page: int, pages: int) -> Frame:
    if pages == 1:
        return frame
    return replace(frame, about=f"{frame.about} · page {page} of {pages}")


def _about(plate: Matrix) -> str:
    count, unserved = (
        len(plate.functions),
        sum(function.alignment.outcome is None for function in plate.functions),
    )
    outcomes = len(plate.columns)
    parts = [
        plate.organisation.name,
        plate.name,
        f"{count:,} function{'s' * (count != 1)}, {outcomes} outcome{'s' * (outcomes != 1)}",
        f"{unserved:,} serve no outcome yet" if unserved else "all of them aligned",
    ]
    return " · ".join(part for part in parts if part)


def _sheet(
    plate: Matrix, frame: Frame, grid: MatrixGrid, panels: Sequence[Sequence[MatrixRow]]
) -> Sheet:
    painter = _MatrixPainter(plate, frame, grid)
    marks: list[Mark] = [*painter.legend()] if not grid.has_stairs else []
    for number_, rows in enumerate(panels):
        x = frame.left_edge + number_ * (grid.wide(len(plate.columns)) + BETWEEN)
        marks += painter.panel(x, rows)
    table = _table(plate)
    everything = (*marks, *frame.marks())
    return Sheet("matrix", frame.title, frame.about, frame.width, frame.height, everything, table)


@value_object
class _MatrixPainter:
    plate: Matrix
    frame: Frame
    grid: MatrixGrid

    @property
    def top(self) -> float:
        return self.frame.top + self.grid.heads

    @property
    def _counts_amounts(self) -> bool:
        return self.plate.unit.by != "functions" and self.grid.amounts > 0

    def legend(self) -> Iterator[Mark]:
        """Yield the outcomes with their numbers, in columns."""
        whole = self.frame.right - self.frame.left_edge
        columns = legend_columns(self.plate, whole)
        room = whole / len(columns)
        for n, lines in enumerate(columns):
            for m, line in enumerate(lines):
                x, y = self.frame.left_edge + room * n, self.frame.top + line_height(HEAD) * m
                yield self._head(x, y, room - HEAD_GAP, line.text, line.column)

    def _head(self, x: float, y: float, room: float, said: str, column: OutcomeColumn) -> SheetText:
        colour, bold = colour_of(column.hue), column.depth == 1
        return SheetText(x, y, room, said, HEAD, colour, bold, link=_outcome_link(column))

    def panel(self, x: float, rows: Sequence[MatrixRow]) -> Iterator[Mark]:
        """Yield one panel: grounds, headings, rows."""
        yield from self._grounds(x, rows)
        yield from self._heads(x)
        for n, row in enumerate(rows):
            yield from self._row(x, self.top + n * self.grid.row, row)

    def _column_left(self, x: float, column: int) -> float:
        return x + self.grid.label + column * self.grid.cell

    def _heads(self, x: float) -> Iterator[Mark]:
        columns = self.plate.columns
        amounts = x + self.grid.label + len(columns) * self.grid.cell
        if self._counts_amounts:
            room = AMOUNT + WORDS_OF_AMOUNT - 6
            y = self.top - line_height(7) - 2
            yield SheetText(amounts + 6, y, room, self.plate.unit.by, 7, style.QUIET)
        for n, column in enumerate(columns):
            centre, colour = self._column_left(x, n) + self.grid.cell / 2, colour_of(column.hue)
            bold = column.depth == 1
            if not self.grid.has_stairs:
                y, cell = self.top - line_height(7) - 2, self.grid.cell
                yield SheetText(centre - cell / 2, y, cell, str(n + 1), 7, colour, bold, "centre")
                continue
            y = self.frame.top + n * line_height(HEAD)
            room = self.frame.right - centre - 4
            yield self._head(centre + 4, y, room, column.outcome.statement, column)
            middle = y + line_height(HEAD) / 2
            yield Bar(centre, middle, 0.6, self.top - middle, colour)
            yield Bar(centre, middle, 3.5, 0.6, colour)

    def _grounds(self, x: float, rows: Sequence[MatrixRow]) -> Iterator[Mark]:
        """Yield each outcome's ground, broken where a function serves none."""
        for first, count in _runs(rows):
            y = self.top + first * self.grid.row
            for n, column in enumerate(self.plate.columns):
                hue = style.ROOT if column.hue is None else style.HUES[column.hue % len(style.HUES)]
                gap = 1.2 if n else 0.0
                left, wide = self._column_left(x, n) + gap / 2, self.grid.cell - gap
                yield Bar(left, y, wide, count * self.grid.row, hue.faint)

    def _row(self, x: float, y: float, row: MatrixRow) -> Iterator[Mark]:
        if row.branch is None:
            yield from self._sums(x, y)
        elif row.function is None:
            yield from self._branch(x, y, row.branch)
        else:
            yield from self._function(x, y, row.function)

    def _branch(self, x: float, y: float, branch: MatrixBranch) -> Iterator[Mark]:
        wide = self.grid.wide(len(self.plate.columns))
        yield Bar(x, y, wide, 0.6, style.LINE)
        yield self._label(x, y, branch.head.name, style.INK, True, None)
        yield from self._counts(x, y, branch.functions, bold=False)
        yield from self._total(x, y, branch.functions)

    def _sums(self, x: float, y: float) -> Iterator[Mark]:
        wide = self.grid.wide(len(self.plate.columns))
        yield Bar(x, y, wide, 1.0, style.INK)
        yield self._label(x, y, "Functions that serve it", style.INK, True, None)
        yield from self._counts(x, y, self.plate.functions, bold=True)
        yield from self._total(x, y, self.plate.functions)

    def _counts(
        self, x: float, y: float, functions: Sequence[Function], *, bold: bool
    ) -> Iterator[Mark]:
        for n, column in enumerate(self.plate.columns):
            count = sum(f.alignment.outcome == column.outcome.id for f in functions)
            if count:
                colour = colour_of(column.hue)
                yield self._text(
                    self._column_left(x, n), y, self.grid.cell, str(count), colour, bold, "centre"
                )

    def _function(self, x: float, y: float, function: Function) -> Iterator[Mark]:
        is_gap = function.alignment.outcome is None
        colour = style.GAP.strong if is_gap else style.INK
        link = Link("function", function.id, function.name)
        yield self._label(x, y, function.name, colour, False, link)
        for n, column in enumerate(self.plate.columns):
            if served := service(function, column.outcome.id):
                yield self._disc(x, y, n, function, served)
        amount = self.plate.unit.amount_of(function)
        if amount and self._counts_amounts:
            most = max(map(self.plate.unit.amount_of, self.plate.functions))
            long = max(0.8, (AMOUNT - 4) * amount / most)
            left = x + self.grid.label + len(self.plate.columns) * self.grid.cell + 6
            thick = self.grid.size * 0.55
            ground = "#fca5a5" if is_gap else "#64748b"
            yield Bar(left, y + (self.grid.row - thick) / 2, long, thick, ground)
            yield self._amount(x, y, amount, long + 6)

    def _disc(self, x: float, y: float, n: int, function: Function, served: Service) -> Disc:
        column = self.plate.columns[n]
        radius = {"direct": 0.36, "enabling": 0.31, "also": 0.13}[served] * self.grid.size
        words = {"direct": "serves", "enabling": "enables", "also": "also serves"}[served]
        hint = f"{function.name} {words}: {column.outcome.statement}"
        centre = self._column_left(x, n) + self.grid.cell / 2
        middle, colour = y + self.grid.row / 2, colour_of(column.hue)
        link = Link("function", function.id, hint)
        return Disc(centre, middle, radius, colour, served == "enabling", link)

    def _label(
        self, x: float, y: float, name: str, colour: str, bold: bool, link: Link | None
    ) -> SheetText:
        room = self.grid.label - BESIDE
        said = wrap(name, room, self.grid.size, bold, 1)
        return self._text(x, y, room, said[0] if said else "", colour, bold, "right", link)

    def _total(self, x: float, y: float, functions: Sequence[Function]) -> Iterator[Mark]:
        if self._counts_amounts:
            yield self._amount(x, y, sum(map(self.plate.unit.amount_of, functions)), AMOUNT)

    def _amount(self, x: float, y: float, amount: float, shift: float) -> SheetText:
        left = x + self.grid.label + len(self.plate.columns) * self.grid.cell + 2 + shift
        said = number_text(round(amount, 1))
        return self._text(left, y, WORDS_OF_AMOUNT, said, style.QUIET, False, "left")

    def _text(
        self,
        x: float,
        y: float,
        room: float,
        said: str,
        colour: str,
        bold: bool,
        align: str,
        link: Link | None = None,
    ) -> SheetText:
        size = self.grid.size
        return SheetText(
            x, y + (self.grid.row - line_height(size)) / 2, room, said, size, colour, bold,
            align, link,  # type: ignore[arg-type]
        )  # fmt: skip


def _runs(rows: Sequence[MatrixRow]) -> Iterator[tuple[int, int]]:
    """Yield where rows that have a ground begin, and how many follow each other."""
    first = None
    for n, row in enumerate([*rows, MatrixRow()]):
        has_ground = row.function is not None and row.function.alignment.outcome is not None
        if has_ground and first is None:
            first = n
        if not has_ground and first is not None:
            yield first, n - first
            first = None


def _outcome_link(column: OutcomeColumn) -> Link:
    return Link("outcome", column.outcome.id, column.outcome.statement)


def _table(plate: Matrix) -> SheetTable:
    words = {"direct": "direct", "enabling": "enabling", "also": "also", None: ""}
    headings = ("Function", *(column.outcome.statement for column in plate.columns))
    rows = tuple(
        (function.name, *(words[service(function, c.outcome.id)] for c in plate.columns))
        for function in plate.functions
    )
    sums = tuple(str(len(plate.serving(column.outcome.id))) for column in plate.columns)
    return SheetTable(headings, (*rows, ("Functions that serve it", *sums)))

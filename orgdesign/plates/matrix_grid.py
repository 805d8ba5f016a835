"""How the rows of a matrix plate are set: type, cells, panels beside each other, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from orgdesign.model import Function
from orgdesign.plates.matrix import Matrix, MatrixBranch, OutcomeColumn
from orgdesign.plates.sheet_frame import Frame
from orgdesign.render import text_width, wrap
from orgdesign.render.sheet import SMALLEST_TYPE, line_height
from orgdesign.value_objects import value_object

LARGEST = 9.0
WORDS_OF_AMOUNT, AMOUNT = 26.0, 36.0
CELL_MOST, LABEL_MOST = 46.0, 190.0
LOWEST = 12
"""So many rows a panel has at least, before there is another one beside it."""
BETWEEN, BESIDE = 22.0, 6.0
"""Between two panels; between a label and its cells."""
STAIRS = 14
"""Up to so many outcomes stand as a staircase above the columns, where each is whole on its
step; else they are numbered."""
HEAD, HEAD_GAP = 8, 12.0
"""The type of outcomes, and between the columns of the numbered ones, in points."""


@value_object
class LegendLine:
    """A line of a numbered outcome."""

    column: OutcomeColumn
    text: str


@value_object
class MatrixRow:
    """A row of a panel: a branch's heading, one of its functions, or the sums of all."""

    branch: MatrixBranch | None = None
    function: Function | None = None


@value_object
class Spacing:
    """How close a panel may be set: a row's height by its type, the least cell and label."""

    leading: float
    cell: float
    label: float
    amounts: float


SPACINGS = (
    Spacing(1.22, 13.0, 110.0, AMOUNT + WORDS_OF_AMOUNT),
    Spacing(1.15, 11.0, 84.0, AMOUNT + WORDS_OF_AMOUNT),
    Spacing(1.1, 9.5, 72.0, 0.0),
)
"""From wide to close; the closest leaves out how much each function has."""


@value_object
class MatrixGrid:
    """The measures of a panel, in points; ``size`` is of its type."""

    size: float
    label: float
    cell: float
    row: float
    amounts: float
    heads: float
    rows: int
    panels: int
    has_stairs: bool

    def wide(self, columns: int) -> float:
        """Return how wide a panel with so many columns is."""
        return self.label + columns * self.cell + self.amounts

    def pages(self, rows: int) -> int:
        """Return how many pages rows take, where a branch that goes on is headed again."""
        return -(-rows // max(1, (self.rows - 2) * self.panels))


def matrix_rows(plate: Matrix) -> list[MatrixRow]:
    """Return the rows of a matrix: each branch with its functions, and the sums of all."""
    rows = []
    for branch in plate.branches:
        rows.append(MatrixRow(branch))
        rows += [MatrixRow(branch, function) for function in branch.functions]
    return [*rows, MatrixRow()]


def fitted_grid(
    plate: Matrix, frame: Frame, rows: int, *, turns: bool = True
) -> tuple[Frame, MatrixGrid]:
    """Return the page and the widest setting that needs fewest pages; upright where it turns."""
    held = [frame, replace(frame, width=frame.height, height=frame.width)][: 1 + turns]
    ways = [
        (turned, grid)
        for spacing in SPACINGS
        for turned in held
        for grid in grid_settings(plate, turned, spacing)
    ]
    widest = _widest_name(plate)

    def cost(way: tuple[Frame, MatrixGrid]) -> tuple[bool, bool, int]:
        """Prefer one page; among more of them, names that are whole."""
        grid = way[1]
        pages = grid.pages(rows)
        return pages > 1, pages > 1 and widest * grid.size > grid.label - BESIDE, pages

    return min(ways, key=cost)


def _widest_name(plate: Matrix) -> float:
    """Return how wide the widest name is that the widest label can hold, by its type."""
    bold = (text_width(branch.head.name, 1.0, bold=True) for branch in plate.branches)
    widths = (*bold, *(text_width(function.name, 1.0) for function in plate.functions))
    return max(
        (wide for wide in widths if wide * SMALLEST_TYPE <= LABEL_MOST - BESIDE), default=0.0
    )


def grid_settings(plate: Matrix, frame: Frame, spacing: Spacing) -> Iterator[MatrixGrid]:
    """Yield the settings of a page, the first that need fewest pages are best."""
    columns = len(plate.columns)
    room = frame.right - frame.left_edge
    served = (len(plate.serving(column.outcome.id)) for column in plate.columns)
    digits = text_width(str(max(served, default=0)), 1.0, bold=True) + 0.1
    legend = max(map(len, legend_columns(plate, room)))
    sizes = [LARGEST - 0.5 * step for step in range(int((LARGEST - SMALLEST_TYPE) / 0.5) + 1)]
    for panels, size in product(range(1, 9), sizes):
        wide = (room - BETWEEN * (panels - 1)) / panels - spacing.amounts
        cell = min(CELL_MOST, max(spacing.cell, digits * size, (wide - LABEL_MOST) / columns))
        label = min(LABEL_MOST, wide - columns * cell)
        if label < spacing.label:
            if panels > 1:
                continue
            label, cell = spacing.label, max(4.0, (wide - spacing.label) / columns)
        steps = (room - label - (n + 0.5) * cell - 4 for n in range(columns))
        stairs = panels == 1 and _are_whole(plate.columns, steps)
        row, lines = round(size * spacing.leading, 2), columns if stairs else legend
        heads = line_height(HEAD) * lines + line_height(7) + (6 if stairs else 12)
        fitting = max(1, int((frame.bottom - frame.top - heads) / row))
        yield MatrixGrid(size, label, cell, row, spacing.amounts, heads, fitting, panels, stairs)


def _are_whole(columns: Sequence[OutcomeColumn], steps: Iterable[float]) -> bool:
    """Tell whether no outcome is cut in the room that its step of a staircase has."""
    return len(columns) <= STAIRS and all(
        text_width(column.outcome.statement, HEAD, column.depth == 1) <= room
        for column, room in zip(columns, steps, strict=True)
    )


def legend_columns(plate: Matrix, room: float) -> list[list[LegendLine]]:
    """Return the numbered outcomes, line by line, in as many columns as keep them lowest."""
    return min(
        (_dealt_legend(plate, count, room / count - HEAD_GAP) for count in (3, 2, 1)),
        key=lambda columns: max(map(len, columns)),
    )


def _dealt_legend(plate: Matrix, count: int, wide: float) -> list[list[LegendLine]]:
    entries = [
        [LegendLine(column, line) for line in wrap(said, wide, HEAD, column.depth == 1)]
        for n, column in enumerate(plate.columns, 1)
        if (said := f"{n}  {column.outcome.statement}")
    ]
    deep = -(-sum(map(len, entries)) // count)
    columns: list[list[LegendLine]] = [[]]
    for entry in entries:
        if columns[-1] and len(columns[-1]) + len(entry) > deep and len(columns) < count:
            columns.append([])
        columns[-1] += entry
    return columns


def dealt_pages(rows: Sequence[MatrixRow], grid: MatrixGrid) -> list[list[list[MatrixRow]]]:
    """Return rows dealt over panels and pages; a branch that goes on says so again.

    Panels of one page are about as high as each other.
    """
    least = -(-len(rows) // grid.panels)
    heights = range(min(max(least, LOWEST), grid.rows), grid.rows + 1)
    dealt = (_dealt_panels(rows, high) for high in heights)
    panels = next((each for each in dealt if len(each) <= grid.panels), None)
    panels = panels or _dealt_panels(rows, grid.rows)
    return [panels[n : n + grid.panels] for n in range(0, len(panels), grid.panels)]


def _dealt_panels(rows: Sequence[MatrixRow], high: int) -> list[list[MatrixRow]]:
    """Return rows in panels of so many at most."""
    panels: list[list[MatrixRow]] = [[]]
    for number_, row in enumerate(rows):
        starts_branch = row.function is None and row.branch is not None
        left = high - len(panels[-1])
        if left < 1 or (starts_branch and left < min(3, len(rows) - number_)):
            again = [MatrixRow(row.branch)] if row.function else []
            panels.append(again)
        panels[-1].append(row)
    return panels

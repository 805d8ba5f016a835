"""How the rows of a matrix plate are set: type, cells, panels beside each other, pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from orgdesign.model import Function
from orgdesign.plates.matrix import Branch, Matrix
from orgdesign.plates.page import Frame
from orgdesign.render.fonts import text_width
from orgdesign.render.sheet import SMALLEST, line_height

LARGEST = 9.0
WORDS_OF_AMOUNT, AMOUNT = 26.0, 36.0
CELL_MOST, LABEL_MOST = 46.0, 190.0
BETWEEN = 22.0
"""Between two panels."""
STAIRS = 14
"""Up to so many outcomes stand as a staircase above the columns; more are numbered."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a panel: a branch's heading, one of its functions, or the sums of all."""

    branch: Branch | None = None
    function: Function | None = None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Grid:
    """The measures of a panel, in points; ``size`` is of its type."""

    size: float
    label: float
    cell: float
    row: float
    amounts: float
    heads: float
    rows: int
    panels: int

    def wide(self, columns: int) -> float:
        """Return how wide a panel with so many columns is."""
        return self.label + columns * self.cell + self.amounts

    def pages(self, rows: int) -> int:
        """Return how many pages rows take, where a branch that goes on is headed again."""
        return -(-rows // max(1, (self.rows - 2) * self.panels))


def matrix_rows(plate: Matrix) -> list[Row]:
    """Return the rows of a matrix: each branch with its functions, and the sums of all."""
    rows = []
    for branch in plate.branches:
        rows.append(Row(branch))
        rows += [Row(branch, function) for function in branch.functions]
    return [*rows, Row()]


def fitted_grid(
    plate: Matrix, frame: Frame, rows: int, *, turns: bool = True
) -> tuple[Frame, Grid]:
    """Return the page and the widest setting that needs fewest pages; upright where it turns."""
    held = [frame, replace(frame, width=frame.height, height=frame.width)][: 1 + turns]
    ways = [
        (turned, grid)
        for spacing in SPACINGS
        for turned in held
        for grid in grid_settings(plate, turned, spacing)
    ]
    return min(ways, key=lambda way: way[1].pages(rows))


def grid_settings(plate: Matrix, frame: Frame, spacing: Spacing) -> Iterator[Grid]:
    """Yield the settings of a page, the first that need fewest pages are best."""
    columns = len(plate.columns)
    room = frame.right - frame.left
    served = (len(plate.serving(column.outcome.id)) for column in plate.columns)
    digits = text_width(str(max(served, default=0)), 1.0, bold=True) + 0.1
    sizes = [LARGEST - 0.5 * step for step in range(int((LARGEST - SMALLEST) / 0.5) + 1)]
    for panels, size in product(range(1, 9), sizes):
        wide = (room - BETWEEN * (panels - 1)) / panels - spacing.amounts
        cell = min(CELL_MOST, max(spacing.cell, digits * size, (wide - LABEL_MOST) / columns))
        label = min(LABEL_MOST, wide - columns * cell)
        if label < spacing.label:
            if panels > 1:
                continue
            label, cell = spacing.label, max(4.0, (wide - spacing.label) / columns)
        row, heads = round(size * spacing.leading, 2), _heads_height(plate, panels)
        fitting = max(1, int((frame.bottom - frame.top - heads) / row))
        yield Grid(size, label, cell, row, spacing.amounts, heads, fitting, panels)


def _heads_height(plate: Matrix, panels: int) -> float:
    if panels == 1 and len(plate.columns) <= STAIRS:
        return line_height(8) * len(plate.columns) + line_height(7) + 6
    lines = -(-len(plate.columns) // 3)
    return line_height(8) * lines + line_height(7) + 12


def dealt_pages(rows: Sequence[Row], grid: Grid) -> list[list[list[Row]]]:
    """Return rows dealt over panels and pages; a branch that goes on says so again."""
    panels: list[list[Row]] = [[]]
    for number_, row in enumerate(rows):
        starts_branch = row.function is None and row.branch is not None
        left = grid.rows - len(panels[-1])
        if left < 1 or (starts_branch and left < min(3, len(rows) - number_)):
            again = [Row(row.branch)] if row.function else []
            panels.append(again)
        panels[-1].append(row)
    return [panels[n : n + grid.panels] for n in range(0, len(panels), grid.panels)]

"""The tables as the page shows them: for people, so by names and without ids."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.diagnosis.wording import figure
from orgdesign.documents.tables import tables
from orgdesign.documents.tables.table import Cell, Table
from orgdesign.redaction import Exported

KINDS = {
    "Functions": "function",
    "Roles": "role",
    "Outcomes": "outcome",
    "Measures": "measure",
    "Hand-offs": "handoff",
}
"""What each table has a row for, as the ids in the page begin."""
TOLD = ("function", "role", "outcome")
"""What the page tells more of elsewhere, so that its rows lead there."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the ids of its rows; ``leads`` where there is more of them in the page."""

    name: str
    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]

    @property
    def leads(self) -> bool:
        """Whether the page tells more of each row elsewhere."""
        return self.kind in TOLD


def grids(going: Exported) -> list[Grid]:
    """Return the tables that have rows, without columns that say nothing or only an id."""
    return [_grid(each) for each in tables(going) if each.name in KINDS and each.rows]


def _grid(table: Table) -> Grid:
    kept = [at for at, name in enumerate(table.columns) if _is_for_people(table, at, name)]
    return Grid(
        table.name,
        KINDS[table.name],
        tuple(table.columns[at] for at in kept),
        tuple((str(row[0]), tuple(row[at] for at in kept)) for row in table.rows),
    )


def _is_for_people(table: Table, at: int, name: str) -> bool:
    if name == "Id" or name.endswith(("(id)", "(ids)")):
        return False
    return any(row[at] is not None for row in table.rows)


def said(cell: Cell) -> Cell:
    """Return a cell as people read it: numbers with their thousands apart."""
    return figure(cell) if isinstance(cell, float | int) else cell

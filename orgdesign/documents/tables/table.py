"""A table before it is a file: columns, and a row for each part of an organisation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from orgdesign.redaction import Leave
from orgdesign.tables import DESIGNED, Cell, Column

__all__ = ["Cell", "Row", "Table", "table"]

Row = tuple[Cell, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns; designed, where they tell what a design makes."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    is_designed: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        """The first row of a file, by which it is known what comes back in it."""
        first, *rest = self.columns
        return (f"{first} {DESIGNED}" if self.is_designed else first, *rest)


def table(
    name: str,
    columns: Iterable[Column[T]],
    parts: Iterable[T],
    leave: Leave,
    is_designed: bool = False,
) -> Table:
    """Return the table of some parts, without the columns that are left out."""
    kept = [each for each in columns if not leave.leaves(each.kind)]
    rows = (tuple(_cell(each.said(part)) for each in kept) for part in parts)
    return Table(name, tuple(each.name for each in kept), tuple(rows), is_designed)


def _cell(said: Cell) -> Cell:
    """Return a number without a fraction as a whole one."""
    if isinstance(said, str) or said is None:
        return said
    return int(said) if float(said).is_integer() else said

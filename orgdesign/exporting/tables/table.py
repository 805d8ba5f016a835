"""A table before it is a file: columns, and a row for each part of an organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from orgdesign.exporting.leaving_out import Leave

Cell = str | float | None
Row = tuple[Cell, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """What a column says of each part, and the kind of facts that it is one of."""

    name: str
    said: Callable[[T], Cell]
    kind: str = ""


def table(name: str, columns: Iterable[Column[T]], parts: Iterable[T], leave: Leave) -> Table:
    """Return the table of some parts, without the columns that are left out."""
    kept = [each for each in columns if not leave.leaves(each.kind)]
    rows = (tuple(_cell(each.said(part)) for each in kept) for part in parts)
    return Table(name, tuple(each.name for each in kept), tuple(rows))


def _cell(said: Cell) -> Cell:
    """Return a number without a fraction as a whole one."""
    if isinstance(said, str) or said is None:
        return said
    return int(said) if float(said).is_integer() else said

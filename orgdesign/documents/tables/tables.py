"""The tables of what goes out: functions, roles, outcomes, measures, hand-offs, changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from orgdesign.documents.design_figures import (
    MONEY,
    MONEY_COLUMNS,
    OPTIONS,
    STAFF,
    STAFF_COLUMNS,
    money_rows,
    option_rows,
    option_table,
    staff_rows,
)
from orgdesign.documents.road_map import disclosed_designs, road_map
from orgdesign.model import Design
from orgdesign.redaction import Disclosure, Redaction
from orgdesign.tables import CHANGE_COLUMNS, CHANGES, DESIGNED, Cell, Column, sheets
from orgdesign.value_objects import value_object

__all__ = ["Cell", "FactTable", "Row", "table"]

Row = tuple[Cell, ...]
T = TypeVar("T")


@value_object
class FactTable:
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
    redaction: Redaction,
    is_designed: bool = False,
) -> FactTable:
    """Return the table of some parts, without the columns that are left out."""
    kept = [each for each in columns if not redaction.removes(each.kind)]
    rows = (tuple(_cell(each.said(part)) for each in kept) for part in parts)
    return FactTable(name, tuple(each.name for each in kept), tuple(rows), is_designed)


def _cell(said: Cell) -> Cell:
    """Return a number without a fraction as a whole one."""
    if isinstance(said, str) or said is None:
        return said
    return int(said) if float(said).is_integer() else said


def planned_changes(disclosure: Disclosure) -> FactTable:
    """Return the changes of the design that goes out, up to its phase; without one, of all."""
    rows = (row for each in disclosed_designs(disclosure) for row in _rows(disclosure, each))
    return FactTable(CHANGES, CHANGE_COLUMNS, tuple(rows))


def _rows(disclosure: Disclosure, design: Design) -> Iterator[Row]:
    for phase_entry in road_map(disclosure, design):
        phase = phase_entry.phase
        when = (phase.name, phase.starts, phase.ends) if phase else (None, None, None)
        for line in phase_entry.lines:
            yield (
                design.name,
                *when,
                line.number,
                line.step.change.kind,
                line.sentence,
                line.owner,
            )


def tables(disclosure: Disclosure) -> tuple[FactTable, ...]:
    """Return the tables of what goes out, in order; with a design, of what it makes of today."""
    return tuple(_tables(disclosure))


def _tables(disclosure: Disclosure) -> Iterator[FactTable]:
    is_designed = disclosure.then is not None
    for each in sheets(disclosure.organisation):
        if each.kind != "measure" or not disclosure.redaction.removes("measures"):
            yield table(
                each.name, each.columns, each.parts.values(), disclosure.redaction, is_designed
            )
    yield planned_changes(disclosure)
    yield from _of_designs(disclosure)


def _of_designs(disclosure: Disclosure) -> Iterator[FactTable]:
    """Yield people and money, who sits where, and designs side by side, where there is any."""
    options = option_table(disclosure)
    names = options.names if options else ()
    for name, columns, rows in (
        (MONEY, MONEY_COLUMNS, money_rows(disclosure)),
        (STAFF, STAFF_COLUMNS, staff_rows(disclosure)),
        (OPTIONS, ("Group", "Figure", *names), option_rows(disclosure)),
    ):
        cells = tuple(tuple(_cell(cell) for cell in row) for row in rows)
        if cells:
            yield FactTable(name, columns, cells)

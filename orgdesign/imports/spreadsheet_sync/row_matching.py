"""Which row is which part: by its id, or a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Any

from orgdesign.imports.organisation_builder import IdGiver as NewIds
from orgdesign.imports.spreadsheet_sync.cell_texts import is_same, refuse_error, said_in
from orgdesign.imports.spreadsheet_sync.lookup import KnownIds
from orgdesign.imports.spreadsheet_sync.sheet_headers import RecognisedSheet
from orgdesign.model import KIND_OF_NOUN, with_article
from orgdesign.tables import Cell, Column, TableSheet
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import id_of

_ID = "Id"


@value_object
class Record:
    """A row as a part: its id, and the part as it is, or None where it is new."""

    known: RecognisedSheet
    sheet: TableSheet[Any]
    row: int
    cells: list[str]
    id: str
    part: Any

    def cell_today(self, column: Column[Any]) -> Cell:
        """Return what the table says in a column as the file is now."""
        return None if self.part is None else column.said(self.part)

    def cell(self, column: Column[Any]) -> str:
        """Return what the row says in a column."""
        return self.known.cell(self.cells, column.name)

    def cell_place(self, column: str) -> str:
        """Return where the cell of a column is."""
        return self.known.cell_place(self.row, column)

    def is_edited(self, column: Column[Any]) -> bool:
        """Tell whether somebody wrote something else into a cell.

        Raises:
            Wrong: it shows a failure of the spreadsheet's.
        """
        if is_same(self.cell_today(column), self.cell(column)):
            return False
        refuse_error(self.cell(column))
        return True

    def has(self, column: Column[Any]) -> bool:
        """Tell whether the sheet has a column."""
        return column.name in self.known.columns

    @property
    def title(self) -> Column[Any]:
        """The column that says what the part is called."""
        return next(each for each in self.sheet.columns if each.name == self.sheet.title)

    @property
    def name(self) -> str:
        """What the part is called, as the row says it."""
        title = self.title
        if self.has(title):
            said = self.cell_today(title)
            return str(said or "") if is_same(said, self.cell(title)) else said_in(self.cell(title))
        return str(self.cell_today(title) or "")

    @property
    def is_named(self) -> bool:
        """Whether the part is called something, where it has to be."""
        return self.sheet.kind == "hand-off" or bool(self.name)


def match_records(
    known: RecognisedSheet, sheet: TableSheet[Any], taken: Iterable[str], problems: list[str]
) -> Iterator[Record]:
    """Yield a row as a part, for each; ``taken`` are ids that a new part cannot have."""
    ids = [*_ids(known, KnownIds(sheet.parts))]
    given = {each for each in ids if each}
    new = NewIds(given={*taken, *given, *sheet.parts})
    lines = Counter(each for each in ids if each)
    first: dict[str, int] = {}
    for (row, cells), id_ in zip(known.rows, ids, strict=True):
        if id_ and lines[id_] > 1 and first.setdefault(id_, row) != row:
            problems.append(
                f"{known.cell_place(row, _ID)}: “{id_}” has a row already,"
                f" {known.cell_place(first[id_], _ID)}; a new part needs an id of its own, or none"
            )
            continue
        record = Record(known, sheet, row, cells, id_, sheet.parts.get(id_))
        if not id_:
            made = _taken_before(record, given) or new.give(_called(record))
            given.add(made)
            record = Record(known, sheet, row, cells, made, sheet.parts.get(made))
        if record.part is None and not record.is_named:
            problems.append(f"{_place(record)}: {_need(sheet.kind)}; write it, or delete the row")
        yield record


def _taken_before(record: Record, given: Container[str]) -> str | None:
    """Return the id of the part that a row without one became, when the sheet was taken before."""
    made = id_of(_called(record))
    part = record.sheet.parts.get(made)
    if part is None or made in given:
        return None
    there = Record(record.known, record.sheet, record.row, record.cells, made, part)
    return made if record.has(there.title) and not there.is_edited(there.title) else None


def _place(record: Record) -> str:
    title = record.sheet.title
    return record.cell_place(title if title in record.known.columns else _ID)


def _called(record: Record) -> str:
    """Return what the id of a new part is made of; of a hand-off, from where to where it goes."""
    if record.sheet.kind != "hand-off":
        return record.name
    ends = [each for each in ("From", "To") if each in record.known.columns]
    return "-to-".join(record.known.cell(record.cells, each) for each in ends)


def _ids(known: RecognisedSheet, ids: KnownIds) -> Iterator[str]:
    """Yield the id of each row, empty where it has none: of several it may be, one that is free."""
    exact = {said_in(known.cell(cells, _ID)) for _, cells in known.rows}
    free = dict.fromkeys(each for each in ids.ids if each not in exact)
    spelt: set[str] = set()
    for _, cells in known.rows:
        said = said_in(known.cell(cells, _ID))
        found = ids.ids_like(said)
        if said in ids.ids and said in spelt:  # 7 a second time, where there is 007 as well
            found = ids.ids_coerced(said)
        spelt.add(said)
        chosen = said if said in found else next((each for each in found if each in free), said)
        free.pop(chosen, None)
        yield chosen


def _need(noun: str) -> str:
    return f"{with_article(noun)} needs {with_article(KIND_OF_NOUN[noun].label)}"

"""Which sheet is which table: told by its headers, and not by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from orgdesign.imports.spreadsheet_sync.cell_texts import said_in
from orgdesign.imports.spreadsheet_sync.sheet_files import (
    ReturnedSheet,
    is_archive,
    is_workbook,
    names_any,
)
from orgdesign.imports.spreadsheet_sync.sheet_files import returned_sheets as given_in
from orgdesign.model import DESIRED, Organisation, Outcome
from orgdesign.tables import CHANGE_COLUMNS, CHANGES, DESIGNED, sheets
from orgdesign.value_objects import value_object

_ID = "id"
_LOOKED_AT = 10
_START = 500_000
"""In so many bytes of a text there are the headers, if it is one of ours."""
_CHANGED = "what changes"
_TELLING = ("(id)", "(ids)")
_ALSO_TELLING = ("contribution", "customer outcomes", "functions that serve it", "works against")


@value_object
class RecognisedSheet:
    """A sheet that is one of the tables: which, and where its rows and columns stand.

    ``name`` is that of the table. ``columns`` are positions by the name of the column.
    """

    given: ReturnedSheet
    name: str
    columns: Mapping[str, int]
    others: tuple[str, ...]
    doubled: tuple[str, ...]
    rows: tuple[tuple[int, list[str]], ...]
    is_designed: bool = False

    def cell(self, row: Sequence[str], column: str) -> str:
        """Return what a row says in a column."""
        at = self.columns[column]
        return row[at] if at < len(row) else ""

    def cell_place(self, row: int, column: str) -> str:
        """Return where a cell is, as spreadsheets call it."""
        return self.given.cell_place(row, self.columns[column])


def is_known(given: ReturnedSheet) -> bool:
    """Tell whether a sheet is one of the tables; only its first rows are looked at."""
    return any(_table(row, given.title, told=True) for row in islice(given.rows, _LOOKED_AT))


def is_any_known(data: bytes, name: str) -> bool:
    """Tell whether a file holds one of the tables.

    Raises:
        Unreadable: it cannot be read, or should not be.
    """
    if is_workbook(data):
        may_be_known = names_any(data, _telling())
    else:
        may_be_known = is_archive(data) or _says_any_header(data)
    return may_be_known and any(is_known(each) for each in given_in(data, name))


def _says_any_header(text: bytes) -> bool:
    """Tell whether a text may be one of the tables, without a process that takes it apart."""
    start = text[:_START]
    letters = "latin-1" if b"\0" in start else "utf-8"  # of two bytes each, of which one is zero
    read = start.replace(b"\0", b"").decode(letters, "replace")
    said = _plain(read.replace("\N{REPLACEMENT CHARACTER}", " "))  # a wide space of older letters
    return any(header in said for header in (_CHANGED, *_telling()))


def recognise_sheet(given: ReturnedSheet) -> RecognisedSheet | None:
    """Return a sheet as the table that it is, with all its rows that say anything."""
    rows = enumerate(given.rows)
    for _, row in islice(rows, _LOOKED_AT):
        if name := _table(row, given.title):
            rest = tuple((at, each) for at, each in rows if any(cell.strip() for cell in each))
            return _recognised_sheet(given, name, row, rest)
    return None


def _recognised_sheet(
    given: ReturnedSheet, name: str, headers: Sequence[str], rows: tuple[tuple[int, list[str]], ...]
) -> RecognisedSheet:
    plain = [_plain(each) for each in headers]
    columns = {column: plain.index(_plain(column)) for column in _columns()[name]
               if _plain(column) in plain}  # fmt: skip
    ours = {_plain(column) for column in _columns()[name]}
    return RecognisedSheet(
        given,
        name,
        columns,
        tuple(said_in(each) for each in headers if each.strip() and _plain(each) not in ours),
        tuple(column for column in columns if plain.count(_plain(column)) > 1),
        rows,
        any(DESIGNED in each for each in headers),
    )


def _table(headers: Sequence[str], title: str, *, told: bool = False) -> str | None:
    """Return the name of the table that has these headers; ``told`` by those that nobody else has.

    Where people left few columns, and other sheets tell whose they are, the name has to do.
    """
    plain = {_plain(each) for each in headers} - {""}
    if {"design", _CHANGED} <= plain:
        return CHANGES
    if _ID not in plain:
        return None
    fits = {name: sum(_plain(each) in plain for each in ours) for name, ours in _columns().items()}
    most = max(fits.values())
    best = [name for name, count in fits.items() if count == most]
    called = [name for name in _columns() if _is_called(name, title)]
    if _telling() & plain:
        found = best if len(best) == 1 else [name for name in best if name in called]
    else:
        found = [name for name in called if fits[name] == len(plain) > 1 and not told]
    return found[0] if found else None


def _is_called(name: str, title: str) -> bool:
    return title.casefold().endswith(name.casefold())


@cache
def _columns() -> Mapping[str, tuple[str, ...]]:
    nothing = Organisation("", Outcome(DESIRED, ""))
    tables = {each.name: tuple(one.name for one in each.columns) for each in sheets(nothing)}
    return {**tables, CHANGES: CHANGE_COLUMNS}


@cache
def _telling() -> frozenset[str]:
    """Return the headers that nobody else has."""
    return frozenset(_tell())


def _tell() -> Iterator[str]:
    for columns in _columns().values():
        for each in map(_plain, columns):
            if each.endswith(_TELLING) or each in _ALSO_TELLING:
                yield each


def _plain(header: str) -> str:
    return " ".join(header.replace(DESIGNED, "").split()).casefold()

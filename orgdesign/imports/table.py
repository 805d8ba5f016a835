"""An export as rows of what its columns mean; nothing else of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from orgdesign.imports.cleaning import LONGEST_TEXT, cleaned
from orgdesign.imports.columns import Asked, Columns, recognised
from orgdesign.imports.failures import Unreadable
from orgdesign.imports.heading import Headed, headed
from orgdesign.imports.notes import Notes

MAX_ROWS = 300_000
LEVEL_BREAK = "\n"
"""What stands between the cells of a meaning that several columns have."""

EVERY = 1_000
"""After how many rows progress is told."""

_MOST_TOLD = 8
_TOTALS = ("total", "grand total", "subtotal", "sub-total", "sum", "summe", "gesamt", "count")
_LONG = {"accountabilities": LONGEST_TEXT}

Row = dict[str, str]
"""What a row says, by meaning; what it leaves open is left out."""

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, and its rows without totals, trailing notes and blank lines."""

    name: str
    columns: Columns
    rows: list[Row]

    @property
    def is_list_of_units(self) -> bool:
        """Whether its rows are units or titles, and not people or posts."""
        meanings = self.columns.meanings
        people = {"person", "post", "name", "last_name", "email", "count", "fte", "title"}
        return bool(meanings & {"unit_code", "unit_parent"}) and not meanings & people

    @property
    def is_list_of_titles(self) -> bool:
        """Whether its rows are titles with their codes."""
        return self.columns.meanings == {"title_code", "title"}


def table(
    data: bytes,
    name: str,
    notes: Notes,
    asked: Asked | None = None,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    progress: Progress = lambda _: None,
) -> Table:
    """Return the table of an export; of a workbook, its sheet with the most columns known.

    Raises:
        Unreadable: there is none, or its columns say nothing of an organisation.
    """
    best = headed(data, name, notes, asked, sheet=sheet, encoding=encoding)
    if best is None or not best.known:
        there = [each for each in best.headers if each][:_MOST_TOLD] if best else []
        listed = f" Its headers: {', '.join(there)}." if there else ""
        raise Unreadable(f"{name}: {_NOTHING_KNOWN}{listed}")
    if len(best.labels) > 1:
        count = len(best.labels)
        notes.say(f'The sheet "{best.label}" was read, of {count}; name another if it is wrong.')
    columns = recognised(best.headers, asked)
    return Table(name, columns, list(_rows(best, columns, notes, progress)))


def _rows(found: Headed, columns: Columns, notes: Notes, progress: Progress) -> Iterator[Row]:
    headers, blank, left_out = found.headers, 0, 0
    for count, cells in enumerate(found.rows, 1):
        if count > MAX_ROWS:
            raise Unreadable(f"there are more than {MAX_ROWS:,} rows; export fewer, or in parts")
        if count % EVERY == 0:
            progress(count)
        row = _row(cells, columns)
        if not row:
            blank += 1
        elif _is_no_row(row, cells, columns, headers):
            left_out += 1
        else:
            yield row
    notes.count(
        left_out,
        "1 row was left out: a total, a note or the headers again.",
        "{n} rows were left out: totals, notes or the headers again.",
    )


def _row(cells: Sequence[str], columns: Columns) -> Row:
    row: Row = {}
    for column in columns.read:
        if column.at >= len(cells):
            break
        text = cleaned(cells[column.at], _LONG.get(column.meaning, 200))
        if text and column.meaning in row:
            row[column.meaning] += LEVEL_BREAK + text
        elif text:
            row[column.meaning] = text
    return row


def _is_no_row(row: Row, cells: Sequence[str], columns: Columns, headers: Sequence[str]) -> bool:
    first = next((cell.strip() for cell in cells if cell.strip()), "").rstrip(":").casefold()
    if first in _TOTALS or first.startswith(("total ", "grand total")):
        return True
    if len(row) == 1 and len(columns.read) > 2:
        return True
    return all(row.get(c.meaning, "") == headers[c.at] for c in columns.read)


_NOTHING_KNOWN = (
    "none of the column headers is one that HR exports use; say which column means what, such as"
    ' --column title="Job" --column manager="Boss".'
)

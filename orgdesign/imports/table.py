"""An export as rows of what its columns mean; nothing else of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field

from orgdesign.imports.cells import DOTTED_HEADING, LONGEST, ExportRow, clean_cell, clean_lines
from orgdesign.imports.column_content import WHATEVER_IS_THERE, ExportColumn, TableChoice
from orgdesign.imports.columns import ExportColumns, recognise_columns
from orgdesign.imports.files import is_word_document
from orgdesign.imports.header_row import HeadedTable, headed_table
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, Unreadable, name_list
from orgdesign.imports.outline import levels_as_lines
from orgdesign.imports.vocabulary import SEVERAL
from orgdesign.imports.words import folded_words
from orgdesign.value_objects import value_object

MAX_ROWS = 300_000
LEVEL_BREAK = "\n"
"""What stands between the cells of a meaning that several columns have."""

EVERY = 1_000
"""After how many rows progress is told."""

LISTED = frozenset({"manager", "manager_name", "manager_email", "dotted"})
"""The meanings of which a cell can list several, a line each."""
LONG = frozenset(
    {"purpose", "accountabilities", "decides", "measured_by", "rewarded_for", "agreed_by"}
)
"""The meanings whose cells keep their lines."""
OWN = frozenset({"attribute", "section"})
"""The meanings that are kept under the header of their column."""

_PEOPLE = frozenset({"person", "other_id", "login", "name", "first_name", "last_name", "email"})
_POSTS = frozenset({*_PEOPLE, "post", "count", "fte", "title"})

Progress = Callable[[int], None]


@value_object
class ExportTable:
    """One table: its columns, and its rows without totals, trailing notes and blank lines."""

    name: str
    columns: ExportColumns
    rows: list[ExportRow] = field(default_factory=list)

    @property
    def is_list_of_units(self) -> bool:
        """Whether its rows are units, and not people or posts."""
        meanings = self.columns.meanings
        return bool(meanings & {"unit_code", "unit_parent"}) and not meanings & _POSTS

    @property
    def is_list_of_titles(self) -> bool:
        """Whether its rows are titles with their codes."""
        return self.columns.meanings == {"title_code", "title"}

    @property
    def is_list_of_lines(self) -> bool:
        """Whether its rows only say who reports to whom."""
        meanings = self.columns.meanings
        whose = meanings & {"person", "name", "post", "email", "login"}
        above = {m for m in meanings if m.startswith(("manager", "dotted"))}
        return bool(whose and above) and meanings <= {*whose, *above, "relation", "other_id"}

    @property
    def is_list_of_posts(self) -> bool:
        """Whether its rows are posts, and say nothing of people."""
        meanings = self.columns.meanings
        return not meanings & {*_PEOPLE, "count", "fte", "vacant"} and bool(
            meanings & {"post", "title"}
        )


def table(
    data: bytes,
    name: str,
    notes: Notes,
    choice: TableChoice = WHATEVER_IS_THERE,
    *,
    progress: Progress = lambda _: None,
) -> ExportTable:
    """Return the table of an export; of a workbook, its sheet with the most columns known.

    Raises:
        Unreadable: there is none, or its columns say nothing of an organisation.
    """
    best = headed_table(data, name, notes, choice)
    if best is None or not best.known:
        raise Unreadable(f"{name}: {_NOTHING_KNOWN}")
    if len(best.labels) > 1:
        count = len(best.labels)
        notes.say(f'The sheet "{best.label}" was read, of {count}; name another if it is wrong.')
    columns = recognise_columns(
        best.headers, choice.asked, best.sample, are_headings=is_word_document(data)
    )
    if unknown := [c.header for c in columns.read if c.meaning == "section" and not c.is_sure]:
        notes.say(f"Nobody knows {name_list(unknown)}, which is kept as a section as it stands.")
    for column in columns.read:
        if not column.is_sure and column.meaning == "manager":
            notes.say(
                f'The column "{column.header}" names other rows, and was taken for whom each'
                f" reports to; with --column manager= nothing is read of it."
            )
    rows = [*_rows(best, columns, notes, progress, name)]
    if is_word_document(data):
        _keep_headings_of_lines(rows, columns)
    return ExportTable(name, *levels_as_lines(columns, rows, notes))


def _keep_headings_of_lines(rows: Sequence[ExportRow], columns: ExportColumns) -> None:
    """Say under what descriptions write dotted lines: there they stay, found or not."""
    headings = [column.header for column in columns.read if column.meaning == "dotted"]
    for row in rows if headings else ():
        row[DOTTED_HEADING] = headings[0]


def _rows(
    found: HeadedTable, columns: ExportColumns, notes: Notes, progress: Progress, name: str
) -> Iterator[ExportRow]:
    cut = left_out = 0
    try:
        for count, cells in enumerate(found.rows, 1):
            if count > MAX_ROWS:
                raise Unreadable(
                    f"there are more than {MAX_ROWS:,} rows; export fewer, or in parts"
                )
            if count % EVERY == 0:
                progress(count)
            row = _row(cells, columns.read)
            if row and _is_no_row(row, cells, columns, found.headers):
                left_out += 1
            elif row:
                cut += _shorten(row)
                row.line = found.first_line + count
                yield row
    except Unreadable as failure:
        raise Unreadable(f"{name}: {failure}") from failure
    notes.count(
        left_out,
        "1 row was left out: a total, a note or the headers again.",
        "{n} rows were left out: totals, notes or the headers again.",
    )
    notes.count(
        cut,
        f"1 cell is longer than {LONGEST:,} letters, and was shortened to that.",
        f"{{n}} cells are longer than {LONGEST:,} letters, and were shortened to that.",
    )


def _row(cells: Sequence[str], columns: Sequence[ExportColumn]) -> ExportRow:
    row = ExportRow()
    for column in columns:
        if column.at >= len(cells):
            break
        cell = cells[column.at]
        if not cell:
            if column.meaning == "level":
                row["level"] = row.get("level", "") + LEVEL_BREAK
            continue
        meaning = column.meaning
        if meaning in OWN:
            meaning = f"{meaning}:{column.header}"
        text = (
            clean_lines(cell)
            if meaning in LONG or meaning in LISTED or meaning.startswith("section:")
            else clean_cell(cell)
        )
        if meaning == "level":
            row["level"] = row.get("level", "") + text + LEVEL_BREAK
        elif text and meaning in row and meaning in SEVERAL:
            row[meaning] += LEVEL_BREAK + text
        elif text:
            row[meaning] = _depth_of(cell) + text if meaning in _INDENTED else text
    if not row.get("level", "x").strip():
        del row["level"]
    return row


_INDENTED = frozenset({"name", "title", "unit", "department", "last_name"})


def _depth_of(cell: str) -> str:
    """Return the blanks before a cell's text: how deep it stands in an outline."""
    return (
        " " * (len(cell) - len(cell.lstrip(" \u00a0\u3000\t")))
        if cell[0] in " \u00a0\u3000\t"
        else ""
    )


def cell_of(row: ExportRow, column: ExportColumn) -> str:
    """Return what a row says in a column; empty where it says nothing."""
    meaning = column.meaning
    return row.get(f"{meaning}:{column.header}" if meaning in OWN else meaning, "")


def _shorten(row: ExportRow) -> int:
    cut = 0
    for meaning, text in row.items():
        if (
            len(text) > LONGEST
            and meaning not in LONG
            and ":" not in meaning
            and meaning not in SEVERAL
        ):
            row[meaning] = text[:LONGEST].rstrip()
            cut += 1
    return cut


def _is_no_row(
    row: ExportRow, cells: Sequence[str], columns: ExportColumns, headers: Sequence[str]
) -> bool:
    if _is_total([cell.strip() for cell in cells if cell.strip()]):
        return True
    if len(row) == 1 and len(columns.read) > 2 and "level" not in row:
        return True
    return all(
        column.at < len(cells) and cells[column.at].strip() == headers[column.at]
        for column in columns.read
    )


def _is_total(said: Sequence[str]) -> bool:
    """Return whether a row adds others up: it begins with such a word, and else has numbers only.

    >>> _is_total(["Subtotal Sales", "2.75"]), _is_total(["Total Rewards", "HR", "3"])
    (True, False)
    """
    words = fold_text(said[0].replace(":", " ")).split() if said else []
    known = folded_words("totals")
    if " ".join(words) in known:
        return True
    begins = any(" ".join(words[:count]) in known for count in (1, 2))
    return begins and not any(any(map(str.isalpha, cell)) for cell in said[1:])


_NOTHING_KNOWN = (
    "none of the column headers is one that HR exports use; say which column means what, such as"
    ' --column title="Job" --column manager="Boss".'
)

"""Excel workbooks, read as if they came from a stranger."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import IO, TYPE_CHECKING, Any
from xml.parsers import expat  # which reads no further than the document type
from zipfile import ZipFile, ZipInfo

from orgdesign.sandbox import refusal
from orgdesign.sandbox.refusal import FormatRefusal
from orgdesign.sandbox.sheet_marks import indents_of, lacks_values

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_UNPACKED = 400_000_000
"""How many bytes the parts of a workbook may unpack to, all together."""

MAX_PACKING = 200
"""How many times its size a large part may unpack to; sheets reach some 20 to 50."""

MAX_COLUMNS = 400
MOST_BLANK = 1_000
"""How many blank rows in a row are given; a stray cell can stand a million rows below."""

LONGEST = 32_767
"""How many letters a cell can hold, as Excel says."""

_MOST_MERGED = 200_000
_SMALL = 5_000_000
_PIECE = 4_096
_MAX_PARTS = 2_000

Fill = dict[int, list[tuple[int, int]]]
"""By row, the columns that a merged cell spans, each with the column its value is to come from."""


class Workbook:
    """One workbook, of which the rows of one sheet at a time are at hand."""

    def __init__(self, data: bytes) -> None:
        refuse_hostile(data)
        if b"xl/workbook.xml" not in data:
            raise FormatRefusal(refusal.NO_WORKBOOK)
        from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

        try:
            self._book: CalamineWorkbook = load_workbook(io.BytesIO(data))
        except CalamineError as failure:
            raise FormatRefusal(refusal.DAMAGED_FILE) from failure
        self._data = data
        self.notes: list[str] = []
        self.sheets: list[tuple[str | None, bool]] = [
            (sheet.name, sheet.visible == SheetVisibleEnum.Visible)
            for sheet in self._book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]
        self._at, self._next, self._rows = -1, 0, iter(list[list[str]]())

    def block(self, sheet: int, start: int, most: int) -> list[list[str]]:
        """Return some rows of a sheet, from one on; none where there are no more."""
        if (sheet, start) != (self._at, self._next):
            self._rows = islice(self._rows_of(sheet), start, None)
            self._at, self._next = sheet, start
        found = list(islice(self._rows, most))
        self._next += len(found)
        return found

    def _rows_of(self, at: int) -> Iterator[list[str]]:
        """Yield the rows of a sheet up to the last that is not blank, long gaps cut short."""
        name = str(self.sheets[at][0])
        if lacks_values(self._data, name):
            raise FormatRefusal(refusal.FORMULAS)
        sheet = self._book.get_sheet_by_name(name)
        indents = indents_of(self._data, name)
        blank, held, spans = 0, dict[int, str](), _spans(sheet)
        for row, values in enumerate(sheet.iter_rows()):
            cells = _cells(values)
            if row in indents:
                _indent(cells, indents[row])
            if row in spans:
                _fill(cells, spans[row], held)
            if not cells:
                blank += 1
                continue
            yield from ([] for _ in range(min(blank, MOST_BLANK)))
            yield cells
            blank = 0


def _spans(sheet: CalamineSheet) -> Fill:
    """Return where merged cells stand: their value counts for every row and column they span."""
    spans: Fill = {}
    left = _MOST_MERGED
    for (top, first), (bottom, last) in sheet.merged_cell_ranges or ():
        left -= (bottom - top + 1) * (last - first + 1)
        if left < 0:
            break
        for row in range(top, bottom + 1):
            spans.setdefault(row, []).extend(
                (column, first) for column in range(first, min(last + 1, MAX_COLUMNS))
            )
    return spans


def _fill(cells: list[str], spans: Sequence[tuple[int, int]], held: dict[int, str]) -> None:
    for column, first in spans:
        if column == first and len(cells) > first and cells[first]:
            held[first] = cells[first]
        if text := held.get(first):
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = cells[column] or text


def _indent(cells: list[str], indents: Sequence[tuple[int, int]]) -> None:
    for column, depth in indents:
        if column < len(cells) and cells[column]:
            cells[column] = "  " * depth + cells[column]


def _cells(row: Sequence[Any]) -> list[str]:
    cells = [_cell(value) for value in row[:MAX_COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)


def refuse_hostile(data: bytes) -> None:
    """Refuse an archive that unpacks to too much, or whose parts point outside it."""
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            _refuse_bomb(parts.infolist())
            _refuse_entities(parts)
    except FormatRefusal:
        raise
    except Exception as failure:  # many kinds, of which zipfile documents few
        raise FormatRefusal(refusal.DAMAGED_FILE) from failure


def _refuse_entities(parts: ZipFile) -> None:
    """Refuse a part with a document type, which no program writes: what entities need."""
    for name in parts.namelist():
        if name.endswith((".xml", ".rels")):
            with parts.open(name) as part:
                if _first_of(part) == "doctype":
                    raise FormatRefusal(refusal.ENTITIES)


def _first_of(part: IO[bytes]) -> str:
    """Return whether a document type or an element comes first in a part."""
    met: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: met.append("doctype")
    parser.StartElementHandler = lambda *_: met.append("element")
    while not met and (piece := part.read(_PIECE)):
        parser.Parse(piece)
    return met[0] if met else ""


def _refuse_bomb(infos: Sequence[ZipInfo]) -> None:
    swollen = any(
        info.file_size > _SMALL and info.file_size > MAX_PACKING * max(1, info.compress_size)
        for info in infos
    )
    if swollen or len(infos) > _MAX_PARTS or sum(i.file_size for i in infos) > MAX_UNPACKED:
        raise FormatRefusal(refusal.BOMB)

"""Excel workbooks, read as if they came from a stranger."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

from orgdesign.importing.failures import Unreadable

MAX_UNPACKED = 400_000_000
"""How many bytes the parts of a workbook may unpack to, all together."""

MAX_RATIO = 200
"""How many times its size a large part may unpack to; sheets reach some 20 to 50."""

MAX_ROWS = 300_000
MAX_COLUMNS = 400
_SMALL = 5_000_000
_MAX_PARTS = 2_000


def workbook_rows(data: bytes, sheet: str | None = None) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each sheet that can be seen, or the one named, with its rows.

    Raises:
        Unreadable: it is no workbook, it is damaged, or it would do harm.
    """
    _refuse_hostile(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles that it does not know.
            yield from _sheets(data, sheet)
    except Unreadable:
        raise
    except Exception as error:  # a damaged workbook fails in any way
        message = (
            "this workbook is damaged, or holds what no export does; open it in Excel and save it"
            " again, or export it as CSV"
        )
        raise Unreadable(message) from error


def _sheets(data: bytes, asked: str | None) -> Iterator[tuple[str, list[list[str]]]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if asked is not None and asked not in book.sheetnames:
        listed = ", ".join(book.sheetnames)
        raise Unreadable(f'there is no sheet "{asked}"; there are: {listed}')
    for sheet in book.worksheets:
        if sheet.title == asked or (asked is None and sheet.sheet_state == "visible"):
            sheet.reset_dimensions()
            yield sheet.title, list(_rows(sheet))


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS):
        cells = [_cell(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)


def _refuse_hostile(data: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            _refuse_bomb(parts)
            _refuse_entities(parts)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        message = "this workbook is damaged; open it in Excel and save it again"
        raise Unreadable(message) from error


def _refuse_bomb(parts: ZipFile) -> None:
    infos = parts.infolist()
    if "xl/workbook.xml" not in parts.namelist():
        message = "this is no Excel workbook, whatever its name says; export it as .xlsx or CSV"
        raise Unreadable(message)
    swollen = any(
        info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size)
        for info in infos
    )
    if swollen or len(infos) > _MAX_PARTS or sum(i.file_size for i in infos) > MAX_UNPACKED:
        message = (
            "this workbook unpacks to far more than it should, and was not opened; export the one"
            " sheet that is needed as CSV"
        )
        raise Unreadable(message)


def _refuse_entities(parts: ZipFile) -> None:
    # No export has a document type. defusedxml, which openpyxl then reads with, refuses it too.
    for name in parts.namelist():
        if name.endswith((".xml", ".rels")):
            with parts.open(name) as part:
                start = part.read(4096).replace(b"\0", b"").upper()
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                message = (
                    "this workbook asks to read other files, and was not opened; export the sheet"
                    " as CSV"
                )
                raise Unreadable(message)

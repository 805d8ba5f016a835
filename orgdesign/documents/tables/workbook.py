"""Tables as a workbook for Excel and its like: a sheet each, with filters and frozen headers."""

from __future__ import annotations

import io
import re
from math import ceil
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from orgdesign.documents.archive import EPOCH, archive, unpack_zip
from orgdesign.documents.tables.tables import Cell, FactTable, Row
from orgdesign.tables import is_formula, shield_text

_HEAD = Font(name="Calibri", bold=True, color="FFFFFF")
_HEAD_FILL = PatternFill("solid", fgColor="1F2937")
_TOP = Alignment(vertical="top", wrap_text=True)
_NARROW, _WIDE, _SEEN = 8, 48, 200
_LONGEST = 32_767
_LINE, _TALLEST = 15.0, 409.0
_PAGE = 190
_NUMBER = "#,##0.##########"
_WHOLE = "#,##0"


def workbook(tables: tuple[FactTable, ...], title: str) -> bytes:
    """Return tables as XLSX; every text in it is a text, every number a number."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in tables:
        _fill(book.create_sheet(each.name), each)
    properties = book.properties
    properties.creator, properties.title = "", title[:255]
    properties.created = properties.modified = EPOCH.replace(tzinfo=None)
    with io.BytesIO() as data:
        with ZipFile(data, "w", ZIP_DEFLATED) as file:
            ExcelWriter(book, file).save()  # Workbook.save() would tell the time
        return archive(_as_excel_writes(unpack_zip(data.getvalue())))


def _as_excel_writes(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a workbook with its texts shared and its fonts in the order of Excel.

    openpyxl writes texts within their cells and fonts in an order of its own, of which Excel and
    validators of its format complain.
    """
    texts: dict[bytes, int] = {}

    def shared_string(cell: re.Match[bytes]) -> bytes:
        return b't="s"><v>%d</v>' % texts.setdefault(cell[1], len(texts))

    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = _INLINE_TEXT.sub(shared_string, parts[name])
    parts["xl/styles.xml"] = _FONT.sub(_in_order, parts["xl/styles.xml"])
    if texts:
        listed = b"".join(b"<si>%s</si>" % text for text in texts)
        parts["xl/sharedStrings.xml"] = _SHARED % (_SPREADSHEET, len(texts), listed)
        _mention(parts, "[Content_Types].xml", b"</Types>", _CONTENT_TYPE)
        _mention(parts, "xl/_rels/workbook.xml.rels", b"</Relationships>", _RELATION)
    return parts


def _mention(parts: dict[str, bytes], name: str, end: bytes, mention: bytes) -> None:
    parts[name] = parts[name].replace(end, mention + end)


def _in_order(font: re.Match[bytes]) -> bytes:
    marks = sorted(_MARK.findall(font[1]), key=lambda mark: _FONT_ORDER.index(_NAME.match(mark)[1]))  # type: ignore[index]
    return b"<font>%s</font>" % b"".join(marks)


_INLINE_TEXT = re.compile(rb't="inlineStr"><is>(<t(?: [^>]*)?>.*?</t>|<t ?/>)</is>', re.DOTALL)
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_MARK, _NAME = re.compile(rb"<[^>]+/>"), re.compile(rb"<(\w+)")
_FONT_ORDER = (b"b", b"i", b"strike", b"u", b"vertAlign", b"sz", b"color", b"name", b"family",
               b"charset", b"scheme")  # fmt: skip
_SPREADSHEET = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHARED = b'<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="%s" uniqueCount="%d">%s</sst>'
_CONTENT_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_RELATION = (
    b'<Relationship Id="sharedStrings" Target="/xl/sharedStrings.xml" Type="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)


def _fill(sheet: Worksheet, table: FactTable) -> None:
    widths = [_width(table, at) for at, _ in enumerate(table.columns)]
    for at, name in enumerate(table.headers, start=1):
        head = sheet.cell(1, at, name)
        head.font, head.fill, head.alignment = _HEAD, _HEAD_FILL, _TOP
        sheet.column_dimensions[get_column_letter(at)].width = widths[at - 1]
    for down, row in enumerate(table.rows, start=2):
        for across, said in enumerate(row, start=1):
            if said is not None:
                _write(sheet, down, across, said)
        sheet.row_dimensions[down].height = _height(row, widths)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    _for_print(sheet, sum(widths))


def _write(sheet: Worksheet, down: int, across: int, said: Cell) -> None:
    place = sheet.cell(down, across)
    place.alignment = _TOP
    if isinstance(said, str):
        place.value = (said if is_formula(said) else shield_text(said))[:_LONGEST]
        place.data_type = "s"  # also where it starts like a formula
        place.quotePrefix = is_formula(said)  # and stays a text when it is edited
    else:
        place.value = said
        place.number_format = _WHOLE if isinstance(said, int) else _NUMBER


def _width(table: FactTable, at: int) -> float:
    """Return a width in which the first rows can be read."""
    said = [str(row[at]) for row in table.rows[:_SEEN] if row[at] is not None]
    longest = max((len(line) for each in said for line in each.split("\n")), default=0)
    return min(max(longest, len(table.headers[at]) + 4, _NARROW), _WIDE) + 2


def _height(row: Row, widths: list[float]) -> float:
    """Return the height that a row's texts need, as LibreOffice does not work it out itself."""
    lines = [
        sum(ceil(max(len(line), 1) / (width - 2)) for line in said.split("\n"))
        for said, width in zip(row, widths, strict=True)
        if isinstance(said, str)
    ]
    return min(max(lines, default=1) * _LINE, _TALLEST)


def _for_print(sheet: Worksheet, width: float) -> None:
    """Let a sheet be printed as wide as it can be read: with its ids on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = ceil(width / _PAGE), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:B"

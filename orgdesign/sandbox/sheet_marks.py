"""What a sheet says beside the values of its cells: how far they are indented, and formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

_FORMULA = re.compile(rb"<f[ >/]")
_CELL = re.compile(rb"<c\b[^>]*>(?:(?!</c>).){0,4000}?</c>", re.DOTALL)
_NO_VALUE = re.compile(
    rb"</f>\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>|<f[^>]*/>\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>"
)
_INDENTED = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*? s="(\d+)"')
_PIECE = 1_000_000
_MOST_LOOKED_AT = 20_000_000
_TOO_MANY = 0.5


def lacks_values(data: bytes, sheet: str) -> bool:
    """Return whether most formulas of a sheet stand there without what they came to."""
    formulas = empty = 0
    for piece in _pieces(data, sheet):
        if _FORMULA.search(piece):
            for cell in _CELL.finditer(piece):
                if _FORMULA.search(cell[0]):
                    formulas += 1
                    empty += _NO_VALUE.search(cell[0]) is not None
    return formulas > 0 and empty > _TOO_MANY * formulas


def indents_of(data: bytes, sheet: str) -> dict[int, list[tuple[int, int]]]:
    """Return by row, from 0, the columns whose cells are indented, and by how much."""
    depths = _depths_by_style(data)
    found: dict[int, list[tuple[int, int]]] = {}
    if any(depths.values()):
        for piece in _pieces(data, sheet):
            for letters, row, style in _INDENTED.findall(piece):
                if depth := depths.get(int(style), 0):
                    found.setdefault(int(row) - 1, []).append((_column(letters), depth))
    return found


def _depths_by_style(data: bytes) -> dict[int, int]:
    with ZipFile(io.BytesIO(data)) as parts:
        if "xl/styles.xml" not in parts.namelist():
            return {}
        styles = parts.read("xl/styles.xml")
    if b"indent=" not in styles:
        return {}
    try:
        tree = ElementTree.fromstring(styles)  # noqa: S314 - it has no document type; see workbook
    except ElementTree.ParseError:
        return {}
    formats = next((part for part in tree if part.tag.endswith("}cellXfs")), None)
    if formats is None:
        return {}
    return {at: _indent(style) for at, style in enumerate(formats)}


def _indent(style: ElementTree.Element) -> int:
    said = next((part.get("indent", "0") for part in style if part.tag.endswith("}alignment")), "0")
    return int(said) if said.isdecimal() and len(said) < 3 else 0


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:3]:
        number = number * 26 + letter - 64
    return number - 1


def _pieces(data: bytes, sheet: str) -> Iterator[bytes]:
    """Yield the beginning of a sheet's part piece by piece, each cut behind a cell."""
    with ZipFile(io.BytesIO(data)) as parts:
        name = _part_of(parts, sheet)
        if name is None:
            return
        with parts.open(name) as part:
            rest, left = b"", _MOST_LOOKED_AT
            while left > 0 and (piece := part.read(_PIECE)):
                left -= len(piece)
                whole, mark, rest = (rest + piece).rpartition(b"</c>")
                yield whole + mark
                rest = rest[-_PIECE:]


def _part_of(parts: ZipFile, sheet: str) -> str | None:
    try:
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))  # noqa: S314 - see workbook
        links = ElementTree.fromstring(parts.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except (ElementTree.ParseError, KeyError):
        return None
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for element in book.iter():
        if element.tag.endswith("}sheet") and element.get("name") == sheet:
            key = next((value for name, value in element.items() if name.endswith("}id")), None)
            target = targets.get(key, "").removeprefix("/xl/").removeprefix("/")
            name = f"xl/{target}"
            return name if name in parts.namelist() else None
    return None

"""The sheets of what people hand back: a workbook, an archive of CSV files, or one of those."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error

from orgdesign.imports.files import sheets
from orgdesign.imports.notes import Notes, Unreadable
from orgdesign.sandbox import MAX_PACKING, MAX_UNPACKED
from orgdesign.value_objects import value_object

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WRONG_MARK = "\u00ef\u00bb\u00bf"  # that of UTF-8, read as if it were letters
_MAX_FILES = 200
_PIECE, _OVERLAP, _MOST_TEXT = 250_000, 50, 60_000_000
_SMALL = 1_000_000
_WORD = re.compile(r"\w+")
_PAGES = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254")


@value_object
class ReturnedSheet:
    """A sheet that was handed back: what it is called, its rows, and how it writes fractions."""

    place: str
    title: str
    rows: Iterable[list[str]]
    decimal: str = "."

    def cell_place(self, row: int, column: int) -> str:
        """Return where a cell is, as spreadsheets call it; both count from 0."""
        return f"{self.place}, {_letters(column)}{row + 1}"


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def returned_sheets(data: bytes, name: str, words: str = "") -> Iterator[ReturnedSheet]:
    """Yield the sheets in a file; ``words`` are texts that its encoding can be told by.

    Raises:
        Unreadable: it cannot be read, or should not be.
    """
    if is_archive(data) and not is_workbook(data):
        for inner, text in _unpacked(data):
            yield from _text(text, f"{name}, {inner}", inner, words)
    elif is_archive(data):
        for title, rows in sheets(data, Notes()):
            yield ReturnedSheet(f"{name}, sheet {title}", str(title), _mended(rows))
    else:
        yield from _text(data, name, name, words)


def _text(data: bytes, place: str, name: str, words: str) -> Iterator[ReturnedSheet]:
    encoding = _encoding(data, words)
    first = data[:10_000].replace(b"\0", b"").partition(b"\n")[0]
    decimal = "," if first.count(b";") > first.count(b",") else "."
    for _, rows in sheets(data, Notes(), encoding=encoding):
        yield ReturnedSheet(place, PurePosixPath(name).stem, rows, decimal)


def names_any(data: bytes, words: Iterable[str]) -> bool:
    """Tell whether a workbook may have one of some words, without opening it, which takes long.

    They are looked for where workbooks keep their texts, and in the first rows of each sheet.
    """
    wanted = [word.encode() for word in words]
    try:
        with ZipFile(io.BytesIO(data)) as file:
            return any(
                word in text
                for name in file.namelist()
                if name.startswith(("xl/sharedStrings", "xl/worksheets/sheet"))
                for text in _pieces(file, name)
                for word in wanted
            )
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, error):
        return False


def _pieces(file: ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part of a workbook piece by piece, each with the end of the one before."""
    most = _MOST_TEXT if "sharedStrings" in name else _PIECE
    with file.open(name) as part:
        last = b""
        while (piece := part.read(_PIECE)) and most > 0:
            yield last + piece.lower()
            last = piece.lower()[-_OVERLAP:]
            most -= len(piece)


def is_archive(data: bytes) -> bool:
    """Tell whether a file is an archive: of a workbook, or of CSV files."""
    return data.startswith(_ZIP)


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is a workbook, or an archive that is to be refused as if it were one."""
    return is_archive(data) and _is_workbook(data)


def _mended(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield rows in the letters that were meant, where a CSV file was opened in the wrong ones."""
    wrong = False
    for row in rows:
        wrong = wrong or any(cell.startswith(_WRONG_MARK) for cell in row[:1])
        yield [*map(_repair_encoding, row)] if wrong else row


def _repair_encoding(cell: str) -> str:
    try:
        return b"".join(map(_byte, cell)).decode("utf-8-sig")
    except UnicodeError:
        return cell


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeError:
        return letter.encode("latin-1")


def _encoding(data: bytes, words: str) -> str | None:
    """Return the encoding in which most words are those that are expected; None for Unicode."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        known = {*_accented(words)}
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or not known:
            return None
        return max(_PAGES, key=lambda page: _hits(data, page, known))
    return None


def _hits(data: bytes, page: str, known: set[str]) -> int:
    return sum(word in known for word in _accented(data.decode(page, "replace")))


def _accented(text: str) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(text) if not found[0].isascii())


def _is_workbook(data: bytes) -> bool:
    try:
        with ZipFile(io.BytesIO(data)) as file:
            return "xl/workbook.xml" in file.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return True  # and is refused in the words for workbooks


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the CSV files of an archive, by their names."""
    try:
        with ZipFile(io.BytesIO(data)) as file:
            wanted = [each for each in file.infolist() if _is_wanted(each)]
            _refuse_bomb(wanted)
            for each in wanted:
                yield PurePosixPath(each.filename).name, file.read(each)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, error) as failure:
        raise Unreadable(_DAMAGED) from failure


def _is_wanted(info: ZipInfo) -> bool:
    path = PurePosixPath(info.filename)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return path.suffix.lower() == ".csv" and not hidden


def _refuse_bomb(infos: list[ZipInfo]) -> None:
    swollen = any(
        info.file_size > _SMALL and info.file_size > MAX_PACKING * max(1, info.compress_size)
        for info in infos
    )
    if swollen or len(infos) > _MAX_FILES or sum(i.file_size for i in infos) > MAX_UNPACKED:
        raise Unreadable(_BOMB)


_DAMAGED = "this archive is damaged or has a password; bring the CSV files in it one by one"
_BOMB = "this archive unpacks to far more than it should, and was not opened; bring its CSV files"

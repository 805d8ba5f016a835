"""The rows of an export, whichever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from orgdesign.imports.delimited import delimited_rows
from orgdesign.imports.failures import Unreadable
from orgdesign.imports.notes import Notes
from orgdesign.imports.workbook import workbook_rows

MAX_BYTES = 150_000_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def sheets(
    data: bytes, notes: Notes, sheet: str | None = None, encoding: str | None = None
) -> Iterator[tuple[str | None, Iterable[list[str]]]]:
    """Yield the sheets of a workbook with their names, or the one table of a text file.

    What the bytes are decides, and not how the file is called.

    Raises:
        Unreadable: it cannot be read, or should not be.
    """
    if data.startswith(_OLE):
        raise Unreadable(_told(data))
    if data.startswith(b"%PDF"):
        raise Unreadable("this is a PDF, which holds no rows; export the list as .xlsx or CSV")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from workbook_rows(data, sheet)
    else:
        yield None, delimited_rows(data, notes, encoding)


def export_bytes(path: Path) -> bytes:
    """Return what is in an export.

    Raises:
        Unreadable: it is not there, no file, or too large.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; split it.")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}. Look at its name.") from error


def _told(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "this workbook is encrypted; open it in Excel and save it without a password"
    return "this is an Excel file of before 2007 (.xls); open it in Excel and save it as .xlsx"

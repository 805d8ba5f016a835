"""What kind of file it is, told from its bytes and not from its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from orgdesign.sandbox import refusal
from orgdesign.sandbox.delimited_text import delimited_rows, text_of
from orgdesign.sandbox.diagram import (
    drawio_diagram,
    is_drawio,
    is_presentation,
    presentation_diagram,
)
from orgdesign.sandbox.records import record_rows
from orgdesign.sandbox.refusal import FormatRefusal
from orgdesign.sandbox.word_document import is_word, word_table
from orgdesign.sandbox.workbook import Workbook, refuse_hostile

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(r"\s*<(?:\?xml|!doctype|[A-Za-z][\w:.-]*[\s>/])", re.IGNORECASE)


class Tables(Protocol):
    """The tables of a file, which are given in blocks of rows."""

    sheets: list[tuple[str | None, bool]]
    notes: list[str]

    def block(self, sheet: int, start: int, most: int) -> list[list[str]]:
        """Return some rows of a sheet, from one on; none where there are no more."""
        ...


class TextTable:
    """The one table of a text file."""

    def __init__(self, rows: Iterator[list[str]], notes: list[str]) -> None:
        self.sheets: list[tuple[str | None, bool]] = [(None, True)]
        self.notes = notes
        self._rows, self._next, self._first = rows, 0, list[list[str]]()

    def block(self, _sheet: int, start: int, most: int) -> list[list[str]]:
        """Return the rows that follow; only the first block is given more than once."""
        if start < self._next:
            return self._first[start:]
        found = list(islice(self._rows, most))
        if not start:
            self._first = found
        self._next = start + len(found)
        return found


def open_tables(data: bytes, encoding: str | None = None) -> Tables:
    """Return the tables in a file.

    Raises:
        FormatRefusal: it cannot be read, or should not be.
    """
    _refuse_other(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    notes: list[str] = []
    text = text_of(data, notes, encoding)
    if _PAGE.match(text[:4_000]):
        raise FormatRefusal(refusal.WEB_PAGE)
    if is_drawio(text):
        return drawio_diagram(text)
    if _MARKUP.match(text[:200]):
        raise FormatRefusal(refusal.XML)
    if text.lstrip()[:1] in ("{", "["):
        return TextTable(record_rows(text), notes)
    return TextTable(delimited_rows(text), notes)


def _archive(data: bytes) -> Tables:
    if is_word(data):
        refuse_hostile(data)
        return word_table(data)
    if not is_presentation(data):
        return Workbook(data)
    refuse_hostile(data)
    return presentation_diagram(data)


def _refuse_other(data: bytes) -> None:
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FormatRefusal(refusal.EMPTY)
    if data.startswith(_OLE):
        raise FormatRefusal(refusal.ENCRYPTED if _ENCRYPTED in data else refusal.OLD)
    if data.startswith(b"%PDF"):
        raise FormatRefusal(refusal.PDF)

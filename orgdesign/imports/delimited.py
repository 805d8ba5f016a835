"""Text files with a row on each line: any usual encoding, any usual delimiter."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from statistics import median

from charset_normalizer import from_bytes

from orgdesign.imports.failures import Unreadable
from orgdesign.imports.notes import Notes

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 50
_WESTERN = "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What offices still save. A guess among all encodings goes wrong on a few accents.
_LIKELY = [
    *(_WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp932", "gb18030", "big5", "euc_kr"),
]


def delimited_rows(data: bytes, notes: Notes, encoding: str | None = None) -> Iterator[list[str]]:
    """Yield the rows of a text file, in the encoding named, or else in the likeliest.

    Raises:
        Unreadable: it is not text, or its rows cannot be told apart.
    """
    text = _text(data, notes, encoding)
    delimiter, text = _delimiter(text)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        message = (
            "a cell of this file is too long to be one; look for a quotation mark that is opened"
            " and never closed, and export it again"
        )
        raise Unreadable(message) from None


def _text(data: bytes, notes: Notes, encoding: str | None) -> str:
    asked = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), None)
    try:
        return data.decode(asked or "utf-8")
    except LookupError:
        raise Unreadable(f'no encoding is called "{asked}"; try utf-8 or cp1252') from None
    except UnicodeDecodeError:
        if asked:
            raise Unreadable(f"this file is not written in {asked}; name its encoding") from None
    return _guessed(data, notes)


def _guessed(data: bytes, notes: Notes) -> str:
    start = data[:200]
    if zeros := start.count(0):
        if zeros < len(start) / 4:
            raise Unreadable("this is not a table of text; export it as CSV or as .xlsx")
        wide = "utf-16-le" if start[1::2].count(0) > zeros / 2 else "utf-16-be"
        return data.decode(wide, "replace")
    encoding = _likeliest(data[:200_000])
    notes.say(f"It is not UTF-8 and was read as {encoding}; name another if letters are wrong.")
    return data.decode(encoding, "replace")


def _likeliest(sample: bytes) -> str:
    """Return the encoding that leaves the least mess, that of western Windows if it is as good."""
    found = from_bytes(sample, cp_isolation=_LIKELY)
    best = found.best()
    western = next((each for each in found if each.encoding == _WESTERN), None)
    if best is None or (western is not None and western.chaos <= best.chaos):
        return _WESTERN
    return str(best.encoding)


def _delimiter(text: str) -> tuple[str, str]:
    """Return what stands between cells, and the text without the line that says so."""
    if text[:4].lower() == "sep=" and text[4:5] in _DELIMITERS:
        return text[4], text.partition("\n")[2]
    return max(_DELIMITERS, key=lambda one: _cells(text, one)), text


def _cells(text: str, delimiter: str) -> float:
    """Return how many cells a row has when this stands between them."""
    try:
        rows = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE)
        return median([len(row) for row in rows if any(row)] or [0])
    except csv.Error:
        return 0

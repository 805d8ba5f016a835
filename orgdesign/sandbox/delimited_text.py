"""Text files with a row on each line: any usual encoding, any usual delimiter."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from statistics import median

from orgdesign.sandbox import refusal
from orgdesign.sandbox.refusal import FormatRefusal

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
_NO_LETTERS = frozenset(
    {
        "undefined",
        "punycode",
        "idna",
        "unicode_escape",
        "raw_unicode_escape",
        "utf-7",
        "mbcs",
        "oem",
    }
)


def delimited_rows(text: str) -> Iterator[list[str]]:
    """Yield the rows of a text.

    Raises:
        FormatRefusal: its rows cannot be told apart.
    """
    delimiter, text = _delimiter(text)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        raise FormatRefusal(refusal.OPEN_QUOTE) from None


def text_of(data: bytes, notes: list[str], encoding: str | None = None) -> str:
    """Return what bytes say in the encoding named, or else in the likeliest.

    Raises:
        FormatRefusal: they are no text, or the encoding is none.
    """
    asked = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if asked and not _writes_letters(asked):
        raise FormatRefusal(f'no encoding is called "{asked}"; try utf-8 or cp1252')
    try:
        return data.decode(asked or "utf-8")
    except UnicodeError:
        if asked:
            raise FormatRefusal(f"this file is not written in {asked}; name its encoding") from None
    return _guessed(data, notes)


def _writes_letters(name: str) -> bool:
    """Return whether files are written in an encoding: some make no text, or take hours."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    plain = found.name.replace("-", "_")
    return getattr(found, "_is_text_encoding", True) and not {found.name, plain} & _NO_LETTERS


def _guessed(data: bytes, notes: list[str]) -> str:
    start = data[:200]
    if zeros := start.count(0):
        if zeros < len(start) / 4:
            raise FormatRefusal(refusal.NO_TEXT)
        wide = "utf-16-le" if start[1::2].count(0) > zeros / 2 else "utf-16-be"
        return data.decode(wide, "replace")
    encoding = _likeliest(data[:200_000])
    notes.append(f"It is not UTF-8 and was read as {encoding}; name another if letters are wrong.")
    return data.decode(encoding, "replace")


def _likeliest(sample: bytes) -> str:
    """Return the encoding that leaves the least mess, that of western Windows if it is as good."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=_LIKELY)
    best = found.best()
    western = next((match for match in found if match.encoding == _WESTERN), None)
    if best is None or (western is not None and western.chaos <= best.chaos):
        return _WESTERN
    return str(best.encoding)


def _delimiter(text: str) -> tuple[str, str]:
    """Return what stands between cells, and the text without the line that says so."""
    if text[:4].lower() == "sep=" and text[4:5] in _DELIMITERS:
        return text[4], text.partition("\n")[2]
    return max(_DELIMITERS, key=lambda delimiter: _cells(text, delimiter)), text


def _cells(text: str, delimiter: str) -> float:
    """Return how many cells a row has when this stands between them."""
    try:
        rows = islice(
            csv.reader(io.StringIO(text[:2_000_000], newline=""), delimiter=delimiter), _SAMPLE
        )
        return median([len(row) for row in rows if any(row)] or [0])
    except csv.Error:
        return 0

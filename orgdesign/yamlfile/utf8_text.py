"""Bytes to text: UTF-8 only, and only characters that can be seen or that break a line."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from orgdesign.problems import Problem
from orgdesign.yamlfile.line_index import LineIndex

# Tab, line feed and carriage return are welcome. The Unicode line breaks are not: YAML would
# end a line there, and no editor shows it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MOST_UNSEEN = 100
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes) -> str | Problem:
    """Return the text that the bytes spell in UTF-8, or why they do not.

    A byte-order mark is left out.
    """
    encoding = _other_encoding(data)
    if encoding:
        return Problem(1, 1, f"this file is {encoding}; save it again with the encoding UTF-8")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(error)


def unseen(text: str) -> Iterator[Problem]:
    """Yield a problem for each control character, the first hundred."""
    places = LineIndex(text)
    for found in islice(_UNSEEN.finditer(text), _MOST_UNSEEN):
        line, column = places.position_of(found.start())
        yield Problem(line, column, f"there is {character(found[0])} here; delete it", found[0])


def first_unseen(text: str) -> str | None:
    """Return the first control character in a text, if there is one."""
    found = _UNSEEN.search(text)
    return found[0] if found else None


def character(char: str) -> str:
    """Name a character that cannot be seen."""
    if char == "\ufeff":
        return "a stray byte-order mark (U+FEFF)"
    if char in "\x85\u2028\u2029":
        return f"an invisible line break (U+{ord(char):04X})"
    name = unicodedata.name(char, "a control character")
    return f"{name.lower()} (U+{ord(char):04X})"


def _other_encoding(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    start = data[:64]
    if not start or b"\0" not in start:
        return None
    zeros = start.count(0) / len(start)
    if zeros > 0.6:
        return "UTF-32"
    return "UTF-16" if zeros > 0.3 and _zeros_take_turns(start) else None


def _zeros_take_turns(start: bytes) -> bool:
    even, odd = start[::2].count(0), start[1::2].count(0)
    return not even or not odd


def _not_utf8(error: UnicodeDecodeError) -> Problem:
    data, start = error.object, error.start
    before = data[:start].decode("utf-8")
    line, column = LineIndex(before).position_of(len(before))
    byte = data[start]
    guess = data[start : start + 1].decode("cp1252", "replace")
    meant = f", perhaps meant as “{guess}”" if guess.isprintable() and guess != "\ufffd" else ""
    message = (
        f"this file is not UTF-8: the byte {byte:02X} here spells no character{meant}; "
        "save the file again with the encoding UTF-8"
    )
    return Problem(line, column, message, guess if meant else "")

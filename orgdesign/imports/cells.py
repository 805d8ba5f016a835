"""Cells and rows of an export, as they were meant."""

from __future__ import annotations

import re
import unicodedata

from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.words import folded_words, word_lists

MISSING = frozenset(word.casefold() for word in word_lists("cells", "cells")["missing"])
"""What stands for nothing, in any case of letters."""

LONGEST = 1_000
"""How many letters a cell of a name, a title or a number may have; more is shortened, and said."""

_LOST = "\ufffd"
_NUMBER = re.compile(r"[-+]?\d*[.,]?\d+\s*%?")


def clean_cell(cell: str) -> str:
    r"""Return what a cell says on one line; nothing where it says that nothing is known.

    >>> clean_cell("  Head  of\nSales "), clean_cell("#N/A")
    ('Head of Sales', '')
    """
    if not cell.isprintable() or _LOST in cell:
        cell = _mended("".join(_printable(char) for char in cell))
    text = " ".join(cell.split())
    return "" if len(text) < 24 and text.casefold() in MISSING else text


def clean_lines(cell: str) -> str:
    r"""Return what a long cell says, its lines kept apart.

    >>> clean_lines(" • a \r\n\r\n • b\x07")
    '• a\n• b'
    """
    return "\n".join(
        filter(None, map(clean_cell, re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", cell)))
    )


def _printable(char: str) -> str:
    if char.isspace():
        return " "
    kept = unicodedata.category(char)[0] != "C" or char in "\u200c\u200d"
    return char if kept else ""


def _mended(text: str) -> str:
    """Put what a lost encoding most likely meant where it left a mark."""
    text = re.sub(rf"(?<=\s){_LOST}(?=\s)", "-", text)
    text = re.sub(rf"(?<=[,.;:]){_LOST}", " ", text)
    return text.replace(_LOST, "'")


def number(cell: str) -> float | None:
    """Return the number in a cell, a percentage as a part of one; None where there is none.

    >>> number("0,5"), number("80%"), number("about 3")
    (0.5, 0.8, None)
    """
    if not cell.isascii() or not _NUMBER.fullmatch(cell) or len(cell) > 20:
        return None
    value = float(cell.rstrip("% ").replace(",", "."))
    return value / 100 if cell.endswith("%") else value


def is_yes(cell: str) -> bool:
    """Return whether a cell says yes."""
    return fold_text(cell) in folded_words("yes")


def is_no(cell: str) -> bool:
    """Return whether a cell says no."""
    return fold_text(cell) in folded_words("no")


DOTTED_HEADING = "dotted_heading"
"""Under what a description says a dotted line, which stays there where it leads to nobody."""


class ExportRow(dict[str, str]):
    """What a row says, by meaning; what it leaves open is left out.

    ``line`` is where it stands, as spreadsheets count; ``is_second`` tells that its person has
    an earlier row, and ``is_vacant`` that its status was said to be that of a free seat.
    """

    __slots__ = ("is_second", "is_vacant", "line")

    def __init__(self, said: dict[str, str] | None = None, line: int = 0) -> None:
        super().__init__(said or {})
        self.line = line
        self.is_second = False
        self.is_vacant = False


def full_name(row: ExportRow) -> str:
    """Return the name of a row's person; empty where it has none."""
    if name := row.get("name"):
        return name
    first, last = row.get("first_name", ""), row.get("last_name", "")
    return f"{first} {last}" if first and last else first or last


def is_number(key: str | None) -> bool:
    """Return whether a cell holds a number that stands for somebody."""
    return bool(key) and set(key or "") != {"0"}

"""Cells as exports write them, and what they say."""

from __future__ import annotations

import re
import unicodedata

MISSING = {
    *("#n/a", "#na", "#ref!", "#value!", "#name?", "#null!", "n/a", "n/d", "na", "nan", "?", "-"),
    *(
        "--",
        "\u2013",
        "\u2014",
        "null",
        "(null)",
        "none",
        "nil",
        "(blank)",
        "not available",
        "not disclosed",
    ),
}
"""What stands for nothing, in any case of letters."""

AT_THE_TOP = {
    *("0", "00", "000", "xx", "no_manager", "no manager", "no_mgr", "no_hr", "root", "top", "self"),
}
"""What stands for nobody above, besides what stands for nothing."""

LONGEST = 200
LONGEST_TEXT = 2_000
_LOST = "\ufffd"
_NUMBER = re.compile(r"[-+]?\d*[.,]?\d+\s*%?")


def cleaned(cell: str, longest: int = LONGEST) -> str:
    r"""Return what a cell says on one line; nothing where it says that nothing is known.

    >>> cleaned("  Head  of\nSales "), cleaned("#N/A")
    ('Head of Sales', '')
    """
    if not cell.isprintable() or _LOST in cell:
        cell = _mended("".join(_printable(char) for char in cell))
    text = " ".join(cell.split())
    return "" if text.casefold() in MISSING else text[:longest].rstrip()


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
    if not cell.isascii() or not _NUMBER.fullmatch(cell):
        return None
    value = float(cell.rstrip("% ").replace(",", "."))
    return value / 100 if cell.endswith("%") else value


def is_yes(cell: str) -> bool:
    """Return whether a cell says yes."""
    return cell.casefold() in {"yes", "y", "true", "t", "1", "x", "ja", "oui", "vacant", "open"}


_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_OTHER = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def month_is_first(cells: list[str]) -> bool:
    """Return whether a column writes the month before the day: 12/31/2026."""
    found = [match for cell in cells if (match := _OTHER.match(cell))]
    return any(int(each[2]) > 12 for each in found) and not any(int(e[1]) > 12 for e in found)


def day(cell: str, month_first: bool) -> tuple[int, int, int]:
    """Return the year, month and day in a cell; the earliest of all where there is none."""
    if found := _ISO.match(cell):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _OTHER.match(cell):
        first, second = int(found[1]), int(found[2])
        return int(found[3]), *((first, second) if month_first else (second, first))
    return (0, 0, 0)

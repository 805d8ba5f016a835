"""Numbers as spreadsheets write them, whichever country they are set to."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isclose, isfinite

_SPELLINGS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"), str),
    (re.compile(r"[-+]?\d*,\d+(?:[eE][-+]?\d+)?"), lambda text: text.replace(",", ".")),
    (
        re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
        lambda text: text.replace(".", "").replace(",", "."),
    ),
    (re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"), lambda text: text.replace(",", "")),
    (
        re.compile(r"[-+]?\d{1,3}(?:[ '\u2019\u00a0\u202f]\d{3})+(?:[.,]\d+)?"),
        lambda text: re.sub("[^-+0-9.,]", "", text).replace(",", "."),
    ),
)
"""Each way to write a number, and how it becomes one with a decimal point, which comes first."""
_ROUNDED = re.compile(r"[-+]?\d(?:[.,](\d+))?[eE][-+]\d+")
_LONGEST = 60


def numbers(text: str) -> list[float]:
    """Return every number that a text may be, that with a decimal point first.

    >>> numbers("1.234"), numbers("9,800,000"), numbers("0,85"), numbers("about 3")
    ([1.234, 1234.0], [9800000.0], [0.85], [])
    """
    text = text.strip()
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return []
    found = [plain(text) for spelling, plain in _SPELLINGS if spelling.fullmatch(text)]
    values = (float(each) for each in found if each.isascii())
    return [*dict.fromkeys(filter(isfinite, values))]


def percents(text: str) -> list[float]:
    """Return every number that a text may be as so many per cent, or none."""
    return numbers(text.strip()[:-1]) if text.strip().endswith("%") else []


def is_number(number: float, cell: str) -> bool:
    """Tell whether a cell shows a number, as exactly as spreadsheets do."""
    return any(isclose(number, each, rel_tol=1e-9, abs_tol=5e-11) for each in numbers(cell)) or (
        _is_rounded(number, cell)
    )


def _is_rounded(number: float, cell: str) -> bool:
    """Tell whether a cell shows a long number in its first digits: 1.23457E+11."""
    shown = _ROUNDED.fullmatch(cell.strip())
    if not shown:
        return False
    digits = len(shown[1] or "")
    return float(f"{number:.{digits}e}") == float(cell.strip().replace(",", "."))


def cell_number(cell: str, decimal: str) -> float | None:
    """Return the number that a cell says where ``decimal`` is the mark before a fraction.

    >>> cell_number("1.234", "."), cell_number("1.234", ","), cell_number("1,234", ".")
    (1.234, 1234.0, 1234.0)
    """
    found = numbers(cell)
    if not found:
        return None
    return found[0] if decimal in cell else found[-1]

"""Dates as exports write them, compared with today."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

Day = tuple[int, int, int]
"""Year, month and day; the earliest of all where a cell has none."""

NO_DAY: Day = (0, 0, 0)

_YEAR_FIRST = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"
    r"|(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})"
    r"|((?:18|19|20|99)\d{2})(\d{2})(\d{2})\Z"
)
_OTHER = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(r"(\d{1,2})[-/. ]*(?:de )?([^\W\d_]{3,12})[-/., ]*(?:de )?(\d{4}|\d{2})(?!\d)")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,12})[-/. ]*(\d{1,2})[-/., ]+(\d{4})(?!\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_YEAR = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?")
_MONTHS = (
    "jan ene gen sty янв oca",
    "feb fév fev lut фев şub",
    "mar mär mrt мар",
    "apr avr abr kwi апр nis",
    "may mai mag mei maj май мая",
    "jun juin giu cze июн haz",
    "jul juil lug lip июл tem",
    "aug aoû ago sie авг ağu",
    "sep set wrz сен eyl",
    "oct okt out ott paź окт eki",
    "nov lis ноя kas",
    "dec dez déc dic gru дек ara",
)
_BY_NAME = {name: at for at, names in enumerate(_MONTHS, 1) for name in names.split()}
_EPOCH = date(1899, 12, 30)


def month_is_first(cells: Iterable[str]) -> bool:
    """Return whether a column writes the month before the day: 12/31/2026."""
    found = [match for cell in cells if (match := _OTHER.match(cell))]
    return any(int(match[2]) > 12 for match in found) and not any(int(m[1]) > 12 for m in found)


def day_in(cell: str, month_first: bool = False) -> Day:
    """Return the year, month and day in a cell.

    >>> day_in("31.12.9999"), day_in("2024-01-01 00:00:00"), day_in("1 Jan 2024"), day_in("soon")
    ((9999, 12, 31), (2024, 1, 1), (2024, 1, 1), (0, 0, 0))
    """
    cell = cell.strip()
    if found := _YEAR_FIRST.match(cell):
        year, month, day_of_month = (int(part) for part in found.groups() if part)
        return year, month, day_of_month
    if found := _OTHER.match(cell):
        first, second = int(found[1]), int(found[2])
        return _year(found[3]), *((first, second) if month_first else (second, first))
    if found := _NAMED.match(cell):
        return _named(found[3], found[2], found[1])
    if found := _NAMED_FIRST.match(cell):
        return _named(found[3], found[1], found[2])
    if (found := _SERIAL.fullmatch(cell)) and 20_000 < int(found[1]) < 80_000:
        day = _EPOCH + timedelta(days=int(found[1]))
        return day.year, day.month, day.day
    if found := _YEAR.fullmatch(cell):
        return int(found[1]), int(found[2] or 1), 1
    return NO_DAY


def _named(year: str, name: str, day: str) -> Day:
    folded = name.casefold()
    month = next((_BY_NAME[folded[:size]] for size in (4, 3) if folded[:size] in _BY_NAME), 0)
    return (_year(year), month, int(day)) if month else NO_DAY


def _year(digits: str) -> int:
    return (
        int(digits) if len(digits) == 4 else 2000 + int(digits) - (100 if int(digits) > 60 else 0)
    )

"""Lists of several days in one file: the latest is what is today."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.imports.cells import ExportRow, full_name
from orgdesign.imports.dates import NO_DAY, Day, day_in, month_is_first
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes

_MEANING = "snapshot"


def latest_snapshot(
    rows: Sequence[ExportRow], notes: Notes
) -> tuple[list[ExportRow], list[ExportRow]]:
    """Return the rows of the latest list, and the last row of each who is in earlier lists alone.

    Dates that differ from person to person are no lists: then all rows stay, and of each person
    the latest counts, as with any date from which a row holds.
    """
    days = _days(rows)
    newest = max(days, default=NO_DAY)
    if newest == NO_DAY or len({*days} - {NO_DAY}) == 1:
        return [*rows], []
    latest = [row for row, day in zip(rows, days, strict=True) if day in (newest, NO_DAY)]
    here = {_person(row) for row in latest}
    earlier: dict[str, tuple[Day, ExportRow]] = {}
    for row, day in zip(rows, days, strict=True):
        if day not in (newest, NO_DAY):
            held = earlier.get(_person(row))
            earlier[_person(row)] = (
                max(held, (day, row), key=lambda two: two[0]) if held else (day, row)
            )
    if len(here) * 2 < len(here | earlier.keys()):
        for row in rows:
            row.setdefault("effective", row.get(_MEANING, ""))
        return [*rows], []
    notes.say(
        f"The file holds lists of {len({*days} - {NO_DAY})} days; the latest counts,"
        f" of {newest[0]:04}-{newest[1]:02}-{newest[2]:02}."
    )
    return latest, [row for key, (_, row) in earlier.items() if key and key not in here]


def _days(rows: Sequence[ExportRow]) -> list[Day]:
    cells = [row.get(_MEANING, "") for row in rows]
    month_first = month_is_first(filter(None, cells))
    return [day_in(cell, month_first) if cell else NO_DAY for cell in cells]


def _person(row: ExportRow) -> str:
    return fold_text(row.get("person") or full_name(row) or row.get("post", ""))

"""Numbers of people that a spreadsheet has rounded, or that stand for several people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgdesign.imports.notes import Notes, count_text
from orgdesign.imports.person_keys import name_keys
from orgdesign.imports.rows import ExportRow, full_name, is_number

_ROUNDED = re.compile(r"\d(?:[.,]\d+)?e\+?\d+|#{2,}", re.IGNORECASE)
_NUMBERED = ("person", "other_id", "post", "manager", "unit_code")


def with_sound_numbers(rows: Sequence[ExportRow], notes: Notes) -> Sequence[ExportRow]:
    """Take out of rows the numbers that no longer say whom they mean, and tell so."""
    rounded = [(row, m) for row in rows for m in _NUMBERED if _ROUNDED.fullmatch(row.get(m, ""))]
    for row, meaning in rounded:
        del row[meaning]
    if rounded:
        cells = count_text(len(rounded), "cell")
        notes.say(
            f"Numbers in {cells} were rounded by a spreadsheet (1.00E+05), so that they no longer"
            " say whom they mean, and they were not read: export again with those columns as text."
        )
    _part_namesakes_of_numbers(rows, notes)
    return rows


def _part_namesakes_of_numbers(rows: Sequence[ExportRow], notes: Notes) -> None:
    """Take a number away from people who share it and no word of their names: it is nobody's."""
    holders: dict[str, list[ExportRow]] = {}
    for row in rows:
        if is_number(row.get("person")) and full_name(row):
            holders.setdefault(row["person"].casefold(), []).append(row)
    shared = [held for held in holders.values() if len(held) > 1 and _are_several_people(held)]
    for row in (row for held in shared for row in held):
        del row["person"]
    notes.count(
        len(shared),
        "1 number stands for several people; it was not read, and each of them counts.",
        "{n} numbers stand for several people each; they were not read, and everyone counts.",
    )


def _are_several_people(rows: Sequence[ExportRow]) -> bool:
    """Return whether two of the rows have no word of a name in common, as a typing error leaves."""
    names = [{*name_keys(full_name(row))[2].split()} for row in rows]
    return any(names[0].isdisjoint(name) for name in names[1:])

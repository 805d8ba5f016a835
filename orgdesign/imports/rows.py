"""A row of an export, by what its columns mean."""

from __future__ import annotations

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

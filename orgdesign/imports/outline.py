"""Hierarchies that a list draws: names indented, a column a level, or the level as a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgdesign.imports.cells import ExportRow
from orgdesign.imports.column_content import MANAGERS
from orgdesign.imports.columns import ExportColumns
from orgdesign.imports.notes import Notes

ROW_KEY = "row"
"""What a row of an outline is called by, as whom others report to."""

_OUTLINE_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_STEP = 2
"""How far a text stands in at least to be below another."""

_NAMES = ("name", "title", "unit", "department", "last_name")


def levels_as_lines(
    columns: ExportColumns, rows: list[ExportRow], notes: Notes
) -> tuple[ExportColumns, list[ExportRow]]:
    """Return the rows of a table with its levels written as paths or as reporting lines."""
    meanings = columns.meanings
    if "level" in meanings:
        _read_levels(rows, meanings)
    elif "depth" in meanings and not meanings & MANAGERS:
        _draw(rows, [_number(row.pop("depth", "")) for row in rows], notes)
    elif not meanings & MANAGERS and not _read_numbers(rows, notes):
        _read_indents(rows, notes)
    for row in rows:
        row.pop("depth", None)
        for meaning in _NAMES:
            if row.get(meaning, "").startswith(" "):
                row[meaning] = row[meaning].strip()
    return columns, rows


def _read_levels(rows: list[ExportRow], meanings: set[str]) -> None:
    cells = [row.get("level", "").split("\n") for row in rows]
    depths = [[at for at, cell in enumerate(row) if cell] for row in cells]
    is_outline = all(len(at) <= 1 for at in depths) and any(at and at[0] for at in depths)
    is_named = bool(meanings & {"name", "first_name", "last_name", "person", "email"})
    stack: list[str] = []
    for row, texts, at in zip(rows, cells, depths, strict=True):
        row.pop("level", None)
        if not at:
            if is_named and stack:
                row["unit_path"] = "\n".join(filter(None, stack))
            continue
        if is_outline and not is_named:
            row["name" if "title" in meanings else "title"] = texts[at[0]]
        else:
            stack = [*stack[: at[0]], *texts[at[0] : at[-1] + 1]]
            row["unit_path"] = "\n".join(filter(None, stack))
    if is_outline and not is_named:
        _draw_lines(rows, [at[0] if at else None for at in depths])


def _read_numbers(rows: list[ExportRow], notes: Notes) -> bool:
    """Take numbers such as 1.2.3 for the line up: 1.2.3 reports to 1.2."""
    for meaning in ("post", "person"):
        codes = [row.get(meaning, "") for row in rows]
        known = {*codes}
        above = [code.rpartition(".")[0] for code in codes]
        if all(map(_OUTLINE_NUMBER.fullmatch, codes)) and any(above) and known >= {*above} - {""}:
            for row, code in zip(rows, above, strict=True):
                if code:
                    row["manager"] = code
            notes.say("Who reports to whom was told from numbers such as 1.2.3.")
            return True
    return False


def _read_indents(rows: list[ExportRow], notes: Notes) -> None:
    for meaning in _NAMES:
        texts = [row.get(meaning, "") for row in rows]
        blanks = [len(text) - len(text.lstrip(" ")) for text in texts]
        is_text_at_the_edge = any(
            text and not blank for text, blank in zip(texts, blanks, strict=True)
        )
        step = min(filter(None, blanks), default=0)
        if step >= _STEP and not blanks[0] and is_text_at_the_edge:
            depths = [blank if text else None for text, blank in zip(texts, blanks, strict=True)]
            if meaning in ("unit", "department") and not any("name" in row for row in rows):
                _draw_units(rows, depths, meaning)
            else:
                _draw(rows, depths, notes)
            return


def _draw(rows: list[ExportRow], depths: Sequence[int | None], notes: Notes) -> None:
    """Take depths for reporting lines, if they step down one at a time from the first row."""
    given = [depth for depth in depths if depth is not None]
    if len(given) < 2 or given[0] != min(given) or len({*given}) < 2:
        return
    _draw_lines(rows, depths)
    notes.say("Who reports to whom was told from how the rows are indented.")


def _draw_lines(rows: Sequence[ExportRow], depths: Sequence[int | None]) -> None:
    above: list[tuple[int, int]] = []
    for at, (row, depth) in enumerate(zip(rows, depths, strict=True)):
        row[ROW_KEY] = f"row {at}"
        if depth is None:
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        if above:
            row["manager"] = f"row {above[-1][1]}"
        above.append((depth, at))


def _draw_units(rows: Sequence[ExportRow], depths: Sequence[int | None], meaning: str) -> None:
    above: list[tuple[int, str]] = []
    for row, depth in zip(rows, depths, strict=True):
        if depth is None:
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        above.append((depth, row[meaning].strip()))
        row["unit_path"] = "\n".join(name for _, name in above)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 else None

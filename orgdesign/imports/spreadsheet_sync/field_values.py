"""What a part is to say, by the cells of its row: what was edited, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgdesign.imports.spreadsheet_sync.bad_cells import Wrong
from orgdesign.imports.spreadsheet_sync.cell_numbers import cell_number, percents
from orgdesign.imports.spreadsheet_sync.cell_texts import said_in
from orgdesign.imports.spreadsheet_sync.directory import Directory, Pair
from orgdesign.imports.spreadsheet_sync.reward_cells import rewards
from orgdesign.imports.spreadsheet_sync.row_matching import Record
from orgdesign.tables import Column, on_a_line
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import NOUN_SECTIONS, Path, YamlValue

Shown = str | float | bool | tuple[str, ...] | None
_FLAGS = {
    **dict.fromkeys(("yes", "true", "1", "x", "y"), True),
    **dict.fromkeys(("no", "false", "0", "n"), False),
}
_PER_CENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)


@value_object
class FieldEdit:
    """What a field of a part is to say, None for nothing; and both sides as people read them.

    ``path`` is within the part; ``edited`` is the column that somebody wrote in.
    """

    record: Record
    column: Column[Any]
    path: Path
    edited: str
    value: YamlValue | None
    was: Shown
    now: Shown


class Values:
    """What rows say of their parts; ``raw`` is the file as plain data."""

    def __init__(self, directory: Directory, raw: Any, problems: list[str]) -> None:
        self.directory, self._raw, self._problems = directory, raw, problems

    def edits_of(self, record: Record) -> Iterator[FieldEdit]:
        """Yield each field of a part that somebody wrote something else for."""
        for inner in dict.fromkeys(each.path for each in record.sheet.columns if each.path):
            columns = [each for each in record.sheet.columns if each.path == inner]
            shown = [each.name for each in columns if record.has(each)]
            if shown:
                try:
                    yield from self._field(record, columns)
                except Wrong as wrong:
                    asked = wrong.column if wrong.column in shown else shown[-1]
                    self._problems.append(f"{record.cell_place(asked)}: {wrong}")

    def _field(self, record: Record, columns: Sequence[Column[Any]]) -> Iterator[FieldEdit]:
        column = columns[-1]
        match column.form:
            case "refs" | "ref" | "under":
                yield from self._reference_edit(record, columns)
            case "lines" | "rewards" if record.is_edited(column):
                yield from self._list(record, column)
            case _ if record.is_edited(column):
                value = _value(record, column)
                yield _field_edit(record, [column], value, record.cell_today(column), value)

    def _reference_edit(
        self, record: Record, columns: Sequence[Column[Any]]
    ) -> Iterator[FieldEdit]:
        is_list = columns[-1].form == "refs"
        find = self.directory.several_parts if is_list else self.directory.one_part
        old, new = find(record, _pair(columns))
        if old != new:
            names = self.directory.parts[columns[-1].of].name
            was, now = (_named(names, side) for side in (old, new))
            yield _field_edit(record, columns, new or None, was, now)

    def _list(self, record: Record, column: Column[Any]) -> Iterator[FieldEdit]:
        items, said = self._items(record, column.path), said_in(record.cell(column))
        new: list[Any] = (
            rewards(record, said, items, self.directory)
            if column.form == "rewards"
            else _lines(said, items)
        )
        if new != items:
            before = record.cell_today(column)
            was = tuple(str(before).split("\n")) if before else ()
            now = tuple(on_a_line(each) for each in said.split("\n") if each.strip())
            yield _field_edit(record, [column], new or None, was, now)

    def _items(self, record: Record, path: Path) -> list[Any]:
        """Return the list that the file has for a part."""
        held = self._raw
        for key in (NOUN_SECTIONS[record.sheet.kind], record.id, *path):
            held = held.get(key) if isinstance(held, dict) else None
        return held if isinstance(held, list) else []


def _field_edit(
    record: Record, columns: Sequence[Column[Any]], value: YamlValue | None, was: Shown, now: Shown
) -> FieldEdit:
    edited = [each.name for each in columns if record.has(each) and record.is_edited(each)]
    return FieldEdit(record, columns[0], columns[0].path, edited[-1], value, was, now)


def _named(names: Mapping[str, str], ids: str | Sequence[str] | None) -> Shown:
    """Return what people call the parts of a reference, of one or of several."""
    if isinstance(ids, str):
        return names[ids]
    return None if ids is None else tuple(names[each] for each in ids)


def _pair(columns: Sequence[Column[Any]]) -> Pair:
    return (columns[0] if len(columns) > 1 else None, columns[-1])


def _lines(said: str, items: Sequence[str]) -> list[str]:
    """Return the items of a list; those that were there already exactly as they are."""
    old = {on_a_line(each): each for each in items}
    lines = map(on_a_line, said.split("\n"))
    return [old.get(each, each) for each in lines if each]


def _value(record: Record, column: Column[Any]) -> str | float | bool | None:
    """Return what a cell says; what it should not say is left for the rules of the file."""
    said = said_in(record.cell(column))
    match column.form:
        case "flag":
            return _FLAGS.get(said.casefold(), said or None)
        case "number":
            return _number(record, said)
    return said or None


def _number(record: Record, said: str) -> float | str | None:
    if shares := percents(said):
        unit = next((each for each in record.sheet.columns if each.name == "Unit"), None)
        told = record.cell(unit) if unit and record.has(unit) else ""
        return shares[0] if _PER_CENT.search(told) else said
    number = cell_number(said, record.known.given.decimal)
    return (said or None) if number is None else number

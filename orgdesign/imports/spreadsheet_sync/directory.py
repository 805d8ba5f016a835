"""All parts that cells can refer to, with what the sheets add to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from orgdesign.imports.spreadsheet_sync.bad_cells import Wrong
from orgdesign.imports.spreadsheet_sync.cell_texts import said_in
from orgdesign.imports.spreadsheet_sync.lookup import Parts
from orgdesign.imports.spreadsheet_sync.row_matching import Record
from orgdesign.model import PART_KINDS, Organisation
from orgdesign.tables import Column, on_a_line

Pair = tuple[Column[Any] | None, Column[Any]]
"""The columns of a reference: by name, where there is one, and by id."""


class Directory:
    """Parts by what cells call them, and which of them the sheets leave out.

    ``kept`` are the names of parts without a row that cells do not name any more; ``unheeded``
    are the cells with ids that say something else than the names beside them.
    """

    def __init__(self, organisation: Organisation, rows: Mapping[str, Sequence[Record]]) -> None:
        self.before = {
            name: kind.labels_in(organisation)
            for name, kind in PART_KINDS.items()
            if name != "handoff"
        }
        self.parts = {kind: Parts(kind, names.items()) for kind, names in self.before.items()}
        for kind, parts in self.parts.items():
            parts.rename((each.id, each.name) for each in rows.get(kind, ()))
        self._rows = {kind: {each.id for each in records} for kind, records in rows.items()}
        self._organisation, self._index = organisation, organisation.index
        self.kept: dict[str, None] = {}
        self.unheeded: dict[str, None] = {}

    def one_part(self, record: Record, pair: Pair) -> tuple[str | None, str | None]:
        """Return the id that a reference had, and the one that it is to have.

        Raises:
            Wrong: its cells name nothing, or two different things.
        """
        of, parts = pair[1].of, self.parts[pair[1].of]
        old, (name, ids) = _id(record, pair[1]), self._edited(record, pair)
        if name is None and ids is None:
            return old, old
        new = parts.by_id(ids) if ids else None
        found = self._named(of, name, pair) if name else []
        if new and found and new not in found:
            raise Wrong(_disagreeing(str(ids), str(name)), pair[1].name)
        if not new and len(found) > 1:
            raise Wrong(_any_of(str(name), found), _column(pair))
        new = new or next(iter(found), None)
        return old, self._untouched(of, old) if old and not new else new

    def _named(self, kind: str, name: str, pair: Pair) -> list[str]:
        try:
            return self.parts[kind].by_name(name)
        except Wrong as wrong:
            raise Wrong(str(wrong), _column(pair)) from None

    def _untouched(self, kind: str, id_: str) -> str | None:
        """Return a reference again that nobody names any more, if its part has no row."""
        if not self.is_left_out(kind, id_):
            return None
        self.kept[self.parts[kind].name[id_]] = None
        return id_

    def is_left_out(self, kind: str, id_: str) -> bool:
        """Tell whether the sheets may leave a part out: no row is about it.

        Where there is no sheet of roles, a role is left out with its functions.
        """
        if kind in self._rows:
            return id_ not in self._rows[kind]
        if kind != "role" or "function" not in self._rows:
            return False
        role = self._organisation.roles.get(id_)
        held = self._index.functions_of(role) if role else []
        return bool(held) and all(each.id not in self._rows["function"] for each in held)

    def several_parts(self, record: Record, pair: Pair) -> tuple[list[str], list[str]]:
        """Return the ids that a list had, and those that it is to have.

        Raises:
            Wrong: its cells name what is not there, or two different lists.
        """
        of, parts = pair[1].of, self.parts[pair[1].of]
        old = _pieces(_id(record, pair[1]) or "")
        name, ids = self._edited(record, pair)
        if name is None and ids is None:
            return old, old
        new = [parts.by_id(each) for each in _pieces(ids or "")]
        try:
            found = self.lines(of, (name or "").split("\n"), new or old)
        except Wrong as wrong:
            raise Wrong(str(wrong), _column(pair)) from None
        if new and found and new != found:
            raise Wrong(_disagreeing(str(ids), str(name)), pair[1].name)
        return old, self.with_left_out(of, old, new or found)

    def _edited(self, record: Record, pair: Pair) -> tuple[str | None, str | None]:
        """Return what the cells of a reference say where somebody wrote something else into them.

        Where the name is as in the file, an id beside it counts only to tell parts of that name
        apart. People write names alone, and the ids beside them are then of what was there before.
        """
        (by_name, by_id), (name, ids) = pair, (_cell_text(record, each) for each in pair)
        stands = by_name and record.has(by_name) and record.cell(by_name).strip()
        if ids is None or name is not None or not by_name or not stands:
            return name, ids
        if ids in self.parts[by_id.of].namesakes(record.cell(by_name)):
            return name, ids
        if ids:
            self.unheeded[record.cell_place(by_id.name)] = None
        return name, None

    def with_left_out(self, kind: str, old: Sequence[str], new: Sequence[str]) -> list[str]:
        """Return ids together with those before that have no row, each after what it was after."""
        whole = [*new]
        for at, id_ in enumerate(old):
            if id_ not in whole and self._untouched(kind, id_):
                before = [each for each in old[:at] if each in whole]
                whole.insert(whole.index(before[-1]) + 1 if before else 0, id_)
        return whole

    def lines(self, kind: str, lines: Iterable[str], old: Sequence[str]) -> list[str]:
        """Return the ids of the parts that lines name; of several of a name, that before.

        Raises:
            Wrong: one names nothing, or any of several.
        """
        found: list[str] = []
        for line in filter(str.strip, lines):
            several = self.parts[kind].by_name(line)
            was = [each for each in old if each in several and each not in found]
            if len(several) > 1 and not was:
                raise Wrong(_any_of(line, several))
            found.append((was or several)[0])
        return found


def _id(record: Record, by_id: Column[Any]) -> str | None:
    said = record.cell_today(by_id)
    return None if said is None else str(said)


def _pieces(cell: str) -> list[str]:
    pieces = cell.replace(";", ",").replace("\n", ",").split(",")
    return [each.strip() for each in pieces if each.strip()]


def _cell_text(record: Record, column: Column[Any] | None) -> str | None:
    is_there = column is not None and record.has(column) and record.is_edited(column)
    return said_in(record.cell(column)) if column and is_there else None


def _column(pair: Pair) -> str:
    return pair[0].name if pair[0] else pair[1].name


def _disagreeing(ids: str, name: str) -> str:
    return f"“{ids}” is not “{on_a_line(name)}”, which stands beside it; let both say the same"


def _any_of(name: str, several: Sequence[str]) -> str:
    return (
        f"{len(several)} are called “{said_in(name)}”: {', '.join(several)}; write the id of the"
        " one that is meant"
    )

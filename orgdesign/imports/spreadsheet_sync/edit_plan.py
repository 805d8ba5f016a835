"""Rows to edits: new parts first, then what differs, then outcomes that move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from orgdesign.imports.spreadsheet_sync.field_values import FieldEdit, Values
from orgdesign.imports.spreadsheet_sync.row_matching import Record
from orgdesign.model import DESIRED, Organisation
from orgdesign.yamlfile import MAX_DEPTH, NOUN_SECTIONS, Fault, Path, YamlValue
from orgdesign.yamlfile.editing import Add, Edit, Move, Remove, Set

Under = Mapping[str, str]
"""The outcome that each stands under, by id."""


def outcome_path(id_: str, under: Under) -> Path:
    """Return where an outcome stands in the file."""
    path: Path = ()
    while id_ != DESIRED:
        path = ("outcomes", id_, *path)
        id_ = under[id_]
    return ("outcome", *path)


def without_end(under: Under) -> set[str]:
    """Return the outcomes that would stand under themselves, or too deep for a file."""
    fine, endless = {DESIRED}, set[str]()
    for id_ in under:
        way: dict[str, None] = {}
        while id_ not in fine and id_ not in endless and id_ not in way and len(way) <= MAX_DEPTH:
            way[id_] = None
            id_ = under.get(id_, DESIRED)
        if id_ in fine:
            fine.update(way)
        else:
            endless.update(way)
    return endless


def moves(moved: Mapping[str, str], under: Under) -> Iterator[Move]:
    """Yield the moves of outcomes under others, those that others move under first."""
    now = dict(under)
    final = {**under, **moved}
    for id_ in sorted(moved, key=lambda each: len(outcome_path(each, final))):
        there = dict(now)
        there[id_] = moved[id_]
        yield Move(outcome_path(id_, now), outcome_path(id_, there))
        now = there


def from_the_top(ids: Iterable[str], under: Under) -> list[str]:
    """Return ids in an order in which each comes after the one that it stands under."""
    return sorted(ids, key=lambda each: len(outcome_path(each, under)))


_UNDER = "under"
_EMPTIED = "this cannot be empty; write it, or take the row out to leave all as it is"
_MISSING = {
    "from": "a hand-off needs the function that hands over; write it under “From”",
    "to": "a hand-off needs the function that takes over; write it under “To”",
}


class Plan:
    """The edits that rows ask for, and the cell that each path of the file comes from."""

    def __init__(
        self, organisation: Organisation, rows: Mapping[str, Sequence[Record]], values: Values
    ) -> None:
        self.cells: dict[Path, str] = {}
        self.new: list[Record] = []
        self.meant: list[FieldEdit] = []
        self._rows, self._values = rows, values
        walked = organisation.outcome.walk()
        self._under = {inner: each.id for each in walked for inner in each.outcomes}
        self._moved: dict[str, str] = {}
        self._added: dict[tuple[str, str], dict[str, YamlValue]] = {}
        self._emptied: set[Path] = set()
        self.is_whole = True

    def edits(self, problems: list[str]) -> list[Edit]:
        """Return the edits in the order in which they can be made.

        Where there are problems these are only those by which more problems can be found.
        """
        for kind, records in self._rows.items():
            for record in records:
                self._take(kind, record, problems)
        problems += self._circles()
        if problems:
            return [*self._adds(), *self._sets()]
        return [*self._adds(), *self._new_outcomes(), *self._sets(), *self._moves()]

    def _circles(self) -> Iterator[str]:
        for id_ in without_end({**self._under, **self._moved}):
            if place := self.cells.get(_key("outcome", id_, (_UNDER,))):
                yield f"{place}: “{id_}” would stand under itself; choose another"

    def _take(self, kind: str, record: Record, problems: list[str]) -> None:
        before = len(problems)
        found = [*self._values.edits_of(record)]
        if kind == "outcome":
            found = [*self._standing(record, found, problems)]
        self.cells[_key(kind, record.id)] = record.cell_place("Id")
        for each in found:
            path = _key(kind, record.id, each.path)
            self.cells[path] = record.cell_place(each.edited)
            self._emptied |= {path} if each.value is None else set()
        if record.part is not None:
            self.meant += found
        elif len(problems) > before or not record.is_named:
            self.is_whole = False
        else:
            self.new.append(record)
            self._added[kind, record.id] = _mapping(found)

    def sentence(self, fault: Fault) -> str:
        """Return what is wrong at a path of the file as something that is wrong with a cell."""
        path = _flat(fault.path)
        if path in self._emptied:
            return f"{self.cells[path]}: {_EMPTIED}"
        message = _MISSING.get(str(path[-1]), fault.message) if fault.at_key else fault.message
        starts = (path[:length] for length in range(len(path), 1, -1))
        cell = next((self.cells[each] for each in starts if each in self.cells), "the file")
        return f"{cell}: {message}"

    def _standing(
        self, record: Record, found: Sequence[FieldEdit], problems: list[str]
    ) -> Iterator[FieldEdit]:
        """Yield what is no move, and note where an outcome is to stand."""
        for each in found:
            if each.path != (_UNDER,):
                yield each
                continue
            place = record.cell_place(each.edited)
            if record.id == DESIRED:
                problems.append(f"{place}: the desired customer outcome stands at the top")
            elif each.value is None and record.part is not None:
                problems.append(f"{place}: write what it stands under; “{DESIRED}” is the top")
            else:
                self._moved[record.id] = str(each.value)
                if record.part is not None:
                    yield each
        if record.part is None:
            self._moved.setdefault(record.id, DESIRED)

    def _adds(self) -> Iterator[Edit]:
        for (kind, id_), mapping in self._added.items():
            if kind != "outcome":
                yield Add((NOUN_SECTIONS[kind],), id_, mapping)

    def _new_outcomes(self) -> Iterator[Edit]:
        fresh = {id_: self._moved[id_] for kind, id_ in self._added if kind == "outcome"}
        self._under = {**self._under, **fresh}
        for id_ in from_the_top(fresh, self._under):
            above = outcome_path(id_, self._under)[:-1]
            yield Add(above, id_, self._added["outcome", id_])

    def _sets(self) -> Iterator[Edit]:
        for each in self.meant:
            path = (*self._part_path(each.record), *each.path)
            if each.path != (_UNDER,):
                yield Remove(path) if each.value is None else Set(path, each.value)

    def _part_path(self, record: Record) -> Path:
        kind = record.sheet.kind
        if kind == "outcome":
            return outcome_path(record.id, self._under)
        return (NOUN_SECTIONS[kind], record.id)

    def _moves(self) -> Iterator[Edit]:
        known = {id_: to for id_, to in self._moved.items() if self._under.get(id_) != to}
        yield from moves(known, self._under)


def _flat(path: Path) -> Path:
    """Return the path of an outcome as if all of them stood side by side."""
    if path[:1] != ("outcome",):
        return path
    at = 1
    flat: Path = ("outcome", DESIRED)
    while path[at : at + 1] == ("outcomes",) and len(path) > at + 1:
        flat = ("outcome", path[at + 1])
        at += 2
    return (*flat, *path[at:])


def _key(kind: str, id_: str, path: Path = ()) -> Path:
    return ("outcome" if kind == "outcome" else NOUN_SECTIONS[kind], id_, *path)


def _mapping(found: Sequence[FieldEdit]) -> dict[str, YamlValue]:
    """Return what a new part says, as it is written."""
    whole: dict[str, Any] = {}
    for each in found:
        inner = whole
        for key in each.path[:-1]:
            inner = inner.setdefault(str(key), {})
        if each.value is not None:
            inner[str(each.path[-1])] = each.value
    return whole

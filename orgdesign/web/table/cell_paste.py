"""Cells pasted from a spreadsheet into the table: what they mean is said first, then written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgdesign.model import DESIRED, Function, Organisation
from orgdesign.web.kit import counted, new_id, outcome_path, taken_ids
from orgdesign.web.table.table_rows import COLUMNS
from orgdesign.workspace import Value
from orgdesign.yamlfile.editing import Add, Edit, Set

MOST_ROWS, LONGEST = 2_000, 2_000
NO_NAMES = "goes beyond the last row, and has no names: paste it from the column of functions on"
_SECTIONS = {"outcome": "outcomes", "accountable": "roles", "measures": "measures"}
_KEYS = {"accountable": "title", "measures": "name"}
_KINDS = {"accountable": "role", "measures": "measure"}


def parse_cells(text: str) -> list[list[str]]:
    """Return the cells of what a spreadsheet copies: rows as lines, columns parted by tabs."""
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        rows = [*csv.reader(lines, delimiter="\t")]
    except csv.Error:  # a cell beyond all measure, or a quote that does not end
        rows = [line.split("\t") for line in text.splitlines()]
    cells = [[" ".join(cell.split())[:LONGEST] for cell in row] for row in rows[:MOST_ROWS]]
    while cells and not any(cells[-1]):
        cells.pop()
    return cells


@dataclass(slots=True)
class CellPaste:
    """What pasted cells mean: the edits, and what is changed, added, made new and left out."""

    edits: list[Edit] = field(default_factory=list)
    changed: int = 0
    added: list[str] = field(default_factory=list)
    made: dict[str, list[str]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        """Return what happens, in sentences."""
        said = [f"{counted(self.changed, 'cell')} of functions that are there"] * bool(self.changed)
        if self.added:
            said.append(f"{counted(len(self.added), 'new function')}: {_few(self.added)}")
        for name, labels in self.made.items():
            noun = {"outcome": "outcome", "accountable": "role", "measures": "measure"}[name]
            said.append(f"{counted(len(labels), f'new {noun}')}: {_few(labels)}")
        return said

    @property
    def sentence(self) -> str:
        """Return what was done, for the history."""
        return f"Pasted: {'; '.join(self.sentences)}"


def plan_paste(
    organisation: Organisation,
    functions: Sequence[Function],
    column: str,
    cells: Sequence[Sequence[str]],
    above: str = "",
) -> CellPaste:
    """Return what it means to paste cells over functions, from a column on.

    Empty cells change nothing. What an outcome, a role or a measure is called and none is yet is
    made; rows beyond the functions are new ones, which report to the function ``above``.
    """
    return _Planner(organisation, above).plan(functions, column, cells)


class _Planner:
    def __init__(self, organisation: Organisation, above: str) -> None:
        self._organisation, self._paste, self._above = organisation, CellPaste(), above
        outcomes = {one.statement.casefold(): one.id for one in organisation.outcome.walk()}
        roles = {one.title.casefold(): one.id for one in organisation.roles.values()}
        measures = {one.name.casefold(): one.id for one in organisation.measures.values()}
        self._known = {"outcome": outcomes, "accountable": roles, "measures": measures}
        self._taken = {kind: set(taken_ids(organisation, kind)) for kind in _KINDS.values()}
        self._taken["outcome"] = set(outcomes.values())
        self._functions = set(taken_ids(organisation, "function"))

    def plan(
        self, functions: Sequence[Function], column: str, cells: Sequence[Sequence[str]]
    ) -> CellPaste:
        names = [*COLUMNS][[*COLUMNS].index(column) :]
        changes: list[Edit] = []
        for number, row in enumerate(cells):
            said = {name: cell for name, cell in zip(names, row, strict=False) if cell}
            if number < len(functions):
                changes += self._change(functions[number], said)
            elif "name" in said:
                changes.append(self._add(said))
            elif said:
                self._paste.left_out.append(f"Row {number + 1} {NO_NAMES}.")
        self._paste.edits += changes
        return self._paste

    def _change(self, function: Function, said: dict[str, str]) -> Iterator[Edit]:
        for name, words in said.items():
            value = self._value(name, words)
            path, now, then = _place(function, name, value)
            if now != then:
                self._paste.changed += 1
                yield Set(("functions", function.id, *path), then)

    def _add(self, said: dict[str, str]) -> Edit:
        id_ = new_id(said["name"], self._functions)
        self._functions.add(id_)
        self._paste.added.append(said["name"])
        values = {name: self._value(name, words) for name, words in said.items()}
        alignment = {key: values[key] for key in ("outcome", "contribution") if key in values}
        data: dict[str, Value] = {
            "name": values["name"],
            **({"reports_to": self._above} if self._above else {}),
            **({"accountable": values["accountable"]} if "accountable" in values else {}),
            **({"alignment": alignment} if alignment else {}),
            **({"measures": [values["measures"]]} if "measures" in values else {}),
        }
        return Add(("functions",), id_, data)

    def _value(self, name: str, words: str) -> str:
        """Return what a cell says: an id for what is called so, made where there is none."""
        if name not in self._known:
            return words
        known = self._known[name]
        if words.casefold() not in known:
            kind = _KINDS.get(name, "outcome")
            id_ = new_id(words, self._taken[kind])
            self._taken[kind].add(id_)
            known[words.casefold()] = id_
            self._paste.made.setdefault(name, []).append(words)
            self._paste.edits.append(self._make(name, id_, words))
        return known[words.casefold()]

    def _make(self, name: str, id_: str, words: str) -> Edit:
        if name == "outcome":
            top = outcome_path(self._organisation, DESIRED) or ("outcome",)
            return Add((*top, "outcomes"), id_, {"statement": words})
        return Add((_SECTIONS[name],), id_, {_KEYS[name]: words})


def _place(
    function: Function, name: str, value: str
) -> tuple[tuple[str, ...], str | list[str], str | list[str]]:
    """Return where a value of a function stands, what it says now, and what it is to say."""
    match name:
        case "name":
            return ("name",), function.name, value
        case "outcome":
            return ("alignment", "outcome"), function.alignment.outcome or "", value
        case "contribution":
            return ("alignment", "contribution"), function.alignment.contribution or "", value
        case "accountable":
            return ("accountable",), function.accountable or "", value
        case _:
            rest = [one for one in function.measures if one != value]
            after = rest[1:] if rest[:1] == [*function.measures][:1] else rest
            return ("measures",), [*function.measures], [value, *after]


def _few(names: Sequence[str]) -> str:
    few = ", ".join(names[:6])
    return few if len(names) <= 6 else f"{few} and {len(names) - 6} more"

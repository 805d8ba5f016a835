"""The rows of the table of functions: what they say in words, and what was typed into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2s

from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property

from orgdesign.model import DESIRED, Function, Organisation
from orgdesign.web.kit import (
    Form,
    FormData,
    FormField,
    LabelIndex,
    new_measure,
    new_outcome,
    new_role,
)
from orgdesign.yamlfile.editing import Edit, Set

NAME = FormField("name", ("name",), "name")
OUTCOME = FormField("outcome", ("alignment", "outcome"), "customer outcome", "part", "outcome")
CONTRIBUTION = FormField("contribution", ("alignment", "contribution"), "contribution")
ACCOUNTABLE = FormField("accountable", ("accountable",), "accountable role", "part", "role")
MEASURES = FormField("measures", ("measures",), "measures", "several", "measure")
FIELDS = (NAME, OUTCOME, CONTRIBUTION, ACCOUNTABLE, MEASURES)
COLUMNS = {
    "name": "Function",
    "outcome": "Customer outcome",
    "contribution": "Contribution",
    "accountable": "Accountable role",
    "measures": "First measure",
}
UNKNOWN = {
    "outcome": "No outcome says this. Choose one from the list, or",
    "accountable": "No role has this title. Choose one from the list, or",
    "measures": "No measure is called this. Choose one from the list, or",
}
MAKE = {
    "outcome": "make it a new outcome",
    "accountable": "make it a new role",
    "measures": "make it a new measure",
}


class ColumnLabels:
    """What the cells of the table offer, shared by all rows."""

    def __init__(self, organisation: Organisation) -> None:
        outcomes = ((one.id, one.statement) for one in organisation.outcome.walk())
        self.outcome = LabelIndex(outcomes)
        self.accountable = LabelIndex((one.id, one.title) for one in organisation.roles.values())
        self.measures = LabelIndex((one.id, one.name) for one in organisation.measures.values())

    @cached_property
    def stamp(self) -> str:
        """Return what changes with what is offered."""
        offers = (self.outcome, self.accountable, self.measures)
        said = repr([list(one.words.values()) for one in offers])
        return blake2s(said.encode(), digest_size=6).hexdigest()

    def labels_for(self, name: str) -> LabelIndex | None:
        """Return what a column offers; None where it takes any text."""
        return {"outcome": self.outcome, "accountable": self.accountable,
                "measures": self.measures}.get(name)  # fmt: skip


@dataclass(slots=True)
class TableRow:
    """A function in the table: its key, its words by column, and what is to be mended."""

    key: str
    function: Function
    cells: dict[str, str]
    was: dict[str, Sequence[str]]
    errors: dict[str, str] = field(default_factory=dict)
    theirs: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    message: str = ""
    is_saved: bool = False
    typed_name: str | None = None

    @property
    def name(self) -> str:
        """Return what the function is called, or is to be called."""
        return self.function.name if self.typed_name is None else self.typed_name

    @property
    def stamp(self) -> str:
        """Return what changes with what the row says."""
        said = self.function.name, self.function.gaps, self.cells, self.was
        return blake2s(repr(said).encode(), digest_size=6).hexdigest()

    @property
    def notes(self) -> bool:
        """Whether anything of it is to be mended or chosen."""
        return bool(self.errors or self.theirs or self.message)


def row_of(function: Function, key: str, offers: ColumnLabels) -> TableRow:
    """Return the row of a function as the file has it."""
    alignment = function.alignment
    first = function.measures[0] if function.measures else ""
    cells = {
        "outcome": offers.outcome.words.get(alignment.outcome or "", ""),
        "contribution": alignment.contribution or "",
        "accountable": offers.accountable.words.get(function.accountable or "", ""),
        "measures": offers.measures.words.get(first, ""),
    }
    was: dict[str, Sequence[str]] = {
        "name": (function.name,),
        "outcome": (alignment.outcome or "",),
        "contribution": (cells["contribution"],),
        "accountable": (function.accountable or "",),
        "measures": function.measures,
    }
    return TableRow(key, function, cells, was)


class RowForm:
    """What was typed into a row: the form that it means, and what is made on the spot."""

    def __init__(self, organisation: Organisation, function: Function, said: FormData, base: str):
        self.organisation, self.function = organisation, function
        self.offers = ColumnLabels(organisation)
        self.cells = {name: " ".join(said.get(name, "").split()) for name in COLUMNS}
        self.unknown: dict[str, str] = {}
        self.made: list[Edit] = []
        self._asked, ids = said.get("make", ""), dict[str, str]()
        for name, words in self.cells.items():
            offer = self.offers.labels_for(name)
            ids[name] = self._id(name, words) if offer else words
        self.form = Form.from_request(FIELDS, ("functions", function.id), self._with_ids(said, ids))
        self.form.base = base  # each field says itself what it was
        self.form.errors |= self.unknown

    def _id(self, name: str, words: str) -> str:
        offer = self.offers.labels_for(name)
        id_ = offer.id(words) if offer else words
        if id_ is not None:
            return id_
        if self._asked != name:
            self.unknown[name] = UNKNOWN[name]
            return ""
        return self._make(name, words)

    def _make(self, name: str, words: str) -> str:
        if name == "outcome":
            id_, edits = new_outcome(self.organisation, words, DESIRED)
        else:
            new = new_role if name == "accountable" else new_measure
            id_, edits = new(self.organisation, words)
        self.made += edits
        return id_

    def _with_ids(self, said: FormData, ids: dict[str, str]) -> FormData:
        """Return what was said with ids for words; the first measure with those that follow it."""
        was = {name: said.getlist(f"was.{name}") for name in COLUMNS}
        meant: FormData = MultiDict({f"was.{name}": values or [""] for name, values in was.items()})
        first, rest = ids.pop("measures"), was["measures"][1:]
        meant.setlist("measures", [each for each in (first, *rest) if each])
        if first in rest:
            meant.setlist("measures", [first, *(each for each in rest if each != first)])
        for name, id_ in ids.items():
            meant.setlist(name, [id_])
        for name in said.getlist("take"):
            meant.add("take", name)
        return meant

    def check(self) -> None:
        """Note beside each cell why it cannot stand."""
        if self.made:
            self.form.made[self._asked] = self.form.values[self._asked]  # type: ignore[assignment]
        self.form.check(self.organisation)

    def edits(self) -> list[Edit]:
        """Return the edits that were meant, and what they are made with."""
        outcome, also = self.form.submitted_value("outcome"), list(self.function.alignment.also)
        once = [one for one in also if one != outcome]
        path = ("functions", self.function.id, "alignment", "also")
        return [*self.made, *self.form.edits(), *([Set(path, once)] if once != also else [])]

    def row(self, key: str) -> TableRow:
        """Return the row as it was typed, with what is wrong in it."""
        form, row = self.form, row_of(self.function, key, self.offers)
        row.cells = {name: words for name, words in self.cells.items() if name != "name"}
        row.typed_name = self.cells["name"] if "name" in form.values else None
        row.was = {
            name: [was] if isinstance(was, str) else was for name, was in form.original.items()
        }
        row.errors, row.unknown, row.message = form.errors, self.unknown, form.message
        row.theirs = {name: self._words(name, theirs) for name, theirs in form.conflicting.items()}
        return row

    def _words(self, name: str, theirs: str | list[str]) -> str:
        id_ = theirs if isinstance(theirs, str) else next(iter(theirs), "")
        offer = self.offers.labels_for(name)
        return offer.words.get(id_, id_) if offer else id_

"""What fills an organisation with canaries: a word or a number of its own for each field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from orgdesign.yamlfile.schema import agreements, theme
from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.dotted_lines import DottedLines
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Number, Plain, Text, Texts
from orgdesign.yamlfile.schema.free import (
    AttributesField,
    ContentByName,
    FilePath,
    Language,
    NamedTexts,
    OneOrMore,
)
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.nested_shapes import ById, ListOf, ListOfKinds, NestedShape, Words
from orgdesign.yamlfile.schema.shapes import Shape, shape

BRANCHES = ("north", "south")

FACTS: dict[str, tuple[str, ...]] = {
    "holders": ("holder", "agreed_by", "RoleDocument.owner", "imports"),
    "headcount": ("headcount", "posts", "people"),
    "cost": ("cost", "one_off"),
    "measures": ("Organisation.measures", "customer_assets", "AddMeasure.*", "ChangeMeasure.*"),
    "rewards": ("rewarded_for",),
    "attributes": ("attributes", "Organisation.attributes"),
    "private": ("private-one", "internal-one"),
    "designs": ("Organisation.designs",),
    "reasons": ("reason", "risk", "feedback", "decision", "scores", "Organisation.criteria"),
    "assessment": ("Organisation.assessment",),
}
"""The facts of each kind, said here once more: by key, or by shape and key."""

_ABOUT_IGNORED = "Ignore.reason"

_SECTIONS = {
    "function": "functions", "role": "roles", "measure": "measures", "stage": "journey",
    "hand-off": "handoffs", "outcome": "outcome", "criterion": "criteria",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Canary:
    """A text or number of the file, the kinds of facts that it tells, and the branch it is of."""

    text: str
    facts: frozenset[str]
    branch: str


@dataclass(slots=True)
class CanaryFile:
    """An organisation as plain data, and its canaries."""

    data: dict[str, Any] = field(default_factory=dict)
    canaries: list[Canary] = field(default_factory=list)


class CanaryMaker:
    """Makes parts of a file by their shape, and notes what each canary tells."""

    def __init__(self, number: int) -> None:
        self.file = CanaryFile()
        self.series = number
        self.facts: list[str] = []
        self.branch, self._count, self._new = "", 0, ""

    def text(self, key: str = "") -> str:
        """Return a word that stands nowhere else."""
        self._count += 1
        name = f"zq{self.series}x{self._count:04d}v"
        self._note(name)
        return name

    def _note(self, text: str) -> None:
        self.file.canaries.append(Canary(text, frozenset(self.facts), self.branch))

    def number(self, part: Number) -> str:
        """Return a number that stands nowhere else."""
        self._count += 1
        said = f"4.{self._count:04d}7" if part.most is not None else f"7{self._count:04d}13"
        self._note(said)
        return said

    def within(self, branch: str) -> CanaryMaker:
        """Make what follows in a branch."""
        self.branch = branch
        return self

    def shape(self, kind: type[Shape], skip: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return a part of a kind with a canary in every field."""
        said: dict[str, Any] = {}
        for part in shape(kind).parts:
            if part.key in skip or (kind.one_of and part.key in kind.one_of[1:]):
                continue
            noted = [fact for fact, names in FACTS.items() if self._is_named(kind, part, names)]
            self.facts += noted
            value = self.value(kind, part)
            del self.facts[len(self.facts) - len(noted) :]
            if value is not None:
                said[part.key] = value
        return said

    def _is_named(self, kind: type[Shape], part: Plain, names: tuple[str, ...]) -> bool:
        name = kind.__name__.removesuffix("Shape")
        if f"{name}.{part.key}" == _ABOUT_IGNORED:
            return False
        return bool({part.key, f"{name}.{part.key}", f"{name}.*"} & {*names})

    def id(self, kind: str) -> str:
        """Return the id of the part of a kind in the branch."""
        branch = self.branch if self.branch in BRANCHES else BRANCHES[0]
        return f"{branch}-{kind}"

    def value(self, kind: type[Shape], part: Plain) -> Any:
        """Return what a field holds: a canary, or what its kind asks for."""
        match part:
            case NewId():
                self._count += 1
                return f"new-{self.branch}-{self._count}"
            case Ref():
                return self._reference(kind, part.key, part.kind)
            case Refs():
                named = self._reference(kind, part.key, part.kind)
                if part.kind == "function" and part.least > 1:
                    return [self.id("function"), self.id("second")]
                return [named] if named else None
            case DottedLines():
                to = self.id("second" if part.kind == "function" else "role")
                return [{"to": to, "label": self.text()}] if part.kind == "function" else None
            case NestedShape():
                return self.shape(part.kind)
            case ListOf() if not isinstance(part, ListOfKinds):
                return [self.shape(part.kind)]
            case ById():
                return self._by_id(part)
        return self._plain(part)

    def _plain(self, part: Plain) -> Any:  # noqa: C901 - a kind of field each
        """Return what a field holds that names no other part."""
        match part:
            case OneOrMore():
                return [self.text()]
            case agreements.ChoiceList():
                return [part.options[0]]
            case ChoiceField():
                return part.options[0]
            case Texts():
                return [self.text(), self.text()]
            case Number():
                return self.number(part)
            case Flag() | FilePath() | ListOfKinds() | Words():
                return None
            case theme.Colour():
                return "#0c2f33"
            case Language():
                return "en"
            case theme.Font():
                return "Calibri"
            case Text():
                return self.text(part.key)
            case AttributesField() | ContentByName() | NamedTexts():
                return {self.text(): self.text()}
        raise TypeError(part)

    def _reference(self, kind: type[Shape], key: str, referred: str) -> str | None:
        if referred in ("option", "change", "phase", "criterion"):
            return None
        if key in ("reports_to", "works_against", "outcomes", "also", "replaced_by", "before"):
            return None
        if (kind, key) in ((today.StageShape, "after"),):
            return None
        if key in ("taker", "to") and referred == "function":
            return self.id("second")
        return self.id(referred)

    def _by_id(self, part: ById) -> dict[str, Any] | None:
        if part.kind is today.OutcomeShape:
            return None
        if part.ids:
            return {part.ids[0]: self.shape(part.kind)}
        if part.keyed:
            return {self.id(part.keyed): self.shape(part.kind)}
        if part.free:
            return {self.text(): self.shape(part.kind)}
        return {f"new-{self.branch}-part-{self._count}": self.shape(part.kind)}

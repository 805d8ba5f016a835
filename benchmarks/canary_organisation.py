"""An organisation out of the schema itself: something to be found in every field that there is.

Each text and number is a canary: it stands in one place, and what it tells is known by where that
is: in which branch, and as a fact of which kind. So a new field of the schema is tried by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from orgdesign.redaction import Sight
from orgdesign.yamlfile.schema import agreements, assessment, designs, theme
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


class _Maker:
    def __init__(self, number: int) -> None:
        self.file = CanaryFile()
        self.series = number
        self.facts: list[str] = []
        self.branch, self._count, self._new = "", 0, ""

    def text(self, key: str = "") -> str:
        self._count += 1
        name = f"zq{self.series}x{self._count:04d}v"
        self._note(name)
        return name

    def _note(self, text: str) -> None:
        self.file.canaries.append(Canary(text, frozenset(self.facts), self.branch))

    def number(self, part: Number) -> str:
        self._count += 1
        said = f"4.{self._count:04d}7" if part.most is not None else f"7{self._count:04d}13"
        self._note(said)
        return said

    def within(self, branch: str) -> _Maker:
        self.branch = branch
        return self

    def shape(self, kind: type[Shape], skip: tuple[str, ...] = ()) -> dict[str, Any]:
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
        branch = self.branch if self.branch in BRANCHES else BRANCHES[0]
        return f"{branch}-{kind}"

    def value(self, kind: type[Shape], part: Plain) -> Any:  # noqa: C901 - a kind of field each
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
            case OneOrMore():
                return [self.text()]
            case agreements.ChoiceList():
                return [part.options[0]]
            case Texts():
                return [self.text(), self.text()]
            case Number():
                return self.number(part)
            case Flag():
                return None
            case ChoiceField():
                return part.options[0]
            case theme.Colour():
                return "#0c2f33"
            case Language():
                return "en"
            case FilePath():
                return None
            case theme.Font():
                return "Calibri"
            case Text():
                return self.text(part.key)
            case NestedShape():
                return self.shape(part.kind)
            case DottedLines():
                to = self.id("second" if part.kind == "function" else "role")
                return [{"to": to, "label": self.text()}] if part.kind == "function" else None
            case AttributesField() | ContentByName() | NamedTexts():
                return {self.text(): self.text()}
            case ListOfKinds():
                return None
            case ListOf():
                return [self.shape(part.kind)]
            case Words():
                return None
            case ById():
                return self._by_id(part)
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


def may_see(canary: Canary, sight: Sight) -> bool:
    """Tell, apart from the product, whether a canary may be seen."""
    if sight.is_whole:
        return True
    top = f"{canary.branch}-function"
    here = [scope for scope in sight.scopes if scope.branch in (None, top) or canary.branch == ""]
    facts = frozenset[str]().union(*(scope.facts for scope in here))
    return canary.branch != "whole" and bool(here) and canary.facts <= facts


def canary_file(number: int = 0) -> CanaryFile:
    """Return an organisation of two branches with a canary in every field of the schema."""
    maker = _Maker(number)
    data = maker.file.data
    data["organization"] = maker.text()
    data["outcome"] = maker.shape(today.RootOutcomeShape, ("accountable", "measures", "outcomes"))
    data["outcome"]["outcomes"] = {}
    data["functions"] = {"top": {"name": maker.within("top").text()}}
    maker.within("")
    for section in ("roles", "measures", "journey", "handoffs", "designs", "views", "decisions"):
        data[section] = {}
    for branch in BRANCHES:
        _add_branch(maker.within(branch), data, branch)
    maker.within("")
    _add_agreements(maker, data)
    _add_designs(maker, data)
    said = repr(data)
    maker.file.canaries = [each for each in maker.file.canaries if each.text in said]
    return maker.file


def _add_branch(maker: _Maker, data: dict[str, Any], branch: str) -> None:
    said = maker.within("").shape(today.OutcomeShape, ("accountable", "measures", "outcomes"))
    data["outcome"]["outcomes"][f"{branch}-outcome"] = said
    maker.within(branch)
    for id_, above in (("function", "top"), ("second", f"{branch}-function")):
        said = maker.shape(today.FunctionShape, ("dotted_to",) if id_ == "second" else ())
        data["functions"][f"{branch}-{id_}"] = {**said, "reports_to": above}
    data["roles"][f"{branch}-role"] = {**maker.shape(today.RoleShape, ("reports_to", "vacant"))}
    maker.facts.append("measures")
    data["measures"][f"{branch}-measure"] = maker.shape(today.MeasureShape)
    maker.facts.clear()
    maker.within("")
    data["journey"][f"{branch}-stage"] = maker.shape(today.StageShape, ("functions",))
    data["journey"][f"{branch}-stage"]["functions"] = [f"{branch}-function"]
    maker.within(branch)
    data["handoffs"][f"{branch}-hand-off"] = maker.shape(today.HandoffShape)
    data["handoffs"][f"{branch}-hand-off"]["to"] = f"{branch}-second"
    data["views"][f"{branch}-view"] = maker.shape(
        agreements.ViewShape, ("design", "phase", "show", "colour_by")
    )
    data["decisions"][f"{branch}-decision"] = maker.shape(agreements.DecisionShape)


def _add_agreements(maker: _Maker, data: dict[str, Any]) -> None:
    maker.facts.append("attributes")
    open_one = maker.text()
    data["attributes"] = {open_one: maker.shape(agreements.AttributeShape)}
    maker.facts.append("private")
    data["attributes"]["private-one"] = {"private": "yes", "name": maker.text()}
    maker.facts.remove("attributes")
    secret = maker.text()
    maker.facts.clear()
    for branch in BRANCHES:
        maker.within(branch)
        maker.facts += ["attributes", "private"]
        data["functions"][f"{branch}-function"]["attributes"]["private-one"] = maker.text()
        maker.facts.clear()
        maker.facts.append("private")
        data["roles"][f"{branch}-role"]["sections"]["internal-one"] = [maker.text(), secret]
        maker.facts.clear()
    maker.within("")
    data["sections"] = {maker.text(): maker.shape(agreements.SectionShape)}
    data["sections"]["internal-one"] = {"for": ["internal"]}
    data["rules"] = {}
    for branch in BRANCHES:
        maker.within(branch)
        rule = {"ignore": [maker.shape(agreements.IgnoreShape)]}
        data["rules"]["no-alignment" if branch == "north" else "no-contribution"] = rule
    maker.within("")
    data["brand"] = maker.shape(theme.BrandShape, ("logo", "font_file"))
    data["language"] = "en"
    maker.within("whole")
    data["imports"] = maker.shape(agreements.ImportsShape)
    maker.within("beside")  # is of no branch: not shown where only branches are
    maker.facts.append("reasons")
    data["criteria"] = {"north-criterion": maker.shape(designs.CriterionShape)}
    maker.facts.clear()
    maker.facts.append("assessment")
    data["assessment"] = maker.shape(assessment.AssessmentShape)
    maker.facts.clear()
    maker.within("")


def _add_designs(maker: _Maker, data: dict[str, Any]) -> None:
    maker.facts.append("designs")
    for name in ("both", *BRANCHES):
        maker.within("" if name == "both" else name)
        skip = ("phases", "options", "chosen", "scores")
        design = maker.shape(designs.DesignShape, skip)
        maker.within("beside" if name == "both" else name)
        design["changes"] = [
            change
            for branch in (BRANCHES if name == "both" else (name,))
            for change in _changes(maker.within(branch))
        ]
        data["designs"][f"{name}-design"] = design
    maker.facts.clear()
    maker.within("")


def _changes(maker: _Maker) -> Iterator[dict[str, Any]]:
    for word, kind in designs.CHANGES.items():
        if word == "rename-organization":
            continue
        company_wide = any(each in word for each in ("outcome", "stage"))
        branch = maker.branch
        if company_wide:
            maker.within("")
        made = maker.shape(kind, ("change", "after", "options", "phase", "id", "vacant"))
        maker.within(branch)
        change = {"change": word, **made}
        if company_wide:
            for key in ("functions", "measures", "accountable", "owner"):
                change.pop(key, None)
            for key, referred in (("outcome", "outcome"), ("stage", "stage")):
                if key in change and word.startswith(("change", "retire")):
                    change[key] = f"{branch}-{referred}"
        for key in ("way", "employer") if word == "transfer" else ():
            change.pop(key, None)
        if word in ("add", "add-role"):
            change["reports_to" if word == "add" else "function"] = f"{branch}-function"
        yield change

"""A file without what somebody may not see: facts, parts, and all that refers to those parts.

What the schema does not know is left out too, so that nothing is shown by being overlooked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from orgdesign.yamlfile.parts import made_by, mapping, outcomes_of, parts_of
from orgdesign.yamlfile.schema import (
    CHANGE_FACTS,
    CHANGE_SHAPES,
    AttributesField,
    AttributeShape,
    ById,
    ChangeShape,
    ContentByName,
    CriterionShape,
    DecisionShape,
    DesignShape,
    DottedLines,
    FunctionShape,
    HandoffShape,
    ListOf,
    MeasureShape,
    NestedShape,
    OrganisationShape,
    OutcomeShape,
    Plain,
    Ref,
    Refs,
    RoleShape,
    RuleField,
    RuleShape,
    SectionShape,
    Shape,
    StageShape,
    Texts,
    ViewShape,
    Words,
    shape,
    uses_of,
)

PartKey = tuple[str, str]
"""A part of a file: its kind and its id."""

_KINDS: dict[type[Shape], str] = {
    FunctionShape: "function",
    RoleShape: "role",
    MeasureShape: "measure",
    StageShape: "stage",
    HandoffShape: "hand-off",
    OutcomeShape: "outcome",
    DesignShape: "design",
    CriterionShape: "criterion",
    AttributeShape: "attribute",
    SectionShape: "section",
    ViewShape: "view",
    DecisionShape: "decision",
}
_INCIDENTAL = ("owner", "after")
"""What a change goes on without."""
_SUBJECTS = ("function", "functions", "role", "handoff", "outcome", "measure", "stage")
_ROOTS = {"add": "reports_to", "add-role": "function"}
"""What says where a new part belongs: without it, it belongs to no branch."""
_EMPTY: tuple[Any, ...] = ("", [], {})


class FieldPlace(NamedTuple):
    """A field of the file that says something: of which shape it is, and about which parts."""

    shape: str
    key: str
    subjects: tuple[PartKey, ...] = ()


@dataclass(slots=True)
class FileSelection:
    """What is hidden of a file: facts of some kinds, parts, and words that cards may say.

    Where it ``is_partial``, what belongs to no branch is not shown either.
    """

    hides: Callable[[FieldPlace], bool]
    hides_word: Callable[[str], bool]
    hidden: set[PartKey] = field(default_factory=set)
    is_partial: bool = False
    _subjects: tuple[PartKey, ...] = ()

    def select(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return the data without what is hidden, and without what refers to what went."""
        while True:
            kept = self._shape(OrganisationShape, data) or {}
            lost = (_parts(data) - _parts(kept)) | self._unused_measures(kept)
            if lost <= self.hidden:
                return kept
            self.hidden |= lost

    def _unused_measures(self, kept: dict[str, Any]) -> set[PartKey]:
        """Return the measures of nothing that is shown, where only a part of the file is."""
        if not self.is_partial:
            return set()
        used = {use.id for use in uses_of(kept) if use.kind == "measure" and _counts(use.path)}
        named = {id_ for kind, id_ in _parts(kept) if kind == "measure"}
        return {("measure", id_) for id_ in named - used}

    def _shape(self, kind: type[Shape], raw: Any) -> Any:
        """Return a mapping without what is hidden; None where it cannot be told then."""
        if not isinstance(raw, dict):
            return raw
        fields = {each.key: each for each in shape(kind).parts}
        kept: dict[str, Any] = {}
        for key, value in raw.items():
            new = self._value(kind, fields[key], value) if key in fields else None
            if new is not None and (new == value or new not in _EMPTY):
                kept[key] = new
            elif key in fields and value is not None and _is_needed(kind, fields[key]):
                return None
        is_begun = kind is DesignShape and bool(_changes(raw))
        is_beside = is_begun and not any(map(_is_of_branch, _changes(kept)))
        return None if is_beside and self.is_partial else kept

    def _value(self, kind: type[Shape], part: Plain, value: Any) -> Any:
        if self.hides(FieldPlace(kind.__name__.removesuffix("Shape"), part.key, self._subjects)):
            return None
        if kind is ViewShape and part.key in ("show", "colour_by"):
            return self._words(value)
        return self._field(part, value)

    def _words(self, value: Any) -> Any:
        if isinstance(value, list):
            return [word for word in value if not self.hides_word(str(word))]
        return None if self.hides_word(str(value)) else value

    def _field(self, part: Plain, value: Any) -> Any:
        match part:
            case Ref():
                return None if (part.kind, value) in self.hidden else value
            case Refs() if isinstance(value, list):
                kept = [each for each in value if (part.kind, each) not in self.hidden]
                return kept if kept == value or len(kept) >= part.least else None
            case Texts():
                return value
            case NestedShape():
                return self._shape(part.kind, value)
            case ById() if isinstance(value, dict):
                return self._by_id(part, value)
            case DottedLines() if isinstance(value, list):
                return [each for each in value if not self._is_hidden_line(part, each)]
            case Words() if isinstance(value, dict):
                return self._by_word(part, value)
            case ListOf() if isinstance(value, list):
                items = (self._item(part, each) for each in value)
                return [each for each in items if each is not None]
            case AttributesField() | ContentByName() if isinstance(value, dict):
                named = "attribute" if isinstance(part, AttributesField) else "section"
                return {key: each for key, each in value.items() if (named, key) not in self.hidden}
        return value

    def _by_id(self, part: ById, value: dict[str, Any]) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        kind = _KINDS.get(part.kind, part.keyed or "")
        for key, raw in value.items():
            if (kind, key) in self.hidden or (kind == "view" and self._is_hidden_view(raw)):
                continue
            before = self._subjects
            self._subjects = ((kind, key),) if kind in ("function", "role") else before
            new = self._shape(part.kind, raw)
            self._subjects = before
            if new is not None or raw is None:
                kept[key] = new
        return kept

    def _by_word(self, part: Words, value: dict[str, Any]) -> dict[str, Any]:
        """Return words by id without criteria and, of rules, without the places that are hidden."""
        shown = {key: each for key, each in value.items() if ("criterion", key) not in self.hidden}
        if not isinstance(part.field, RuleField):
            return shown
        return {key: self._shape(RuleShape, each) for key, each in shown.items()}

    def _is_hidden_line(self, part: DottedLines, line: Any) -> bool:
        to = line.get("to") if isinstance(line, dict) else line
        return (part.kind, to) in self.hidden

    def _is_hidden_view(self, raw: Any) -> bool:
        """Tell whether a view is of what is hidden; it says so in its very name."""
        if not isinstance(raw, dict):
            return False
        names = (("function", raw.get("focus")), ("design", raw.get("design")))
        return any(name in self.hidden for name in names)

    def _item(self, part: ListOf, raw: Any) -> Any:
        kind = part.kind_of(raw)
        if kind is None:
            return None
        if not issubclass(kind, ChangeShape):
            return self._shape(kind, raw)
        before, self._subjects = self._subjects, tuple(_subjects(kind, raw))
        try:
            return self._change(kind, raw)
        finally:
            self._subjects = before

    def _change(self, kind: type[Shape], raw: dict[str, Any]) -> Any:
        """Return what is left of a change; None where it would only say that there was one."""
        made = {(each.kind, each.id) for each in made_by("", {"changes": [raw]})}
        if self.hidden & {*self._subjects, *made}:
            return None
        root = _ROOTS.get(str(raw["change"]))
        if self.is_partial and root and not raw.get(root):
            return None
        kept = self._shape(kind, raw)
        if kept is None or kept == raw:
            return kept
        about = {"change", *CHANGE_FACTS} - {*getattr(kind, "sets", ())}
        lost = raw.keys() - kept.keys() - about
        says = kept.keys() - about - {*_SUBJECTS}
        return None if (lost and not says) or not shape(kind).accepts(kept) else kept


def _subjects(kind: type[Shape], raw: Any) -> Iterator[PartKey]:
    """Yield the parts that a change is about; measures can be left out of it."""
    for use in shape(kind).uses(raw, ()):
        if use.path[0] not in _INCIDENTAL and use.kind != "measure":
            yield use.kind, use.id


def _changes(design: dict[str, Any]) -> list[Any]:
    found = design.get("changes")
    return found if isinstance(found, list) else []


def _is_of_branch(change: Any) -> bool:
    """Tell whether a change is about a part that belongs to a branch, as an outcome does not."""
    kind = CHANGE_SHAPES.get(str(change.get("change"))) if isinstance(change, dict) else None
    kinds = {named for named, _ in _subjects(kind, change)} if kind else set()
    return bool(kinds & {"function", "role", "hand-off"})


def _is_needed(kind: type[Shape], part: Plain) -> bool:
    """Tell whether nothing can be told of a part without a field that it has."""
    return part.required or part.key in kind.one_of


def _counts(path: tuple[Any, ...]) -> bool:
    """Tell whether a reference to a measure is one of something that measures are of."""
    if path[0] in ("measures", "rules"):
        return False
    is_own = path[-1] in ("measure", "replaced_by") and "rewarded_for" not in path
    return path[0] == "handoffs" or not is_own


def _parts(data: dict[str, Any]) -> set[PartKey]:
    """Return the parts of a file, and those that its designs make."""
    known = parts_of(data)
    today: Iterable[PartKey] = (
        (kind, id_) for kind, ids in known.items() for id_ in ids or () if kind != "outcome"
    )
    outcomes = (("outcome", id_) for id_, _ in outcomes_of(data))
    named = mapping(data, "designs")
    made = ((each.kind, each.id) for name in named for each in made_by(name, named[name]))
    return {*today, *outcomes, *made, *(("design", name) for name in named)}

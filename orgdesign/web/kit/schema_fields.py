"""What the form of a part asks for: the fields of its shape, as people see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from orgdesign.model import capitalise
from orgdesign.web.kit.form import FieldKind, FieldValue, FormData, FormField
from orgdesign.web.kit.sections import Section
from orgdesign.yamlfile.schema import dotted_lines, free, links, nested
from orgdesign.yamlfile.schema import fields as plain
from orgdesign.yamlfile.schema.shapes import Shape, shape
from orgdesign.yamlfile.tree import Path

Choice = tuple[str, str]
"""An id, and what people read."""
TAKEN_BY_FORMS = ("attributes", "children")
"""What a form in the browser means by these names is no longer told where a field has them."""
UNDER = "under"
"""The field of an outcome that says which outcome it is part of: a move, not a value."""
LONG = ("statement", "contribution", "purpose", "passes", "reason", "risk", "feedback")
"""The texts that take a sentence or more."""
LABELS = {
    "accountable": "Accountable role",
    "alignment-outcome": "Customer outcome it serves",
    "alignment-contribution": "What it contributes",
    "alignment-link": "Direct or enabling",
    "alignment-also": "Further outcomes",
    "better": "Better when",
    "kind": "Whose success",
    "work": "Way of working",
    "cost": "Cost a year",
    "passes": "What passes",
    "measure": "Connecting measure",
    "function": "Belongs to",
    "decides": "May decide alone",
}
"""What people call a field, where that is more than its key."""
NO_FORM = (nested.ById, free.ByName, dotted_lines.DottedLines)
PAIRS = free.AttributesField
"""The fields of which each line of the form is a name and a value."""
"""The fields that need more than a form."""
_FLAGS = {"true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True)
class SchemaField(FormField):
    """A field of a part's form: what is told about it, how it looks, what it offers."""

    about: str = ""
    look: str = "text"
    options: tuple[Choice, ...] = ()
    required: bool = False

    def typed(self, said: FormData, name: str) -> FieldValue:
        """Return what was typed; for rewards, a measure and its weight a line."""
        if self.look == "rewards" and f"{name}.measure" in said:
            weights = said.getlist(f"{name}.weight")
            pairs = zip(said.getlist(f"{name}.measure"), weights, strict=False)
            lines = (f"{measure} {weight.strip()}".rstrip() for measure, weight in pairs)
            return [line for line in lines if line]
        return FormField.typed(self, said, name)

    def shown(self, value: object) -> FieldValue:
        """Return a value of the file as the form shows it."""
        if self.look == "rewards":
            rewards = value if isinstance(value, list) else []
            return [
                f"{one.get('measure') or ''} {one.get('weight') or ''}".strip() for one in rewards
            ]
        if self.look == "names" and isinstance(value, str):
            return [value]
        if self.look == "pairs":
            return [*_pair_lines(value)] if isinstance(value, dict) else []
        shown = FormField.shown(self, value)
        if self.look == "flag":
            flag = str(shown).lower()
            return _FLAGS.get(flag, flag)
        return shown

    def value(self, typed: FieldValue) -> object:
        """Return what the file is to say; None for nothing."""
        if self.look == "rewards" and isinstance(typed, list):
            return [
                _reward(one, FormField("weight", (), "", "number").value) for one in typed
            ] or None
        if self.look == "names" and isinstance(typed, list) and len(typed) == 1:
            return typed[0]
        if self.look == "pairs" and isinstance(typed, list):
            return pairs_of(typed) or None
        if self.look == "flag":
            return {"yes": True, "no": False}.get(str(typed), typed or None)
        return FormField.value(self, typed)

    def written(self, typed: FieldValue) -> object:
        """Return what the file is to say as reading has it: all scalars as texts."""
        if self.look == "rewards" and isinstance(typed, list):
            return [_reward(one, lambda weight: weight) for one in typed]
        if self.look == "pairs" and isinstance(typed, list):
            return pairs_of(typed)
        return typed


def _pair_lines(value: dict[str, Any]) -> Iterator[str]:
    for name, said in value.items():
        yield from (
            f"{name}: {one or ''}".rstrip() for one in (said if isinstance(said, list) else [said])
        )


def pairs_of(lines: list[str]) -> dict[str, object]:
    """Return names and values; a name that stands in several lines has several values."""
    pairs: dict[str, Any] = {}
    for line in lines:
        name, _, value = (part.strip() for part in line.partition(":"))
        if name in pairs:
            before = pairs[name]
            pairs[name] = [*(before if isinstance(before, list) else [before]), value]
        elif name:
            pairs[name] = value
    return pairs


def _reward(line: str, number: Any) -> dict[str, object]:
    measure, _, weight = line.partition(" ")
    return {"measure": measure, **({"weight": number(weight)} if weight else {})}


@cache
def section_fields(section: Section) -> tuple[SchemaField, ...]:
    """Return the fields that the form of a section's parts has."""
    fields = tuple(schema_fields(section.shape, ()))
    if section.name != "outcomes":
        return fields
    about = "The outcome that this one must be true for."
    under = SchemaField(
        UNDER, (UNDER,), "is part of", "part", "outcome", about, "part", (), required=True
    )
    return (fields[0], under, *fields[1:])


def root_fields(section: Section) -> tuple[SchemaField, ...]:
    """Return the fields of the desired customer outcome, which is part of no other."""
    return tuple(field for field in section_fields(section) if field.name != UNDER)


def field_label(field: FormField) -> str:
    """Return what stands over a field."""
    said = LABELS.get(field.name) or field.label
    return capitalise(said)


def schema_fields(kind: type[Shape], path: Path = ()) -> Iterator[SchemaField]:
    """Yield the fields of a shape, those of the one shapes within it among them."""
    for field in shape(kind).parts:
        here = (*path, field.key)
        if isinstance(field, nested.One):
            yield from schema_fields(field.kind, here)
        elif isinstance(field, PAIRS) or not isinstance(field, NO_FORM):
            yield _asked(field, here)


def _asked(field: plain.Plain, path: Path) -> SchemaField:
    name = "-".join(map(str, path))
    if name in TAKEN_BY_FORMS:
        name = f"{name}-of-it"
    kind, look, of = _kind(field)
    words = LABELS.get(name, field.key.replace("_", " "))
    label = words[:1].lower() + words[1:]
    options = tuple((one, one) for one in getattr(field, "options", ()))
    return SchemaField(name, path, label, kind, of, field.about, look, options, field.required)


def _kind(field: plain.Plain) -> tuple[FieldKind, str, str]:
    """Return what is typed into a field, how it looks, and which kind of part it names."""
    match field:
        case links.Ref():
            return "part", "part", field.kind
        case links.Refs():
            return "several", "several", field.kind
        case free.AttributesField():
            return "lines", "pairs", ""
        case free.OneOrMore():
            return "lines", "names", ""
        case nested.ListOf():
            return "lines", "rewards", ""
        case plain.Texts():
            return "lines", "lines", ""
        case plain.Number():
            return "number", "number", ""
        case plain.Flag():
            return "text", "flag", ""
        case plain.Choice():
            return "text", "choice", ""
    return "text", "area" if field.key in LONG else "text", ""

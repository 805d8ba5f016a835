"""What the form of a part asks for: the fields of its shape, as people see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from orgdesign.model import capitalise
from orgdesign.web.kit.form import FieldKind, FormField
from orgdesign.web.kit.free_fields import DottedField, SectionsField
from orgdesign.web.kit.schema_field import SchemaField
from orgdesign.web.kit.sections import Section
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.schema import (
    AttributesField,
    ById,
    ByName,
    ChoiceField,
    ChoiceList,
    ContentByName,
    DottedLines,
    Flag,
    ListOf,
    NamedTexts,
    NestedShape,
    Number,
    OneOrMore,
    Plain,
    Ref,
    Refs,
    Shape,
    Texts,
    shape,
)

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
    "dotted_to": "Dotted lines",
    "attributes-of-it": "Attributes",
}
"""What people call a field, where that is more than its key."""
NO_FORM = (ById,)
"""The fields that need more than a form."""
HAS_FORM = (AttributesField, ContentByName, NamedTexts)
"""The fields of names that people choose which have one."""


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
        if isinstance(field, NestedShape):
            yield from schema_fields(field.kind, here)
        elif isinstance(field, HAS_FORM) or not isinstance(field, (*NO_FORM, ByName)):
            yield _schema_field(field, here)


def _schema_field(field: Plain, path: Path) -> SchemaField:
    name = "-".join(map(str, path))
    if name in TAKEN_BY_FORMS:
        name = f"{name}-of-it"
    kind, look, of = _kind(field)
    words = LABELS.get(name, field.key.replace("_", " "))
    label = words[:1].lower() + words[1:]
    options = tuple((one, one) for one in getattr(field, "options", ()))
    if isinstance(field, DottedLines):
        options = ((field.kind, field.kind),)
    made = {"dotted": DottedField, "sections": SectionsField}.get(look, SchemaField)
    return made(name, path, label, kind, of, field.about, look, options, field.required)


_LOOKS: Mapping[FieldKind, Mapping[type[Plain], str]] = {
    "part": {Ref: "part"},
    "several": {Refs: "several", ChoiceList: "checks"},
    "lines": {
        AttributesField: "pairs",
        NamedTexts: "pairs",
        ContentByName: "sections",
        DottedLines: "dotted",
        OneOrMore: "names",
        ListOf: "rewards",
        Texts: "lines",
    },
    "number": {Number: "number"},
    "text": {Flag: "flag", ChoiceField: "choice"},
}
"""What is typed into a field of the schema, and how it looks: the first that it is."""


def _kind(field: Plain) -> tuple[FieldKind, str, str]:
    """Return what is typed into a field, how it looks, and which kind of part it names."""
    of = field.kind if isinstance(field, (Ref, Refs)) else ""
    for typed, looks in _LOOKS.items():
        for kind, look in looks.items():
            if isinstance(field, kind):
                return typed, look, of
    return "text", "area" if field.key in LONG else "text", ""

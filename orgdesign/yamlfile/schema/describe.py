"""The JSON Schema of an organisation file, out of the very shapes that check it."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from orgdesign.yamlfile.schema.agreements import ChoiceList, RuleField, RuleShape
from orgdesign.yamlfile.schema.dotted_lines import DottedLines
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Number, Plain, Text, Texts
from orgdesign.yamlfile.schema.file import OrganisationShape
from orgdesign.yamlfile.schema.free import (
    LANGUAGE,
    AttributesField,
    ContentByName,
    Language,
    NamedTexts,
    OneOrMore,
)
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.messages import NUMBER
from orgdesign.yamlfile.schema.nested_shapes import ById, ListOf, ListOfKinds, NestedShape, Words
from orgdesign.yamlfile.schema.shapes import FOREIGN, Shape, shape
from orgdesign.yamlfile.schema.theme import COLOUR, Colour

Json = dict[str, Any]

# Editors read a plain 012, no or 3.5 as a number or a truth; in the file it is a text.
_WORDS = ["string", "number", "boolean"]
# Letters, marks and digits of any script, - and _: said by what they are not, as the pattern
# languages of editors do not agree on how to name letters.
_ID = r"^[^\s!-,./:-@\[-^`{-~]+$"

REFERS = "x-refers-to"
"""The annotation that says which kind of part an id is of, for the source pane to complete."""


def json_schema() -> Json:
    """Return the format as a JSON Schema (draft 2020-12) that editors complete from."""
    definitions: Json = {}
    root = _mapping(OrganisationShape, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Organisation",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _refer(kind: type[Shape], definitions: Json) -> Json:
    name = kind.__name__.removesuffix("Shape")
    if name not in definitions:
        definitions[name] = {}  # an outcome holds outcomes: said before it is written
        definitions[name] = _mapping(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _mapping(kind: type[Shape], definitions: Json) -> Json:
    fields = shape(kind).parts
    required = [field.key for field in fields if field.required]
    return {
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object" if required else ["object", "null"],
        "properties": {field.key: _property(field, definitions) for field in fields},
        **({"required": required} if required else {}),
        **({"oneOf": [{"required": [key]} for key in kind.one_of]} if kind.one_of else {}),
        "patternProperties": {f"^{FOREIGN}": {}},
        "additionalProperties": False,
    }


def _property(field: Plain, definitions: Json) -> Json:
    told = {
        "title": field.key.replace("_", " ").capitalize(),
        "description": field.about,
        **_value(field, definitions),
    }
    return told if field.required else _or_nothing(told)


def _or_nothing(told: Json) -> Json:
    """Allow a key with nothing after it, which means that the field is absent."""
    if "enum" in told:
        return {**told, "enum": [*told["enum"], None]}
    if "anyOf" in told:
        return {**told, "anyOf": [*told["anyOf"], {"type": "null"}]}
    if "$ref" in told:
        return {**told, "anyOf": [{"$ref": told.pop("$ref")}, {"type": "null"}]}
    kinds = told["type"] if isinstance(told["type"], list) else [told["type"]]
    return {**told, "type": [*kinds, "null"]}


@singledispatch
def _value(field: Plain, definitions: Json) -> Json:
    raise TypeError(f"{field!r} has no description")


@_value.register
def _(field: Text, definitions: Json) -> Json:
    return {"type": _WORDS, "pattern": r"\S"} if field.required else {"type": _WORDS}


@_value.register
def _(field: Colour, definitions: Json) -> Json:
    return {"type": _WORDS, "pattern": f"^\\s*(?:{COLOUR.pattern})\\s*$"}


@_value.register
def _(field: Language, definitions: Json) -> Json:
    return {"type": _WORDS, "pattern": f"^(?:{LANGUAGE.pattern})$"}


@_value.register
def _(field: Number, definitions: Json) -> Json:
    bounds = {"minimum": field.least, "maximum": field.most}
    told: Json = {key: bound for key, bound in bounds.items() if bound is not None}
    return {"type": ["number", "string"], "pattern": f"^\\s*(?:{NUMBER.pattern})\\s*$", **told}


@_value.register
def _(field: Flag, definitions: Json) -> Json:
    words = ["yes", "no", "true", "false"]
    cased = [word.capitalize() for word in words] + [word.upper() for word in words]
    return {"enum": [*words[:2], True, False, *words[2:], *cased]}


@_value.register
def _(field: ChoiceField, definitions: Json) -> Json:
    return {"enum": list(field.options)}


@_value.register
def _(field: Ref, definitions: Json) -> Json:
    return {"type": _WORDS, REFERS: field.kind}


@_value.register
def _(field: NewId, definitions: Json) -> Json:
    return {"type": _WORDS, "pattern": _ID}


@_value.register
def _(field: Texts, definitions: Json) -> Json:
    return {"type": "array", "items": {"type": _WORDS}}


@_value.register
def _(field: Refs, definitions: Json) -> Json:
    least = {"minItems": field.least} if field.least else {}
    items = {"type": _WORDS, REFERS: field.kind}
    return {"type": "array", "items": items, "uniqueItems": True, **least}


@_value.register
def _(field: OneOrMore, definitions: Json) -> Json:
    return {"type": [*_WORDS, "array"], "items": {"type": _WORDS}}


@_value.register
def _(field: ChoiceList, definitions: Json) -> Json:
    return {"type": "array", "items": {"enum": list(field.options)}}


@_value.register
def _(field: NamedTexts, definitions: Json) -> Json:
    return _by_name({"type": [*_WORDS, "null"]})


@_value.register
def _(field: AttributesField, definitions: Json) -> Json:
    return _by_name({"type": [*_WORDS, "array", "null"], "items": {"type": _WORDS}})


@_value.register
def _(field: ContentByName, definitions: Json) -> Json:
    return _by_name({})


def _by_name(value: Json) -> Json:
    names = {"pattern": r"\S"}
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


@_value.register
def _(field: DottedLines, definitions: Json) -> Json:
    alone = {"type": _WORDS, REFERS: field.kind}
    return {"type": "array", "items": {"anyOf": [_refer(field.line, definitions), alone]}}


@_value.register
def _(field: RuleField, definitions: Json) -> Json:
    return {"anyOf": [_refer(RuleShape, definitions), {"enum": list(field.word.options)}]}


@_value.register
def _(field: NestedShape, definitions: Json) -> Json:
    return _refer(field.kind, definitions)


@_value.register
def _(field: ById, definitions: Json) -> Json:
    value = _refer(field.kind, definitions)
    if field.ids:
        properties = dict.fromkeys(field.ids, value)
        return {"type": "object", "properties": properties, "additionalProperties": False}
    if field.free:
        return _by_name(value)
    return {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": value}


@_value.register
def _(field: Words, definitions: Json) -> Json:
    value = _or_nothing(_value(field.field, definitions))
    if not field.ids:
        return {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": value}
    properties = dict.fromkeys(field.ids, value)
    return {"type": "object", "properties": properties, "additionalProperties": False}


@_value.register
def _(field: ListOf, definitions: Json) -> Json:
    return {"type": "array", "items": _refer(field.kind, definitions)}


@_value.register
def _(field: ListOfKinds, definitions: Json) -> Json:
    kinds = list(field.kinds)
    items = {
        "type": "object",
        "required": [field.told_by],
        "properties": {field.told_by: {"enum": kinds}},
        "allOf": [
            _conditional(field.told_by, kind, field.kinds[kind], definitions) for kind in kinds
        ],
    }
    return {"type": "array", "items": items}


def _conditional(key: str, word: str, kind: type[Shape], definitions: Json) -> Json:
    condition = {"properties": {key: {"const": word}}, "required": [key]}
    return {"if": condition, "then": _refer(kind, definitions)}

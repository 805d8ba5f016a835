"""What the form of a change asks for: the fields of its shape, in the words of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from orgdesign.designs.replay import MAKERS
from orgdesign.web.designs.change_kinds import KINDS, LABELS, NOTHING, REQUIRED, SHARED
from orgdesign.web.kit import SchemaField, schema_fields
from orgdesign.web.kit import field_label as part_label
from orgdesign.yamlfile.schema import CHANGE_SHAPES, SplitPartShape

GIVEN: Mapping[str, str] = {
    "rename": "function",
    "align": "function",
    "change-function": "function",
    "change-role": "role",
    "reward": "role",
    "change-outcome": "outcome",
    "change-measure": "measure",
    "change-handoff": "handoff",
    "change-stage": "stage",
}
"""The kinds whose form starts from what a part says now, and which part that is."""
PARTIAL = (
    "change-function",
    "change-role",
    "change-outcome",
    "change-measure",
    "change-handoff",
    "change-stage",
)
"""The kinds that say only what becomes different."""
MERGED = "into"
LAST = ("phase", "owner")
WHY = (
    *("purpose", "reason", "risk", "feedback"),
    *("decision-status", "decision-by", "decision-date", "decision-note"),
    *("one_off", "after", "options"),
)
"""The fields that say why a change is made, what was decided, and on what it depends."""
ABOUT_ITSELF = ("change", "id", *LAST, *WHY)


def label(kind: str, field: SchemaField) -> str:
    """Return what stands over a field."""
    said = LABELS.get((kind, field.name))
    if (
        not said
        and field.name == KINDS[kind].subject
        and field.look == "part"
        and kind != "appoint"
    ):
        return field.name.capitalize().replace("Handoff", "Hand-off")
    return said or SHARED.get(field.name) or part_label(field)


def nothing(kind: str, field: SchemaField) -> str:
    """Return what a choice says when nothing is chosen."""
    said = {"phase": "None: before the first phase", "owner": "Nobody named"}
    return NOTHING.get((kind, field.name)) or said.get(field.name) or "Not said"


@cache
def fields_of(kind: str) -> tuple[SchemaField, ...]:
    """Return the fields that the form of a kind of change has: phase, owner and why at the end."""
    every = {field.name: field for field in schema_fields(CHANGE_SHAPES[kind])}
    if kind == "merge":  # a new id is made of the name
        every[MERGED] = SchemaField(
            MERGED, (MERGED,), "goes on as", "part", "function", look="part"
        )
    itself = {*ABOUT_ITSELF} - {*CHANGE_SHAPES[kind].sets}
    hidden = {"id", MAKERS.get(kind, "")}
    asked = [
        _field_of_change(kind, field)
        for name, field in every.items()
        if name not in itself | hidden
    ]
    last = (replace(every[name], about="") for name in LAST)
    return (*_subject_first(kind, asked), *last, *(every[name] for name in WHY if name in itself))


def why_names(kind: str) -> frozenset[str]:
    """Return the fields that say why a change of a kind is made, rather than what it is."""
    return frozenset(WHY) - frozenset(CHANGE_SHAPES[kind].sets)


def _field_of_change(kind: str, field: SchemaField) -> SchemaField:
    is_said = field.name == KINDS[kind].subject
    about = (
        "" if is_said or ((kind, field.name) in LABELS and field.look == "part") else field.about
    )
    return replace(field, about=about, required=field.required or (kind, field.name) in REQUIRED)


def _subject_first(kind: str, asked: list[SchemaField]) -> list[SchemaField]:
    named = KINDS[kind].subject
    return sorted(asked, key=lambda field: field.name != named)


@cache
def part_fields() -> tuple[SchemaField, ...]:
    """Return the fields of one of the functions that a split makes."""
    return tuple(schema_fields(SplitPartShape))

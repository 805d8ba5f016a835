"""What the form of a change asks for: the fields of its shape, in the words of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from orgdesign.web.kit import SchemaField, schema_fields
from orgdesign.web.kit import field_label as part_label
from orgdesign.yamlfile.schema.designs import CHANGES, NewFunctionShape

IDS: Mapping[str, str] = {"add": "function", "add-role": "role"}
"""The key under which a change says the id of what it makes; the program makes it of the name."""
GIVEN: Mapping[str, str] = {
    "rename": "function",
    "align": "function",
    "change-role": "role",
    "reward": "role",
    "change-measure": "measure",
}
"""The kinds whose form starts from what a part says now, and which part that is."""
PARTIAL = ("change-role", "change-measure")
"""The kinds that say only what becomes different."""
MERGED = "into"
WHOLE = ("change", "phase", "owner", "id", "after", "options")
LAST = ("phase", "owner")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change as people choose it: what it does, and what their choices are about."""

    name: str
    does: str
    about: str
    subject: str = ""


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("move", "Move a function", "It reports to another function.", "function"),
        Kind("add", "Add a function", "A function that there is not today.", "name"),
        Kind("rename", "Rename a function", "It gets another name.", "function"),
        Kind("merge", "Merge functions", "Two or more become one.", "functions"),
        Kind("split", "Split a function", "It becomes several.", "function"),
        Kind(
            "retire",
            "Retire a function",
            "It ends; those that report to it report to another.",
            "function",
        ),
        Kind(
            "align",
            "Align a function",
            "The customer outcome that it serves, and what it contributes.",
            "function",
        ),
        Kind(
            "appoint",
            "Appoint an accountable role",
            "A role answers for a function, an outcome or a hand-off.",
            "function",
        ),
        Kind("add-role", "Add a role", "A seat that there is not today.", "title"),
        Kind(
            "change-role",
            "Change a role",
            "What it answers for and decides. What is left empty stays as it is.",
            "role",
        ),
        Kind("move-role", "Move a role", "It belongs to another function.", "role"),
        Kind("retire-role", "Retire a role", "The seat ends.", "role"),
        Kind(
            "change-measure",
            "Change a measure",
            "Where it should get to, and how. What is left empty stays as it is.",
            "measure",
        ),
        Kind("reward", "Change a reward", "What a role is paid for from now on.", "role"),
    )
}
GROUPS: Mapping[str, tuple[str, ...]] = {
    "Functions": ("move", "add", "rename", "merge", "split", "retire", "align", "appoint"),
    "Roles": ("add-role", "change-role", "move-role", "retire-role", "reward"),
    "Measures": ("change-measure",),
}

LABELS: Mapping[tuple[str, str], str] = {
    ("move", "reports_to"): "It then reports to",
    ("rename", "name"): "New name",
    ("merge", "functions"): "Functions that become one",
    ("merge", "name"): "Name of the one",
    ("merge", "into"): "It goes on as",
    ("retire", "reports_to"): "Those that report to it then report to",
    ("appoint", "accountable"): "Role that answers for it",
    ("appoint", "function"): "Function it answers for",
    ("appoint", "outcome"): "Or the outcome",
    ("appoint", "handoff"): "Or the hand-off",
    ("move-role", "function"): "Function that it then belongs to",
    ("change-role", "title"): "New title",
    ("change-measure", "name"): "New name",
}
NOTHING: Mapping[tuple[str, str], str] = {
    ("move", "reports_to"): "Nobody: it is at the top",
    ("add", "reports_to"): "Nobody: it is at the top",
    ("retire", "reports_to"): "What it reported to itself",
    ("merge", "into"): "None of them: it is new",
}
SHARED: Mapping[str, str] = {"phase": "Phase", "owner": "Who makes it happen"}
REQUIRED = {("merge", "name")}


def label(kind: str, field: SchemaField) -> str:
    """Return what stands over a field."""
    if field.name == KINDS[kind].subject and field.look == "part" and kind != "appoint":
        return field.name.capitalize()
    return LABELS.get((kind, field.name)) or SHARED.get(field.name) or part_label(field)


def nothing(kind: str, field: SchemaField) -> str:
    """Return what a choice says when nothing is chosen."""
    said = {"phase": "None: before the first phase", "owner": "Nobody named"}
    return NOTHING.get((kind, field.name)) or said.get(field.name) or "Not said"


@cache
def fields_of(kind: str) -> tuple[SchemaField, ...]:
    """Return the fields that the form of a kind of change has, its phase and owner last."""
    every = {field.name: field for field in schema_fields(CHANGES[kind])}
    if kind == "merge":  # a new id is made of the name
        every[MERGED] = SchemaField(
            MERGED, (MERGED,), "goes on as", "part", "function", look="part"
        )
    hidden = {"change", IDS.get(kind, "")}
    asked = [_asked(kind, field) for name, field in every.items() if name not in (*WHOLE, *hidden)]
    last = (replace(every[name], about="") for name in LAST)
    return (*_subject_first(kind, asked), *last)


def _asked(kind: str, field: SchemaField) -> SchemaField:
    is_said = (kind, field.name) in LABELS or field.name == KINDS[kind].subject
    about = "" if is_said else field.about
    return replace(field, about=about, required=field.required or (kind, field.name) in REQUIRED)


def _subject_first(kind: str, asked: list[SchemaField]) -> list[SchemaField]:
    named = KINDS[kind].subject
    return sorted(asked, key=lambda field: field.name != named)


@cache
def part_fields() -> tuple[SchemaField, ...]:
    """Return the fields of one of the functions that a split makes."""
    return tuple(schema_fields(NewFunctionShape))

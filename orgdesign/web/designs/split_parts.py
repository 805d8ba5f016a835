"""The functions that a split makes, as fields of one form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from orgdesign.web.designs.change_fields import MERGED, part_fields
from orgdesign.web.kit import SchemaField, new_id

if TYPE_CHECKING:
    from orgdesign.web.designs.change_form import ChangeForm

INTO = "into-"
"""How the names of the fields of the parts begin: ``into-0-name``."""


def split_fields(count: int) -> Iterator[SchemaField]:
    """Yield the fields of each of so many parts: its id, where it has one, and what it says."""
    for number in range(count):
        yield SchemaField(f"{INTO}{number}-id", (MERGED, number, "id"), "id", look="id")
        for field in part_fields():
            name = f"{INTO}{number}-{field.name}"
            yield replace(field, name=name, path=(MERGED, number, *field.path), required=False)


def numbers_of(form: ChangeForm) -> list[int]:
    """Return the numbers of the parts that a form has fields for."""
    return [
        int(str(field.path[1]))
        for field in form.schema_fields()
        if field.path[:1] == (MERGED,) and field.path[-1] == "name"
    ]


def fields_of_part(form: ChangeForm, number: int) -> list[SchemaField]:
    """Return the fields of one part, without its id."""
    return [
        field
        for field in form.schema_fields()
        if field.path[:2] == (MERGED, number) and field.path[2:] != ("id",)
    ]


def plain(field: SchemaField) -> SchemaField:
    """Return the field of a part as the field of a function that is added."""
    return next(one for one in part_fields() if one.path == field.path[2:])


def parts_said(form: ChangeForm, value: Any, taken: Collection[str]) -> dict[str, object]:
    """Return the parts that have a name, by id; a new one gets an id made of its name."""
    said: dict[str, object] = {}
    for number in numbers_of(form):
        name = str(form.values[f"{INTO}{number}-name"])
        if name:
            kept = str(form.values.get(f"{INTO}{number}-id", ""))
            id_ = kept or new_id(name, {*taken, *said})
            said[id_] = _part_values(form, number, value)
    return said


def _part_values(form: ChangeForm, number: int, value: Any) -> dict[str, object]:
    said: dict[str, Any] = {}
    for field in fields_of_part(form, number):
        answer = value(field)
        if answer in (None, "", []):
            continue
        inner = said
        for key in field.path[2:-1]:
            inner = inner.setdefault(str(key), {})
        inner[str(field.path[-1])] = answer
    return said

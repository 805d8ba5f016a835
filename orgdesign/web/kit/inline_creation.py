"""Roles, measures and outcomes that are made while the form of another part is filled in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from orgdesign.model import DESIRED, Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.kit.form import NEW, Form, FormData, FormField, ids_of
from orgdesign.web.kit.labels import note_unknown_labels
from orgdesign.web.kit.new_parts import new_measure, new_outcome, new_role
from orgdesign.web.kit.shape_fields import UNDER
from orgdesign.yamlfile.editing import Edit


@value_object
class InlineCreate:
    """A kind of part that can be made on the spot: what makes it, and what people read."""

    make: Callable[[Organisation, str], tuple[str, list[Edit]]]
    choice: str
    asks: str
    missing: str


MAKING = {
    "role": InlineCreate(
        new_role,
        "A new role…",
        "Title of the new role",
        "Write the title of the new role, or choose one.",
    ),
    "measure": InlineCreate(
        new_measure,
        "A new measure…",
        "Name of the new measure",
        "Write the name of the new measure, or choose one.",
    ),
    "outcome": InlineCreate(
        partial(new_outcome, under=DESIRED),
        "A new outcome…",
        "The new outcome: what the customer gets, in the customer's words",
        "Write what the customer gets, or choose an outcome.",
    ),
}


def inline_create(field: FormField) -> InlineCreate | None:
    """Return how the part that a field names is made on the spot, where it can be."""
    return MAKING.get(field.of) if field.kind == "part" and field.name != UNDER else None


def creating_edits(form: Form, said: FormData, organisation: Organisation) -> list[Edit]:
    """Return what makes the parts that were written on the spot, and note them in the form."""
    edits: list[Edit] = []
    for name, field in form.fields.items():
        how, typed = inline_create(field), str(form.values[name])
        if how is None:
            continue
        form.extra[f"{name}.new"] = " ".join(said.get(f"{name}.new", "").split())
        is_unknown = typed not in ids_of(organisation, field.of)
        words = form.extra[f"{name}.new"] if typed == NEW else typed
        if typed == NEW and not words:
            form.errors[name] = how.missing
        elif typed == NEW or (typed and is_unknown and said.get("make") == name):
            form.made[name], new = how.make(organisation, words)
            edits += new
    return edits


def check_with_creation(form: Form, said: FormData, organisation: Organisation) -> list[Edit]:
    """Note what is wrong in a form, and return what makes the parts that it makes on the spot."""
    edits = creating_edits(form, said, organisation)
    note_unknown_labels(form, said, organisation)
    form.check(organisation)
    return edits

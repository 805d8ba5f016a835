"""Parts of which there are too many for a list are chosen by their words, as people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from orgdesign.model import Organisation
from orgdesign.web.kit.form import Form, FormData, FormField, ids_of
from orgdesign.web.kit.free_fields import DottedField
from orgdesign.web.kit.label_index import LabelIndex

Named = Callable[[str], LabelIndex]
"""From a kind of parts to these by their words."""


def resolve_labels(said: FormData, fields: Iterable[FormField], named: Named) -> FormData:
    """Return what was said, with ids for words; words that name nothing stay.

    A field that is typed into says which id it was drawn with; one that holds several ids comes
    with ``more`` fields to type into.
    """
    meant = said.copy()
    for field in fields:
        name, more = field.name, said.getlist(f"{field.name}.more")
        if f"drawn.{name}" in said:
            drawn, words = said[f"drawn.{name}"], said.get(name, "")
            is_same = words.split() == said.get(f"was.{name}", "").split()
            meant[name] = drawn if is_same else _id(field, words, named)
            meant[f"was.{name}"] = drawn
        if isinstance(field, DottedField) and f"{name}.to" in said:
            labels = named(field.leads_to)
            ends = said.getlist(f"{name}.to")
            meant.setlist(f"{name}.to", [_end_id(labels, words) for words in ends])
        for words in filter(str.strip, more):
            meant.add(name, _id(field, words, named))
    return meant


def _end_id(labels: LabelIndex, words: str) -> str:
    """Return the id of what a dotted line leads to; what nothing is called is no id at all."""
    if words in labels.words:
        return words
    found = labels.id(words)
    return "?" if found is None else found


def _id(field: FormField, words: str, named: Named) -> str:
    found = named(field.of).id(words)
    return " ".join(words.split()) if found is None else found


def note_unknown_labels(form: Form, said: FormData, organisation: Organisation) -> None:
    """Note beside each field that is typed into which of its words name nothing."""
    for field in form.changed_fields():
        name, typed = field.name, form.values[field.name]
        if name in form.made or not (f"drawn.{name}" in said or f"{name}.more" in said):
            continue
        known = ids_of(organisation, field.of)
        all_ = [typed] if isinstance(typed, str) else typed
        strange = next((one for one in all_ if one and one not in known), None)
        if strange:
            told = f"No {field.of} is called “{strange}”. Choose one from the list."
            form.errors[name] = told

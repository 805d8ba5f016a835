"""Roles and functions that a form names by the words that people know, however many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import request
from werkzeug.datastructures import MultiDict

from orgdesign.web.kit import Form, FormData, LabelIndex, PartForm, SchemaField
from orgdesign.yamlfile.tree import Path


def in_ids(typed: FormData, offers: Mapping[str, LabelIndex]) -> FormData:
    """Return what was sent, with ids for the words typed; words that nothing has stay."""
    said: FormData = MultiDict(typed)
    for name, offer in offers.items():
        for each in (name, f"was.{name}"):
            if each in said:
                words = said[each]
                said[each] = offer.id(words) or words
    return said


def tell_unknown(form: Form, offers: Mapping[str, LabelIndex]) -> None:
    """Note beside each field whose words nothing in the file has."""
    for field in form.changed_fields():
        typed = str(form.values[field.name])
        if field.name in offers and typed and typed not in offers[field.name].words:
            form.errors[field.name] = f"No {field.of} is called “{typed}”. Choose one of the list."


def sent_form(fields: Sequence[SchemaField], part: Path, offers: Mapping[str, LabelIndex]) -> Form:
    """Return the form that was sent, with parts for the words typed."""
    form = PartForm.from_request(fields, part, in_ids(request.form, offers))
    tell_unknown(form, offers)
    return form

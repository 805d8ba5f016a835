"""The form of a function: what it serves, what it contributes, who is accountable."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, current_app, request

from orgdesign.model import DESIRED, Function, Organisation
from orgdesign.web.canvas import FUNCTION_FIELDS, ChartScreen
from orgdesign.web.kit import (
    NEW,
    Answer,
    Form,
    find_file,
    labels_of,
    new_outcome,
    new_role,
    note_unknown_labels,
    resolve_labels,
    save_form,
)
from orgdesign.yamlfile.editing import Edit

pages = Blueprint("function_form", __name__)


@pages.post("/o/<key>/functions/<part>")
def save_function(key: str, part: str) -> Answer:
    """Save what the form of a function says."""
    file = find_file(key)
    screen, edition = ChartScreen(file, key), file.now()
    organisation, source = edition.organisation, edition.source
    found = _function(organisation, part)
    if organisation is None or source is None or found is None:
        return screen.on_missing(
            Form.from_request(FUNCTION_FIELDS, ("functions", ""), request.form)
        )
    said = resolve_labels(request.form, FUNCTION_FIELDS, partial(labels_of, edition))
    form = Form.from_request(FUNCTION_FIELDS, ("functions", found.id), said)
    form.keep_order()
    made = [*_made_outcome(form, organisation), *_made_role(form, organisation)]
    _say_each_once(form)
    note_unknown_labels(form, request.form, organisation)
    form.check(organisation)
    sentence = f"{found.name}: {form.changed_labels(source)}"
    return save_form(file, form, [*made, *form.edits()], sentence, screen)


def _function(organisation: Organisation | None, part: str) -> Function | None:
    settings = current_app.extensions["settings"]
    functions = organisation.functions if organisation else {}
    return functions.get(settings.find("function", part, functions))


def _made_outcome(form: Form, organisation: Organisation) -> list[Edit]:
    """Return what makes the outcome that was written on the spot."""
    statement = _made_in_search(form, "outcome")
    if form.values.get("outcome") != NEW and not statement:
        return []
    statement = statement or _remember_words(form, "outcome.new")
    under = _remember_words(form, "outcome.under") or DESIRED
    if not statement:
        form.errors["outcome"] = "Write what the customer gets, or choose an outcome."
        return []
    form.made["outcome"], edits = new_outcome(organisation, statement, under)
    return edits


def _made_role(form: Form, organisation: Organisation) -> list[Edit]:
    """Return what makes the role that was written on the spot."""
    title = _made_in_search(form, "accountable")
    if form.values.get("accountable") != NEW and not title:
        return []
    title = title or _remember_words(form, "accountable.new")
    if not title:
        form.errors["accountable"] = "Write the title of the new role, or choose one."
        return []
    form.made["accountable"], edits = new_role(organisation, title)
    return edits


def _made_in_search(form: Form, name: str) -> str:
    """Return the words of what is to be made of what a field that searches did not find."""
    is_meant = request.form.get("make") == name and f"drawn.{name}" in request.form
    typed = " ".join(request.form.get(name, "").split()) if is_meant else ""
    return typed if form.values.get(name) == typed else ""


def _remember_words(form: Form, name: str) -> str:
    form.extra[name] = " ".join(request.form.get(name, "").split())
    return form.extra[name]


def _say_each_once(form: Form) -> None:
    """Take the outcome that a function serves out of the further ones."""
    also = form.values.get("also")
    if isinstance(also, list):
        form.values["also"] = [one for one in also if one != form.submitted_value("outcome")]

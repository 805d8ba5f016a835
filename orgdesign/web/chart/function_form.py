"""The form of a function: what it serves, what it contributes, who is accountable."""

from __future__ import annotations

from flask import Blueprint, current_app, request

from orgdesign.model import DESIRED, Function, Organisation
from orgdesign.web.canvas import FUNCTION_FIELDS, ChartScreen
from orgdesign.web.kit import NEW, Answer, Form, find_file, new_outcome, new_role, save_form
from orgdesign.yamlfile.editing import Edit

pages = Blueprint("function_form", __name__)


@pages.post("/o/<key>/functions/<part>")
def save_function(key: str, part: str) -> Answer:
    """Save what the form of a function says."""
    file = find_file(key)
    screen = ChartScreen(file, key)
    organisation = file.now().organisation
    found = _function(organisation, part)
    if organisation is None or found is None:
        return screen.on_missing(
            Form.from_request(FUNCTION_FIELDS, ("functions", ""), request.form)
        )
    form = Form.from_request(FUNCTION_FIELDS, ("functions", found.id), request.form)
    form.keep_order()
    made = [*_made_outcome(form, organisation), *_made_role(form, organisation)]
    _say_each_once(form)
    form.check(organisation)
    return save_form(file, form, [*made, *form.edits()], _sentence(form, found), screen)


def _function(organisation: Organisation | None, part: str) -> Function | None:
    settings = current_app.extensions["settings"]
    functions = organisation.functions.values() if organisation else ()
    return next((one for one in functions if settings.key("function", one.id) == part), None)


def _made_outcome(form: Form, organisation: Organisation) -> list[Edit]:
    """Return what makes the outcome that was written on the spot."""
    if form.values.get("outcome") != NEW:
        return []
    statement = _written(form, "outcome.new")
    under = _written(form, "outcome.under") or DESIRED
    if not statement:
        form.errors["outcome"] = "Write what the customer gets, or choose an outcome."
        return []
    form.made["outcome"], edits = new_outcome(organisation, statement, under)
    return edits


def _made_role(form: Form, organisation: Organisation) -> list[Edit]:
    """Return what makes the role that was written on the spot."""
    if form.values.get("accountable") != NEW:
        return []
    title = _written(form, "accountable.new")
    if not title:
        form.errors["accountable"] = "Write the title of the new role, or choose one."
        return []
    form.made["accountable"], edits = new_role(organisation, title)
    return edits


def _written(form: Form, name: str) -> str:
    form.extra[name] = " ".join(request.form.get(name, "").split())
    return form.extra[name]


def _say_each_once(form: Form) -> None:
    """Take the outcome that a function serves out of the further ones."""
    also = form.values.get("also")
    if isinstance(also, list):
        form.values["also"] = [one for one in also if one != form.submitted("outcome")]


def _sentence(form: Form, function: Function) -> str:
    """Return the change in words: ``Legal: customer outcome, contribution``."""
    return f"{function.name}: {', '.join(field.label for field in form.changed())}"

"""Views that the file keeps: to choose one, to keep what is on screen as one, to take one out."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, redirect, request, url_for

from orgdesign.model import View
from orgdesign.plates import PLATES
from orgdesign.web.canvas import ChartPage, ChartScreen, requested_chart_page
from orgdesign.web.kit import Answer, Form, Settings, new_id, save_form
from orgdesign.web.views.named_view import view_state_of, view_values
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set

pages = Blueprint("views", __name__)

LONGEST_NAME = 120
NEEDED = "Write what this view is called."
GONE = "That view is no longer in the file. Nothing was changed."


@pages.get("/o/<key>/views/<named>")
def show_view(key: str, named: str) -> Answer:
    """Lead to what a view of the file shows."""
    page = requested_chart_page(key)
    found = _view(page, named) or abort(404)
    structure = view_state_of(found, page, _settings()).structure
    if found.view in PLATES:
        return redirect(url_for("plates.show_plate", plate=found.view, structure=structure), 303)
    if found.view == "table":
        return redirect(url_for("table.show_table"), 303)
    place = view_state_of(found, page, _settings())
    reveal = {"reveal": "1"} if place.reveals else {}
    return redirect(place.address(**reveal), 303)


@pages.post("/o/<key>/views")
def save_view(key: str) -> Answer:
    """Keep what is on screen in the file, under a name; one of that name becomes this."""
    page = requested_chart_page(key)
    name = " ".join(request.form.get("name", "").split())[:LONGEST_NAME]
    form, organisation = _form(), page.edition.organisation
    if not name or organisation is None:
        form.message = NEEDED
        return save_form(page.file, form, [], "", ChartScreen(page.file, key))
    same = [one for one in organisation.views.values() if one.name.casefold() == name.casefold()]
    values = view_values(page, name)
    edit: Edit = (
        Set(("views", same[0].id), values)
        if same
        else Add(("views",), new_id(name, organisation.views), values)
    )
    sentence = f"The view {name} is kept in the file"
    return save_form(page.file, form, [edit], sentence, ChartScreen(page.file, key))


@pages.post("/o/<key>/views/<named>/remove")
def remove_view(key: str, named: str) -> Answer:
    """Take a view out of the file."""
    page = requested_chart_page(key)
    found, form = _view(page, named), _form()
    if found is None:
        form.message = GONE
    edits = [Remove(("views", found.id))] if found else []
    said = f"The view {found.name} is taken out of the file" if found else ""
    return save_form(page.file, form, edits, said, ChartScreen(page.file, key))


def _view(page: ChartPage, key: str) -> View | None:
    organisation = page.edition.organisation
    views = organisation.views.values() if organisation else ()
    return next((one for one in views if page.key("view", one.id) == key), None)


def _form() -> Form:
    """Return a form over what the page showed when it was sent."""
    return Form(
        (), ("views", ""), request.form.get("base", "") or request.values.get("version", "")
    )


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings

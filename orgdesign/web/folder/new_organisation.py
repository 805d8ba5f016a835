"""A new organisation: a file in the folder, from scratch or from a sector of the library."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for

from orgdesign.library import SECTORS, UnusableName, beginning
from orgdesign.problems import OrgdesignError
from orgdesign.web.kit import Answer, Form, FormField, SubmissionLog, file_key
from orgdesign.workspace import Workspace, create_organisation_file

pages = Blueprint("new_organisation", __name__)

FIELDS = (FormField("name", (), "name"), FormField("sector", (), "sector"))
NEEDED = "Write what the organisation is called."
CHOICES = [("", "From scratch: a small example that teaches the file"), *SECTORS.items()]


def new_form() -> Form:
    """Return the form of a new organisation, with nothing in it yet."""
    form = Form(FIELDS, (), "")
    form.values.update({"name": "", "sector": ""})
    form.original.update(form.values)
    return form


@pages.app_context_processor
def offer() -> dict[str, object]:
    """Let the page of a folder's organisations show the form too."""
    return {"new_organisation": new_form, "sector_choices": CHOICES}


@pages.get("/new")
def ask_new() -> str:
    """Ask for the name and the sector."""
    _folder()
    return render_template("organisations/new_page.html", form=new_form())


@pages.post("/new")
def create_organisation() -> Answer:
    """Write the file and open it; one that is there is never touched."""
    workspace, form = _folder(), Form.from_request(FIELDS, (), request.form)
    name, sector = (str(form.values.get(field.name, "")) for field in FIELDS)
    if not name:
        form.errors["name"] = NEEDED
    elif sector and sector not in SECTORS:
        form.errors["sector"] = "Choose one from the list."
    if form.refused:
        return _asked_again(form, 422)
    submissions: SubmissionLog = current_app.extensions["submissions"]
    this = f"new {request.form.get('submission')} {name} {sector}"
    if not submissions.is_first(this):  # a second click
        return redirect(url_for("folder.list_organisations", all="yes"), 303)
    try:
        file = create_organisation_file(workspace, name, beginning(sector, name), _sentence(sector))
    except OrgdesignError as failure:
        submissions.forget(this)
        return _refused(form, failure)
    return redirect(url_for("chart.show_chart", key=file_key(file)), 303)


def _sentence(sector: str) -> str:
    return f"New from the library: {SECTORS[sector]}" if sector else "New from scratch"


def _refused(form: Form, failure: OrgdesignError) -> Answer:
    if isinstance(failure, UnusableName):
        form.errors["name"] = str(failure)
        return _asked_again(form, 422)
    form.message = str(failure)
    return _asked_again(form, 500)


def _asked_again(form: Form, status: int) -> Answer:
    return render_template("organisations/new_page.html", form=form), status


def _folder() -> Workspace:
    workspace: Workspace = current_app.extensions["workspace"]
    return workspace if workspace.is_folder else abort(404)

"""A new organisation: a file in the folder, from scratch or from a sector of the library."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for

from orgdesign.library import EXAMPLE, SECTORS, UnusableName, beginning
from orgdesign.problems import OrgdesignError
from orgdesign.resources import folder
from orgdesign.web.kit import (
    Answer,
    Form,
    FormField,
    SubmissionLog,
    current_workspace,
    file_key,
    parse_outline,
    plan_outline,
)
from orgdesign.workspace import Workspace, create_organisation_file
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import Edit, Set, apply

pages = Blueprint("new_organisation", __name__)

FIELDS = (
    FormField("name", (), "name"),
    FormField("sector", (), "sector"),
    FormField("statement", (), "what the customer gets"),
    FormField("outline", (), "functions"),
)
BLANK = b"organization: New\noutcome:\n  statement: New\n"
UNSAID = "Say what your customer gets"
EXAMPLES = {
    "northwind": "Northwind Insurance",
    "software": "Quillon Software",
    "hospital": "A hospital",
}
NEEDED = "Write what the organisation is called."
CHOICES = [
    ("", "From scratch: what I write here, or a small example that teaches the file"),
    *SECTORS.items(),
]


def new_form() -> Form:
    """Return the form of a new organisation, with nothing in it yet."""
    form = Form(FIELDS, (), "")
    form.values.update({field.name: "" for field in FIELDS})
    form.original.update(form.values)
    return form


@pages.app_context_processor
def offer() -> dict[str, object]:
    """Let the page of a folder's organisations show the form too."""
    return {"new_organisation": new_form, "sector_choices": CHOICES, "examples": EXAMPLES}


@pages.get("/new")
def ask_new() -> str:
    """Ask for the name and the sector."""
    _folder()
    return render_template("organisations/new_page.html", form=new_form())


@pages.post("/new")
def create_organisation() -> Answer:
    """Write the file and open it; one that is there is never touched."""
    workspace, form = _folder(), Form.from_request(FIELDS, (), request.form)
    name, sector = (str(form.values.get(each, "")) for each in ("name", "sector"))
    outline = form.values["outline"] = request.form.get("outline", "")
    if not name:
        form.errors["name"] = NEEDED
    elif sector and sector not in SECTORS:
        form.errors["sector"] = "Choose one from the list."
    if form.is_refused:
        return _asked_again(form, 422)
    submissions: SubmissionLog = current_app.extensions["submissions"]
    this = f"new {request.form.get('submission')} {name} {sector}"
    if not submissions.is_first(this):  # a second click
        return redirect(url_for("folder.list_organisations", all="yes"), 303)
    try:
        text = _text(name, sector, str(form.values.get("statement", "")), outline)
        file = create_organisation_file(workspace, name, text, _sentence(sector))
    except OrgdesignError as failure:
        submissions.forget(this)
        return _refused(form, failure)
    wrote = outline.strip() or form.values.get("statement")
    if wrote and not sector and not outline.strip():
        return redirect(url_for("outline.show_outline", key=file_key(file)), 303)
    return redirect(url_for("chart.show_chart", key=file_key(file)), 303)


def _text(name: str, sector: str, statement: str, outline: str) -> str:
    """Return what the file says: of the sector, what was written, or the starter."""
    lines = parse_outline(outline)
    if sector or not (statement or lines):
        return beginning(sector, name)
    said: list[Edit] = [
        Set(("organization",), name),
        Set(("outcome", "statement"), statement or UNSAID),
    ]
    begun = apply(read(BLANK, ""), said).reading
    if lines and begun.organisation:
        begun = apply(begun, plan_outline(begun.organisation, lines).edits).reading
    return begun.source.text if begun.source else ""


@pages.post("/new/example")
def copy_example() -> Answer:
    """Copy an example into the folder and open it; the example itself is never edited."""
    workspace, name = _folder(), request.form.get("example", "")
    if name not in EXAMPLES:
        abort(404)
    text = (folder("examples") / f"{name}.yaml").read_text("utf-8")
    title = EXAMPLES[name]
    marked = apply(read(text.encode(), ""), [Set(("example",), EXAMPLE)]).reading.source
    text = marked.text if marked else text
    file = create_organisation_file(workspace, title, text, f"Copied from the examples: {title}")
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
    workspace = current_workspace()
    return workspace if workspace.is_folder else abort(404)

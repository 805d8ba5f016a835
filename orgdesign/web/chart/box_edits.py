"""What is done on the boxes of today's chart: add, rename, and move or align many at once."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, render_template, request

from orgdesign.charts import Box
from orgdesign.charts.boxes import function_id
from orgdesign.model import Function, Organisation
from orgdesign.web.canvas import ChartPage, ChartScreen, chart_page
from orgdesign.web.kit import (
    Answer,
    Choices,
    Form,
    Settings,
    counted,
    new_id,
    outcome_path,
    save_form,
    taken_ids,
)
from orgdesign.yamlfile.editing import Add, Edit, Set
from orgdesign.yamlfile.tree import Path

pages = Blueprint("box_edits", __name__)

LONGEST_NAME = 300
MOST_AT_ONCE = 2_000
NEEDED = "Write what it is called."
GONE = "That box is no longer in the file. Nothing was changed."


@pages.post("/o/<key>/boxes/add")
def add_function(key: str) -> Answer:
    """Add a function under the box that is chosen, or beside it."""
    page, name = chart_page(key), _name()
    organisation, box = page.edition.organisation, page.chosen_box
    form = _form(("functions", ""))
    if organisation is None or box is None or page.design:
        form.message = GONE
        return save_form(page.file, form, [], "", ChartScreen(page.file, key))
    if not name:
        form.message = NEEDED
    id_ = new_id(name or "function", taken_ids(organisation, "function"))
    is_beside = request.form.get("where") == "beside"
    data: Any = {"name": name, **_home(organisation, box, page, is_beside=is_beside)}
    settings: Settings = current_app.extensions["settings"]
    screen = ChartScreen(page.file, key, settings.key("box", function_id(id_)))
    return save_form(page.file, form, [Add(("functions",), id_, data)], f"New: {name}", screen)


def _home(
    organisation: Organisation, box: Box, page: ChartPage, *, is_beside: bool
) -> dict[str, object]:
    """Return what a new function says of where it hangs: whom it reports to, what it serves."""
    function = organisation.functions.get(box.subject) if box.kind == "function" else None
    by_outcome = page.shown in ("after", "both")
    if function is None:
        is_outcome = box.kind in ("outcome", "desired")
        return {"alignment": {"outcome": box.subject}} if is_outcome else {}
    above = function.reports_to if is_beside else function.id
    outcome = function.alignment.outcome if by_outcome else None
    return {
        **({"reports_to": above} if above else {}),
        **({"alignment": {"outcome": outcome}} if outcome else {}),
    }


@pages.post("/o/<key>/boxes/rename")
def rename_box(key: str) -> Answer:
    """Give the function, the outcome or the role that is chosen another name."""
    page, name = chart_page(key), _name()
    organisation, box = page.edition.organisation, page.chosen_box
    path = _name_path(organisation, box) if organisation and box and not page.design else None
    form = _form(path[:-1] if path else ("functions", ""))
    if path is None:
        form.message = GONE
    elif not name:
        form.message = NEEDED
    sentence = f"{box.title} is now {name}" if box else ""
    edits = [Set(path, name)] if path else []
    return save_form(page.file, form, edits, sentence, ChartScreen(page.file, key))


def _name_path(organisation: Organisation, box: Box) -> Path | None:
    """Return where the name of what a box shows stands; None where it has none."""
    if box.kind in ("function", "also") and box.subject in organisation.functions:
        return ("functions", box.subject, "name")
    if box.kind in ("outcome", "desired"):
        path = outcome_path(organisation, box.subject)
        return (*path, "statement") if path else None
    if box.kind == "role" and box.subject in organisation.roles:
        return ("roles", box.subject, "title")
    return None


@pages.get("/o/<key>/boxes/many")
def ask_many(key: str) -> Answer:
    """Show what can be done to several functions at once."""
    page = chart_page(key)
    organisation = page.edition.organisation
    return render_template(
        "organisation/many.html",
        page=page,
        functions=_functions_at(organisation, request.args.getlist("function")),
        choices=Choices(organisation) if organisation else None,
        keys=request.args.getlist("function"),
    )


@pages.post("/o/<key>/boxes/many")
def change_many(key: str) -> Answer:
    """Move several functions under another, or let them serve an outcome, as one change."""
    page = chart_page(key)
    organisation, said = page.edition.organisation, request.form
    functions = _functions_at(organisation, said.getlist("function"))
    form = _form(("functions", ""))
    edits: list[Edit] = []
    words: list[str] = []
    if organisation is None or not functions or page.design:
        form.message = GONE
    for field, path in (("reports_to", ("reports_to",)), ("outcome", ("alignment", "outcome"))):
        value = said.get(field, "")
        if value and organisation:
            edits += _set_all(organisation, functions, field, path, value, form)
            words.append("reporting line" if field == "reports_to" else "customer outcome")
    sentence = f"{counted(len(functions), 'function')}: {', '.join(words)}"
    return save_form(page.file, form, edits, sentence, ChartScreen(page.file, key))


def _set_all(
    organisation: Organisation,
    functions: list[Function],
    field: str,
    path: Path,
    value: str,
    form: Form,
) -> list[Edit]:
    known = organisation.functions if field == "reports_to" else _outcomes(organisation)
    if value not in known:
        form.message = "That is no longer in the file. Choose another."
        return []
    return [Set(("functions", one.id, *path), value) for one in functions if one.id != value]


def _outcomes(organisation: Organisation) -> dict[str, object]:
    return {outcome.id: outcome for outcome in organisation.outcome.walk()}


def _functions_at(organisation: Organisation | None, keys: list[str]) -> list[Function]:
    """Return the functions that keys of boxes stand for."""
    settings: Settings = current_app.extensions["settings"]
    wanted = set(keys[:MOST_AT_ONCE])
    functions = organisation.functions.values() if organisation else ()
    return [one for one in functions if settings.key("box", function_id(one.id)) in wanted]


def _name() -> str:
    return " ".join(request.form.get("name", "").split())[:LONGEST_NAME]


def _form(part: Path) -> Form:
    """Return a form over what the page showed when it was sent."""
    return Form((), part, request.form.get("base", "") or request.values.get("version", ""))

"""Moving a function: to another outcome in the after chart, to another parent in the before one."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, current_app, render_template, request

from orgdesign.charts import View
from orgdesign.model import Design
from orgdesign.web.canvas import (
    FUNCTION_FIELDS,
    LINES,
    ChartPage,
    ChartScreen,
    FunctionMove,
    FunctionPanel,
    requested_chart_page,
)
from orgdesign.web.kit import Answer, Form, save_form
from orgdesign.yamlfile import Source

pages = Blueprint("function_move", __name__)

DesignMove = Callable[[ChartPage, FunctionMove, Design], Answer]
"""Takes down a move as a change of the design that is shown."""


@pages.get("/o/<key>/move")
def ask_move(key: str) -> str:
    """Show where a function can be moved to: as a page, or to the script its form alone."""
    page = requested_chart_page(key)
    move, source = _move(page), page.edition.source
    if move is None or source is None:
        abort(404)
    form = Form(move.fields, move.part, source.digest)
    form.values[move.field] = form.original[move.field] = move.now
    is_alone = "HX-Request" in request.headers
    name = "organisation/move_form.html" if is_alone else "organisation/move.html"
    return render_template(name, page=page, move=move, form=form)


@pages.post("/o/<key>/move")
def move_function(key: str) -> Answer:
    """Move a function, as one change of the file."""
    page = requested_chart_page(key)
    found, source = _move(page), page.edition.source
    if found is None or source is None:
        return ChartScreen(page.file, key).on_missing(
            Form.from_request(FUNCTION_FIELDS, ("functions", ""), request.form)
        )
    if page.structures.design:
        take: DesignMove = current_app.extensions["design_move"]
        return take(page, found, page.structures.design)
    form = _form(found, source)
    target = found.target(str(form.values[found.field]))
    if target and target.why and target.id == found.now:
        return ChartScreen(page.file, key).on_success(target.why)
    if target and target.why:
        form.message = f"{target.why} Nothing was moved."
    assert page.organisation is not None  # noqa: S101 - where something moves there is one
    form.check(page.organisation)
    said = found.sentence(target) if target else ""
    return save_form(page.file, form, form.edits(), said, ChartScreen(page.file, key))


def _form(move: FunctionMove, source: Source) -> Form:
    """Return the function's whole form with the move in it: where it cannot be, this is shown."""
    form = Form.from_file(FUNCTION_FIELDS, move.part, source)
    sent = Form.from_request(move.fields, move.part, request.form)
    form.base = sent.base
    form.values.update(sent.values)
    form.original.update(sent.original)
    also = form.values["also"]
    form.values["also"] = [one for one in also if one != form.values["outcome"]]
    return form


def _move(page: ChartPage) -> FunctionMove | None:
    """Return the move that the address is about; None where its function is not there."""
    panel = page.panel
    if (
        page.structure_charts is None
        or page.organisation is None
        or not isinstance(panel, FunctionPanel)
    ):
        return None
    if panel.function.id not in page.organisation.functions:  # it ends in the design
        return None
    asked = request.values.get("chart", page.place.shown)
    view: View = next((each for each in LINES if each == asked), "after")
    lines: View = "reporting" if page.design else "before"
    chart = page.structure_charts.charts["after" if view == "after" else lines]
    move = FunctionMove(panel.function, page.organisation, chart, view)
    move.lines = lines
    return move

"""A move in the charts of a design, taken down as a change of the design."""

from __future__ import annotations

from flask import request

from orgdesign.model import Design
from orgdesign.web.canvas import ChartPage, ChartScreen, FunctionMove
from orgdesign.web.designs.design_edits import DesignEdits
from orgdesign.web.kit import Answer, Form, save_form
from orgdesign.yamlfile.editing import Edit


def take_move(page: ChartPage, move: FunctionMove, design: Design) -> Answer:
    """Write a move into the design that is shown, and answer with its charts."""
    screen = ChartScreen(page.file, page.place.file)
    form = Form.from_request(move.fields, move.part, request.form)
    meant = str(form.values.get(move.field, ""))
    target = move.target(meant)
    if target and meant == move.now:
        return screen.on_success(target.why)
    if str(form.original.get(move.field, "")) != move.now:
        form.message = f"{move.function.name} was moved meanwhile. Look, and move it again."
    elif target is None or target.why:
        why = target.why if target else "That is no longer there."
        form.message = f"{why} Nothing was moved."
    form.base = page.edition.version  # it comes beside what others change
    edits = _edits(page, move, design, meant) if not form.is_refused else []
    said = f"{design.name}: {move.sentence(target)}" if target else ""
    return save_form(page.file, form, edits, said, screen)


def _edits(page: ChartPage, move: FunctionMove, design: Design, meant: str) -> list[Edit]:
    today = page.edition.organisation
    assert today is not None  # noqa: S101 - where a design is shown there is one
    phase = page.structures.shown.phase or None
    edits, to, function = DesignEdits(today, design, phase), meant or None, move.function.id
    return edits.align(function, to) if move.field == "outcome" else edits.move(function, to)

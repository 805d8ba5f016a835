"""Moving a function: to another outcome in the after chart, to another parent in the before one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, abort, render_template, request

from orgdesign.charts import Box, Chart, View
from orgdesign.model import Function, Organisation
from orgdesign.web.designs.dragging import redraw
from orgdesign.web.forms import Form
from orgdesign.web.function_fields import FIELDS, STEP
from orgdesign.web.organisation import page_at
from orgdesign.web.page import Page
from orgdesign.web.panel import FunctionPanel
from orgdesign.web.saving import Answer, ChartScreen, save
from orgdesign.yamlfile import Source

pages = Blueprint("moving", __name__)

LINES: tuple[View, ...] = ("before", "changes", "reporting")
"""The charts by reporting lines: a move there changes what a function reports to."""


@dataclass(frozen=True, slots=True)
class Target:
    """One place that a function can be moved to, and the boxes that stand for it in the chart.

    ``id`` is empty for no outcome, and for the top. ``why`` says why it cannot be moved there.
    """

    id: str
    name: str
    boxes: tuple[str, ...]
    depth: int = 0
    why: str = ""

    @property
    def indented(self) -> str:
        """Return the name, moved in by its depth."""
        return STEP * self.depth + self.name


class Move:
    """What moving a function in one of the charts can lead to."""

    def __init__(
        self, function: Function, organisation: Organisation, chart: Chart, view: View | None = None
    ) -> None:
        self.function, self.view = function, view or chart.view
        self.lines: View = "before"
        self.field = "reports_to" if self.view in LINES else "outcome"
        self.fields = [field for field in FIELDS if field.name == self.field]
        self.part = ("functions", function.id)
        self._organisation, self._chart = organisation, chart

    @property
    def other(self) -> View:
        """Return the chart in which it can be moved the other way."""
        return "after" if self.view in LINES else self.lines

    @property
    def now(self) -> str:
        """Return the id of what it serves, or reports to; empty for none."""
        is_after = self.view == "after"
        found = self.function.alignment.outcome if is_after else self.function.reports_to
        return found or ""

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Return all places to move to, as they stand in the chart, and last or first: none."""
        return tuple(self._outcomes() if self.view == "after" else self._functions())

    def target(self, id_: str) -> Target | None:
        """Return the place with an id, if there is one."""
        return next((target for target in self.targets if target.id == id_), None)

    def said(self, target: Target) -> str:
        """Return the move in words: ``Fraud now serves “My claim is settled fast”``."""
        return f"{self.function.name} now {self.leads_to(target)}"

    def leads_to(self, target: Target) -> str:
        """Return what the function does in a place: ``serves “My claim is settled fast”``."""
        if self.view == "after":
            return f"serves “{target.name}”" if target.id else "serves no customer outcome"
        return f"reports to {target.name}" if target.id else "stands at the top"

    def _outcomes(self) -> Iterator[Target]:
        boxes = self._served_in()
        for box, depth in _depths(self._chart):
            if box.kind in ("desired", "outcome"):
                why = self._why_not_serve(box.subject)
                yield Target(box.subject, box.title, boxes[box.subject], depth, why)
        yield Target("", "No outcome yet", boxes.get("", ()), why=self._why_not_serve(""))

    def _served_in(self) -> dict[str, tuple[str, ...]]:
        """Return, by outcome, the boxes that stand for it: its own, and those that serve it."""
        subjects = {box.id: box.subject for box in self._chart.boxes}
        found: dict[str, list[str]] = {}
        for box in self._chart.boxes:
            found.setdefault(self._outcome_of(box, subjects), []).append(box.id)
        return {outcome: tuple(boxes) for outcome, boxes in found.items()}

    def _outcome_of(self, box: Box, subjects: Mapping[str, str]) -> str:
        if box.kind == "function":
            return self._organisation.functions[box.subject].alignment.outcome or ""
        return subjects.get(box.parent or "", "") if box.kind == "also" else box.subject

    def _why_not_serve(self, outcome: str) -> str:
        if outcome != self.now:
            return ""
        name = self.function.name
        return f"{name} serves this already." if outcome else f"{name} serves no outcome now."

    def _functions(self) -> Iterator[Target]:
        name, below = self.function.name, self._below()
        already = "" if self.now else f"{name} is at the top already."
        yield Target("", "Nobody: it is at the top", ("organisation",), why=already)
        for box, depth in _depths(self._chart):
            if box.kind == "function":
                why = self._why_not_under(box, below)
                yield Target(box.subject, box.title, (box.id,), depth, why)

    def _why_not_under(self, box: Box, below: Mapping[str, str]) -> str:
        name = self.function.name
        if box.subject == self.function.id:
            return f"{name} cannot report to itself."
        if box.subject in below:
            how = below[box.subject]
            return f"{name} cannot report to {box.title}, which reports to {how}."
        return f"{name} reports to {box.title} already." if box.subject == self.now else ""

    def _below(self) -> dict[str, str]:
        """Return what reports to the function, each with how: to it, or through another."""
        below: dict[str, str] = {}
        functions = self._organisation.functions
        for box in self._chart.boxes:
            above = functions[box.subject].reports_to if box.kind == "function" else None
            if above == self.function.id:
                below[box.subject] = self.function.name
            elif above in below:
                below[box.subject] = f"it through {functions[above].name}"
        return below


def _depths(chart: Chart) -> Iterator[tuple[Box, int]]:
    """Yield each box with how many others it hangs under."""
    depths: dict[str | None, int] = {None: -1}
    for box in chart.boxes:
        depths[box.id] = depths[box.parent] + 1
        yield box, depths[box.id]


@pages.get("/o/<key>/move")
def form(key: str) -> str:
    """Show where a function can be moved to: as a page, or to the script its form alone."""
    page = page_at(key)
    move, source = _move(page), page.edition.source
    if move is None or source is None:
        abort(404)
    form = Form(move.fields, move.part, source.digest)
    form.values[move.field] = form.was[move.field] = move.now
    is_alone = "HX-Request" in request.headers
    name = "organisation/move_form.html" if is_alone else "organisation/move.html"
    return render_template(name, page=page, move=move, form=form)


@pages.post("/o/<key>/move")
def move(key: str) -> Answer:
    """Move a function, as one change of the file."""
    page = page_at(key)
    found, source = _move(page), page.edition.source
    if found is None or source is None:
        return ChartScreen(page.file, key).lost(Form.sent(FIELDS, ("functions", ""), request.form))
    if page.structures.design:
        return redraw(page, found, page.structures.design)
    form = _form(found, source)
    target = found.target(str(form.values[found.field]))
    if target and target.why and target.id == found.now:
        return ChartScreen(page.file, key).saved(target.why)
    if target and target.why:
        form.message = f"{target.why} Nothing was moved."
    assert page.organisation is not None  # noqa: S101 - where something moves there is one
    form.check(page.organisation)
    said = found.said(target) if target else ""
    return save(page.file, form, form.edits(), said, ChartScreen(page.file, key))


def _form(move: Move, source: Source) -> Form:
    """Return the function's whole form with the move in it: where it cannot be, this is shown."""
    form = Form.drawn(FIELDS, move.part, source)
    sent = Form.sent(move.fields, move.part, request.form)
    form.base = sent.base
    form.values.update(sent.values)
    form.was.update(sent.was)
    also = form.values["also"]
    form.values["also"] = [one for one in also if one != form.values["outcome"]]
    return form


def _move(page: Page) -> Move | None:
    """Return the move that the address is about; None where its function is not there."""
    panel = page.panel
    if page.charted is None or page.organisation is None or not isinstance(panel, FunctionPanel):
        return None
    if panel.function.id not in page.organisation.functions:  # it ends in the design
        return None
    asked = request.values.get("chart", page.place.shown)
    view: View = next((each for each in LINES if each == asked), "after")
    lines: View = "reporting" if page.design else "before"
    chart = page.charted.charts["after" if view == "after" else lines]
    move = Move(panel.function, page.organisation, chart, view)
    move.lines = lines
    return move

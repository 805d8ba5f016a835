"""Moving a function: to another outcome in the after chart, to another parent in the before one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from werkzeug.utils import cached_property

from orgdesign.charts import Box, Chart, View
from orgdesign.model import Function, Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.canvas.function_fields import FUNCTION_FIELDS
from orgdesign.web.kit import INDENT

LINES: tuple[View, ...] = ("before", "changes", "reporting")
"""The charts by reporting lines: a move there changes what a function reports to."""


@value_object
class MoveTarget:
    """One place that a function can be moved to, and the boxes that stand for it in the chart.

    ``id`` is empty for no outcome, and for the top. ``why`` says why it cannot be moved there.
    """

    id: str
    name: str
    boxes: tuple[str, ...]
    depth: int = 0
    why: str = ""

    @property
    def indented_name(self) -> str:
        """Return the name, moved in by its depth."""
        return INDENT * self.depth + self.name


class FunctionMove:
    """What moving a function in one of the charts can lead to."""

    def __init__(
        self, function: Function, organisation: Organisation, chart: Chart, view: View | None = None
    ) -> None:
        self.function, self.view = function, view or chart.view
        self.lines: View = "before"
        self.field = "reports_to" if self.view in LINES else "outcome"
        self.fields = [field for field in FUNCTION_FIELDS if field.name == self.field]
        self.part = ("functions", function.id)
        self._organisation, self._chart = organisation, chart

    @property
    def other_view(self) -> View:
        """Return the chart in which it can be moved the other way."""
        return "after" if self.view in LINES else self.lines

    @property
    def now(self) -> str:
        """Return the id of what it serves, or reports to; empty for none."""
        is_after = self.view == "after"
        found = self.function.alignment.outcome if is_after else self.function.reports_to
        return found or ""

    @cached_property
    def targets(self) -> tuple[MoveTarget, ...]:
        """Return all places to move to, as they stand in the chart, and last or first: none."""
        return tuple(self._outcomes() if self.view == "after" else self._functions())

    def target(self, id_: str) -> MoveTarget | None:
        """Return the place with an id, if there is one."""
        return next((target for target in self.targets if target.id == id_), None)

    def sentence(self, target: MoveTarget) -> str:
        """Return the move in words: ``Fraud now serves “My claim is settled fast”``."""
        return f"{self.function.name} now {self.leads_to(target)}"

    def leads_to(self, target: MoveTarget) -> str:
        """Return what the function does in a place: ``serves “My claim is settled fast”``."""
        if self.view == "after":
            return f"serves “{target.name}”" if target.id else "serves no customer outcome"
        return f"reports to {target.name}" if target.id else "stands at the top"

    def _outcomes(self) -> Iterator[MoveTarget]:
        boxes = self._served_in()
        for box, depth in _depths(self._chart):
            if box.kind in ("desired", "outcome"):
                why = self._why_not_serve(box.subject)
                yield MoveTarget(box.subject, box.title, boxes[box.subject], depth, why)
        yield MoveTarget("", "No outcome yet", boxes.get("", ()), why=self._why_not_serve(""))

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

    def _functions(self) -> Iterator[MoveTarget]:
        name, below = self.function.name, self._below()
        already = "" if self.now else f"{name} is at the top already."
        yield MoveTarget("", "Nobody: it is at the top", ("organisation",), why=already)
        for box, depth in _depths(self._chart):
            if box.kind == "function":
                why = self._why_not_under(box, below)
                yield MoveTarget(box.subject, box.title, (box.id,), depth, why)

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

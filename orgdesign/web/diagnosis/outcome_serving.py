"""Who serves an outcome, function by function, so that every share can be counted again."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, redirect, request
from werkzeug.utils import cached_property

from orgdesign.diagnosis import Place
from orgdesign.diagnosis.outcome_shares import UNITS, Amount, Unit
from orgdesign.model import Function, Outcome
from orgdesign.value_objects import value_object
from orgdesign.web.diagnosis.serving_bar import NAMES
from orgdesign.web.diagnosis.structures import StructurePage
from orgdesign.web.kit import Answer

pages = Blueprint("serving", __name__)

MOST = 1000
"""How many functions of a group are listed; those of a larger one are a table's matter."""


@value_object
class ServingGroup:
    """The functions that serve in one way, with how many, how many people and how much cost."""

    kind: str
    heading: str
    functions: list[Function]
    amounts: dict[Unit, Amount]


class ServingPage(StructurePage):
    """The functions that serve an outcome, or none, by how they do."""

    most = MOST

    @cached_property
    def outcome(self) -> Outcome | None:
        """Return the outcome asked about; None for what serves none."""
        asked = request.args.get("of", "")
        outcomes = self.chosen_structure.organisation.outcome.walk()
        found = (one for one in outcomes if self.place_key(Place("outcome", one.id)) == asked)
        return next(found, None)

    @property
    def is_gone(self) -> bool:
        """Whether the outcome that was asked about is not there, or not there any more."""
        return bool(request.args.get("of")) and self.outcome is None

    def groups(self) -> Iterator[ServingGroup]:
        """Yield those who serve, by how, with the amounts that the figures show."""
        outcome, serving = self.outcome, self.chosen_structure.serving
        if outcome is None:
            amounts = {unit: serving[unit].none for unit in UNITS}
            yield ServingGroup(
                "none", "Serving no customer outcome", self._functions_serving(None), amounts
            )
            return
        for kind, words in NAMES.items():
            functions = self._serving(outcome, kind)
            if functions:
                served = {unit: serving[unit].outcomes[outcome.id] for unit in UNITS}
                amounts = {unit: getattr(served[unit], kind) for unit in UNITS}
                yield ServingGroup(kind, words[0].upper() + words[1:], functions, amounts)

    def _serving(self, outcome: Outcome, kind: str) -> list[Function]:
        if kind == "beneath":
            below = [one.id for one in outcome.walk() if one.id != outcome.id]
            return self._functions_serving(*below) if below else []
        link = None if kind == "unsaid" else kind
        return [one for one in self._functions_serving(outcome.id) if one.alignment.link == link]

    def _functions_serving(self, *outcomes: str | None) -> list[Function]:
        served = frozenset(outcomes)
        functions = self.chosen_structure.organisation.functions.values()
        return [one for one in functions if one.alignment.outcome in served]

    def place(self, function: Function) -> Place:
        """Return where a function stands."""
        return Place("function", function.id)


@pages.get("/o/<key>/diagnosis/figures/serving")
def show(key: str) -> Answer:
    """Show who serves an outcome, or who serves none."""
    page = ServingPage(key)
    if page.has_organisation and page.is_gone:
        return redirect(page.figures_address("figures.show"), 303)
    return page.render("diagnosis/serving.html")

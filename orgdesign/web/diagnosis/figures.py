"""The figures: the quicksand scores and who serves which outcome, today and under each design."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask import Blueprint, request
from werkzeug.utils import cached_property

from orgdesign.designs.replay import lineage_between
from orgdesign.diagnosis import Place
from orgdesign.diagnosis.outcome_shares import UNITS, OutcomeService, Serving, Unit
from orgdesign.diagnosis.quicksand import DIMENSIONS
from orgdesign.model import Function, Outcome
from orgdesign.value_objects import value_object
from orgdesign.web.diagnosis.scored_structure import ScoredStructure, ScoreLine, points
from orgdesign.web.diagnosis.serving_bar import NAMES, Bar, bar_of, whole_bar
from orgdesign.web.diagnosis.structures import StructurePage
from orgdesign.web.kit import Answer, ListPage, paginate

pages = Blueprint("figures", __name__)

FUNCTIONS_AT_ONCE = 200
UNIT_WORDS: Mapping[Unit, str] = {"functions": "Functions", "headcount": "People", "cost": "Cost"}
BAR_WORDS = {**NAMES, "none": "for no customer outcome"}
SERVED_WORDS = {**NAMES, "whole": "altogether"}
CELL_WORDS = (
    *(each.capitalize() for each in DIMENSIONS),
    *(f"{each} for no customer outcome" for each in UNIT_WORDS.values()),
)


@value_object
class FigureRow:
    """One part with its scores, the way to its form, and what is said of where it comes from."""

    name: str
    address: str
    scores: list[ScoreLine]
    depth: int = 0
    note: str = ""


@value_object
class Cell:
    """A figure of a structure, by how many points it differs from today's, and what it counts."""

    said: str
    points: str
    address: str


class FiguresPage(StructurePage):
    """All figures of a structure at a glance, each leading to what it counts."""

    units, unit_words, bar_words, served_words = UNITS, UNIT_WORDS, BAR_WORDS, SERVED_WORDS
    cell_words = CELL_WORDS

    @property
    def whole(self) -> list[ScoreLine]:
        """Return the scores of the whole organisation."""
        return self.score_lines(self.chosen_structure.quicksand.whole, self.today.quicksand.whole)

    def figure_cells(self, scored: ScoredStructure) -> Iterator[Cell]:
        """Yield the figures of a structure, how far each is from today's, and what it counts."""
        structure = {"structure": scored.key or None}
        now, before = scored.quicksand.whole, self.today.quicksand.whole
        for each in self.dimensions:
            here, then = now[each].percent, before[each].percent
            apart = "" if scored.is_today else points(here, then)
            address = self.figures_address("counted.show", dimension=each, **structure)
            yield Cell("" if here is None else f"{here}%", apart, address)
        for unit in UNITS:
            served, earlier = scored.serving[unit], self.today.serving[unit]
            is_known = served.total and earlier.total and not scored.is_today
            apart = points(served.none.percent, earlier.none.percent) if is_known else ""
            address = self.figures_address("serving.show", **structure)
            yield Cell(served.none.percent_text if served.total else "", apart, address)

    def outcomes(self) -> Iterator[FigureRow]:
        """Yield each outcome with the scores of all that stands below it."""
        now, before = self.chosen_structure.quicksand, self.today.quicksand
        for outcome, depth in self._deep():
            key = self.place_key(Place("outcome", outcome.id))
            scores = self.score_lines(
                now.of_outcome(outcome.id), before.of_outcome(outcome.id), outcome=key
            )
            yield FigureRow(
                outcome.statement, self.form_of(Place("outcome", outcome.id)), scores, depth
            )

    def form_of_outcome(self, outcome: Outcome) -> str:
        """Return the address of an outcome's form."""
        return self.form_of(Place("outcome", outcome.id))

    def _deep(self) -> list[tuple[Outcome, int]]:
        deep = {self.organisation.outcome.id: 0}
        found = []
        for outcome in self.chosen_structure.organisation.outcome.walk():
            deep.update(dict.fromkeys(outcome.outcomes, deep[outcome.id] + 1))
            found.append((outcome, deep[outcome.id]))
        return found

    @cached_property
    def functions(self) -> ListPage[FigureRow]:
        """Return each function of this page with the scores of what concerns it."""
        functions = list(self.chosen_structure.organisation.functions.values())
        if self.by_missing:
            functions.sort(key=lambda each: -self._missing(each))
        page = paginate(functions, request.args.get("page"), FUNCTIONS_AT_ONCE)
        rows = [self._function(each) for each in page.things]
        return ListPage(rows, page.number, page.last, page.first_of_all, page.total)

    @property
    def by_missing(self) -> bool:
        """Whether the functions that miss most come first."""
        return request.args.get("order") == "missing"

    def _missing(self, function: Function) -> int:
        scores = self.chosen_structure.quicksand.of_function(function.id).values()
        return sum(score.needed_count - score.covered_count for score in scores)

    def page_address(self, number: int) -> str:
        """Return the address of another page of the functions."""
        return self._in_order("missing" if self.by_missing else None, page=number)

    @property
    def other_order_address(self) -> str:
        """Return the address of the functions in the other order."""
        return self._in_order(None if self.by_missing else "missing")

    def _in_order(self, order: str | None, **said: int) -> str:
        anchor = "functions-heading"
        return self.figures_address("figures.show", order=order, _anchor=anchor, **said)

    def _function(self, function: Function) -> FigureRow:
        origins = self._origins.get(function.id, ())
        then = self.today.quicksand.of_function(origins[0]) if len(origins) == 1 else None
        key = self.place_key(Place("function", function.id))
        scores = self.score_lines(
            self.chosen_structure.quicksand.of_function(function.id), then, function=key
        )
        link = self.form_of(Place("function", function.id))
        return FigureRow(function.name, link, scores, note=self._note(function, origins))

    @cached_property
    def _origins(self) -> Mapping[str, tuple[str, ...]]:
        return lineage_between(self.today.structure, self.chosen_structure.structure)

    def _note(self, function: Function, origins: tuple[str, ...]) -> str:
        if self.chosen_structure.is_today or origins == (function.id,):
            return ""
        names = [self.organisation.functions[each].name for each in origins]
        return f"From {' and '.join(names)}" if names else "New"

    @property
    def unit(self) -> Unit:
        """Return what the table of outcomes counts."""
        asked = request.args.get("count")
        return next((each for each in UNITS if each == asked), UNITS[0])

    @property
    def serving(self) -> Serving:
        """Return who serves which outcome, in what the table counts."""
        return self.chosen_structure.serving[self.unit]

    @property
    def leaves_unsaid(self) -> bool:
        """Whether some function does not say how it serves its outcome."""
        return any(each.unsaid.value for each in self.serving.outcomes.values())

    def bars(self) -> Iterator[tuple[Serving, Bar]]:
        """Yield how all functions, people and cost are shared out."""
        for serving in self.chosen_structure.serving.values():
            yield serving, whole_bar(serving)

    def serving_rows(self) -> Iterator[tuple[Outcome, int, OutcomeService, Bar, str]]:
        """Yield each outcome with what serves it, as figures and as a bar, and who that is."""
        for outcome, depth in self._deep():
            served = self.serving.outcomes[outcome.id]
            key = self.place_key(Place("outcome", outcome.id))
            yield (
                outcome,
                depth,
                served,
                bar_of(served),
                self.figures_address("serving.show", of=key),
            )


@pages.get("/o/<key>/diagnosis/figures")
def show(key: str) -> Answer:
    """Show all figures, of today or of a design."""
    return FiguresPage(key).render("diagnosis/figures.html")

"""All that one quicksand score counts: what is there, what is missing, and the way to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.utils import cached_property

from orgdesign.diagnosis import Place
from orgdesign.diagnosis.quicksand import Dimension, QuicksandItem, QuicksandScore, Scores
from orgdesign.web.diagnosis.structures import StructurePage
from orgdesign.web.kit import Answer, ListPage, paginate

pages = Blueprint("counted", __name__)

AT_ONCE = 500


class CountedPage(StructurePage):
    """One score and its items, those that are missing first."""

    def __init__(self, key: str, dimension: str) -> None:
        super().__init__(key)
        found: dict[str, Dimension] = {each: each for each in self.dimensions}
        self.dimension = found.get(dimension) or abort(404)

    @cached_property
    def scored_part(self) -> tuple[str, str]:
        """Return the kind and the id of the part that is scored; empty for the whole."""
        organisation = self.chosen_structure.organisation
        outcomes = (outcome.id for outcome in organisation.outcome.walk())
        return (
            self._requested_part(
                "function", (Place("function", each) for each in organisation.functions)
            )
            or self._requested_part("outcome", (Place("outcome", each) for each in outcomes))
            or ("", "")
        )

    def _requested_part(self, kind: str, places: Iterable[Place]) -> tuple[str, str] | None:
        asked = request.args.get(kind)
        if not asked:
            return None
        found = (place.id for place in places if self.place_key(place) == asked)
        return kind, next(found, "")

    @property
    def is_gone(self) -> bool:
        """Whether the part that was asked about is not there, or not there any more."""
        kind, id_ = self.scored_part
        return bool(kind) and not id_

    @property
    def about(self) -> str:
        """Return what is scored, as a heading says it."""
        kind, id_ = self.scored_part
        if kind == "function":
            return self.chosen_structure.organisation.functions[id_].name
        if kind == "outcome":
            return f"“{self.chosen_places.outcome(id_).statement}” and all below it"
        return "The whole organisation"

    def _scores(self) -> Scores:
        kind, id_ = self.scored_part
        quicksand = self.chosen_structure.quicksand
        if kind == "function":
            return quicksand.of_function(id_)
        return quicksand.of_outcome(id_) if kind == "outcome" else quicksand.whole

    @cached_property
    def score(self) -> QuicksandScore:
        """Return the score."""
        return self._scores()[self.dimension]

    @cached_property
    def items(self) -> ListPage[QuicksandItem]:
        """Return the items of this page: all that is missing comes before what is there."""
        ordered = sorted(self.score.items, key=lambda item: item.covered)
        return paginate(ordered, request.args.get("page"), AT_ONCE)

    def page_address(self, number: int) -> str:
        """Return the address of another page of the same items."""
        kind = self.scored_part[0]
        of: dict[str, Any] = {kind: request.args[kind]} if kind else {}
        return self.figures_address(".show", dimension=self.dimension, page=number, **of)

    def mend(self, item: QuicksandItem) -> str:
        """Return the address of the form that covers an item."""
        place = item.place
        if place.kind == "organisation":
            return url_for("parts.new_part", section="journey")
        is_step = place.kind == "stage" and len(item.functions) == 2 and not item.covered
        if is_step and all(each in self.organisation.functions for each in item.functions):
            giver, taker = (self.place_key(Place("function", each)) for each in item.functions)
            ends: dict[str, Any] = {"from": giver, "to": taker}
            stage = self.place_key(Place("stage", place.id))
            return url_for("parts.new_part", section="handoffs", stage=stage, **ends)
        return self.form_of(place)


@pages.get("/o/<key>/diagnosis/figures/<dimension>")
def show(key: str, dimension: str) -> Answer:
    """Show what a score counts."""
    page = CountedPage(key, dimension)
    if page.has_organisation and page.is_gone:
        return redirect(page.figures_address("figures.show"), 303)
    return page.render("diagnosis/counted.html")

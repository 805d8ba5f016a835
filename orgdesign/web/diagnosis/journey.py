"""The customer's journey across the functions, as a map and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flask import Blueprint, url_for
from markupsafe import Markup
from werkzeug.utils import cached_property

from orgdesign.charts import Box, Journey, JourneyCell, Passage, journey
from orgdesign.diagnosis import Place
from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object
from orgdesign.web.diagnosis.diagnosis_page import DiagnosisPage
from orgdesign.web.kit import Answer, may_ask

pages = Blueprint("journey", __name__)

_THERE = ("Hands over to", "Takes from")
_MISSING = ("No hand-off to", "No hand-off from")


@value_object
class Fact:
    """What a function does in a stage, with the way to the form that says it.

    What passes, and who answers for it, is ``more`` at the giver.
    """

    words: str
    address: str
    more: str = ""
    gaps: tuple[str, ...] = ()
    missing: bool = False


class JourneyPage(DiagnosisPage):
    """The stages of the journey, who serves in them, and what passes between them."""

    @cached_property
    def journey(self) -> Journey:
        """Return the journey of the organisation."""
        return journey(self.organisation)

    @cached_property
    def map(self) -> tuple[Markup, str]:
        """Return the map, or the sentence that says why it could not be drawn."""
        addresses = dict(self._addresses())
        try:
            svg = self.file.journey_svg(self.edition, lambda box, _: addresses[box])
        except OrgdesignError as failure:
            return Markup(), str(failure)
        return Markup(svg), ""  # noqa: S704 - Graphviz escapes what people wrote; see render

    def _addresses(self) -> Iterator[tuple[str, str]]:
        """Yield where each box of the map leads."""
        for box in (*self.journey.stages, *self.journey.lanes):
            yield box.id, self.link(box)
        for cell in self.journey.cells:
            yield cell.box.id, self.link(self._to_mend(cell))
        for one in self.journey.passages:
            yield one.box.id, self._handoff(one)

    def _to_mend(self, cell: JourneyCell) -> Box:
        """Return the lane of a cell; of one that is not in its stage, the stage."""
        return self.journey.stages[cell.stage] if cell.box.gaps else self.journey.lanes[cell.lane]

    def link(self, box: Box) -> str:
        """Return the address of the form of a stage or a lane's function."""
        if not box.subject:
            return url_for("parts.list_section", section="handoffs")
        return self.address(Place("stage" if box.kind == "stage" else "function", box.subject))

    def _handoff(self, passage: Passage) -> str:
        """Return the address of a hand-off's form; of a missing one, a new form filled so far."""
        box = passage.box
        if box.kind == "handoff":
            return self.address(Place("handoff", box.subject))
        if not may_ask("parts.new_part", ("handoffs",)):
            return url_for("parts.list_section", section="handoffs")
        giver, taker = (self._cells[end].box.subject for end in (passage.giver, passage.taker))
        key = self._settings.key
        ends: dict[str, Any] = {"from": key("function", giver), "to": key("function", taker)}
        stage = key("stage", box.subject)
        return url_for("parts.new_part", section="handoffs", stage=stage, **ends)

    @cached_property
    def _cells(self) -> dict[str, JourneyCell]:
        return {cell.box.id: cell for cell in self.journey.cells}

    @cached_property
    def _facts(self) -> dict[tuple[int, int], list[Fact]]:
        cells = self.journey.cells
        found = {(cell.lane, cell.stage): [*self._serving(cell)] for cell in cells}
        for passage in self.journey.passages:
            giver, taker = self._cells[passage.giver], self._cells[passage.taker]
            to, by = _MISSING if passage.box.kind == "missing" else _THERE
            giving = self._fact(f"{to} {taker.box.title}", passage)
            taking = self._fact(f"{by} {giver.box.title}", passage)
            found[giver.lane, giver.stage].append(giving)
            found[taker.lane, taker.stage].append(replace(taking, more=""))
        return found

    def _serving(self, cell: JourneyCell) -> Iterator[Fact]:
        """Yield that a function serves in a stage, or that it does not; nothing without a stage."""
        stage, gaps = self.journey.stages[cell.stage], cell.box.gaps
        if stage.subject:
            yield Fact(gaps[0] if gaps else "Serves", self.link(stage), missing=bool(gaps))

    def _fact(self, words: str, passage: Passage) -> Fact:
        box, address = passage.box, self._handoff(passage)
        if box.kind == "missing":
            return Fact(words, address, missing=True)
        facts = [box.title, f"Accountable: {box.role}" if box.role else "", box.note]
        return Fact(words, address, " · ".join(fact for fact in facts if fact), box.gaps)

    def rows(self) -> Iterator[tuple[Box, list[list[Fact]]]]:
        """Yield each function with what it does in each stage, in the order of the map."""
        for number, lane in enumerate(self.journey.lanes):
            stages = range(len(self.journey.stages))
            yield lane, [self._facts.get((number, stage), []) for stage in stages]


@pages.get("/o/<key>/diagnosis/journey")
def show(key: str) -> Answer:
    """Show the customer's way across the functions, and where it breaks."""
    return JourneyPage(key).render_with("diagnosis/journey.html")

"""What an audience sees: an organisation without what is left out, as a row of slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkzeug.utils import cached_property

from orgdesign.charts import View, phase_charts
from orgdesign.designs.replay import Structure, structure_after
from orgdesign.designs.replay import structure_today as todays
from orgdesign.documents.content import DocumentContent
from orgdesign.documents.road_map import RoadMapPhase, road_map
from orgdesign.model import Design, Organisation
from orgdesign.plates import PLATES, Plate
from orgdesign.redaction import Redaction, disclose
from orgdesign.web.presenting.slides import Slide
from orgdesign.workspace import StructureCharts, StructureKey, structure_charts

REPORTS = "Who reports to whom"
SERVES = "Who serves which customer outcome"
SHOWN_PLATES: tuple[Plate, ...] = ("alluvial", "shape", "poster")
"""Plates that can be read from the back of a room."""


@dataclass(frozen=True)
class Audience:
    """An organisation as it is presented; nothing that is left out is in it."""

    whole: Organisation
    which: StructureKey
    leave: Redaction

    @cached_property
    def content(self) -> DocumentContent:
        """Return what is told, as in any document, of today or a design."""
        asked = self.whole.designs.get(self.which.design)
        then = structure_after(self.whole, asked, self.which.phase or None) if asked else None
        return DocumentContent(disclose(self.whole, then, self.leave))

    @property
    def organisation(self) -> Organisation:
        """Return what is presented of today, with its designs."""
        return self.content.disclosure.today

    @property
    def design(self) -> Design | None:
        """Return the design that is presented; None for today."""
        return self.organisation.designs.get(self.which.design)

    @cached_property
    def today(self) -> Structure:
        """Return the structure of today."""
        return todays(self.organisation)

    @cached_property
    def structure_charts(self) -> StructureCharts:
        """Return the structure that is presented, with its charts."""
        return dict(structure_charts(self.organisation, self.which.design))[self.which]

    @cached_property
    def road(self) -> tuple[tuple[RoadMapPhase, list[str]], ...]:
        """Return the way up to what is presented, and what is made in each phase, in sentences."""
        way = road_map(self.content.disclosure, self.design) if self.design else ()
        return tuple(
            (phase, [line.sentence for line in phase.lines if not line.step.reason])
            for phase in way
        )

    @property
    def changes_anything(self) -> bool:
        """Whether a change is made up to what is presented."""
        return any(sentences for _, sentences in self.road)

    @cached_property
    def slides(self) -> tuple[Slide, ...]:
        """Return the slides; those that have nothing to say are left out."""
        return tuple(self._slides())

    def _slides(self) -> Iterator[Slide]:
        yield Slide("title", self.organisation.name, self._subtitle)
        yield Slide("outcome", "What the customer gets")
        if self.organisation.functions or self.structure_charts.structure.organisation.functions:
            yield from self._charts()
            yield Slide(
                "figures", "The figures that matter", structure=self.structure_charts.structure
            )
            yield from self._road()
            yield from self._plates()
        yield Slide("end", "What the customer gets")

    @property
    def _subtitle(self) -> str:
        return self.structure_charts.structure.name if self.design else "As it is today"

    def _charts(self) -> Iterator[Slide]:
        charts, structure = self.structure_charts.charts, self.structure_charts.structure
        if self.organisation.functions:
            yield self._steady("before", "Before", REPORTS, self.today)
        if self.changes_anything:
            yield self._steady("changes", "What changes", charts["changes"].about, structure)
            yield self._steady("reporting", "After", REPORTS, structure)
        yield Slide("chart", "After", SERVES, charts["after"], (), structure)

    def _steady(self, view: View, title: str, about: str, structure: Structure) -> Slide:
        """Return the slide of a chart by reporting lines; those of a design share a layout."""
        among = self.structure_charts.layout(view) if self.design else ()
        return Slide("chart", title, about, self.structure_charts.charts[view], among, structure)

    def _plates(self) -> Iterator[Slide]:
        """Yield the plates that show something of what is not left out."""
        for plate in SHOWN_PLATES:
            if plate in self.content.plates:
                yield Slide("plate", PLATES[plate], self._subtitle, plate=plate)

    @property
    def plate_design(self) -> Structure | None:
        """Return the structure that plates show beside today; None for today alone."""
        return self.structure_charts.structure if self.design else None

    def _road(self) -> Iterator[Slide]:
        """Yield the chart after each phase, with what happens in it."""
        design = self.design
        if design is None or not design.phases:
            return
        structures, charts = phase_charts(self.organisation, design)
        early: list[str] = []
        at = 0
        for stop, sentences in self.road:
            early += sentences
            at += stop.phase is not None
            if at and early:
                yield Slide(
                    "chart",
                    f"After {stop.name}",
                    stop.dates,
                    charts[at],
                    tuple(charts),
                    structures[at],
                    tuple(early),
                )
                early = []

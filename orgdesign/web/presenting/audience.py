"""What an audience sees: an organisation without what is left out, as a row of slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkzeug.utils import cached_property

from orgdesign.charts import Chart, View, phase_charts
from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import ReplayStep, Structure, replay_steps, structure_after
from orgdesign.designs.replay import structure_today as todays
from orgdesign.model import Design, Organisation, Phase
from orgdesign.plates import PLATES, Plate
from orgdesign.redaction import Redaction, disclose
from orgdesign.web.design_page import Stretch
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
    def organisation(self) -> Organisation:
        """Return what is presented of today, with its designs."""
        asked = self.whole.designs.get(self.which.design)
        then = structure_after(self.whole, asked, self.which.phase or None) if asked else None
        return disclose(self.whole, then, self.leave).today

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
    def steps(self) -> tuple[tuple[ReplayStep, str], ...]:
        """Return the changes that are made up to what is presented, each as a sentence."""
        design = self.design
        if design is None:
            return ()
        formatter, phases = ChangeFormatter(self.organisation, design), self._phases
        shown = {None, *(phase.id for phase in phases)}
        made = (
            step
            for step in replay_steps(self.organisation, design)
            if step.is_made and not step.reason
        )
        return tuple(
            (step, formatter.sentence(step)) for step in made if step.change.phase in shown
        )

    @property
    def _phases(self) -> list[Phase]:
        """Return the phases up to what is presented."""
        phases = [*self.design.phases.values()] if self.design else []
        ids = [phase.id for phase in phases]
        until = ids.index(self.which.phase) + 1 if self.which.phase in ids else len(ids)
        return phases[:until]

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
        if self.steps:
            yield self._steady("changes", "What changes", charts["changes"].about, structure)
            yield self._steady("reporting", "After", REPORTS, structure)
        yield Slide("chart", "After", SERVES, charts["after"], (), structure)

    def _steady(self, view: View, title: str, about: str, structure: Structure) -> Slide:
        """Return the slide of a chart by reporting lines; those of a design share a layout."""
        among = self.structure_charts.layout(view) if self.design else ()
        return Slide("chart", title, about, self.structure_charts.charts[view], among, structure)

    def _plates(self) -> Iterator[Slide]:
        """Yield the plates that can be told of what is not left out, where anything is aligned."""
        structure = self.structure_charts.structure
        functions = structure.organisation.functions.values()
        if not any(function.alignment.outcome for function in functions):
            return
        rests_on_hidden = self.leave.removes("measures") or self.leave.branches
        for plate in SHOWN_PLATES:
            if plate != "poster" or not rests_on_hidden:
                yield Slide("plate", PLATES[plate], self._subtitle, plate=plate)

    @property
    def plate_design(self) -> Structure | None:
        """Return the structure that plates show beside today; None for today alone."""
        return self.structure_charts.structure if self.design else None

    def _road(self) -> Iterator[Slide]:
        """Yield the chart after each phase, with what happens in it."""
        design = self.design
        if design is None or not self._phases:
            return
        structures, charts = phase_charts(self.organisation, design)
        early = [said for step, said in self.steps if step.change.phase is None]
        for at, phase in enumerate(self._phases, 1):
            said = [said for step, said in self.steps if step.change.phase == phase.id]
            if said := [*early, *said]:
                yield _stop(phase, charts[at], charts, structures[at], said)
                early = []


def _stop(
    phase: Phase, chart: Chart, among: list[Chart], structure: Structure, said: list[str]
) -> Slide:
    dates = Stretch(phase, ()).dates
    return Slide("chart", f"After {phase.name}", dates, chart, tuple(among), structure, tuple(said))

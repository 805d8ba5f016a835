"""The charts of a design: today, what changes, and what it comes to after each of its phases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from orgdesign.charts.changes import BeforeAfterCharts, RedesignStep, redraw
from orgdesign.charts.chart import Chart, View
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import replay
from orgdesign.model import Design, Organisation

SHARED_LAYOUT_VIEWS: tuple[View, ...] = ("before", "changes", "reporting")
"""The charts by reporting lines, which are of one layout."""


@dataclass(frozen=True)
class DesignCharts:
    """The reporting lines on the way from today through the phases of a design.

    All the charts are of one layout, so that what stays does not move on the whole way.
    """

    today: Organisation
    design: Design

    @cached_property
    def _charts_by_phase(self) -> list[BeforeAfterCharts]:
        """Return the charts after each phase, or at the end of a design without phases."""
        done = [replay(self.today, self.design, phase) for phase in self.design.phases]
        made = done or [replay(self.today, self.design)]
        steps = (
            RedesignStep(
                each.organisation,
                each.lineage,
                compare(self.today, each.organisation, each.lineage),
                each.open,
            )
            for each in made
        )
        return redraw(self.today, [*steps])

    def charts(self, phase: str | None) -> Mapping[View, Chart]:
        """Return the charts after a phase, or at the end: before, changes, reporting."""
        ids = list(self.design.phases)
        drawn = self._charts_by_phase[ids.index(phase) if phase in ids else -1]
        after = f", after {self.design.phases[phase].name}" if phase in ids else ""
        name = f"{self.today.name}: {self.design.name}{after}"
        return {
            "before": drawn.before,
            "changes": replace(drawn.changes, title=f"{name}, changes"),
            "reporting": replace(drawn.reporting, title=f"{name}, reporting lines"),
        }

    @property
    def layout(self) -> tuple[Chart, ...]:
        """Return all the charts that share the layout."""
        steps = [
            chart for each in self._charts_by_phase for chart in (each.changes, each.reporting)
        ]
        return (self._charts_by_phase[0].before, *steps)

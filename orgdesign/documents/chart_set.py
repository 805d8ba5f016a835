"""The charts of what goes out, drawn to be set on slides and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts import (
    QUIET,
    CardSettings,
    Chart,
    Legend,
    StructureCharts,
    View,
    apply_settings,
    legend_of,
    with_gap_style,
)
from orgdesign.designs.comparison import Difference
from orgdesign.designs.replay import structure_today
from orgdesign.redaction import Disclosure
from orgdesign.render import Drawing, Size, compose_chart


@dataclass(frozen=True)
class ChartSet:
    """What goes out as charts, with nothing folded.

    Today alone has *before* (who reports to whom) and *after* (who serves which outcome); with a
    design come *changes* and *reporting* (who reports to whom then), and *after* is that of the
    design. The charts by reporting lines share a layout, so that what stays does not move.
    ``settings`` are what boxes say and what their colours mean: they are quiet about gaps unless
    somebody asks for them.
    """

    disclosure: Disclosure
    settings: CardSettings = QUIET

    @cached_property
    def _structure_charts(self) -> StructureCharts:
        today, then = self.disclosure.today, self.disclosure.then
        return StructureCharts(today, then or structure_today(today))

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Return what differs from today; nothing where today goes out."""
        return self._structure_charts.differences

    @cached_property
    def charts(self) -> Mapping[View, Chart]:
        """Return the charts, in the order in which they are shown."""
        charts = self._structure_charts.charts
        return {view: self._settled(chart) for view, chart in charts.items()}

    def _settled(self, chart: Chart) -> Chart:
        """Return a chart that says what is asked for; what changes keeps its own words."""
        if chart.view == "changes":
            return with_gap_style(chart, self.settings.gaps)
        return apply_settings(
            chart, self._structure_charts.organisation_of(chart.view), self.settings
        )

    def legend(self, view: View) -> Legend:
        """Return what the colours of a chart mean."""
        settings = CardSettings() if view == "changes" else self.settings
        side = self._structure_charts.organisation_of(view)
        return legend_of(self.charts[view], side, settings)

    def drawing(self, view: View, room: Size | None = None) -> Drawing:
        """Return the drawing of a chart: every card and line in its place, in points.

        It fits a ``room``, its width and height in points, where that can be.
        """
        among = [self._settled(chart) for chart in self._structure_charts.layout(view)]
        return compose_chart(self.charts[view], among if len(among) > 1 else (), room)

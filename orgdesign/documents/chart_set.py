"""The charts of what goes out, drawn to be set on slides and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from orgdesign.charts import Chart, View, after, before, changes
from orgdesign.designs.comparison import Difference, compare
from orgdesign.redaction import Disclosure
from orgdesign.render import composed
from orgdesign.render.arrangement import Size
from orgdesign.render.drawing import Drawing


@dataclass(frozen=True)
class ChartSet:
    """What goes out as charts, with nothing folded.

    Today alone has *before* (who reports to whom) and *after* (who serves which outcome); with a
    design come *changes* and *reporting* (who reports to whom then), and *after* is that of the
    design. The charts by reporting lines share a layout, so that what stays does not move.
    """

    disclosure: Disclosure

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return what differs from today; nothing where today goes out."""
        then = self.disclosure.then
        return compare(self.disclosure.today, then.organisation, then.lineage) if then else ()

    @cached_property
    def charts(self) -> Mapping[View, Chart]:
        """Return the charts, in the order in which they are shown."""
        today, then = self.disclosure.today, self.disclosure.then
        if then is None:
            return {"before": before(today), "after": after(today)}
        redrawn = changes(today, then.organisation, then.lineage, self.differences)
        by_outcome = replace(after(then.organisation), title=f"{today.name}: {then.name}")
        return {
            "before": redrawn.before,
            "changes": redrawn.changes,
            "reporting": redrawn.reporting,
            "after": by_outcome,
        }

    def drawing(self, view: View, room: Size | None = None) -> Drawing:
        """Return the drawing of a chart: every card and line in its place, in points.

        It fits a ``room``, its width and height in points, where that can be.
        """
        among = [chart for each, chart in self.charts.items() if each != "after"]
        is_alone = self.disclosure.then is None or view == "after"
        return composed(self.charts[view], () if is_alone else among, room)

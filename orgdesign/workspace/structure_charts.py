"""The charts of one structure of a file: today's, or what a design comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from orgdesign.charts import (
    SHARED_LAYOUT_VIEWS,
    Chart,
    DesignCharts,
    View,
    after,
    before,
    fitting_depth,
    fold,
)
from orgdesign.designs import replay as redesigns
from orgdesign.designs.comparison import Difference, compare
from orgdesign.designs.replay import Structure
from orgdesign.model import Organisation
from orgdesign.workspace.edition import Extent


@dataclass(frozen=True, slots=True)
class StructureKey:
    """Which structure of a file is meant, by ids: no design is today, no phase all of it."""

    design: str = ""
    phase: str = ""


TODAY = StructureKey()


@dataclass(frozen=True)
class StructureCharts:
    """A structure and its charts, with nothing folded; today is what they are seen from."""

    today: Organisation
    structure: Structure
    redrafted: DesignCharts | None = None

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return what differs from today."""
        return compare(self.today, self.structure.organisation, self.structure.lineage)

    @cached_property
    def charts(self) -> Mapping[View, Chart]:
        """Return the charts: of today before and after, of a design also what changes."""
        if self.redrafted is None:
            return {"before": before(self.today), "after": after(self.today)}
        title = f"{self.today.name}: {self.structure.name}"
        by_outcome = replace(after(self.structure.organisation), title=title)
        return {**self.redrafted.charts(self.structure.phase), "after": by_outcome}

    def layout(self, view: View) -> tuple[Chart, ...]:
        """Return the charts that share the layout of one, in the same order for each of them."""
        if self.redrafted is None or view not in SHARED_LAYOUT_VIEWS:
            return (self.charts[view],)
        return self.redrafted.layout

    def depth(self, view: View) -> int | None:
        """Return to which depth a chart can be read; charts of one layout are cut alike."""
        depths = [fitting_depth(chart) for chart in self.layout(view)]
        return min((depth for depth in depths if depth is not None), default=None)

    def shown(
        self, view: View, extent: Extent, *, is_alone: bool = False
    ) -> tuple[Chart, tuple[Chart, ...]]:
        """Return as much of a chart as is asked for, and so of those that share its layout.

        A chart that ``is_alone`` is not looked at beside those, and shares its layout with none.
        """
        depth = None if extent.whole else self.depth(view)
        among = () if is_alone else self.layout(view)
        folded = (fold(chart, depth, extent.opened) for chart in among if len(among) > 1)
        return fold(self.charts[view], depth, extent.opened), tuple(folded)


def structure_charts(
    organisation: Organisation, design: str
) -> Iterator[tuple[StructureKey, StructureCharts]]:
    """Yield today, or every structure that a design comes to; today where it is not there."""
    found = organisation.designs.get(design)
    if found is None:
        yield (
            StructureKey(design),
            StructureCharts(organisation, redesigns.structure_today(organisation)),
        )
        return
    redrafted = DesignCharts(organisation, found)
    for phase in (None, *found.phases):
        structure = redesigns.structure_after(organisation, found, phase)
        yield StructureKey(design, phase or ""), StructureCharts(organisation, structure, redrafted)

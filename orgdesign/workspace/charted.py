"""The charts of one structure of a file: today's, or what a design comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts import STEADY, Chart, View, after, before, fitting_depth, fold, redrafted
from orgdesign.comparison import Difference, compare
from orgdesign.organisation import Organisation
from orgdesign.redesign import structure as redesigns
from orgdesign.redesign.structure import Structure
from orgdesign.workspace.edition import Extent


@dataclass(frozen=True, slots=True)
class Which:
    """Which structure of a file is meant, by ids: no design is today, no phase all of it."""

    design: str = ""
    phase: str = ""

    def of(self, organisation: Organisation) -> Structure:
        """Return the structure; today's where the file has no such design any more."""
        design = organisation.designs.get(self.design)
        if design is None:
            return redesigns.today(organisation)
        phase = self.phase if self.phase in design.phases else None
        return redesigns.after(organisation, design, phase)


TODAY = Which()


@dataclass(frozen=True)
class Charted:
    """A structure and its charts, with nothing folded; today is what they are seen from."""

    today: Organisation
    structure: Structure

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return what differs from today."""
        return compare(self.today, self.structure.organisation, self.structure.lineage)

    @cached_property
    def charts(self) -> Mapping[View, Chart]:
        """Return the charts: of today before and after, of a design also what changes."""
        if self.structure.design:
            return redrafted(self.today, self.structure, self.differences)
        return {"before": before(self.today), "after": after(self.today)}

    def depth(self, view: View) -> int | None:
        """Return to which depth a chart can be read; charts of one layout are cut alike."""
        return fitting_depth(self.charts["changes" if len(self.layout(view)) > 1 else view])

    def layout(self, view: View) -> tuple[View, ...]:
        """Return the charts that share the layout of one, itself among them."""
        return STEADY if view in STEADY and "changes" in self.charts else (view,)

    def shown(
        self, view: View, extent: Extent, *, is_alone: bool = False
    ) -> tuple[Chart, tuple[Chart, ...]]:
        """Return as much of a chart as is asked for, and so of those that share its layout.

        A chart that ``is_alone`` is not looked at beside those, and shares its layout with none.
        """
        among = () if is_alone or len(self.layout(view)) == 1 else self.layout(view)
        chart = self._fold(view, extent)
        return chart, tuple(chart if each == view else self._fold(each, extent) for each in among)

    def _fold(self, view: View, extent: Extent) -> Chart:
        return fold(self.charts[view], None if extent.whole else self.depth(view), extent.opened)

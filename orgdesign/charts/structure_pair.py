"""Two structures beside each other: what differs, and the charts that show it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts.changes import BeforeAfterCharts, changes
from orgdesign.designs.comparison import Difference, compare, lineage_by_id, unreported_changes
from orgdesign.designs.replay import Lineage, Structure, lineage_between


@dataclass(frozen=True)
class StructurePair:
    """The structure that people come from, and the one that they go to.

    Of one text, functions are the same by where they come from; of two, by their ids.
    """

    before: Structure
    after: Structure
    is_one_text: bool

    @cached_property
    def lineage(self) -> Lineage:
        """Return which functions of before each function of after comes from."""
        if self.is_one_text:
            return lineage_between(self.before, self.after)
        return lineage_by_id(self.before.organisation, self.after.organisation)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return what differs, each as a sentence."""
        return compare(self.before.organisation, self.after.organisation, self.lineage)

    @cached_property
    def unreported_parts(self) -> tuple[str, ...]:
        """Return what else differs, of which no sentence tells."""
        return tuple(unreported_changes(self.before.organisation, self.after.organisation))

    @cached_property
    def charts(self) -> BeforeAfterCharts:
        """Return the charts by reporting lines, of one layout."""
        before, after = self.before.organisation, self.after.organisation
        return changes(before, after, self.lineage, self.differences)

"""The charts of a redesign: today, what changes, and what it comes to, in both ways to see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgdesign.charts.after import after
from orgdesign.charts.changes import changes
from orgdesign.charts.chart import Chart, View
from orgdesign.comparison import Difference
from orgdesign.organisation import Organisation
from orgdesign.redesign.structure import Structure

STEADY: tuple[View, ...] = ("before", "changes", "reporting")
"""The charts of a redesign that are of one layout."""


def redrafted(
    today: Organisation, structure: Structure, differences: Sequence[Difference]
) -> Mapping[View, Chart]:
    """Return the charts of a structure that a design leads to, seen from today.

    *After* is the structure hung from the customer outcome, *reporting* its reporting lines.
    """
    then = structure.organisation
    drawn = changes(today, then, structure.lineage, differences)
    name = f"{today.name}: {structure.name}"
    return {
        "before": drawn.before,
        "changes": replace(drawn.changes, title=f"{name}, changes"),
        "reporting": replace(drawn.reporting, title=f"{name}, reporting lines"),
        "after": replace(after(then), title=name),
    }

"""The structures of a file, each with its charts: today's, and what a design comes to."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.charts import ChartsOfToday, DesignCharts, StructureCharts
from orgdesign.designs import replay as redesigns
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class StructureKey:
    """Which structure of a file is meant, by ids: no design is today, no phase all of it."""

    design: str = ""
    phase: str = ""


TODAY = StructureKey()


def structure_charts(
    organisation: Organisation, design: str, charts_of_today: ChartsOfToday | None = None
) -> Iterator[tuple[StructureKey, StructureCharts]]:
    """Yield today, or every structure that a design comes to; today where it is not there."""
    found = organisation.designs.get(design)
    if found is None:
        yield (
            StructureKey(design),
            StructureCharts(
                organisation,
                redesigns.structure_today(organisation),
                charts_of_today=charts_of_today,
            ),
        )
        return
    design_charts = DesignCharts(organisation, found)
    for phase in (None, *found.phases):
        structure = redesigns.structure_after(organisation, found, phase)
        yield (
            StructureKey(design, phase or ""),
            StructureCharts(organisation, structure, design_charts),
        )

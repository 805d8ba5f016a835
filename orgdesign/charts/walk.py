"""The reporting lines after each phase of a design, all to one layout, so that one can walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgdesign.charts.before import reporting_lines
from orgdesign.charts.boxes import function_id
from orgdesign.charts.changed import Changed
from orgdesign.charts.chart import Chart
from orgdesign.charts.counterparts import counterparts
from orgdesign.charts.places import Places, places_of
from orgdesign.comparison import compare
from orgdesign.redesign.structure import Structure, between


def walk(structures: Sequence[Structure]) -> list[Chart]:
    """Return the reporting lines of one structure after another, such as phase by phase.

    A function that stays where it was keeps its place from one to the next. Each box tells what
    became different since the structure before.
    """
    has_head = _has_head(structures)
    places, charts = Places(), list[Chart]()
    for at, structure in enumerate(structures):
        lines = reporting_lines(structure.organisation, has_head=has_head)
        chart = Chart("reporting", f"{structure.organisation.name}: {structure.name}", lines)
        if at:
            hoped = _hoped(charts[-1], structures[at - 1], structure)
            chart = _told(chart, structures[at - 1], structure)
        charts.append(places.stand(chart, hoped if at else {}))
    return charts


def _has_head(structures: Sequence[Structure]) -> bool:
    """Whether the lines hang from the organisation's name: not where one root stays the same."""
    roots = [
        {each.id for each in structure.organisation.reporting_lines().get(None, ())}
        for structure in structures
    ]
    return any(len(each) != 1 or each != roots[0] for each in roots)


def _hoped(last: Chart, before: Structure, now: Structure) -> dict[str, str]:
    """Return, by box, the place that it had in the chart before."""
    places = places_of(last)
    same = counterparts(before.organisation, now.organisation, between(before, now))
    kept = {function_id(one): places[function_id(was)] for one, was in same.items()}
    return kept | {box.id: box.place for box in last.boxes if box.kind == "organisation"}


def _told(chart: Chart, before: Structure, now: Structure) -> Chart:
    lineage = between(before, now)
    differences = compare(before.organisation, now.organisation, lineage)
    changed = Changed(before.organisation, now.organisation, lineage, differences)
    boxes = tuple(
        replace(box, changes=told, tone="changed") if (told := changed.of(box.subject)) else box
        for box in chart.boxes
    )
    return replace(chart, boxes=boxes, about=changed.about())

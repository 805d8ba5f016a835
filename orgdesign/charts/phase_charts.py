"""The reporting lines after each phase of a design, so that one can walk through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from orgdesign.charts.change_notes import ChangeNotes
from orgdesign.charts.chart import Chart
from orgdesign.charts.design_charts import DesignCharts
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import Structure, lineage_between, structure_after, structure_today
from orgdesign.model import Design, Organisation


def phase_charts(organisation: Organisation, design: Design) -> tuple[list[Structure], list[Chart]]:
    """Return today's structure and that after each phase, or that of a design without any.

    With each comes its chart by reporting lines. A function that stays where it was keeps its
    place from one to the next, and each box tells what became different since the one before.
    """
    phases = tuple(design.phases) or (None,)
    structures = [
        structure_today(organisation),
        *(structure_after(organisation, design, each) for each in phases),
    ]
    redrafted = DesignCharts(organisation, design)
    lines = [redrafted.charts(each)["reporting"] for each in phases]
    return structures, [redrafted.charts(None)["before"], *_note_changes(lines, structures)]


def _note_changes(charts: Sequence[Chart], structures: Sequence[Structure]) -> list[Chart]:
    pairs = zip(charts, pairwise(structures), strict=True)
    return [_telling(chart, before, now) for chart, (before, now) in pairs]


def _telling(chart: Chart, before: Structure, now: Structure) -> Chart:
    lineage = lineage_between(before, now)
    differences = compare(before.organisation, now.organisation, lineage)
    changed = ChangeNotes(before.organisation, now.organisation, lineage, differences, now.open)
    boxes = tuple(
        replace(box, changes=told, tone="changed")
        if (told := changed.notes_of(box.subject))
        else box
        for box in chart.boxes
    )
    return replace(chart, boxes=boxes, about=changed.about())

"""The chart of today: who reports to whom."""

from __future__ import annotations

from dataclasses import replace

from orgdesign.charts.boxes import KnownBoxes, function_box, function_id, hues
from orgdesign.charts.chart import Box, Chart, SideLine, in_reading_order
from orgdesign.model import Organisation


def before(organisation: Organisation, known: KnownBoxes | None = None) -> Chart:
    """Return today's reporting lines; several roots hang from the organisation's name."""
    title = f"{organisation.name}: before"
    boxes = reporting_lines(organisation, known=known)
    return Chart("before", title, boxes, sides=dotted_lines(organisation))


def reporting_lines(
    organisation: Organisation, *, has_head: bool = False, known: KnownBoxes | None = None
) -> tuple[Box, ...]:
    """Return the boxes of the functions, each under what it reports to.

    Several roots hang from the organisation's name, and one alone does with ``has_head``. The
    function where people see the power core is marked.
    """
    roots = organisation.reporting_lines().get(None, [])
    head = _head(organisation) if has_head or len(roots) != 1 else None
    colours = hues(organisation)
    boxes = [head] if head else []
    core = organisation.assessment.power_core_function
    for function in organisation.functions.values():
        above = function_id(function.reports_to) if function.reports_to else None
        parent = above or (head.id if head else None)
        box = function_box(function, organisation, colours, parent, known)
        mark = "Power core" if function.id == core else ""
        boxes.append(box if box.mark == mark else replace(box, mark=mark))
    return in_reading_order(boxes)


def dotted_lines(organisation: Organisation) -> tuple[SideLine, ...]:
    """Return the lines of functions beside the one that decides the tree."""
    return tuple(
        SideLine(function_id(function.id), function_id(line.to), line.label or "")
        for function in organisation.functions.values()
        for line in function.dotted_to
    )


def _head(organisation: Organisation) -> Box:
    text = "" if organisation.functions else "No functions yet"
    return Box("organisation", "organisation", "", organisation.name, text=text)

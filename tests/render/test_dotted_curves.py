"""The words of a dotted line stand where no box is, and no other words."""

from __future__ import annotations

from itertools import combinations

import pytest

from orgdesign.charts import Box, Chart, before
from orgdesign.charts.before import in_reading_order
from orgdesign.charts.chart import SideLine
from orgdesign.documents.deck.pagination import ChartPagination, SlideRoom
from orgdesign.model import DottedLine, Function, Organisation, Outcome
from orgdesign.render.dotted_curves import label_area
from orgdesign.render.drawing import compose
from orgdesign.render.pagination import paginate


def seats(count: int, lines: int) -> Chart:
    """Return a chart of so many seats under one, with lines from the first to others."""
    top = Box("top", "organisation", "top", "Bakery")
    boxes = [Box(f"r{n}", "role", f"r{n}", f"Seat {n}", parent="top") for n in range(count)]
    sides = tuple(SideLine("r0", f"r{n + 1}", f"what line {n} is about") for n in range(lines))
    return Chart("roles", "Roles", in_reading_order([top, *boxes]), sides=sides)


@pytest.mark.parametrize(("count", "lines"), [(2, 1), (12, 11), (40, 39)])
def test_every_label_is_there_and_lies_over_nothing(count: int, lines: int):
    drawing = compose(seats(count, lines))

    assert [curve.label for curve in drawing.curves] == [
        f"what line {n} is about" for n in range(lines)
    ]
    labels = [label_area(curve.at, curve.label) for curve in drawing.curves]
    boxes = [(one.x, one.y, one.card.width, one.card.full_height) for one in drawing.cards]
    over = [pair for pair in combinations([*labels, *boxes], 2) if pair[0] in labels]
    for (x, y, width, height), (left, top, wide, high) in over:
        assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y
    assert all(x + width < drawing.width + 0.01 for x, _, width, _ in labels)


@pytest.mark.parametrize("dealt", ["slides", "pages"])
def test_a_chart_dealt_over_several_has_only_lines_whose_ends_each_shows(dealt: str):
    heads = [Function(f"h{n}", f"Division {n}", reports_to="top") for n in range(12)]
    teams = [
        Function(f"t{n}", f"Team {n}", f"h{n % 12}", dotted_to=(DottedLine(f"t{n - 1}"),))
        for n in range(1, 240)
    ]
    functions = [Function("top", "Top"), *heads, Function("t0", "Team 0", "h0"), *teams]
    chart = before(
        Organisation("Bakery", Outcome("desired", "Bread"), {f.id: f for f in functions})
    )

    if dealt == "slides":
        slides = ChartPagination(SlideRoom(900, 420)).slides(chart)
        drawings = [slide.drawing for slide in slides]
    else:
        drawings = [sheet.drawing for sheet in paginate(chart, (760, 480)).parts]

    assert len(drawings) > 1
    for drawing in drawings:
        ids = {box.id for box in drawing.chart.boxes}
        assert all({curve.start, curve.to} <= ids for curve in drawing.curves)

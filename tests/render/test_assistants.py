"""Assistants beside the line, and dotted lines beside the tree."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.charts import Box, Chart, SideLine
from orgdesign.charts.chart import in_reading_order
from orgdesign.render import compose_chart, draw_charts
from tests.geometry import check_route, overlaps

TOP = Box("r0", "role", "r0", "Chief Executive")
SVG = "{http://www.w3.org/2000/svg}"


def seat(number: int, above: int, *, assistant: bool = False, **said) -> Box:
    parent = f"r{above}"
    return Box(f"r{number}", "role", "", f"Seat {number}", parent, is_assistant=assistant, **said)


def chart(*boxes: Box, sides: tuple[SideLine, ...] = ()) -> Chart:
    return Chart("roles", "Roles", in_reading_order([TOP, *boxes]), sides=sides)


def areas(drawing):
    return {
        placed.card.box.id: (
            placed.x,
            placed.y,
            placed.x + placed.card.width,
            placed.y + placed.card.height,
        )
        for placed in drawing.cards
    }


def test_assistants_stand_beside_the_line_above_the_reports():
    placed = areas(compose_chart(chart(seat(1, 0, assistant=True), seat(2, 0), seat(3, 0))))
    assert placed["r0"][3] < placed["r1"][1]
    assert placed["r1"][3] < placed["r2"][1]
    middle = (placed["r0"][0] + placed["r0"][2]) / 2
    assert placed["r1"][2] < middle


def test_two_assistants_stand_on_both_sides_of_the_line():
    boxes = [seat(1, 0, assistant=True), seat(2, 0, assistant=True), seat(3, 0)]
    placed = areas(compose_chart(chart(*boxes)))
    assert placed["r1"][2] < (placed["r0"][0] + placed["r0"][2]) / 2 < placed["r2"][0]


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=14))
def test_no_box_overlaps_and_no_line_runs_through_one(seats):
    boxes = [seat(n, above % n, assistant=aside) for n, (above, aside) in enumerate(seats, 1)]
    drawing = compose_chart(chart(*boxes))
    placed = areas(drawing)
    named = list(placed.items())
    for number, (name, area) in enumerate(named):
        assert not any(overlaps(area, other) for _, other in named[number + 1 :]), name
    for line in drawing.lines:
        check_route(line.to, line.route, placed)
        (x, y), (left, top, right, bottom) = line.route[-1], placed[line.to]
        assert left - 0.01 <= x <= right + 0.01
        assert top - 0.01 <= y <= bottom + 0.01


def test_a_dotted_line_is_drawn_and_labelled_in_every_format(engine):
    dotted = chart(seat(1, 0), seat(2, 0), sides=(SideLine("r1", "r2", "budget"),))
    svg = draw_charts([dotted], engine, "svg")
    root = ElementTree.fromstring(svg)
    sides = [path for path in root.iter(f"{SVG}path") if path.get("class") == "side"]
    labels = [text.text for text in root.iter(f"{SVG}text") if "side-label" in text.get("class")]
    assert (len(sides), labels) == (1, ["budget"])
    assert draw_charts([dotted], engine, "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize("said", [{"is_vacant": True}, {"holders": ("Ana Souza", "Li Wei")}])
def test_a_seat_says_who_holds_it_or_that_it_is_vacant(said):
    (_, placed) = compose_chart(chart(replace(seat(1, 0), **said))).cards
    chips = [(row.text, row.beside) for row in placed.card.rows if row.chip]
    assert chips == (
        [("Vacant", "")] if said.get("is_vacant") else [("AS", "Ana Souza"), ("LW", "Li Wei")]
    )

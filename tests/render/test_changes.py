"""The charts of a design, drawn: one layout for all three, nothing in the way of anything."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.charts import BeforeAfterCharts, Box, ChangeNote, DesignCharts, changes, fold
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import replay
from orgdesign.model import Change, Design, Phase
from orgdesign.render import Engine, chart_svg, draw_charts
from orgdesign.render.changed_card import card_of
from orgdesign.render.dot import dot_text
from orgdesign.render.drawing import Drawing, compose_together
from tests.designs.replay.test_any_design import TODAY
from tests.designs.replay.test_any_design import changes as any_changes
from tests.geometry import check_route, overlaps

MOVE = Change("move", values={"function": "ovens", "reports_to": "vans"})
END = Change("retire", values={"function": "baking"})


def charts(*asked: Change) -> BeforeAfterCharts:
    done = replay(TODAY, Design("try", "Try", changes=asked))
    differences = compare(TODAY, done.organisation, done.lineage)
    return changes(TODAY, done.organisation, done.lineage, differences)


def corners(drawing: Drawing) -> dict[str, tuple[float, float, float, float]]:
    return {
        placed.card.box.id: (
            placed.x,
            placed.y,
            placed.x + placed.card.width,
            placed.y + placed.card.full_height,
        )
        for placed in drawing.cards
    }


@pytest.mark.parametrize("view", ["before", "changes", "reporting"])
def test_a_chart_of_a_design_is_written_as_before(snapshot, view):
    drawings = compose_together([*charts(MOVE, END)])
    drawing = next(each for each in drawings if each.chart.view == view)
    snapshot(f"design-{view}.dot", dot_text([drawing], lambda box, _is_tab: f"#{box}"))


def test_what_stays_is_at_the_same_place_and_as_large_in_all_three():
    drawings = compose_together([*charts(MOVE)])
    assert len({corners(drawing)["function-vans"] for drawing in drawings}) == 1
    assert len({(drawing.width, drawing.height) for drawing in drawings}) == 1


in_phases = st.lists(
    st.builds(replace, any_changes, phase=st.sampled_from(["spring", "autumn"])), max_size=8
)
PHASES = {each: Phase(each, each) for each in ("spring", "autumn")}


@given(in_phases, st.sampled_from([None, 1, 2]))
def test_nothing_overlaps_and_no_line_runs_through_a_box_in_any_phase(
    asked: list[Change], depth: int | None
):
    redrafted = DesignCharts(TODAY, Design("try", "Try", PHASES, tuple(asked)))
    for drawing in compose_together([fold(chart, depth) for chart in redrafted.layout]):
        boxes = corners(drawing)
        named = list(boxes.items())
        for number, (name, one) in enumerate(named):
            assert one[2] <= drawing.width + 0.01
            for other, its in named[number + 1 :]:
                assert not overlaps(one, its), (name, other)
        for each in drawing.lines:
            check_route(each.to, each.route, boxes)
            x, y = each.route[-1]
            left, top, right, bottom = boxes[each.to]
            assert left - 0.01 <= x <= right + 0.01
            assert top - 0.01 <= y <= bottom + 0.01


def test_what_changes_has_a_chip_with_a_sign_and_a_word_and_the_rest_beside_it():
    box = Box(
        "function-a", "function", "a", "Ovens", changes=(ChangeNote("→ Moved", "from Baking"),)
    )
    row = next(row for row in card_of(box_standing_out(box)).rows if row.chip)
    assert (row.text, row.beside) == ("→ Moved", "from Baking")


@pytest.mark.parametrize("kind", ["library", "program"])
def test_both_engines_draw_the_rest_behind_its_chip(kind):
    with Engine(kinds=(kind,)) as its:
        dot = dot_text(compose_together([*charts(MOVE)])[1:2], lambda box, _is_tab: f"#{box}")
        svg = its.draw(dot, "svg").decode()
    chip = re.search(r'<polygon[^>]*points="([^"]*)"/>\s*<text[^>]*>→ Moved<', svg)
    rest = re.search(r'<text[^>]* x="([^"]*)"[^>]*>to Vans<', svg)
    assert chip
    assert rest
    assert max(float(point.split(",")[0]) for point in chip[1].split()) < float(rest[1])


def test_what_is_too_long_to_stand_beside_the_chip_stands_below_it():
    long = "from The Department of Very Long Names and Longer Titles"
    box = Box("function-a", "function", "a", "Ovens", changes=(ChangeNote("→ Moved", long),))
    rows = [row.text for row in card_of(box_standing_out(box)).rows if row.text]
    assert rows[0] == "→ Moved"
    assert " ".join(rows[1:3]) == long


def box_standing_out(box: Box) -> Box:
    return Box(box.id, box.kind, box.subject, box.title, changes=box.changes, tone="changed")


def test_a_box_that_steps_back_is_as_large_as_it_was_but_thin_and_pale():
    plain = Box("function-a", "function", "a", "Ovens", role="Baker", hue=1)
    back = Box("function-a", "function", "a", "Ovens", role="Baker", hue=1, tone="same")
    before, after = card_of(plain), card_of(back)
    assert (after.width, after.height) == (before.width, before.height)
    assert after.outline == before.outline
    assert 0 < after.pen < 1.4


def test_a_reader_who_hears_the_chart_hears_what_changes(engine: Engine):
    redrawn = charts(MOVE)
    svg = chart_svg(
        redrawn.changes, engine, prefix="changes-", link=lambda *_: "#", among=tuple(redrawn)
    )
    assert re.search(r"<title>Ovens\. → Moved from Baking", svg)
    assert 'id="changes-ghost-ovens"' in svg


def test_two_charts_of_one_layout_stand_side_by_side(engine: Engine):
    redrawn = charts(MOVE)
    drawn = draw_charts([redrawn.before, redrawn.changes], engine, "svg", tuple(redrawn)).decode()
    assert 'id="function-ovens"' in drawn
    assert 'id="changes-function-ovens"' in drawn

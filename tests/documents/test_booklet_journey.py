"""The customer's journey in a booklet: every function and hand-off, on pages that can be read."""

from dataclasses import replace
from pathlib import Path

import pytest

from orgdesign.charts import Journey, journey
from orgdesign.documents.booklet.canvas import SMALLEST, paper_size
from orgdesign.documents.booklet.journey_pages import journey_pages, split_journey
from orgdesign.model import Function, Handoff, Organisation, Outcome, Stage
from orgdesign.render.branch_fit import fitting_scale
from orgdesign.yamlfile import read
from tests.documents.insurer import INSURER

EXAMPLES = Path(__file__).parents[2] / "examples"


def example(name: str) -> Journey:
    organisation = read((EXAMPLES / f"{name}.yaml").read_bytes(), name).organisation
    assert organisation is not None
    return journey(organisation)


def between(count: int, handoffs: int) -> Organisation:
    """Return an organisation with so many functions in a stage, the first two hand over often."""
    functions = {f"f{n}": Function(f"f{n}", f"Function {n}") for n in range(count)}
    passed = {
        f"h{n}": Handoff(f"h{n}", "f0", "f1", "s", f"Something that is long to say {n}")
        for n in range(handoffs)
    }
    stages = {"s": Stage("s", "Makes a claim", functions=tuple(functions))}
    return Organisation(
        "A", Outcome("desired", "It works"), functions, journey=stages, handoffs=passed
    )


@pytest.mark.parametrize("name", ["northwind", "hospital", "software"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_every_map_fits_its_page_and_can_be_read(name, orientation):
    room = paper_size("a4", orientation).chart
    for drawing in split_journey(example(name), room).drawings:
        scale = fitting_scale(drawing, room, 0.0)
        assert scale is not None
        sizes = [row.size for one in drawing.cards for row in one.card.rows if row.text]
        assert min(sizes) * scale >= SMALLEST


@pytest.mark.parametrize("name", ["northwind", "hospital", "software"])
def test_every_function_and_hand_off_is_on_a_map(name):
    whole = example(name)
    maps = split_journey(whole, paper_size("a4", "landscape").chart)
    drawn = {one.card.box.id for drawing in maps.drawings for one in drawing.cards}
    assert {box.id for box in whole.boxes()} == drawn
    assert not maps.left


def test_a_stage_with_more_functions_than_a_page_has_room_for_is_split():
    whole = journey(between(20, 0))
    maps = split_journey(whole, paper_size("a4", "landscape").chart)
    drawn = {one.card.box.id for drawing in maps.drawings for one in drawing.cards}
    assert len(maps.drawings) > 1
    assert {box.id for box in whole.boxes()} == drawn


def test_hand_offs_that_no_page_has_room_for_are_listed():
    organisation = between(2, 30)
    maps = split_journey(journey(organisation), paper_size("a4", "landscape").chart)
    assert len(maps.left) == 30
    titles = [plan.title for plan in journey_pages(organisation, paper_size("a4", "landscape"))]
    assert "Customer journey: more hand-offs" in titles


def test_stages_that_no_function_serves_are_shown():
    empty = {f"s{n}": Stage(f"s{n}", f"Stage {n}") for n in range(9)}
    whole = journey(replace(INSURER, journey=empty, handoffs={}))
    maps = split_journey(whole, paper_size("a4", "landscape").chart)
    drawn = [one.card.box.title for drawing in maps.drawings for one in drawing.cards]
    assert drawn == [f"Stage {n}" for n in range(9)]


def test_without_a_journey_there_is_no_page():
    nothing = replace(INSURER, journey={}, handoffs={})
    assert [*journey_pages(nothing, paper_size("a4", "landscape"))] == []

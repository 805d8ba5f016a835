"""A journey's boxes never meet, its lines keep to their gutters, and every text fits its box."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.charts import journey
from orgdesign.model import Function, Handoff, Organisation, Outcome, Stage
from orgdesign.render import draw_journey, journey_svg
from orgdesign.render.dot import dot_text
from orgdesign.render.fonts import text_width
from orgdesign.render.journey_drawing import compose_journey
from orgdesign.render.style import PADDING
from orgdesign.render.tracks import tracks
from tests.geometry import HAIR, check_route, overlaps

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def bakery(stages, handoffs=(), name=str):
    """Return a bakery: the functions of each stage, and of each hand-off giver, taker, stage."""
    ids = dict.fromkeys(
        [*(f for who in stages for f in who), *(f for h in handoffs for f in h[:2])]
    )
    return Organisation(
        "Harvest Bakery",
        Outcome("desired", "Fresh bread before I open"),
        functions={f"f{id_}": Function(f"f{id_}", name(id_)) for id_ in ids},
        journey={
            f"s{n}": Stage(f"s{n}", f"Stage {n}", None, tuple(f"f{each}" for each in who))
            for n, who in enumerate(stages)
        },
        handoffs={
            f"h{n}": Handoff(
                f"h{n}", f"f{a}", f"f{b}", None if at is None else f"s{at}", "The order " * (n % 9)
            )
            for n, (a, b, at) in enumerate(handoffs)
        },
    )


@st.composite
def bakeries(draw):
    functions = st.integers(0, 9)
    stages = draw(st.lists(st.lists(functions, max_size=6, unique=True), max_size=6))
    at = st.sampled_from([None, *range(len(stages))])
    return bakery(stages, draw(st.lists(st.tuples(functions, functions, at), max_size=14)))


def boxes_of(drawing):
    return {
        one.card.box.id: (one.x, one.y, one.x + one.card.width, one.y + one.card.height)
        for one in drawing.cards
    }


def together(one, other):
    """Return whether two ways run along each other, and do not only cross or touch."""
    for (a, b), (c, d) in ((x, y) for x in pairwise(one) for y in pairwise(other)):
        for across, along in ((0, 1), (1, 0)):
            level = {round(point[across], 3) for point in (a, b, c, d)}
            low = max(min(a[along], b[along]), min(c[along], d[along]))
            high = min(max(a[along], b[along]), max(c[along], d[along]))
            if len(level) == 1 and high - low > HAIR:
                return True
    return False


@given(bakeries())
def test_in_any_journey_nothing_meets_that_should_not(organisation):
    drawing = compose_journey(journey(organisation))
    boxes = boxes_of(drawing)
    assert len(boxes) == len(drawing.cards)
    for (name, box), (other, its) in combinations(boxes.items(), 2):
        assert not overlaps(box, its), (name, other)
    for x, y, right, bottom in boxes.values():
        assert x >= -HAIR
        assert y >= -HAIR
        assert right <= drawing.width + HAIR
        assert bottom <= drawing.height + HAIR
    for line in drawing.lines:
        check_route(line.id, line.route, boxes)
        assert touches(line.route[0], boxes[line.start]), line.id
        assert touches(line.route[-1], boxes[line.to]), line.id
    for line, other in combinations(drawing.lines, 2):
        assert not together(line.route, other.route), (line.id, other.id)


def touches(point, box):
    """Return whether a point is on the edge of a box."""
    (x, y), (left, top, right, bottom) = point, box
    on_side = min(abs(x - left), abs(x - right)) < HAIR and top - HAIR <= y <= bottom + HAIR
    on_end = min(abs(y - top), abs(y - bottom)) < HAIR and left - HAIR <= x <= right + HAIR
    return on_side or on_end


@given(st.text(min_size=1, max_size=120))
def test_any_text_fits_its_box(text):
    shop = bakery([[0, 1], [2], []], [(0, 2, 1)], name=lambda id_: f"{text}{id_}")
    for placed in compose_journey(journey(shop)).cards:
        card = placed.card
        assert sum(row.height for row in card.rows) <= card.height + HAIR
        for row in card.rows:
            wide = text_width(row.text, row.size, row.bold) if row.text else 0
            assert wide <= card.width - 2 * PADDING


def test_lines_that_meet_get_tracks_of_their_own_and_others_share_one():
    assert tracks({"a": (0, 2), "b": (2, 3), "c": (4, 3.5)}) == {"a": 0, "b": 1, "c": 0}


def test_a_handoff_stands_beside_the_card_that_takes_it():
    boxes = boxes_of(compose_journey(journey(bakery([[0, 1]], [(0, 1, 0)]))))
    label, taker, giver = boxes["handoff.h0"], boxes["serves.0.f1"], boxes["serves.0.f0"]
    assert label[2] < taker[0]
    assert (label[1], label[3]) == (taker[1], taker[3])
    assert giver[3] < taker[1]


def test_the_stage_that_a_function_stays_for_is_joined_by_a_line():
    drawing = compose_journey(journey(bakery([[0], [0]])))
    assert [(line.start, line.to, line.dash) for line in drawing.lines] == [
        ("serves.0.f0", "serves.1.f0", "solid")
    ]


def test_what_is_missing_is_red_and_broken_and_what_is_there_is_not():
    drawing = compose_journey(journey(bakery([[0, 1]])))
    assert {(line.dash, line.colour) for line in drawing.lines} == {("dashed", "#b91c1c")}
    missing = next(one.card for one in drawing.cards if one.card.box.kind == "missing")
    assert (missing.dash, missing.outline) == ("dashed", "#b91c1c")
    assert [row.text for row in missing.rows if row.text] == ["No hand-off", "0 → 1"]


def test_a_journey_is_written_as_before(snapshot):
    shop = bakery([[0, 1], [1, 2], []], [(0, 1, 0), (2, 1, 1)])
    drawing = compose_journey(journey(shop))
    snapshot("journey.dot", dot_text([drawing], lambda box, _is_tab: f"#{box}"))


def test_a_journey_as_a_file_says_what_it_shows(engine):
    root = ElementTree.fromstring(draw_journey(journey(bakery([[0], [1]])), engine, "svg"))
    assert root.find(f"{SVG}title").text == "Harvest Bakery: the customer's journey"
    assert root.find(f"{SVG}desc").text.startswith("2 stages and 2 functions. Customers can fall")


@pytest.mark.parametrize(("picture", "start"), [("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_journey_is_a_picture_in_other_formats(engine, picture, start):
    assert draw_journey(journey(bakery([[0], [1]])), engine, picture).startswith(start)


def test_a_page_gets_the_map_with_links_and_words_for_every_box_and_silent_lines(engine):
    shop = bakery([[0, 1]], [(0, 1, 0)])
    svg = journey_svg(journey(shop), engine, prefix="map-", link=lambda box, _: f"/to/{box}")
    root = ElementTree.fromstring(svg)
    groups = {part.get("id"): part for part in root.iter() if part.get("id")}
    handoff = groups["map-handoff.h0"]
    said = "Hand-off. 0 → 1. No accountable role. No connecting measure"
    assert handoff.find(f"{SVG}title").text == said
    assert next(handoff.iter(f"{SVG}a")).get(HREF) == "/to/handoff.h0"
    for silent in ("map-ground-0", "map-line-handoff.h0", "map-arrow-handoff.h0"):
        assert groups[silent].get("aria-hidden") == "true"
    assert len(re.findall("<a ", svg)) == 1 + 2 + 2 + 1


HOSTILE = ["<b>&", r"\N \G", "ends in \\", '"quoted"', "a:b:c", "\u202e\x00\x1b[31m", "x" * 9_000]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_draws_as_text(text, engine):
    shop = bakery([[0], [1]], name=lambda id_: text + str(id_))
    svg = draw_journey(journey(shop), engine, "svg").decode()
    assert svg.count('class="node serves') == 2
    assert "<image" not in svg

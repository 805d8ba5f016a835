"""Charts as maps: parts drawn as they are asked for, in the detail of the zoom; and frames."""

import re
from xml.etree import ElementTree

import pytest

from orgdesign.charts import CardSettings, after, apply_settings, before, legend_of
from orgdesign.render import ChartMap, PictureFrame, compose_chart, draw_charts
from orgdesign.render.detail import branch_blocks, name_card
from orgdesign.render.fonts import text_width
from tests.organisations import organisation

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def chart_map(engine):
    return ChartMap(
        compose_chart(after(organisation())), engine, "after-", lambda box, _: f"#{box}"
    )


def test_only_what_is_asked_for_is_drawn(chart_map):
    drawn = dict(chart_map.cards(["function-claims", "desired"]))
    assert set(drawn) == {"function-claims", "desired"}
    assert 'id="after-function-claims"' in drawn["function-claims"]


def test_what_stands_in_an_area_is_found(chart_map):
    areas = {box.id: area for box, area in chart_map.places()}
    assert chart_map.within(areas["function-claims"]) == ["function-claims"]
    assert set(chart_map.within((0, 0, *chart_map.size))) == set(areas)


def test_a_card_seen_from_farther_away_says_its_name_alone_and_larger(chart_map):
    ((_, drawn),) = chart_map.cards(["function-claims"], "name")
    assert re.findall(r"<text[^>]*>([^<]*)<", drawn) == ["Claims"]
    assert 'class="t20 b' in drawn


def test_the_name_stays_in_its_card():
    for placed in compose_chart(before(organisation())).cards:
        card = name_card(placed.card)
        assert (card.width, card.height) == (placed.card.width, placed.card.height)
        assert sum(row.height for row in card.rows) <= card.height + 0.01
        assert all(text_width(row.text, row.size, row.bold) <= card.width for row in card.rows)


def test_a_branch_is_a_block_that_covers_it_and_says_its_people_and_gaps():
    drawing = compose_chart(before(organisation()))
    (block, *_) = branch_blocks(drawing)
    inside = [p for p in drawing.cards if p.card.box.parent == block.box.id]
    assert block.box.title in " ".join(row.text for row in block.placed.card.rows)
    for placed in inside:
        assert block.placed.x <= placed.x
        assert placed.y + placed.card.height <= block.placed.y + block.placed.card.height + 0.01


def test_lines_are_drawn_by_where_they_start(chart_map):
    assert 'class="line' in chart_map.lines(["desired"])
    assert chart_map.lines(["function-fraud"]) == ""


def test_a_gap_is_a_mark_in_every_format(engine):
    shop = organisation()
    chart = apply_settings(before(shop), shop, CardSettings(gaps="mark"))
    svg = draw_charts([chart], engine, "svg").decode()
    assert svg.count('class="gap-mark') == sum(1 for box in chart.boxes if box.gaps) > 0
    assert 'stroke-dasharray="5,2"' not in svg
    assert draw_charts([chart], engine, "pdf").startswith(b"%PDF-")


def test_a_picture_has_a_title_a_legend_and_a_note(engine):
    shop, settings = organisation(), CardSettings()
    frame = PictureFrame("Who does what", "November 2026", legend_of(before(shop), shop, settings))
    svg = draw_charts([before(shop), after(shop)], engine, "svg", frame=frame)
    root = ElementTree.fromstring(svg)
    said = [text.text for text in root.iter(f"{SVG}text")]
    assert said.count("Who does what") == said.count("November 2026") == 1
    assert any(text.startswith("My claim is settled fast (") for text in said)
    assert draw_charts([before(shop)], engine, "png", frame=frame).startswith(b"\x89PNG")

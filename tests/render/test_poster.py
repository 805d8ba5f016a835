"""Charts on every paper that is offered, held either way: whole, large enough, and apart."""

from itertools import combinations
from pathlib import Path

import pytest

from orgdesign.charts import CardSettings, after, before, legend_of
from orgdesign.render.card import TAB_SIZE
from orgdesign.render.fonts import text_width
from orgdesign.render.picture_frame import PictureFrame
from orgdesign.render.poster import PAPERS, poster_sheets
from orgdesign.yamlfile import read_file

NORTHWIND = Path(__file__).parents[2] / "examples" / "northwind.yaml"
SMALLEST = 7.0
SIZES = {name: (wide, high) for name, (wide, high) in PAPERS.items()}
SIZES |= {f"{name} upright": (high, wide) for name, (wide, high) in PAPERS.items()}


@pytest.fixture(scope="module")
def charts():
    organisation = read_file(NORTHWIND).organisation
    return [(organisation, draw(organisation)) for draw in (before, after)]


@pytest.mark.parametrize("paper", SIZES)
def test_nothing_is_cut_too_small_or_over_another(charts, paper):
    for organisation, chart in charts:
        frame = PictureFrame(
            "Nobody waits", "Source: payroll", legend_of(chart, organisation, CardSettings())
        )
        for sheet in poster_sheets(chart, SIZES[paper], frame):
            cards = sheet.drawing.cards
            assert min(sizes_of(cards)) * sheet.scale >= SMALLEST
            for placed in cards:
                assert_text_fits(placed.card)
                assert_on_sheet(placed, sheet)
            assert not [pair for pair in combinations(cards, 2) if share_room(*pair)]


def sizes_of(cards):
    for placed in cards:
        yield from (row.size for row in placed.card.rows if row.text)
        yield from [TAB_SIZE] if placed.card.tab else []


def assert_text_fits(card):
    for row in card.rows:
        assert text_width(row.text, row.size or 1, row.bold) <= card.width


def assert_on_sheet(placed, sheet):
    assert placed.x >= -30
    assert placed.x + placed.card.width <= sheet.drawing.width + 30
    assert placed.y >= -0.01
    assert placed.y + placed.card.full_height <= sheet.drawing.height + 0.01


def share_room(one, other):
    across = min(one.x + one.card.width, other.x + other.card.width) - max(one.x, other.x)
    down = min(one.y + one.card.full_height, other.y + other.card.full_height)
    return min(across, down - max(one.y, other.y)) > 0.6

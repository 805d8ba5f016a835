"""No box overlaps another, no connector runs through a box, and charts are near a page's shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.render.layout import lay_out
from tests.geometry import check_geometry


def tree(parents):
    """Return the children of each box, of a tree in which box n+1 hangs from ``parents[n]``."""
    children: dict[str, list[str]] = {}
    for number, parent in enumerate(parents, start=1):
        children.setdefault(f"b{parent}", []).append(f"b{number}")
    return children


@st.composite
def trees(draw):
    count = draw(st.integers(0, 60))
    parents = [draw(st.integers(0, number)) for number in range(count)]
    side = st.floats(20, 400)
    sizes = {f"b{n}": (draw(side), draw(side)) for n in range(count + 1)}
    return sizes, tree(parents)


@given(trees(), st.booleans())
def test_any_tree_is_drawn_without_a_collision(drawn, dense):
    check_geometry(*drawn, dense=dense)


def test_a_box_alone_is_the_whole_chart():
    layout = check_geometry({"b0": (200, 80)}, {})
    assert (layout.width, layout.height, layout.routes) == (200, 80, {})


def test_heads_of_one_rank_hang_at_the_same_height():
    sizes = {"b0": (500, 120), "b1": (200, 60), "b2": (200, 140), "b3": (200, 90)}
    layout = check_geometry(sizes, tree([0, 0, 0]))
    assert len({layout.corners[name][1] for name in ("b1", "b2", "b3")}) == 1


def test_leaves_are_stacked_under_their_parent():
    sizes = {f"b{n}": (200, 80) for n in range(10)}
    layout = check_geometry(sizes, tree([0, 0, 1, 1, 1, 1, 2, 2, 2]))
    assert len({layout.corners[name][0] for name in ("b3", "b4", "b5", "b6")}) == 1


@pytest.mark.parametrize(("levels", "span"), [(1, 40), (2, 8), (3, 7), (2, 17), (4, 4)])
def test_large_charts_stay_near_the_shape_of_a_page(levels, span):
    parents, row = [], [0]
    for _ in range(levels):
        below = []
        for parent in row:
            for _ in range(span):
                parents.append(parent)
                below.append(len(parents))
        row = below
    sizes = {f"b{n}": (200, 80) for n in range(len(parents) + 1)}
    layout = lay_out("b0", sizes, tree(parents))
    assert 1.0 <= layout.width / layout.height <= 2.5


def test_a_chain_of_thousands_does_not_break_the_layout():
    sizes = {f"b{n}": (200, 80) for n in range(5000)}
    layout = lay_out("b0", sizes, tree(range(4999)))
    assert len(layout.corners) == 5000

"""No box overlaps another, no connector runs through a box, and charts are near a page's shape."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.render.layout import lay_out

HAIR = 0.01


def tree(parents):
    """Return the children of each box, of a tree in which box n+1 hangs from ``parents[n]``."""
    children: dict[str, list[str]] = {}
    for number, parent in enumerate(parents, start=1):
        children.setdefault(f"b{parent}", []).append(f"b{number}")
    return children


def boxes_of(layout, sizes):
    return {
        name: (x, y, x + sizes[name][0], y + sizes[name][1])
        for name, (x, y) in layout.corners.items()
    }


def overlaps(a, b):
    return a[0] < b[2] - HAIR and b[0] < a[2] - HAIR and a[1] < b[3] - HAIR and b[1] < a[3] - HAIR


def check_geometry(sizes, children):
    layout = lay_out("b0", sizes, children)
    boxes = boxes_of(layout, sizes)
    assert set(boxes) == set(sizes)
    named = list(boxes.items())
    for index, (name, box) in enumerate(named):
        assert box[0] >= -HAIR
        assert box[2] <= layout.width + HAIR
        assert box[3] <= layout.height + HAIR
        for other, its in named[index + 1 :]:
            assert not overlaps(box, its), (name, other)
    for name, route in layout.routes.items():
        check_route(name, route, boxes)
        for parent, family in children.items():
            if name in family:
                check_ends(route, boxes[parent], boxes[name])
    return layout


def check_route(name, route, boxes):
    for (x1, y1), (x2, y2) in pairwise(route):
        assert abs(x1 - x2) < HAIR or abs(y1 - y2) < HAIR, (name, "slants")
        step = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        for other, box in boxes.items():
            grown = (step[0] - HAIR, step[1] - HAIR, step[2] + HAIR, step[3] + HAIR)
            inner = (box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1)
            assert not overlaps(grown, inner), (name, "runs through", other)


def check_ends(route, parent, child):
    """A connector leaves the parent's lower edge and arrives at the child's upper or left one."""
    (x, y), (end_x, end_y) = route[0], route[-1]
    assert abs(y - parent[3]) < HAIR
    assert parent[0] <= x <= parent[2]
    on_top = abs(end_y - child[1]) < HAIR and child[0] <= end_x <= child[2]
    on_left = abs(end_x - child[0]) < HAIR and child[1] <= end_y <= child[3]
    assert on_top or on_left


@st.composite
def trees(draw):
    count = draw(st.integers(0, 60))
    parents = [draw(st.integers(0, number)) for number in range(count)]
    side = st.floats(20, 400)
    sizes = {f"b{n}": (draw(side), draw(side)) for n in range(count + 1)}
    return sizes, tree(parents)


@given(trees())
def test_any_tree_is_drawn_without_a_collision(drawn):
    check_geometry(*drawn)


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

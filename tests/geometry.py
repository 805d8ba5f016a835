"""What holds for every layout: no box overlaps another, and no connector runs through one."""

from itertools import pairwise

from orgdesign.render.layout import LayoutAim, lay_out

HAIR = 0.01


def boxes_of(layout, sizes):
    return {
        name: (x, y, x + sizes[name][0], y + sizes[name][1])
        for name, (x, y) in layout.corners.items()
    }


def overlaps(a, b):
    return a[0] < b[2] - HAIR and b[0] < a[2] - HAIR and a[1] < b[3] - HAIR and b[1] < a[3] - HAIR


def check_geometry(sizes, children, *, dense=False):
    layout = lay_out(next(iter(sizes)), sizes, children, LayoutAim(dense=dense))
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

"""Where everything of a chart goes: stacked leaves, branches stepped down, near a page's shape.

Positions are ours, so that a chart is the same on every machine and engine, and no connector
can run through a box: connectors keep to channels above each row and gutters beside it, where
no box is ever put. All lengths are points; x grows to the right and y downwards.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from threading import Condition, Lock

from cachetools import LRUCache, cached

from orgdesign.render.arrangement import Arrangements, Block, Family, Size, exceeds
from orgdesign.render.ways import Point
from orgdesign.value_objects import value_object

PAGE = 1.6
"""The width ÷ height that a whole chart aims at: about that of a slide or a landscape page."""

SHAPES = (0.3, 0.6, 1.0, 1.6)
"""The width ÷ height that branches are tried in; those that make the best page are taken."""

DENSE_SHAPES = (0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.3, 1.6)
"""Those of a dense layout."""

MOST_BOXES = 10_000
"""How many boxes those layouts have together that are remembered: most edits change no size."""

MOST_ALIKE = 1_000
"""Larger charts are not looked through for families that are arranged as before."""

Blocks = Mapping[str, Block]


@value_object
class Layout:
    """Top-left corners of the boxes, and the connector that ends at each but the root."""

    width: float
    height: float
    corners: Mapping[str, Point]
    routes: Mapping[str, tuple[Point, ...]]

    def at_scale(self, scale: float) -> Layout:
        """Return the layout so much larger."""
        if scale == 1:
            return self
        corners = {box: (x * scale, y * scale) for box, (x, y) in self.corners.items()}
        routes = {
            box: tuple((x * scale, y * scale) for x, y in route)
            for box, route in self.routes.items()
        }
        return Layout(self.width * scale, self.height * scale, corners, routes)


@value_object
class LayoutAim:
    """What a layout is to come near to.

    With a ``room``, in points, a layout that fits it is taken where there is one; otherwise the
    overall shape is that of a ``page``. Below ``upright`` boxes nothing hangs from a rail at
    their left. A ``dense`` layout may deal branches over columns of any height.
    """

    room: Size | None = None
    page: float = PAGE
    upright: frozenset[str] = frozenset()
    dense: bool = False


ANY_LAYOUT = LayoutAim()


def _layout_key(
    root: str,
    sizes: Mapping[str, Size],
    children: Mapping[str, Sequence[str]],
    aim: LayoutAim = ANY_LAYOUT,
) -> Hashable:
    """Return all that a layout comes of: boxes, their sizes, and what hangs from which."""
    families = tuple((box, *children.get(box, ())) for box in sizes)
    return root, tuple(sizes.values()), families, aim


@cached(
    LRUCache(MOST_BOXES, getsizeof=lambda layout: len(layout.corners)),
    _layout_key,
    condition=Condition(),
)
def lay_out(
    root: str,
    sizes: dict[str, Size],
    children: Mapping[str, Sequence[str]],
    aim: LayoutAim = ANY_LAYOUT,
) -> Layout:
    """Return the layout of a tree of boxes that is nearest to what is aimed at.

    ``sizes`` lists every box, parents before children. Each branch under the root takes the
    shape that fits a common height best, so that a small branch does not stand beside a void.
    """
    room, dense = aim.room, aim.dense
    shape = room[0] / room[1] if room else aim.page
    tries = _measure(
        root,
        sizes,
        children,
        sorted({*(DENSE_SHAPES if dense else SHAPES), aim.page}),
        aim.upright,
        dense=dense,
    )
    choices = _choices(children.get(root, ()), tries)
    ways = [_whole(sizes[root], choice, shape, room, dense=dense) for choice in choices]
    whole, chosen = min(
        ways,
        key=lambda way: (
            exceeds((way[0].width, way[0].height), room),
            page_size(way[0], shape),
        ),
    )
    blocks = {root: whole}
    for branch, measured in chosen.items():
        blocks |= {box: measured[box] for box in _below(branch, children)}
    return _place(root, sizes, blocks)


def page_size(block: Block, shape: float) -> float:
    """Return the height of the smallest page of ``shape`` (width ÷ height) that holds a block."""
    return max(block.height, block.width / shape)


def _measure(
    root: str,
    sizes: dict[str, Size],
    children: Mapping[str, Sequence[str]],
    shapes: Sequence[float],
    upright: Collection[str],
    *,
    dense: bool,
) -> list[Blocks]:
    """Return every branch arranged for each of some shapes.

    Where the branches below a box are the same in several shapes, it is arranged once for them.
    """
    tries: list[dict[str, Block]] = [{} for _ in shapes]
    arrange = _arrange_again if len(sizes) <= MOST_ALIKE else _arrange
    for box in reversed(sizes):
        if box != root:
            alike: dict[tuple[int, ...], list[int]] = {}
            names = tuple(children.get(box, ()))
            for number, blocks in enumerate(tries):
                alike.setdefault(tuple(id(blocks[name]) for name in names), []).append(number)
            for numbers in alike.values():
                family = tuple((name, tries[numbers[0]][name]) for name in names)
                asked = tuple(shapes[number] for number in numbers)
                _, fitting = arrange(sizes[box], family, asked, is_root=box in upright, dense=dense)
                for number, block in zip(numbers, fitting, strict=True):
                    tries[number][box] = block
    return [*tries]


def _family_key(head: Size, family: Family, shapes: tuple[float, ...], **how: bool) -> Hashable:
    """Return what a family comes to: the very blocks that it has, which are kept with it."""
    return head, tuple((name, id(block)) for name, block in family), shapes, *how.values()


def _arrange(
    head: Size, family: Family, shapes: tuple[float, ...], *, is_root: bool, dense: bool
) -> tuple[Family, list[Block]]:
    """Return a family, and how it is arranged for some shapes."""
    ways = Arrangements(head, family, is_root=is_root, dense=dense)
    return family, [ways.fitting(shape) for shape in shapes]


_arrange_again = cached(
    LRUCache(MOST_BOXES, getsizeof=lambda arranged: 1 + len(arranged[0])), _family_key, lock=Lock()
)(_arrange)
"""The same, remembered: an edit changes a few families, and the others stand as they stood."""


def _choices(branches: Sequence[str], tries: Sequence[Blocks]) -> Iterator[Mapping[str, Blocks]]:
    """Yield, for heights from the lowest branch to the highest, each branch's fitting shape."""
    heights = sorted({blocks[branch].height for branch in branches for blocks in tries}) or [0.0]
    step = max(1, len(heights) // 24)
    yielded: set[tuple[int, ...]] = set()
    for height in heights[::step]:
        choice = {branch: _fitting(branch, tries, height) for branch in branches}
        same = tuple(id(blocks[branch]) for branch, blocks in choice.items())
        if same not in yielded:
            yielded.add(same)
            yield choice


def _fitting(branch: str, tries: Sequence[Blocks], height: float) -> Blocks:
    """Return the measures in which ``branch`` is narrowest within ``height``, else lowest."""
    low = [blocks for blocks in tries if blocks[branch].height <= height]
    if low:
        return min(low, key=lambda blocks: blocks[branch].width)
    return min(tries, key=lambda blocks: blocks[branch].height)


def _whole(
    head: Size, chosen: Mapping[str, Blocks], shape: float, room: Size | None, *, dense: bool
) -> tuple[Block, Mapping[str, Blocks]]:
    family = [(branch, blocks[branch]) for branch, blocks in chosen.items()]
    return Arrangements(head, family, is_root=True, room=room, dense=dense).fitting(shape), chosen


def _below(branch: str, children: Mapping[str, Sequence[str]]) -> Iterator[str]:
    waiting = [branch]
    while waiting:
        yield (box := waiting.pop())
        waiting.extend(children.get(box, ()))


def _place(root: str, sizes: dict[str, Size], blocks: Mapping[str, Block]) -> Layout:
    corners: dict[str, Point] = {}
    routes: dict[str, tuple[Point, ...]] = {}
    origins: dict[str, Point] = {root: (0.0, 0.0)}
    for box in sizes:
        x, y = origins[box]
        block = blocks[box]
        corners[box] = (x + block.head_x, y)
        for child, (dx, dy) in block.places.items():
            origins[child] = (x + dx, y + dy)
        for child, route in block.routes.items():
            routes[child] = tuple((x + dx, y + dy) for dx, dy in route)
    return Layout(blocks[root].width, blocks[root].height, corners, routes)


def trim(layout: Layout, sizes: Mapping[str, Size]) -> Layout:
    """Return a layout cut to what is in it: a gutter that is not used leaves no margin."""
    points = [*layout.corners.values()]
    points += [point for route in layout.routes.values() for point in route]
    left = min(x for x, _ in points)
    return Layout(
        max(x + sizes[box][0] for box, (x, _) in layout.corners.items()) - left,
        max(y + sizes[box][1] for box, (_, y) in layout.corners.items()),
        {box: (x - left, y) for box, (x, y) in layout.corners.items()},
        {box: tuple((x - left, y) for x, y in route) for box, route in layout.routes.items()},
    )

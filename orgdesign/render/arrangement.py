"""How the children of one box are arranged below it: hung from a rail, or dealt over rows.

Every way that is tried gives a ``Block``: the box (its *head*) with all that hangs below it, as
one rectangle. Coordinates are relative to the block's top-left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from orgdesign.render.even_columns import even_columns
from orgdesign.render.ways import Point, Route, straighten

INDENT = 20.0
"""How far boxes on a rail stand to the right of the box they hang from."""
RAIL = 10.0
"""Where the rail runs within the indent."""
GAP = 11.0
"""Between boxes stacked on a rail."""
BESIDE = 24.0
"""Between blocks side by side."""
CHANNEL = 40.0
"""Between a box and the row below it, where the connectors run."""
STACK = 4
"""Leaves alone are stacked in columns when there are more of them than this."""
ROW = 12
"""Under the root, so many leaves stand in rows of their own before they are stacked."""
COLUMNS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64)
ROWS = (1, 2, 3, 4, 5, 6, 8, 10, 14, 20)

Size = tuple[float, float]


@dataclass(slots=True)
class Block:
    """A box and all below it: where its head, its children and their connectors are."""

    width: float
    height: float
    head: Size
    head_x: float = 0.0
    places: dict[str, Point] = field(default_factory=dict)
    routes: dict[str, Route] = field(default_factory=dict)

    @property
    def middle(self) -> float:
        """Return the x of the head's centre."""
        return self.head_x + self.head[0] / 2


Family = Sequence[tuple[str, Block]]


@dataclass(slots=True)
class Stack(Block):
    """Some blocks as one without a head, that hang from a rail once they have a place."""

    leaves: Family = ()


Way = tuple[float, Size, Callable[[], Block]]
"""How much harder a way is to read than the plainest, its size, and how to build it."""


class Arrangements:
    """The ways to arrange a family below its head; each is built once, when it is first taken."""

    def __init__(
        self,
        head: Size,
        family: Family,
        *,
        is_root: bool = False,
        room: Size | None = None,
        dense: bool = False,
    ) -> None:
        self._room = room
        self._ways = [*_ways(head, family, is_root=is_root)] if family else []
        if dense:
            self._ways += _column_ways(head, family)
        if family and room:
            self._ways += _even_row_ways(head, family)
        self._built: dict[int, Block] = {} if family else {-1: Block(*head, head)}

    def fitting(self, shape: float) -> Block:
        """Return the arrangement that fits best on a page of ``shape``, its width / height.

        One that fits the room is taken before any that does not.
        """
        best = min(range(len(self._ways)), key=lambda number: self._cost(number, shape), default=-1)
        if best not in self._built:
            self._built[best] = self._ways[best][2]()
        return self._built[best]

    def _cost(self, number: int, shape: float) -> tuple[bool, float]:
        handicap, (width, height), _ = self._ways[number]
        return exceeds((width, height), self._room), handicap * max(height, width / shape)


def exceeds(size: Size, room: Size | None) -> bool:
    """Whether something is too large for a room."""
    return room is not None and (size[0] > room[0] or size[1] > room[1])


def _ways(head: Size, family: Family, *, is_root: bool) -> Iterator[Way]:
    """Yield the ways to arrange a family; only the one that is taken gets built."""
    leaves = [member for member in family if not member[1].places]
    branches = [member for member in family if member[1].places]
    if not is_root:
        yield 1.0, _hung_size(head, family), lambda: _hang(head, family)
    if is_root or not leaves:
        yield from _row_ways(head, family, 1.0)
    many = len(leaves) > (ROW if is_root else STACK)
    if many or (leaves and branches and not is_root):
        for most, columns in _fewest((1, *COLUMNS), len(leaves)):
            if columns * 2 <= len(leaves) or columns == 1:
                stacks = _stacks(leaves, most)
                leaf_first = not family[0][1].places
                items = [*stacks, *branches] if leaf_first else [*branches, *stacks]
                yield from _row_ways(head, items, 1.0 + columns / 50)


def _row_ways(head: Size, items: Family, handicap: float) -> Iterator[Way]:
    total = sum(block.width + BESIDE for _, block in items)
    widest = max(block.width for _, block in items)
    dealt: dict[tuple[int, ...], tuple[int, Sequence[Family]]] = {}
    for count in ROWS:
        if count <= len(items):
            rows = _deal(items, max(widest, 1.02 * total / count))
            dealt.setdefault((*map(len, rows),), (count, rows))
    for count, rows in dealt.values():
        further = 0.15 + count / 25 if count > 1 else 0.0
        yield handicap * (1.0 + further), _rows_size(head, rows), partial(_rows, head, rows)


def _even_row_ways(head: Size, items: Family) -> Iterator[Way]:
    """Yield the ways to deal a family over rows of as many members each, if not so many last."""
    for most, count in _fewest(ROWS[1:], len(items)):
        if count < len(items):
            rows = [items[start : start + most] for start in range(0, len(items), most)]
            yield 1.15 + count / 25, _rows_size(head, rows), partial(_rows, head, rows)


def _fewest(counts: Sequence[int], members: int) -> Iterable[tuple[int, int]]:
    """Return how many members at most come to one, and the fewest of some counts where they do."""
    fewest: dict[int, int] = {}
    for count in counts:
        fewest.setdefault(-(-members // count), count)
    return fewest.items()


def _column_ways(head: Size, family: Family) -> Iterator[Way]:
    """Yield the ways to deal a family, branches too, over columns that are about as high."""
    for count, places in even_columns([block.height + 2 * GAP for _, block in family]):
        columns = [family[place] for place in places]
        if any(len(column) > 1 for column in columns):
            items = [column[0] if len(column) == 1 else ("", _stack(column)) for column in columns]
            yield 1.0 + count / 100, _rows_size(head, [items]), partial(_rows, head, [items])


def _hung_size(head: Size, family: Family) -> Size:
    width = max(head[0], INDENT + max(block.width for _, block in family))
    gaps = sum(GAP if not block.places else 2 * GAP for _, block in family[:-1])
    return width, head[1] + GAP + sum(block.height for _, block in family) + gaps


def _hang(head: Size, family: Family) -> Block:
    """Stack everything below the head on one rail, like the lines of an indented list."""
    hung = Block(head[0], head[1], head)
    y = head[1] + GAP
    for name, block in family:
        hung.places[name] = (INDENT, y)
        middle = y + block.head[1] / 2
        hung.routes[name] = ((RAIL, head[1]), (RAIL, middle), (INDENT + block.head_x, middle))
        hung.width = max(hung.width, INDENT + block.width)
        y += block.height + (GAP if not block.places else 2 * GAP)
    hung.height = y - (GAP if not family[-1][1].places else 2 * GAP)
    return hung


def _stacks(leaves: Family, most: int) -> list[tuple[str, Block]]:
    """Return the leaves as stacks of so many, each a block without a head, hung from a rail."""
    parts = [leaves[start : start + most] for start in range(0, len(leaves), most)]
    return [("", _stack(part)) for part in parts]


def _stack(leaves: Family) -> Stack:
    """Return blocks as a stack, of which only the size is worked out until it is taken."""
    width, y, gap = 2 * RAIL, GAP, 0.0
    for _, block in leaves:
        if INDENT + block.width > width:
            width = INDENT + block.width
        gap = GAP if not block.places else 2 * GAP
        y += block.height + gap
    return Stack(width, y - gap - GAP, (2 * RAIL, 0.0), leaves=leaves)


def _hang_stack(leaves: Family) -> Block:
    stack = _hang((2 * RAIL, 0.0), leaves)
    for name, (x, y) in stack.places.items():
        stack.places[name] = (x, y - GAP)
        stack.routes[name] = tuple((px, py - GAP if py else 0.0) for px, py in stack.routes[name])
    stack.height -= GAP
    return stack


def _deal(items: Family, limit: float) -> Sequence[Family]:
    """Return the items in rows no wider than ``limit``, in their order."""
    rows: list[list[tuple[str, Block]]] = [[]]
    width = 0.0
    for item in items:
        width += item[1].width + (BESIDE if rows[-1] else 0.0)
        if rows[-1] and width > limit:
            rows.append([])
            width = item[1].width
        rows[-1].append(item)
    return rows


def _gutter(rows: Sequence[Family]) -> float:
    return BESIDE if len(rows) > 1 else 0.0


def _row_width(row: Family) -> float:
    return sum(block.width + BESIDE for _, block in row) - BESIDE


def _head_x(head: Size, rows: Sequence[Family]) -> float:
    """Return where the head stands in the middle above the first row; it may be left of 0."""
    (_, first), (_, last) = rows[0][0], rows[0][-1]
    last_x = _row_width(rows[0]) - last.width
    return _gutter(rows) + (first.middle + last_x + last.middle) / 2 - head[0] / 2


def _rows_size(head: Size, rows: Sequence[Family]) -> Size:
    head_x = _head_x(head, rows)
    shift = max(0.0, -head_x)
    width = _gutter(rows) + max(_row_width(row) for row in rows)
    height = sum(CHANNEL + max(block.height for _, block in row) for row in rows)
    return max(width, head_x + head[0]) + shift, head[1] + height


def _rows(head: Size, rows: Sequence[Family]) -> Block:
    """Put rows of blocks below the head; further rows are reached by a gutter on the left."""
    head_x = _head_x(head, rows)
    shift = max(0.0, -head_x)
    laid = Block(*_rows_size(head, rows), head, head_x + shift)
    y = head[1]
    for row in rows:
        x, y = _gutter(rows) + shift, y + CHANNEL
        for name, block in row:
            _connect(laid, name, block, (x, y), _gutter(rows) / 2 + shift)
            x += block.width + BESIDE
        y += max(block.height for _, block in row)
    return laid


def _connect(laid: Block, name: str, block: Block, corner: Point, gutter: float) -> None:
    """Place a block of a row; its connector goes by the channel above, or by the gutter."""
    x, y = corner
    bus, first_bus = y - CHANNEL / 2, laid.head[1] + CHANNEL / 2
    way = [(laid.middle, laid.head[1]), (laid.middle, first_bus)]
    if bus > first_bus:
        way += [(gutter, first_bus), (gutter, bus)]
    way += [(x + block.middle, bus), (x + block.middle, y)]
    if name:
        laid.places[name] = corner
        laid.routes[name] = straighten(way)
        return
    hung = _hang_stack(block.leaves) if isinstance(block, Stack) else block
    for leaf, (dx, dy) in hung.places.items():
        laid.places[leaf] = (x + dx, y + dy)
        tail = [(x + px, y + py) for px, py in hung.routes[leaf]]
        laid.routes[leaf] = straighten([*way, *tail])

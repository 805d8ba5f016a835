"""Where everything of a journey goes: a grid of lanes and stages, and the ways of its hand-offs.

In every stage stands a column of cards, and to its left a column of the hand-offs to them: each
beside the card that takes, so that its arrow is straight. Lines run in gutters, between lanes and
before each stage, where no box is ever put. Lengths are points; y grows downwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from orgdesign.render.arrangement import Size
from orgdesign.render.tracks import Span, breadth, tracks
from orgdesign.render.ways import Point
from orgdesign.value_objects import value_object

ARROW = 24.0
"""Between a hand-off and the card that takes it."""
STACKED = 8.0
"""Between hand-offs one above the other."""
INSET = 8.0
"""Between the edge of a lane and what stands in it."""
Place = tuple[int, int]
"""A lane and a stage, both counted from 0."""


@value_object
class Trip:
    """The way of one hand-off: from where, to where, and how many stand above it there."""

    giver: Place
    taker: Place
    above: int
    is_last: bool

    @property
    def is_next_stage(self) -> bool:
        """Whether the taker stands in the stage right after the giver's."""
        return self.giver[1] + 1 == self.taker[1]

    @property
    def is_down(self) -> bool:
        """Whether the line leaves the giver's card downwards."""
        return self.giver[0] <= self.taker[0]

    @property
    def gutter(self) -> int:
        """Return the gutter between lanes that the line runs in: the one above this lane."""
        return self.giver[0] + 1 if self.is_down else self.giver[0]


@dataclass(frozen=True)
class JourneyGrid:
    """The lanes and stages of a journey, with the sizes of what stands in them.

    ``cards`` are sizes by place, ``handoffs`` the sizes and trips by name, in the order in which
    they stand above each other.
    """

    lanes: Sequence[Size]
    stages: Sequence[Size]
    cards: Mapping[Place, Size]
    handoffs: Mapping[str, tuple[Size, Place, Place]] = field(default_factory=dict)

    @cached_property
    def stacks(self) -> Mapping[Place, list[str]]:
        """Return the hand-offs that each card takes."""
        found: dict[Place, list[str]] = {}
        for name, (_, _, taker) in self.handoffs.items():
            found.setdefault(taker, []).append(name)
        return found

    @cached_property
    def trips(self) -> Mapping[str, Trip]:
        """Return the way of each hand-off."""
        return {
            name: Trip(self.handoffs[name][1], taker, above, above + 1 == len(stack))
            for taker, stack in self.stacks.items()
            for above, name in enumerate(stack)
        }

    def drops(self, name: str) -> bool:
        """Whether the line comes to its hand-off straight from above or below, past no other."""
        trip = self.trips[name]
        (lane, _), (to, stage) = trip.giver, trip.taker
        if trip.is_next_stage or lane == to or not (trip.is_last if lane > to else not trip.above):
            return False
        between = range(min(lane, to) + 1, max(lane, to))
        return not any((other, stage) in self.stacks for other in between)

    @cached_property
    def down(self) -> list[dict[str, int]]:
        """Return, for the gutter before each stage, the tracks of the lines in it."""
        spans: list[dict[str, Span]] = [{} for _ in self.stages]
        for name, trip in self.trips.items():
            if not self.drops(name):
                start = trip.giver[0] + 0.5 if trip.is_next_stage else float(trip.gutter)
                spans[trip.taker[1]][name] = (start, trip.taker[0] + 0.5)
        return [tracks(each) for each in spans]

    @cached_property
    def across(self) -> list[dict[str, int]]:
        """Return, for the gutter above each lane and below the last, the tracks in it."""
        spans: list[dict[str, Span]] = [{} for _ in range(len(self.lanes) + 1)]
        for name, trip in self.trips.items():
            if not trip.is_next_stage:
                end = trip.taker[1] + (0.25 if self.drops(name) else 0.0)
                spans[trip.gutter][name] = (trip.giver[1] + 0.75, end)
        return [tracks(each) for each in spans]

    @cached_property
    def heights(self) -> list[float]:
        """Return the height of each lane."""
        highest = [size[1] for size in self.lanes]
        for at in self.cards:
            highest[at[0]] = max(highest[at[0]], self.height(at))
        return [height + 2 * INSET for height in highest]

    def height(self, at: Place) -> float:
        """Return the height of a card: its own, or that of the hand-offs that it takes."""
        return max(self.cards[at][1], self.stack_height(at))

    def stack_height(self, at: Place) -> float:
        """Return how high the hand-offs stand that a card takes."""
        stack = self.stacks.get(at, [])
        return sum(self.handoffs[one][0][1] for one in stack) + STACKED * max(0, len(stack) - 1)

    @cached_property
    def columns(self) -> list[tuple[float, float]]:
        """Return how wide the hand-offs of each stage are, with their arrows, and its cards."""
        widths = []
        for stage, (least, _) in enumerate(self.stages):
            taken = [
                self.handoffs[one][0][0]
                for at, s in self.stacks.items()
                for one in s
                if at[1] == stage
            ]
            before = max(taken) + ARROW if taken else 0.0
            cards = [size[0] for at, size in self.cards.items() if at[1] == stage]
            widths.append((before, max([least - before, *cards])))
        return widths

    @cached_property
    def lefts(self) -> list[float]:
        """Return where the gutter before each stage starts, and where the last stage ends."""
        header = max((size[0] for size in self.lanes), default=0.0)
        steps = [breadth(self.down[s]) + sum(wide) for s, wide in enumerate(self.columns)]
        return [*accumulate(steps, initial=header)]

    @cached_property
    def tops(self) -> list[float]:
        """Return where the gutter above each lane starts, and the one below the last."""
        header = max((size[1] for size in self.stages), default=0.0)
        steps = [breadth(self.across[lane]) + high for lane, high in enumerate(self.heights)]
        return [*accumulate(steps, initial=header)]

    @property
    def size(self) -> Size:
        """Return the width and height of the whole."""
        return self.lefts[-1], self.tops[-1] + (breadth(self.across[-1]) if self.across[-1] else 0)

    def lane_top(self, lane: int) -> float:
        """Return where a lane starts."""
        return self.tops[lane] + breadth(self.across[lane])

    def stage_left(self, stage: int) -> float:
        """Return where a stage starts, its gutter left out."""
        return self.lefts[stage] + breadth(self.down[stage])

    def card_corner(self, at: Place) -> Point:
        """Return the top-left corner of a card."""
        lane, stage = at
        x = self.stage_left(stage) + self.columns[stage][0]
        return x, self.lane_top(lane) + (self.heights[lane] - self.height(at)) / 2

    def handoff_corner(self, name: str) -> Point:
        """Return the top-left corner of a hand-off."""
        taker = self.trips[name].taker
        top = self.card_corner(taker)[1] + (self.height(taker) - self.stack_height(taker)) / 2
        above = self.stacks[taker][: self.trips[name].above]
        return self.stage_left(taker[1]), top + sum(self.handoffs[o][0][1] + STACKED for o in above)

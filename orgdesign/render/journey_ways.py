"""The ways of a journey's lines: steps across and down, in gutters where no box is ever put."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from orgdesign.render.journey_grid import JourneyGrid, Place
from orgdesign.render.tracks import place
from orgdesign.render.ways import Point, Route, straighten

PORT = 9.0
"""Between lines that leave a card side by side."""


class Ways:
    """The ways through a grid, none of them running along another or through a box."""

    def __init__(self, grid: JourneyGrid) -> None:
        self._grid = grid

    def arrow(self, name: str) -> Route:
        """Return the straight way from a hand-off to the card that takes it."""
        (x, y), (width, height) = self._grid.handoff_corner(name), self._grid.handoffs[name][0]
        middle = y + height / 2
        return (x + width, middle), (
            self._grid.card_corner(self._grid.trips[name].taker)[0],
            middle,
        )

    def route(self, name: str) -> Route:
        """Return the way from the giver's card to a hand-off."""
        grid, trip = self._grid, self._grid.trips[name]
        start, (x, y), size = self._ports[name], grid.handoff_corner(name), grid.handoffs[name][0]
        across = grid.tops[trip.gutter] + place(grid.across[trip.gutter].get(name, 0))
        if grid.drops(name):
            end = (x + size[0] * 0.4, y) if trip.is_down else (x + size[0] * 0.6, y + size[1])
            return straighten((start, (start[0], across), (end[0], across), end))
        down = grid.lefts[trip.taker[1]] + place(grid.down[trip.taker[1]][name])
        end = (x, y + size[1] / 2)
        if trip.is_next_stage:
            return straighten((start, (down, start[1]), (down, end[1]), end))
        turns = ((start[0], across), (down, across), (down, end[1]))
        return straighten((start, *turns, end))

    def stays(self) -> Iterator[tuple[Place, Place, Route]]:
        """Yield the straight ways of functions that meet the customer in the next stage too."""
        grid = self._grid
        for here, size in grid.cards.items():
            following = (here[0], here[1] + 1)
            if following in grid.cards and following not in grid.stacks:
                x, y = grid.card_corner(following)
                middle = y + grid.height(following) / 2
                yield here, following, ((grid.card_corner(here)[0] + size[0], middle), (x, middle))

    @cached_property
    def _leaving(self) -> Mapping[tuple[Place, str], list[str]]:
        """Return the hand-offs that leave each card, by the side that they leave."""
        found: dict[tuple[Place, str], list[str]] = {}
        for name, trip in self._grid.trips.items():
            side = "right" if trip.is_next_stage else "bottom" if trip.is_down else "top"
            found.setdefault((trip.giver, side), []).append(name)
        return found

    @cached_property
    def _ports(self) -> Mapping[str, Point]:
        return {name: at for where in self._leaving for name, at in self._ports_at(*where)}

    def _ports_at(self, card: Place, side: str) -> Iterator[tuple[str, Point]]:
        names = self._leaving[(card, side)]
        (x, y), width, height = (
            self._grid.card_corner(card),
            self._grid.cards[card][0],
            self._grid.height(card),
        )
        if side == "right":
            free = self._free_heights(card, len(names))
            yield from ((name, (x + width, at)) for name, at in zip(names, free, strict=True))
            return
        # Lines that leave downwards keep to the right, upwards to the left: they never meet.
        half, first = width / 2, x + (width / 2 if side == "bottom" else 0.0)
        step = min(PORT, half / (len(names) + 1))
        for number, name in enumerate(names, start=1):
            yield name, (first + number * step, y + height if side == "bottom" else y)

    def _free_heights(self, card: Place, count: int) -> list[float]:
        """Return where lines leave to the right: apart, and from those that enter beyond."""
        y, height = self._grid.card_corner(card)[1], self._grid.height(card)
        beyond = self._grid.stacks.get((card[0], card[1] + 1), [])
        taken = [self.arrow(name)[0][1] for name in beyond]
        taken.append(y + height / 2)  # of the line to the same function in the next stage
        free: list[float] = []
        for number in range(1, count + 1):
            wanted = y + number * height / (count + 1)
            tries = (y + 3 + 2 * number for number in range(int((height - 6) / 2)))
            apart = [at for at in tries if all(abs(at - other) > 3 for other in (*taken, *free))]
            free.append(min((abs(at - wanted), at) for at in apart)[1] if apart else wanted)
        return free

"""How far a function is from the customer, in hand-offs and in levels.

The customer meets the functions that stand in a stage of the journey: they are no step away. For
any other function it is the shortest way to one of those, where each step is either a hand-off
that it gives, or one level of its reporting lines, up or down. Of two ways of the same length the
one with more hand-offs counts, as that is how work reaches people; levels are how decisions do.
Where a file says nothing of the journey, or nothing joins a function to those that the customer
meets, its distance cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from orgdesign.model import Organisation


@dataclass(frozen=True, slots=True, order=True)
class Distance:
    """How many hand-offs and levels lie between a function and the customer."""

    steps: int
    levels: int

    @property
    def handoffs(self) -> int:
        """Return how many of the steps are hand-offs."""
        return self.steps - self.levels


def distances(organisation: Organisation) -> Mapping[str, Distance | None]:
    """Return how far each function is from the customer; None where it cannot be told."""
    found: dict[str, Distance] = {}
    waiting = [(Distance(0, 0), each) for each in _meeting_functions(organisation)]
    ways = _ways(organisation)
    while waiting:
        here, id_ = heappop(waiting)
        if id_ in found:
            continue
        found[id_] = here
        for other, levels in ways.get(id_, ()):
            heappush(waiting, (Distance(here.steps + 1, here.levels + levels), other))
    return {each: found.get(each) for each in organisation.functions}


def _meeting_functions(organisation: Organisation) -> Iterator[str]:
    """Yield the functions that the customer meets."""
    yield from {each for stage in organisation.journey.values() for each in stage.functions}


def _ways(organisation: Organisation) -> Mapping[str, list[tuple[str, int]]]:
    """Return, by function, those that are one step further away, and how many levels it is."""
    ways: dict[str, list[tuple[str, int]]] = {}
    for handoff in organisation.handoffs.values():
        ways.setdefault(handoff.taker, []).append((handoff.giver, 0))
    for function in organisation.functions.values():
        if function.reports_to:
            ways.setdefault(function.reports_to, []).append((function.id, 1))
            ways.setdefault(function.id, []).append((function.reports_to, 1))
    return ways

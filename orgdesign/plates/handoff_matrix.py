"""The hand-off matrix: who passes the customer's work to whom, branch by branch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgdesign.diagnosis.crossings import Crossings
from orgdesign.model import Organisation

Pair = tuple[str, str]


@dataclass(frozen=True)
class HandoffMatrix:
    """Functions in the order of branches; large organisations are folded to ``stands_for``.

    ``functions`` are rows and columns. Each function is counted where it, or the one above it
    that it is folded into, stands.
    """

    crossings: Crossings
    name: str
    functions: tuple[str, ...]
    stands_for: Mapping[str, str]
    left_out: int = 0

    @property
    def organisation(self) -> Organisation:
        """Return the organisation whose hand-offs these are."""
        return self.crossings.organisation

    @cached_property
    def counts(self) -> Mapping[Pair, int]:
        """Return how much passes from each row to each column."""
        return self._counted(ownerless_only=False)

    @cached_property
    def ownerless(self) -> Mapping[Pair, int]:
        """Return how much of that nobody answers for."""
        return self._counted(ownerless_only=True)

    def _counted(self, *, ownerless_only: bool) -> Mapping[Pair, int]:
        kept = self.crossings.ownerless if ownerless_only else self.crossings.transitions
        pairs = ((self.stands_for[one.giver], self.stands_for[one.taker]) for one in kept)
        known = {*self.functions}
        return Counter(pair for pair in pairs if known.issuperset(pair))

    def branch(self, function: str) -> str:
        """Return the head of the branch of a function."""
        return self.crossings.branch_heads[function]

    def crosses(self, pair: Pair) -> bool:
        """Whether a pair stands in two branches."""
        return self.branch(pair[0]) != self.branch(pair[1])

    def blocks(self) -> Iterator[tuple[str, int, int]]:
        """Yield each branch with the number of its first row and how many rows it has."""
        first = 0
        for number, function in enumerate(self.functions):
            if number and self.branch(function) != self.branch(self.functions[first]):
                yield self.branch(self.functions[first]), first, number - first
                first = number
        if self.functions:
            yield self.branch(self.functions[first]), first, len(self.functions) - first

    def of_branch(self, branch: str) -> tuple[int, int]:
        """Return how much of what a branch gives or takes crosses, and how much it is in all."""
        heads = self.crossings.branch_heads
        met = [
            one
            for one in self.crossings.transitions
            if branch in (heads[one.giver], heads[one.taker])
        ]
        return sum(map(self.crossings.crosses, met)), len(met)


def handoff_matrix(organisation: Organisation, most: int, name: str = "") -> HandoffMatrix:
    """Return the hand-offs of an organisation with at most so many rows; folded where it needs."""
    crossings = Crossings(organisation)
    for depth in range(_deepest(crossings), -1, -1):
        stands_for = {each: _ancestor(crossings, each, depth) for each in crossings.functions}
        rows = tuple(dict.fromkeys(stands_for[each] for each in crossings.functions))
        if len(rows) <= most:
            return HandoffMatrix(crossings, name, rows, stands_for)
    busiest = _busiest(crossings, stands_for, most) if crossings.functions else {*()}
    kept = tuple(row for row in rows if row in busiest) if crossings.functions else ()
    return HandoffMatrix(crossings, name, kept, stands_for, len(rows) - len(kept))


def _busiest(crossings: Crossings, stands_for: Mapping[str, str], most: int) -> set[str]:
    met = Counter(
        stands_for[each] for one in crossings.transitions for each in (one.giver, one.taker)
    )
    return {row for row, _ in met.most_common(most)}


def _line_from_head(crossings: Crossings, function: str) -> Sequence[str]:
    """Return a function and those above it, from the head of its branch down."""
    way, branch = [function], crossings.branch_heads[function]
    while way[-1] != branch:
        way.append(crossings.organisation.functions[way[-1]].reports_to or branch)
    return way[::-1]


def _ancestor(crossings: Crossings, function: str, depth: int) -> str:
    way = _line_from_head(crossings, function)
    return way[min(depth, len(way) - 1)]


def _deepest(crossings: Crossings) -> int:
    return max(
        (len(_line_from_head(crossings, each)) - 1 for each in crossings.functions), default=0
    )

"""The order of what stands in the columns of an alluvial plate, so that few ribbons cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from random import Random

Flows = Mapping[tuple[str, str], float]
"""How much flows from a name in one column to a name in the next."""

EXACT = 7
"""Up to so many names in a column their best order is found by going through all of them."""
ROUNDS = 12
STARTS = 24


def crossings(columns: Sequence[Sequence[str]], flows: Sequence[Flows]) -> float:
    """Return how much crosses: for each two ribbons that do, the product of their amounts."""
    crossed = 0.0
    for (left, right), between in zip(pairwise(columns), flows, strict=True):
        rank, to = _ranks(left), _ranks(right)
        ribbons = [(rank[a], to[b], amount) for (a, b), amount in between.items()]
        crossed += sum(
            one[2] * other[2]
            for one, other in combinations(ribbons, 2)
            if (one[0] - other[0]) * (one[1] - other[1]) < 0
        )
    return crossed


def order_columns(
    columns: Sequence[Sequence[str]], flows: Sequence[Flows], last: frozenset[str]
) -> list[list[str]]:
    """Return the columns ordered so that little crosses; names in ``last`` stay at the bottom.

    One column after the other takes its best order beside its neighbours, as in Sugiyama, Tagawa
    and Toda (1981), from each of some beginnings, until nothing gets better.
    """
    begin = [sorted(column, key=last.__contains__) for column in columns]
    starts = [begin, *(_shuffled(begin, last, seed) for seed in range(STARTS))]
    results = [_settled(start, flows, last) for start in starts]
    return min(results, key=lambda result: crossings(result, flows))


def _shuffled(columns: list[list[str]], last: frozenset[str], seed: int) -> list[list[str]]:
    random = Random(seed)  # noqa: S311 - the same beginnings every time, and nothing secret
    shuffled = (random.sample(column, len(column)) for column in columns)
    return [sorted(column, key=last.__contains__) for column in shuffled]


def _settled(
    columns: list[list[str]], flows: Sequence[Flows], last: frozenset[str]
) -> list[list[str]]:
    best, least = columns, crossings(columns, flows)
    for _ in range(ROUNDS):
        for number in [*range(len(columns)), *reversed(range(len(columns)))]:
            columns = [*columns]
            columns[number] = _best(columns, number, flows, last)
        if (crossed := crossings(columns, flows)) >= least:
            break
        best, least = columns, crossed
    return best


def _best(
    columns: Sequence[Sequence[str]], number: int, flows: Sequence[Flows], last: frozenset[str]
) -> list[str]:
    """Return the order of one column that crosses least with its neighbours as they stand."""
    names = [name for name in columns[number] if name not in last]
    ends = [name for name in columns[number] if name in last]
    cost = _costs(columns, number, flows)
    return [*(_exact(names, cost) if len(names) <= EXACT else _sifted(names, cost)), *ends]


def _costs(
    columns: Sequence[Sequence[str]], number: int, flows: Sequence[Flows]
) -> dict[tuple[str, str], float]:
    """Return, for each two names of a column, what crosses when the first stands above."""
    ways: dict[str, list[tuple[int, int, float]]] = {name: [] for name in columns[number]}
    for side, neighbour in ((-1, number - 1), (0, number + 1)):
        if 0 <= neighbour < len(columns):
            rank = _ranks(columns[neighbour])
            for (a, b), amount in flows[number + side].items():
                mine, theirs = (b, a) if side else (a, b)
                ways[mine].append((side, rank[theirs], amount))
    return {
        (above, below): sum(
            mine[2] * theirs[2]
            for mine in ways[above]
            for theirs in ways[below]
            if mine[0] == theirs[0] and mine[1] > theirs[1]
        )
        for above in ways
        for below in ways
        if above != below
    }


def _exact(names: Sequence[str], cost: Mapping[tuple[str, str], float]) -> list[str]:
    """Return the best order of all, by way of the best order of every set of names."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for taken in range(1, 1 << len(names)):
        options = []
        for one in (n for n in range(len(names)) if taken >> n & 1):
            crossed, order = best[taken ^ (1 << one)]
            crossed += sum(cost[names[above], names[one]] for above in order)
            options.append((crossed, (*order, one)))
        best[taken] = min(options)
    return [names[number] for number in best[(1 << len(names)) - 1][1]]


def _sifted(names: list[str], cost: Mapping[tuple[str, str], float]) -> list[str]:
    """Return an order in which no single name stands better elsewhere."""
    order = [*names]
    for _ in range(ROUNDS):
        before = [*order]
        for name in names:
            order.remove(name)
            order.insert(_slot(name, order, cost), name)
        if order == before:
            break
    return order


def _slot(name: str, others: Sequence[str], cost: Mapping[tuple[str, str], float]) -> int:
    change = least = 0.0
    slot = 0
    for number, other in enumerate(others, 1):
        change += cost[other, name] - cost[name, other]
        if change < least:
            least, slot = change, number
    return slot


def _ranks(names: Sequence[str]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(names)}

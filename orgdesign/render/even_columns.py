"""A row of things, by their heights, dealt over columns that are about as high."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, pairwise

SLACK = 0.001
"""By how much a column may be higher than it should: sums of heights are not exact."""


def even_columns(heights: Sequence[float]) -> Iterator[tuple[int, list[slice]]]:
    """Yield how many columns are asked for, and which things, in their order, go into each.

    The highest column of several is as low as can be. Where more columns come to the same, only
    the fewest are yielded.
    """
    sums = [0.0, *accumulate(heights)]
    tries = sorted({end - start for at, end in enumerate(sums) for start in sums[:at]})
    fits = len(tries)
    for count in range(1, len(heights)):
        before, fits = fits, bisect_left(tries, True, hi=fits, key=partial(_fits, sums, count))
        if fits < before:
            yield count, _filled(heights, tries[fits])


def _fits(sums: Sequence[float], count: int, most: float) -> bool:
    """Tell whether things fit into so many columns that are no higher than ``most``.

    ``sums`` are how high they are in one column, as far as each of them.
    """
    end, last, limit = 0, len(sums) - 1, most + SLACK
    for _ in range(count):
        start, end = end, bisect_right(sums, sums[end] + limit, end) - 1
        if end == start:
            end += 1
        if end == last:
            return True
    return False


def _filled(heights: Sequence[float], most: float) -> list[slice]:
    """Return columns that are no higher than ``most``, but where one thing alone is."""
    ends, high = [0], 0.0
    for number, height in enumerate(heights):
        if number > ends[-1] and high + height > most + SLACK:
            ends.append(number)
            high = 0.0
        high += height
    return [slice(*ends) for ends in pairwise([*ends, len(heights)])]

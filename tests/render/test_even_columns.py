"""Dealing over columns: as low as can be, in their order, and each way once."""

from itertools import combinations, pairwise

import pytest

from orgdesign.render.even_columns import even_columns

CASES = [
    [10.0] * 10,
    [5.0, 40.0, 5.0, 5.0],
    [0.1] * 7,
    [31.4, 12.25, 12.25, 80.5, 3.1, 44.0, 9.9],
    [100.0, 1.0],
]


def highest(columns: list[list[float]]) -> float:
    """Return how high the highest column of several is; what stands alone is as high as it is."""
    return max(sum(column) for column in columns if len(column) > 1)


def lowest(heights: list[float], count: int) -> float:
    """Return how high the highest of at most so many columns has to be, all ways tried."""
    inside = range(1, len(heights))
    return min(
        highest([heights[start:end] for start, end in pairwise((0, *cuts, len(heights)))])
        for cut in range(count)
        for cuts in combinations(inside, cut)
    )


@pytest.mark.parametrize("heights", CASES)
def test_columns_are_as_low_as_can_be(heights: list[float]) -> None:
    for count, places in even_columns(heights):
        columns = [heights[place] for place in places]
        assert [height for column in columns for height in column] == heights
        assert len(columns) <= count
        assert highest(columns) == pytest.approx(lowest(heights, count))


@pytest.mark.parametrize("heights", CASES)
def test_more_columns_that_come_to_the_same_are_not_tried(heights: list[float]) -> None:
    found = dict(even_columns(heights))
    heights_of = [lowest(heights, count) for count in range(1, len(heights))]
    lower = [
        count
        for count, (before, now) in enumerate(pairwise([float("inf"), *heights_of]), 1)
        if now < before - 0.01
    ]
    assert [*found] == lower


def test_one_thing_is_dealt_over_nothing() -> None:
    assert [*even_columns([5.0])] == []

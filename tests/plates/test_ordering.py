"""The order of the columns of an alluvial plate."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.plates.ordering import crossings, order_columns

NAMES = [f"b{n}" for n in range(6)]
OUTCOMES = [f"o{n}" for n in range(5)]
flows = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(OUTCOMES)), st.integers(1, 90).map(float)
)


def test_two_ribbons_that_cross_count_the_product_of_their_amounts():
    between = {("a", "y"): 3.0, ("b", "x"): 5.0}
    assert crossings([["a", "b"], ["x", "y"]], [between]) == 15.0
    assert crossings([["b", "a"], ["x", "y"]], [between]) == 0.0


def test_names_that_stay_at_the_bottom_do():
    between = {("a", "none"): 3.0, ("b", "x"): 5.0}
    assert order_columns([["a", "b"], ["none", "x"]], [between], frozenset({"none"}))[1] == [
        "x",
        "none",
    ]


@given(flows)
def test_every_name_stays_in_its_column(between):
    columns = order_columns([NAMES, OUTCOMES], [between], frozenset())
    assert [sorted(column) for column in columns] == [NAMES, OUTCOMES]


@pytest.mark.parametrize("seed", range(12))
def test_little_more_crosses_than_in_the_best_order_that_a_long_search_finds(seed):
    random = Random(seed)
    names = [f"b{n}" for n in range(random.randint(4, 14))]
    middle = [f"m{n}" for n in range(random.randint(3, 9))]
    ends = [f"o{n}" for n in range(random.randint(2, 7))]
    flows = [
        {(a, b): float(random.randint(1, 60)) for a in left for b in right if random.random() < 0.4}
        for left, right in ((names, middle), (middle, ends))
    ]
    found = crossings(order_columns([names, middle, ends], flows, frozenset()), flows)
    best = min(_searched([names, middle, ends], flows, random) for _ in range(30))
    assert found <= 1.05 * best


def _searched(columns, flows, random):
    """Return what crosses after a random start and every swap of neighbours that helps."""
    columns = [random.sample(column, len(column)) for column in columns]
    least = crossings(columns, flows)
    is_better = True
    while is_better:
        is_better = False
        for column in columns:
            for n in range(len(column) - 1):
                column[n], column[n + 1] = column[n + 1], column[n]
                crossed = crossings(columns, flows)
                if crossed < least:
                    least, is_better = crossed, True
                else:
                    column[n], column[n + 1] = column[n + 1], column[n]
    return least

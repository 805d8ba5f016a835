"""How much of an organisation serves which outcome."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orgdesign.diagnosis.outcome_shares import Serving, serving
from orgdesign.model import Alignment, Function, Link
from tests.organisations import organisation

SETTLED = "My claim is settled fast"


def function(
    id_: str, outcome: str | None, cost: float | None = None, link: Link | None = "direct"
) -> Function:
    return Function(id_, id_, alignment=Alignment(outcome, link=link), cost=cost)


def cost(*functions: Function) -> Serving:
    return serving(organisation(functions))["cost"]


def test_the_cost_that_serves_nobody_is_a_sentence() -> None:
    costs = cost(function("claims", "settled", 62), function("legal", None, 38))
    assert costs.sentences == ("38% of our cost serves no customer outcome.",)


def test_people_and_functions_have_sentences_too() -> None:
    told = serving(organisation([Function("legal", "Legal", headcount=3)]))
    assert told["functions"].sentences == ("None of our functions serve a customer outcome.",)
    assert told["headcount"].sentences == ("None of our people serve a customer outcome.",)


def test_nothing_is_said_of_a_cost_that_is_not_in_the_file() -> None:
    costs = cost(function("claims", "settled"))
    assert costs.sentences == ("The cost of our functions is not in the file yet.",)


def test_a_figure_says_what_it_leaves_out() -> None:
    costs = cost(function("claims", "settled", 10), function("legal", None))
    assert costs.sentences == (
        "All of our cost serves a customer outcome.",
        "The cost of 1 of our 2 functions is not in the file, and not in these figures.",
    )


def test_a_cost_of_nothing_is_given() -> None:
    costs = cost(function("claims", "settled", 10), function("volunteers", None, 0))
    assert costs.sentences == ("All of our cost serves a customer outcome.",)


def test_an_outcome_is_served_directly_by_enabling_and_by_what_is_under_it() -> None:
    costs = cost(
        function("claims", "settled", 50),
        function("systems", "settled", 20, "enabling"),
        function("volunteers", "settled", 10, None),
        function("executive", "desired", 20, "enabling"),
    )
    assert costs.sentence("settled", SETTLED) == (
        f"80% of our cost serves “{SETTLED}”: 50% directly, 20% by enabling others, "
        "10% without saying how."
    )
    assert costs.sentence("desired", "A fair claim") == (
        "100% of our cost serves “A fair claim”: 20% by enabling others, "
        "80% through the outcomes under it."
    )


def test_an_outcome_that_nothing_serves_is_told() -> None:
    costs = cost(function("claims", "settled", 50))
    expected = "None of our cost serves “I always know where I stand”."
    assert costs.sentence("informed", "I always know where I stand") == expected


def test_a_little_is_not_called_nothing() -> None:
    costs = cost(function("claims", "settled", 9_999), function("calls", "informed", 1))
    assert costs.outcomes["informed"].own.percent_text == "less than 1%"


def test_a_further_outcome_is_not_counted_twice() -> None:
    both = Function("claims", "Claims", alignment=Alignment("settled", also=("informed",)), cost=1)
    assert cost(both).outcomes["informed"].whole.value == 0


OUTCOMES = st.sampled_from(["desired", "settled", "informed", None])
COSTS = st.none() | st.floats(0, 1e9) | st.integers(0, 5)


@given(st.lists(st.tuples(OUTCOMES, COSTS, st.sampled_from(["direct", "enabling", None]))))
def test_percentages_add_up(rows: list[tuple[str | None, float | None, Link | None]]) -> None:
    costs = cost(*(function(str(n), *row) for n, row in enumerate(rows)))
    parts = [served.own.percent for served in costs.outcomes.values()]
    assert sum(parts) + costs.none.percent == (100 if costs.total else 0)
    assert costs.outcomes["desired"].whole.percent == sum(parts)

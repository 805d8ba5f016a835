"""What is counted for the quicksand score, and for whom."""

from __future__ import annotations

import pytest

from orgdesign.diagnosis.quicksand import DIMENSIONS, Dimension, Quicksand, QuicksandItem, Scores
from orgdesign.model import (
    Alignment,
    Function,
    Handoff,
    Measure,
    Organisation,
    Outcome,
    Reward,
    Role,
    Stage,
)

TIMELY = Measure("timely", "Mornings with bread", "%", 90, 99, "higher", "customer")
WASTE = Measure("waste", "Loaves left over", None, 40, 10, "lower", "company", ("timely",))
PROFIT = Measure("profit", "Profit", "EUR", 1, 2, "higher", "company")
MEASURES = {one.id: one for one in (TIMELY, WASTE, PROFIT)}


def bakery(**parts: object) -> Organisation:
    """Return a bakery of two functions, with the parts given."""
    functions = (
        Function("baking", "Baking", accountable="baker", alignment=Alignment("fresh")),
        Function("vans", "Vans", alignment=Alignment("timely")),
    )
    under = {one: Outcome(one, one.title(), measures=("timely",)) for one in ("fresh", "timely")}
    root = Outcome("desired", "Bread before I open", measures=("timely",), outcomes=under)
    said = {
        "functions": {one.id: one for one in functions},
        "roles": {"baker": Role("baker", "Head Baker")},
        "measures": MEASURES,
    }
    return Organisation("Harvest Bakery", root, **{**said, **parts})  # type: ignore[arg-type]


def counted(organisation: Organisation, dimension: Dimension, kind: str) -> list[QuicksandItem]:
    items = Quicksand(organisation).whole[dimension].items
    return [item for item in items if item.place.kind == kind]


def rewarded(*measures: str) -> tuple[bool, str]:
    role = Role("baker", "Head Baker", rewarded_for=tuple(map(Reward, measures)))
    (item,) = counted(bakery(roles={"baker": role}), "motivation", "role")
    return item.covered, item.sentence


def test_a_role_that_is_rewarded_for_a_customer_measure_is_covered() -> None:
    assert rewarded("timely") == (True, "Head Baker is rewarded for “Mornings with bread”.")


def test_a_reward_against_a_customer_measure_undoes_one_for_customers() -> None:
    expected = "Head Baker is rewarded for “Loaves left over”, which works against"
    assert rewarded("timely", "waste") == (False, f"{expected} “Mornings with bread”.")


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ((), "Head Baker is rewarded for nothing that the file names."),
        (("profit",), "Head Baker is rewarded for no customer measure, only for “Profit”."),
    ],
)
def test_a_role_that_is_not_rewarded_for_customers_is_not_covered(
    measures: tuple[str, ...], expected: str
) -> None:
    assert rewarded(*measures) == (False, expected)


def test_a_function_without_any_role_has_nobody_to_reward() -> None:
    (item,) = counted(bakery(), "motivation", "function")
    assert (item.covered, item.functions) == (False, ("vans",))


def measured(measure: Measure | None) -> tuple[bool, str]:
    baking = Function("baking", "Baking", measures=(measure.id,) if measure else ())
    measures = {measure.id: measure} if measure else {}
    said = bakery(functions={"baking": baking}, measures={**MEASURES, **measures}, roles={})
    (item,) = counted(said, "metrics", "function")
    return item.covered, item.sentence


def test_a_function_is_covered_by_a_customer_measure_with_all_it_needs() -> None:
    assert measured(TIMELY) == (True, "Baking is measured by “Mornings with bread”.")


@pytest.mark.parametrize("measure", [PROFIT, None])
def test_a_function_without_a_customer_measure_is_not_covered(measure: Measure | None) -> None:
    assert measured(measure) == (False, "Baking is measured by no customer measure.")


def test_a_customer_measure_that_lacks_something_does_not_cover() -> None:
    vague = Measure("crisp", "Crispness", baseline=2, kind="customer")
    expected = "Baking is measured by “Crispness”, which has no target and no direction."
    assert measured(vague) == (False, expected)


def test_every_outcome_needs_a_measure() -> None:
    items = counted(bakery(), "metrics", "outcome")
    assert [(item.place.id, item.covered) for item in items] == [
        ("desired", True),
        ("fresh", True),
        ("timely", True),
    ]


def handed(role: Role | None, measure: str | None) -> list[tuple[Dimension, bool]]:
    holder = role.id if role else None
    handoff = Handoff("trays", "baking", "vans", accountable=holder, measure=measure)
    roles = {role.id: role} if role else {}
    functions = {one: Function(one, one.title()) for one in ("baking", "vans")}
    said = bakery(functions=functions, roles=roles, handoffs={"trays": handoff})
    found = [item for item in Quicksand(said).items if item.place.kind == "handoff"]
    return [(item.dimension, item.covered) for item in found]


def test_a_handoff_needs_a_measure_and_a_role() -> None:
    baker = Role("baker", "Head Baker")
    assert handed(baker, "timely") == [("metrics", True), ("mechanics", True)]
    assert handed(None, None) == [("metrics", False), ("mechanics", False)]


def test_a_vacant_seat_answers_for_nothing() -> None:
    assert handed(Role("baker", "Head Baker", vacant=True), None)[1] == ("mechanics", False)


def journey(*stages: Stage, handoffs: tuple[Handoff, ...] = ()) -> list[tuple[bool, str]]:
    said = bakery(
        journey={one.id: one for one in stages}, handoffs={one.id: one for one in handoffs}
    )
    return [(item.covered, item.sentence) for item in counted(said, "mechanics", "stage")]


def test_a_stage_needs_a_function() -> None:
    assert journey(Stage("order", "Orders"), Stage("eat", "Eats", functions=("vans",))) == [
        (False, "“Orders” is served by no function."),
        (True, "“Eats” is served by Vans."),
    ]


def test_two_functions_that_meet_need_a_handoff_in_either_direction() -> None:
    stage = Stage("eat", "Eats", functions=("baking", "vans"))
    met = "In “Eats” the customer goes from Baking to Vans, and"
    back = Handoff("back", "vans", "baking")
    assert journey(stage)[1] == (False, f"{met} no hand-off joins the two.")
    assert journey(stage, handoffs=(back,))[1] == (True, f"{met} a hand-off joins the two.")


def test_two_functions_that_meet_again_are_counted_once() -> None:
    assert len(journey(Stage("eat", "Eats", functions=("baking", "vans", "baking")))) == 2


def test_without_a_journey_that_is_what_is_missing() -> None:
    (item,) = Quicksand(bakery()).whole["mechanics"].items
    assert (item.covered, item.place.field) == (False, ("journey",))


def figures(found: Scores) -> dict[Dimension, tuple[int, int]]:
    return {name: (one.covered_count, one.needed_count) for name, one in found.items()}


def test_a_function_counts_what_concerns_it() -> None:
    quicksand = Quicksand(bakery(handoffs={"trays": Handoff("trays", "baking", "vans")}))
    assert figures(quicksand.of_function("baking")) == {
        "motivation": (0, 1),  # the head baker
        "metrics": (0, 2),  # baking and the hand-off
        "mechanics": (0, 1),  # the hand-off
    }


def test_an_outcome_counts_what_is_below_it_once() -> None:
    quicksand = Quicksand(bakery(handoffs={"trays": Handoff("trays", "baking", "vans")}))
    assert figures(quicksand.of_outcome("fresh")) == {
        "motivation": (0, 1),  # the head baker
        "metrics": (1, 3),  # the outcome, baking, the hand-off
        "mechanics": (0, 1),  # the hand-off, which concerns timely as well
    }
    assert figures(quicksand.of_outcome("desired"))["metrics"] == (3, 6)


def test_the_scores_of_nothing_have_no_per_cent() -> None:
    alone = Organisation("Bakery", Outcome("desired", "Bread"))
    scores = Quicksand(alone).whole
    assert [scores[one].percent for one in DIMENSIONS] == [None, 0, 0]

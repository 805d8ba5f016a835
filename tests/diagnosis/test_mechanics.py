"""Where the work drops customers on its way across the functions, and where it does not."""

from __future__ import annotations

from textwrap import dedent

import pytest

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules import Rule
from orgdesign.diagnosis.rules.mechanics import (
    handoff_loop,
    handoff_outside_stage,
    stage_not_served,
    step_without_handoff,
    too_many_functions_in_stage,
)
from tests.diagnosis.texts_with import findings_with

HOTEL = """
    organization: Lakeside Hotels
    outcome: {statement: I arrive and my room is ready}
    functions:
      booking: {name: Booking}
      desk: {name: Front Desk}
      rooms: {name: Rooms}
      kitchen: {name: Kitchen}
      garage: {name: Garage}
"""


def found(rule: Rule, text: str) -> list[Finding]:
    return findings_with(rule, HOTEL, text)


def messages(rule: Rule, text: str) -> list[str]:
    return [finding.message for finding in found(rule, text)]


# Stages and steps


def test_a_stage_that_no_function_serves_is_found_where_its_functions_belong() -> None:
    text = """
        journey:
          arrives: {name: Arrives, functions: [desk]}
          leaves: {name: Leaves a thing behind}
    """
    [finding] = found(stage_not_served, text)
    assert finding.message == "No function serves customers in “Leaves a thing behind”."
    assert finding.at == Place("stage", "leaves", ("functions",))


def test_two_functions_that_follow_each_other_without_a_handoff_are_found() -> None:
    text = "journey: {arrives: {name: Arrives, functions: [desk, rooms]}}"
    assert messages(step_without_handoff, text) == [
        "In “Arrives” the customer goes from Front Desk to Rooms, and no hand-off joins the two."
    ]


def test_a_handoff_either_way_and_in_any_stage_joins_two_functions() -> None:
    text = """
        journey:
          arrives: {name: Arrives, functions: [desk, rooms]}
          sleeps: {name: Sleeps, functions: [rooms]}
        handoffs:
          ready: {from: rooms, to: desk, stage: sleeps}
    """
    assert found(step_without_handoff, text) == []


def test_stages_that_nothing_joins_are_separate_episodes() -> None:
    text = """
        journey:
          books: {name: Books, functions: [booking]}
          arrives: {name: Arrives, functions: [desk]}
    """
    assert found(step_without_handoff, text) == []


@pytest.mark.parametrize(
    ("books", "arrives", "certain"),
    [
        ("functions: [booking]", "functions: [desk], after: [books]", True),
        ("functions: [booking], outcome: desired", "functions: [desk], outcome: desired", False),
    ],
)
def test_the_last_function_of_a_stage_is_next_to_the_first_one_of_a_stage_that_follows(
    books: str, arrives: str, certain: bool
) -> None:
    text = f"""
        journey:
          books: {{name: Books, {books}}}
          arrives: {{name: Arrives, {arrives}}}
    """
    [finding] = found(step_without_handoff, text)
    assert finding.certain == certain
    assert finding.at == Place("stage", "arrives", ("functions",))
    assert finding.others == (Place("function", "booking"), Place("function", "desk"))


def test_a_function_that_goes_on_from_one_stage_to_the_next_hands_nothing_over() -> None:
    text = """
        journey:
          arrives: {name: Arrives, functions: [desk]}
          asks: {name: Asks for a towel, functions: [desk]}
    """
    assert found(step_without_handoff, text) == []


def test_functions_that_follow_each_other_again_and_back_are_told_once() -> None:
    text = """
        journey:
          arrives: {name: Arrives, functions: [desk, rooms]}
          leaves: {name: Leaves, functions: [desk, rooms]}
    """
    assert len(found(step_without_handoff, text)) == 1


# Hand-offs and their stages

JOURNEY = """
    journey:
      books: {name: Books, functions: [booking]}
      travels: {name: Travels}
      arrives: {name: Arrives, functions: [desk, rooms]}
      eats: {name: Eats, functions: [kitchen]}
"""


def around_the_arrival(giver: str, taker: str, stage: str = "arrives") -> str:
    handoff = f"handoffs: {{one: {{from: {giver}, to: {taker}, stage: {stage}}}}}"
    return dedent(JOURNEY) + handoff


def test_a_handoff_may_come_from_the_stage_before_and_lead_to_the_stage_after() -> None:
    assert found(handoff_outside_stage, around_the_arrival("booking", "desk")) == []
    assert found(handoff_outside_stage, around_the_arrival("rooms", "kitchen")) == []


def test_a_handoff_may_not_lead_back_to_the_stage_before() -> None:
    assert messages(handoff_outside_stage, around_the_arrival("desk", "booking")) == [
        "Front Desk hands the customer over to Booking in “Arrives”, where Booking does not serve "
        "the customer."
    ]


def test_a_handoff_from_a_function_that_the_customer_never_meets_is_found() -> None:
    [finding] = found(handoff_outside_stage, around_the_arrival("garage", "desk"))
    assert "where Garage does not serve the customer" in finding.message
    assert finding.at == Place("handoff", "one", ("stage",))


def test_a_handoff_that_skips_its_stage_is_found() -> None:
    [message] = messages(handoff_outside_stage, around_the_arrival("booking", "kitchen"))
    assert message.endswith("in “Arrives”, where neither serves the customer.")


def test_of_a_handoff_in_a_stage_that_nobody_serves_only_the_stage_is_told() -> None:
    assert found(handoff_outside_stage, around_the_arrival("garage", "desk", "travels")) == []


def test_of_a_handoff_without_a_stage_nothing_is_told() -> None:
    text = dedent(JOURNEY) + "handoffs: {one: {from: garage, to: kitchen}}"
    assert found(handoff_outside_stage, text) == []


# Loops

LOOP = """
    journey: {arrives: {name: Arrives}, leaves: {name: Leaves}}
    handoffs:
"""


def loop(*handoffs: tuple[str, str, str]) -> str:
    lines = (
        f"  {giver}-{taker}: {{from: {giver}, to: {taker}, stage: {stage}}}\n"
        for giver, taker, stage in handoffs
    )
    return dedent(LOOP) + "".join(lines)


def test_a_loop_is_told_at_the_handoff_that_closes_it() -> None:
    text = loop(
        ("desk", "rooms", "arrives"),
        ("rooms", "kitchen", "arrives"),
        ("kitchen", "desk", "arrives"),
    )
    [finding] = found(handoff_loop, text)
    assert finding.message == (
        "In “Arrives” the customer is handed from Front Desk to Rooms and Kitchen and back to "
        "Front Desk."
    )
    assert finding.at == Place("handoff", "kitchen-desk")
    assert finding.others == (Place("handoff", "desk-rooms"), Place("handoff", "rooms-kitchen"))


def test_to_come_back_in_another_stage_is_no_loop() -> None:
    assert (
        found(handoff_loop, loop(("desk", "rooms", "arrives"), ("rooms", "desk", "leaves"))) == []
    )


def test_of_handoffs_that_name_no_stage_it_is_not_known_whether_they_make_a_loop() -> None:
    text = "handoffs: {there: {from: desk, to: rooms}, back: {from: rooms, to: desk}}"
    assert found(handoff_loop, text) == []


def test_two_ways_to_the_same_function_are_no_loop() -> None:
    text = loop(
        ("booking", "desk", "arrives"),
        ("booking", "rooms", "arrives"),
        ("desk", "rooms", "arrives"),
    )
    assert found(handoff_loop, text) == []


def test_the_way_into_a_loop_is_not_part_of_it() -> None:
    text = loop(
        ("booking", "desk", "arrives"), ("desk", "rooms", "arrives"), ("rooms", "desk", "arrives")
    )
    assert messages(handoff_loop, text) == [
        "In “Arrives” the customer is handed from Front Desk to Rooms and back to Front Desk."
    ]


def test_a_loop_is_found_whichever_of_its_handoffs_the_file_names_first() -> None:
    text = loop(
        ("rooms", "desk", "arrives"), ("booking", "desk", "arrives"), ("desk", "rooms", "arrives")
    )
    [finding] = found(handoff_loop, text)
    assert finding.at == Place("handoff", "desk-rooms")


def test_a_function_that_hands_over_to_itself_is_found_in_any_stage_or_none() -> None:
    text = "handoffs: {one: {from: desk, to: desk}}"
    assert messages(handoff_loop, text) == ["Front Desk hands the customer over to itself."]


# Many functions


def test_five_functions_in_one_stage_are_more_than_a_customer_can_follow() -> None:
    text = "journey: {a: {name: Arrives, functions: [booking, desk, rooms, kitchen, garage]}}"
    assert messages(too_many_functions_in_stage, text) == [
        "In “Arrives” the customer is passed through 5 functions, more than the 4 that a person "
        "can keep apart: Booking, Front Desk, Rooms, Kitchen and Garage."
    ]


def test_four_functions_in_one_stage_are_not_too_many() -> None:
    text = "journey: {a: {name: Arrives, functions: [booking, desk, rooms, kitchen]}}"
    assert found(too_many_functions_in_stage, text) == []

"""Accountability: what every rule finds, and above all what it leaves alone."""

from __future__ import annotations

import pytest

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import NO_READER
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Organisation
from orgdesign.yamlfile import read


def findings(rule: str, said: str) -> list[Finding]:
    return [*RULES[rule].find(organisation(said), NO_READER)]


def messages(rule: str, said: str) -> list[str]:
    return [finding.message for finding in findings(rule, said)]


def organisation(said: str) -> Organisation:
    reading = read(f"organization: Tidewater Ferries\n{said}".encode(), "ferries.yaml")
    assert reading.organisation, reading.problems
    return reading.organisation


CROSSING = "outcome: {statement: I am across in time for my shift, accountable: harbour-master}\n"


def test_an_outcome_is_asked_for_its_role_however_deep_it_is() -> None:
    said = """
outcome:
  statement: I am across in time for my shift
  accountable: harbour-master
  outcomes:
    boarded: {statement: I am let on without queueing twice}
roles:
  harbour-master: {title: Harbour Master}
"""
    assert messages("outcome-without-accountable-role", said) == [
        "Nobody is accountable for “I am let on without queueing twice”."
    ]


def test_a_role_that_is_vacant_is_told_by_its_own_rule_only() -> None:
    said = CROSSING + "roles:\n  harbour-master: {title: Harbour Master, vacant: yes}\n"
    assert messages("outcome-without-accountable-role", said) == []
    assert messages("accountable-role-vacant", said) == [
        "Harbour Master answers for “I am across in time for my shift”, and is vacant."
    ]


def test_a_role_without_a_holder_is_not_vacant() -> None:
    said = CROSSING + "roles:\n  harbour-master: {title: Harbour Master}\n"
    assert messages("accountable-role-vacant", said) == []


def test_a_vacant_role_names_the_few_things_that_wait_for_it() -> None:
    said = """
outcome: {statement: I am across in time for my shift}
functions:
  decks: {name: Decks, accountable: mate}
  ramps: {name: Ramps}
roles:
  mate: {title: First Mate, vacant: yes}
  deckhand: {title: Deckhand, vacant: yes, function: decks}
handoffs:
  cars: {from: ramps, to: decks, accountable: mate}
"""
    [finding] = findings("accountable-role-vacant", said)
    assert finding.message == (
        "First Mate answers for Decks and the hand-off from Ramps to Decks, and is vacant."
    )
    assert finding.others == (
        Place("function", "decks", ("accountable",)),
        Place("handoff", "cars", ("accountable",)),
    )


# How much one role answers for


def fleet(ships: int) -> str:
    lines = [f"  ship-{each}: {{name: Ship {each}, accountable: captain}}" for each in range(ships)]
    roles = "roles:\n  captain: {title: Captain}\n  harbour-master: {title: Harbour Master}\n"
    return CROSSING + "functions:\n" + "\n".join(lines) + "\n" + roles


def test_a_role_answers_for_five_things_and_not_for_six() -> None:
    assert messages("role-overloaded", fleet(5)) == []
    assert messages("role-overloaded", fleet(6)) == ["Captain answers for 6 things: 6 functions."]


# Whom an outcome reaches

RIDERS = """
outcome:
  statement: I am across in time for my shift
  measures: [late]
functions:
  engines: {name: Engines}
  decks:
    name: Decks
    alignment: {outcome: desired, contribution: Has every car aboard in ten minutes, link: direct}
measures:
  late: {name: Passengers late for work, better: lower, kind: customer}
  fuel: {name: Fuel per crossing, better: lower, kind: company, works_against: [late]}
"""


def test_an_outcome_reaches_a_role_through_its_function() -> None:
    said = RIDERS + "roles:\n  mate: {title: First Mate, function: decks}\n"
    assert messages("role-without-outcome", said) == []


def test_an_outcome_reaches_a_role_that_answers_for_a_hand_off() -> None:
    said = """
roles:
  mate: {title: First Mate, function: engines}
handoffs:
  steam: {from: engines, to: decks, accountable: mate}
"""
    assert messages("role-without-outcome", RIDERS + said) == []


def test_a_role_of_a_function_without_an_outcome_is_mended_at_the_function() -> None:
    [finding] = findings(
        "role-without-outcome", RIDERS + "roles:\n  engineer: {title: Engineer, function: engines}"
    )
    assert finding.message == "No customer outcome reaches Engineer."
    assert finding.at == Place("function", "engines", ("alignment", "outcome"))


def test_a_role_that_is_nowhere_is_asked_where_it_belongs() -> None:
    [finding] = findings("role-without-outcome", RIDERS + "roles:\n  adviser: {title: Adviser}")
    assert finding.at == Place("role", "adviser", ("function",))


# Roles that work against what they serve


def mate(text: str, held: str = "rewarded_for: [{measure: fuel}]") -> str:
    role = f"{{title: First Mate, function: decks, accountabilities: [{text!r}], {held}}}"
    return f"{RIDERS}roles:\n  mate: {role}\n"


@pytest.mark.parametrize(
    "text", ["Keep fuel per crossing as low as we can", "Cut the fuel of every crossing"]
)
@pytest.mark.parametrize("held", ["rewarded_for: [{measure: fuel}]", "measured_by: [fuel]"])
def test_a_text_that_pushes_a_measure_against_the_outcome_is_found(text: str, held: str) -> None:
    [finding] = findings("role-against-outcome", mate(text, held))
    assert finding.message == (
        f"First Mate is to “{text}”, which works against “I am across in time for my shift”."
    )
    assert finding.at == Place("role", "mate", ("accountabilities", 0))
    assert Place("role", "mate", (held.split(":")[0], 0)) in finding.others


@pytest.mark.parametrize(
    "text",
    [
        "Every crossing leaves on the minute",  # speaks of the crossing, pushes nothing
        "Raise the fuel reserve for every crossing",  # the other way round
        "Never save fuel on a crossing that is full",
        "Cut the fuel that a crossing costs our customers",
        "Cut the time that a crossing takes",  # one word of the measure is not enough
    ],
)
def test_a_text_that_may_mean_the_customer_well_is_left_alone(text: str) -> None:
    assert findings("role-against-outcome", mate(text)) == []


@pytest.mark.parametrize("held", ["measured_by: [late]", "rewarded_for: [{measure: late}]"])
def test_a_text_alone_proves_nothing_where_the_measures_serve_the_customer(held: str) -> None:
    assert findings("role-against-outcome", mate("Cut the fuel of every crossing", held)) == []


def test_a_role_of_a_function_that_serves_nobody_works_against_no_outcome() -> None:
    said = mate("Cut the fuel of every crossing").replace("function: decks", "function: engines")
    assert findings("role-against-outcome", said) == []


def test_the_measure_that_suffers_may_be_the_functions_own() -> None:
    said = mate("Cut the fuel of every crossing").replace("  measures: [late]\n", "")
    said = said.replace("    name: Decks\n", "    name: Decks\n    measures: [late]\n")
    assert len(findings("role-against-outcome", said)) == 1


def snacks(better: str) -> str:
    measure = (
        f"  fuel: {{name: Snacks sold per crossing, {better}kind: company, works_against: [late]}}"
    )
    said = mate("Sell more snacks on every crossing").splitlines()
    return "\n".join(measure if line.startswith("  fuel:") else line for line in said)


def test_a_text_may_push_a_measure_up() -> None:
    assert len(findings("role-against-outcome", snacks("better: higher, "))) == 1


@pytest.mark.parametrize("better", ["better: lower, ", ""])
def test_a_measure_that_does_not_want_more_is_not_pushed_by_more(better: str) -> None:
    assert findings("role-against-outcome", snacks(better)) == []

"""Where people are paid to work against customers, and where they are not."""

from __future__ import annotations

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules import Rule
from orgdesign.diagnosis.rules.duels import dueling_silos
from orgdesign.diagnosis.rules.motivation import (
    reward_without_customer_measure,
    unrewarded_expectation,
)
from tests.diagnosis.test_examples import example
from tests.diagnosis.texts_with import findings_with

HOTEL = """
    organization: Lakeside Hotels
    outcome: {statement: I am welcome from the door to the pillow}
    measures:
      welcome: {name: Welcome, better: higher, kind: customer}
      sleep: {name: Nights slept well, better: higher, kind: customer}
      upgrades: {name: Upgrades sold, better: higher, kind: company, works_against: [welcome]}
      minutes: {name: Minutes at the desk, better: lower, kind: company, works_against: [welcome]}
      profit: {name: Profit, better: higher, kind: company}
      smiles: {name: Smiles}
"""


def found(rule: Rule, text: str) -> list[Finding]:
    return findings_with(rule, HOTEL, text)


def messages(rule: Rule, text: str) -> list[str]:
    return [finding.message for finding in found(rule, text)]


def clerk(says: str) -> str:
    return f"roles: {{clerk: {{title: Clerk, {says}}}}}\n"


# The whole case: reservations pays, guest relations asks, the clerk stands between them.

CASE = """
    functions:
      reservations: {name: Reservations, measures: [upgrades]}
      guests: {name: Guest Relations, measures: [welcome]}
      desk: {name: Front Desk, measures: [welcome]}
    roles:
      clerk:
        title: Desk Clerk
        function: desk
        measured_by: [welcome]
        rewarded_for: [{measure: upgrades, weight: 60}, {measure: minutes, weight: 40}]
      host: {title: Head of Guest Relations, function: guests, measured_by: [welcome]}
    journey:
      arrives: {name: Arrives, functions: [reservations, desk]}
"""


def test_what_one_pays_for_another_asks_for_and_nobody_rewards_is_found_from_the_case_alone() -> (
    None
):
    assert messages(reward_without_customer_measure, CASE) == [
        "Desk Clerk is paid only for “Upgrades sold” and “Minutes at the desk”, measures of the "
        "company: no customer measure is behind the rewards."
    ]
    assert messages(unrewarded_expectation, CASE) == [
        "Desk Clerk is expected to improve “Welcome”, but is paid only for “Upgrades sold” and "
        "“Minutes at the desk”. Nobody at all is paid for “Welcome”."
    ]
    assert messages(dueling_silos, CASE) == [
        "Desk Clerk is paid for “Upgrades sold” and “Minutes at the desk”, which work against "
        "“Welcome”, which the same role is measured by. Reservations asks for “Upgrades sold”, "
        "Guest Relations for “Welcome”.",
        "In “Arrives”, Reservations is judged by “Upgrades sold”, which works against “Welcome”, "
        "by which Front Desk is judged.",
    ]


def test_the_case_is_mended_where_the_clerk_is_paid() -> None:
    pay = Place("role", "clerk", ("rewarded_for",))
    for rule in (reward_without_customer_measure, unrewarded_expectation, dueling_silos):
        assert found(rule, CASE)[0].at == pay


def test_the_phone_team_of_northwind_is_found() -> None:
    northwind = example("northwind")
    told = [
        finding.message
        for rule in (unrewarded_expectation, dueling_silos)
        for finding in rule.find(northwind)
        if finding.at == Place("role", "phone-representative", ("rewarded_for",))
    ]
    rapport = "“Rapport, as customers rate it after the call”"
    paid = "“Offers taken per hundred calls” and “Minutes per call”"
    assert told == [
        f"Phone Representative is expected to improve {rapport}, but is paid only for {paid}. "
        f"Nobody at all is paid for {rapport}.",
        f"Phone Representative is paid for {paid}, which work against {rapport}, which the same "
        "role is measured by. Marketing asks for “Offers taken per hundred calls”, Customer "
        f"service for {rapport}.",
    ]


# Rewards without a customer measure


def test_one_customer_measure_among_the_rewards_is_enough() -> None:
    text = clerk("rewarded_for: [{measure: profit, weight: 90}, {measure: welcome, weight: 10}]")
    assert found(reward_without_customer_measure, text) == []


def test_a_customer_measure_that_weighs_nothing_is_not_paid_for() -> None:
    text = clerk("rewarded_for: [{measure: profit}, {measure: welcome, weight: 0}]")
    assert messages(reward_without_customer_measure, text) == [
        "Clerk is paid only for “Profit”, a measure of the company: no customer measure is behind "
        "the rewards."
    ]


def test_nothing_is_said_of_pay_that_is_not_written_down() -> None:
    assert found(reward_without_customer_measure, clerk("measured_by: [profit]")) == []
    assert found(unrewarded_expectation, clerk("measured_by: [welcome]")) == []


def test_of_a_measure_that_says_not_whose_it_is_nothing_is_concluded() -> None:
    text = clerk("rewarded_for: [{measure: profit}, {measure: smiles}]")
    assert found(reward_without_customer_measure, text) == []


# Expected, but not rewarded


def test_to_be_paid_for_part_of_what_is_expected_is_enough() -> None:
    text = clerk("measured_by: [welcome, sleep], rewarded_for: [{measure: sleep}]")
    assert found(unrewarded_expectation, text) == []


def test_to_be_paid_for_what_the_company_expects_does_not_make_up_for_the_customer() -> None:
    text = clerk("measured_by: [welcome, profit], rewarded_for: [{measure: profit}]")
    assert messages(unrewarded_expectation, text) == [
        "Clerk is expected to improve “Welcome”, but is paid only for “Profit”. "
        "Nobody at all is paid for “Welcome”."
    ]


def test_where_only_the_company_expects_something_pay_for_some_of_it_is_enough() -> None:
    text = clerk("measured_by: [upgrades, profit], rewarded_for: [{measure: profit}]")
    assert found(unrewarded_expectation, text) == []


def test_where_only_the_company_expects_something_pay_for_something_else_is_found() -> None:
    text = clerk("measured_by: [upgrades], rewarded_for: [{measure: profit}]")
    assert len(found(unrewarded_expectation, text)) == 1


def test_a_role_is_expected_to_improve_what_it_is_accountable_for() -> None:
    text = """
        functions: {desk: {name: Desk, accountable: clerk, measures: [welcome]}, bar: {name: Bar}}
        roles: {clerk: {title: Clerk, rewarded_for: [{measure: profit}]}}
        handoffs: {late: {from: desk, to: bar, accountable: clerk, measure: sleep}}
    """
    [finding] = found(unrewarded_expectation, text)
    assert finding.others == (
        Place("function", "desk", ("measures",)),
        Place("handoff", "late", ("measure",)),
    )


def test_nobody_at_all_is_not_said_where_somebody_else_is_paid_for_it() -> None:
    text = """
        roles:
          clerk: {title: Clerk, measured_by: [welcome], rewarded_for: [{measure: profit}]}
          host: {title: Host, rewarded_for: [{measure: welcome}]}
    """
    assert messages(unrewarded_expectation, text) == [
        "Clerk is expected to improve “Welcome”, but is paid only for “Profit”."
    ]


# Dueling silos on one role


# Dueling silos in a stage

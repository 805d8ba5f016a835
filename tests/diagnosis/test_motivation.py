"""Where people are paid to work against customers, and where they are not."""

from __future__ import annotations

from textwrap import dedent

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules import Rule
from orgdesign.diagnosis.rules.duels import dueling_silos
from orgdesign.diagnosis.rules.motivation import (
    reward_without_customer_measure,
    unrewarded_expectation,
)
from orgdesign.yamlfile import read
from tests.diagnosis.test_examples import example

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
    """Return what a rule finds in the hotels with what ``text`` adds to them."""
    reading = read(dedent(HOTEL).encode() + dedent(text).encode(), "hotel.yaml")
    assert reading.organisation, reading.problems
    return list(rule.find(reading.organisation))


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


def test_a_role_that_is_measured_by_both_ends_of_a_clash_is_found() -> None:
    [finding] = found(dueling_silos, clerk("measured_by: [welcome, minutes]"))
    assert finding.message == (
        "Clerk is measured by “Minutes at the desk”, which works against “Welcome”, which the same "
        "role is measured by."
    )
    assert finding.remedy == "Stop measuring Clerk by “Minutes at the desk”."


def test_measures_that_do_not_work_against_each_other_do_not_clash() -> None:
    text = clerk("measured_by: [welcome, sleep], rewarded_for: [{measure: profit}]")
    assert found(dueling_silos, text) == []


def test_each_role_that_a_clash_pulls_at_is_told_with_who_asks_for_either_side() -> None:
    text = """
        functions:
          reservations: {name: Reservations, measures: [upgrades]}
          guests: {name: Guest Relations, measures: [welcome]}
        roles:
          clerk: {title: Clerk, measured_by: [welcome, upgrades]}
          porter: {title: Porter, measured_by: [welcome, upgrades]}
    """
    asked = "Reservations asks for “Upgrades sold”, Guest Relations for “Welcome”."
    assert [message.endswith(asked) for message in messages(dueling_silos, text)] == [True, True]


TWICE = """
    organization: Lakeside Hotels
    outcome: {{statement: I am welcome}}
    measures:
      ours: {{name: Minutes at the desk, unit: {one}, better: lower}}
      theirs: {{name: minutes at the  Desk, unit: {other}, better: {better}}}
    roles: {{clerk: {{title: Clerk, measured_by: [ours], rewarded_for: [{{measure: theirs}}]}}}}
"""


def told_twice(one: str = "min", other: str = "Min", better: str = "higher") -> list[str]:
    text = dedent(TWICE).format(one=one, other=other, better=better)
    organisation = read(text.encode(), "hotel.yaml").organisation
    assert organisation
    return [finding.message for finding in dueling_silos.find(organisation)]


def test_the_same_thing_wanted_lower_and_higher_clashes() -> None:
    assert told_twice() == [
        "Clerk is judged by “Minutes at the desk” twice, once the lower the better and once the "
        "higher."
    ]


def test_the_same_name_wanted_the_same_way_or_in_another_unit_does_not_clash() -> None:
    assert told_twice(better="lower") == []
    assert told_twice(other="of 10") == []


def test_two_measures_that_work_against_each_other_clash_once_and_harm_the_customers_one() -> None:
    text = """
        organization: Lakeside Hotels
        outcome: {statement: I am welcome}
        measures:
          rest: {name: Rest, kind: customer, works_against: [noise]}
          noise: {name: Bar takings, kind: company, works_against: [rest]}
        roles: {host: {title: Host, measured_by: [rest, noise]}}
    """
    organisation = read(dedent(text).encode(), "hotel.yaml").organisation
    assert organisation
    assert [finding.message for finding in dueling_silos.find(organisation)] == [
        "Host is measured by “Bar takings”, which works against “Rest”, which the same role is "
        "measured by."
    ]


# Dueling silos in a stage


def stage(
    desk: str, bar: str, journey: str = "{meets: {name: Arrives, functions: [desk, bar]}}"
) -> str:
    return dedent(f"""
        functions:
          desk: {{name: Desk, measures: [{desk}]}}
          bar: {{name: Bar, measures: [{bar}]}}
        journey: {journey}
    """)


def test_functions_that_meet_in_a_stage_clash_wherever_they_stand_in_it() -> None:
    text = stage("welcome", "upgrades")
    assert messages(dueling_silos, text) == [
        "In “Arrives”, Bar is judged by “Upgrades sold”, which works against “Welcome”, by which "
        "Desk is judged."
    ]


def test_functions_that_do_not_meet_do_not_clash() -> None:
    apart = "{one: {name: Arrives, functions: [desk]}, two: {name: Drinks, functions: [bar]}}"
    assert found(dueling_silos, stage("welcome", "upgrades", apart)) == []


def test_functions_that_meet_twice_are_told_once() -> None:
    again = (
        "{a: {name: Arrives, functions: [desk, bar]}, b: {name: Leaves, functions: [bar, desk]}}"
    )
    [message] = messages(dueling_silos, stage("welcome", "upgrades", again))
    assert message.startswith("In “Arrives”")


def test_functions_that_share_both_measures_are_no_silos_of_each_other() -> None:
    assert found(dueling_silos, stage("welcome, upgrades", "upgrades, welcome")) == []


def test_a_function_is_told_against_those_that_have_not_its_measure() -> None:
    [message] = messages(dueling_silos, stage("welcome", "upgrades, welcome"))
    assert message.endswith(
        "Bar is judged by “Upgrades sold”, which works against “Welcome”, by which Desk is judged."
    )


def test_the_pay_of_a_functions_roles_counts_as_its_own_and_is_where_it_is_mended() -> None:
    text = stage("welcome", "profit") + dedent("""
        roles: {barkeeper: {title: Barkeeper, function: bar, rewarded_for: [{measure: upgrades}]}}
    """)
    [finding] = found(dueling_silos, text)
    assert finding.at == Place("role", "barkeeper", ("rewarded_for",))


def test_a_role_without_a_function_stands_for_those_that_it_is_accountable_for() -> None:
    text = """
        functions: {desk: {name: Desk, measures: [welcome]}, bar: {name: Bar, accountable: owner}}
        roles: {owner: {title: Owner, rewarded_for: [{measure: upgrades}]}}
        journey: {meets: {name: Arrives, functions: [desk, bar]}}
    """
    assert messages(dueling_silos, text) == [
        "In “Arrives”, Bar is judged by “Upgrades sold”, which works against “Welcome”, by which "
        "Desk is judged."
    ]


def test_functions_that_want_the_same_thing_lower_and_higher_clash() -> None:
    text = """
        organization: Lakeside Hotels
        outcome: {statement: I am welcome}
        functions: {desk: {name: Desk, measures: [short]}, bar: {name: Bar, measures: [long]}}
        measures:
          short: {name: Minutes with a guest, better: lower}
          long: {name: Minutes with a guest, better: higher}
        journey: {meets: {name: Arrives, functions: [bar, desk]}}
    """
    organisation = read(dedent(text).encode(), "hotel.yaml").organisation
    assert organisation
    assert [finding.message for finding in dueling_silos.find(organisation)] == [
        "In “Arrives”, Desk is judged by “Minutes with a guest” the lower the better, Bar the "
        "higher."
    ]

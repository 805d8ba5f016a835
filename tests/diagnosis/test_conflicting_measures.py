"""Measures that pull against each other: within a role, between measures, between functions."""

from __future__ import annotations

from textwrap import dedent

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.rules.duels import dueling_silos
from orgdesign.yamlfile import read
from tests.diagnosis.test_motivation import clerk, found, messages


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

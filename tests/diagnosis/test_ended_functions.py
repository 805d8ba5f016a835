"""Functions that a design ends or makes one: who answers, and who meets the customer then."""

from __future__ import annotations

import pytest

from orgdesign.diagnosis.rules import RULES
from orgdesign.yamlfile import read

BAKERY = """
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open, accountable: head}
functions:
  office: {name: Office, accountable: head, alignment: {outcome: desired}}
  orders: {name: Orders, reports_to: office, accountable: clerk, headcount: 4}
  vans: {name: Vans, reports_to: office, accountable: driver, headcount: 6}
roles:
  head: {title: Head, function: office}
  clerk: {title: Clerk, function: orders}
  driver: {title: Driver, function: vans}
journey:
  asks: {name: Asks for bread, outcome: desired, functions: [orders]}
designs:
  next:
    name: Next year
    changes:
"""
MERGE = "{change: merge, functions: [orders, vans], into: doorstep, name: Doorstep}"
RETIRE = "{change: retire, function: orders}"


def found(rule: str, *changes: str) -> list[str]:
    lines = "".join(f"      - {change}\n" for change in changes)
    organisation = read(f"{BAKERY}{lines}".encode(), "bakery.yaml").organisation
    assert organisation
    return [hit.message for hit in RULES[rule].find(organisation)]


def test_two_heads_of_one_new_function_are_undecided() -> None:
    assert found("design-undecided", MERGE) == [
        "Next year: Orders and Vans become Doorstep, and nobody has said which of Clerk and Driver"
        " answers for it."
    ]


@pytest.mark.parametrize(
    "changes",
    [
        (MERGE, "{change: appoint, function: doorstep, accountable: head}"),
        (MERGE, "{change: retire-role, role: driver}"),
        (MERGE.replace("name: Doorstep", "owner: clerk"),),
        (MERGE.replace("into: doorstep", "into: vans"),),
        ("{change: appoint, function: orders, accountable: driver}", MERGE),
    ],
)
def test_it_is_decided_by_an_appointment_a_seat_that_ends_an_owner_or_a_name_that_stays(
    changes: tuple[str, ...],
) -> None:
    assert found("design-undecided", *changes) == []


def test_a_function_that_customers_meet_leaves_a_gap_when_it_ends() -> None:
    assert (
        "Next year: customers meet Orders in “Asks for bread”, it ends, and nothing says who is"
        " there for them then."
    ) in found("design-leaves-gap", RETIRE)


@pytest.mark.parametrize(
    "changes",
    [
        ("{change: transfer, from: orders, to: vans, people: 4}", RETIRE),
        (RETIRE, "{change: change-stage, stage: asks, functions: [vans]}"),
        ("{change: retire, function: vans}",),
    ],
)
def test_it_leaves_none_where_others_come_or_nobody_met_it(changes: tuple[str, ...]) -> None:
    assert not [each for each in found("design-leaves-gap", *changes) if "customers meet" in each]

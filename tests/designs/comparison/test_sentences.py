"""Each kind of change is told in a sentence, with the names that parts have when its turn comes."""

from __future__ import annotations

from textwrap import indent

import pytest

from orgdesign.designs.comparison.sentences import ChangeFormatter
from orgdesign.designs.replay import organisation_after, replay_steps
from orgdesign.model import Organisation
from orgdesign.yamlfile import read

TODAY = """\
organization: Harvest Bakery
outcome:
  statement: My bread is at the door before I open
  outcomes:
    fresh: {statement: My bread is of this night.}
functions:
  office: {name: Office}
  baking: {name: Baking, reports_to: office}
  vans: {name: Vans, reports_to: office}
roles:
  owner: {title: Owner}
  driver: {title: Driver}
measures:
  late: {name: Late loaves}
handoffs:
  out: {from: baking, to: vans}
designs:
  nights:
    name: One team for the night
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
"""


def bakery(*changes: str) -> Organisation:
    lines = "\n".join(f"- {{{change}}}" for change in changes)
    reading = read((TODAY + indent(lines, " " * 6)).encode(), "bakery.yaml")
    assert reading.problems == ()
    assert reading.organisation
    return reading.organisation


def told(*changes: str) -> list[str]:
    organisation = bakery(*changes)
    design = organisation.designs["nights"]
    formatter = ChangeFormatter(organisation, design)
    return [formatter.sentence(step) for step in replay_steps(organisation, design)]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("change: move, function: vans, reports_to: baking", "Vans moves from Office to Baking."),
        ("change: move, function: vans", "Vans moves from Office to the top."),
        ("change: add, function: till, name: Till", "Till is added at the top."),
        (
            "change: add, function: till, name: Till, reports_to: vans, "
            "alignment: {outcome: fresh, link: direct}",
            "Till is added under Vans, to serve “My bread is of this night” directly.",
        ),
        ("change: rename, function: vans, name: Routes", "Vans is now called Routes."),
        (
            "change: merge, functions: [baking, vans], into: night, name: Night team",
            "Baking and Vans become one: Night team.",
        ),
        (
            "change: merge, functions: [baking, vans], into: vans",
            "Baking and Vans become one: Vans.",
        ),
        (
            "change: split, function: vans, into: {north: {name: North}, south: {name: South}}",
            "Vans becomes North and South; undecided: the hand-off from Baking to Vans.",
        ),
        ("change: retire, function: vans", "Vans ends."),
        (
            "change: retire, function: office, reports_to: baking",
            "Office ends; its functions report to Baking.",
        ),
        (
            "change: align, function: vans, alignment: {outcome: fresh, contribution: Drives., "
            "link: enabling}",
            "Vans serves “My bread is of this night” by enabling others: Drives.",
        ),
        ("change: appoint, function: vans, accountable: driver", "Driver answers for Vans."),
        (
            "change: appoint, outcome: fresh, accountable: driver",
            "Driver answers for the outcome “My bread is of this night”.",
        ),
        (
            "change: appoint, handoff: out, accountable: driver",
            "Driver answers for the hand-off from Baking to Vans.",
        ),
        (
            "change: add-role, role: lead, title: Night Lead, function: baking",
            "Night Lead is a new role in Baking.",
        ),
        (
            "change: change-role, role: owner, purpose: Good bread, decides: [Prices]",
            "Owner changes: purpose “Good bread” and decisions.",
        ),
        ("change: move-role, role: driver, function: vans", "Driver moves to Vans."),
        ("change: retire-role, role: driver", "Driver ends."),
        (
            "change: change-measure, measure: late, baseline: 1200, target: 2.5",
            "Late loaves changes: baseline 1,200 and target 2.5.",
        ),
        (
            "change: reward, role: driver, rewarded_for: [{measure: late, weight: 40}]",
            "Driver is rewarded for Late loaves (40%).",
        ),
    ],
)
def test_a_change_is_told(change: str, sentence: str) -> None:
    assert told(change) == [sentence]


def test_a_function_is_called_as_it_is_called_by_then() -> None:
    assert told(
        "change: rename, function: vans, name: Routes",
        "change: move, function: vans, reports_to: baking",
    ) == ["Vans is now called Routes.", "Routes moves from Office to Baking."]


def test_what_is_not_there_yet_or_no_more_is_told_all_the_same() -> None:
    assert told(
        "change: move, function: night, reports_to: day",
        "change: merge, functions: [baking, vans], into: night, name: Night team",
        "change: add, function: day, name: Day team",
        "change: retire, function: vans",
    ) == [
        "Night team moves to Day team.",
        "Baking and Vans become one: Night team.",
        "Day team is added at the top.",
        "Vans ends.",
    ]


def test_changes_come_in_the_order_of_the_phases() -> None:
    organisation = bakery(
        "change: retire, function: vans, phase: autumn",
        "change: rename, function: vans, name: Routes, phase: spring",
    )
    design = organisation.designs["nights"]
    assert [step.at for step in replay_steps(organisation, design)] == [1, 0]


def test_a_change_that_cannot_be_made_says_why_and_the_rest_is_made() -> None:
    organisation = bakery(
        "change: retire, function: vans",
        "change: move, function: vans, reports_to: baking",
        "change: rename, function: baking, name: Ovens",
    )
    design = organisation.designs["nights"]
    reasons = [step.reason for step in replay_steps(organisation, design)]
    assert reasons == [
        "",
        'the function "vans" has been retired; refer to what there is then',
        "",
    ]


def test_before_the_first_phase_only_what_has_no_phase_is_made() -> None:
    organisation = bakery(
        "change: retire, function: vans, phase: spring",
        "change: rename, function: baking, name: Ovens",
    )
    early = organisation_after(organisation, organisation.designs["nights"], None)
    assert [one.name for one in early.functions.values()] == ["Office", "Ovens", "Vans"]

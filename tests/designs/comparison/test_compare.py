"""What differs between two organisations, in plain sentences."""

# ruff: noqa: E501 - a change and its sentence stand in one line

from __future__ import annotations

import pytest

from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import replay
from orgdesign.model import Organisation
from orgdesign.resources import folder
from orgdesign.yamlfile import read, read_file
from tests.designs.replay.test_replay import TODAY, after


def bakery(text: str = TODAY) -> Organisation:
    organisation = read((text + "      []\n").encode(), "bakery.yaml").organisation
    assert organisation
    return organisation


def told(*changes: str) -> list[tuple[str, str]]:
    """Return the differences that changes make, each as its kind and its sentence."""
    done = after(*changes)
    assert done.failures == ()
    found = compare(bakery(), done.organisation, done.lineage)
    return [(each.kind, each.sentence) for each in found]


def test_an_organisation_does_not_differ_from_itself() -> None:
    assert compare(bakery(), bakery()) == ()


@pytest.mark.parametrize(
    ("change", "kind", "sentence"),
    [
        ("add, function: shop, name: Shop, reports_to: office", "added", "Shop is new, under Office."),
        ("retire, function: vans", "removed", "Vans ends, with 4 people."),
        ("move, function: vans, reports_to: ovens", "moved", "Vans reports to Ovens, until now to Office."),
        ("move, function: ovens", "moved", "Ovens reports to nobody, until now to Baking."),
        ("rename, function: vans, name: Night vans", "renamed", "Vans is renamed Night vans."),
        ("merge, functions: [baking, ovens], into: hot, name: Hot", "merged", "Baking and Ovens become one: Hot."),
        ("split, function: ovens, into: {one: {name: One}, two: {name: Two}}", "split", "Ovens is split into One and Two; nothing more is said of 3 people."),
        ("split, function: ovens, into: {one: {name: One}, two: {name: Two, reports_to: vans}}", "split", "Ovens is split into One and Two (under Vans); nothing more is said of 3 people."),
        ("appoint, function: ovens, accountable: driver", "accountable", "Driver becomes accountable for Ovens, until now nobody."),
        ("align, function: ovens, alignment: {outcome: fresh, link: enabling}", "alignment", "Ovens serves “My bread is fresh” by enabling others, until now no outcome."),
        ("align, function: baking, alignment: {outcome: fresh, contribution: Bakes at three}", "alignment", "Baking contributes “Bakes at three”."),
        ("appoint, outcome: fresh, accountable: owner", "accountable", "Owner becomes accountable for “My bread is fresh”, until now Head Baker."),
        ("appoint, handoff: up, accountable: owner", "accountable", "Owner becomes accountable for the hand-off from Ovens to Baking, until now nobody."),
        ("add-role, role: lead, title: Lead", "added", "Lead is new."),
        ("change-role, role: driver, title: First Driver", "renamed", "The role “Driver” is called “First Driver”."),
        ("move-role, role: driver, function: ovens", "moved", "Driver belongs to Ovens, until now to Vans."),
        ("reward, role: driver, rewarded_for: [{measure: late, weight: 60}]", "changed", "Driver is rewarded for Late mornings (60%), until now for Short trays."),
        ("change-measure, measure: late, target: 3", "changed", "The target of Late mornings is 3, until now not given."),
    ],
)  # fmt: skip
def test_a_change_is_said_in_a_sentence(change: str, kind: str, sentence: str) -> None:
    assert (kind, sentence) in told(change)


def test_what_became_one_is_told_with_its_place_where_that_is_another_one() -> None:
    merged = "merge, functions: [ovens, baking], into: hot, name: Hot"
    assert ("merged", "Ovens and Baking become one: Hot.") in told(merged)
    moved = "move, function: hot, reports_to: vans"
    assert ("merged", "Ovens and Baking become one: Hot (under Vans).") in told(merged, moved)


def test_a_parent_that_is_merged_does_not_make_its_reports_move() -> None:
    found = told("merge, functions: [baking, vans], into: nights, name: Nights")
    assert [sentence for kind, sentence in found if kind == "moved"] == []


def test_a_split_tells_of_a_role_without_a_place_and_not_again_of_stages() -> None:
    found = told("split, function: vans, into: {day: {name: Day}, night: {name: Night}}")
    assert [sentence for _, sentence in found if "Driver belongs" in sentence] == [
        "Driver belongs to no function, until now to Vans."
    ]
    assert [sentence for _, sentence in found if "the customer meets" in sentence] == []


def test_two_files_are_compared_by_their_ids() -> None:
    found = compare(bakery(), bakery(TODAY.replace("vans", "shop").replace("Vans", "Shop")))
    assert [each.sentence for each in found if each.of == "function"] == [
        "Shop is new, under Office, with 4 people.",
        "Vans ends, with 4 people.",
    ]


def test_the_whole_design_of_northwind_is_told() -> None:
    today = read_file(folder("examples") / "northwind.yaml").organisation
    assert today
    done = replay(today, today.designs["outcome-led"])
    sentences = [each.sentence for each in compare(today, done.organisation, done.lineage)]
    assert "Fraud reports to Claims, until now to Finance." in sentences
    assert "Customer service and Complaints become one: Customer care." in sentences
    assert any(sentence.startswith("Broker relations ends, with ") for sentence in sentences)

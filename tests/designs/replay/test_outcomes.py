"""A design adds, changes and ends what the customer notices, and renames the organisation."""

# ruff: noqa: E501 - a file is read line by line

from __future__ import annotations

import pytest

from orgdesign.model import Organisation
from tests.designs.replay.test_replay import after


def then(*changes: str) -> Organisation:
    done = after(*changes)
    assert done.failures == ()
    return done.organisation


def test_an_outcome_comes_changes_and_ends() -> None:
    new = "add-outcome, outcome: warm, statement: My bread is warm, under: fresh"
    assert then(new).outcome.outcomes["fresh"].outcomes["warm"].statement == "My bread is warm"
    said = then(new, "change-outcome, outcome: warm, accountable: driver").outcome
    assert said.outcomes["fresh"].outcomes["warm"].accountable == "driver"
    ended = then(new, "retire-outcome, outcome: fresh, replaced_by: desired")
    assert list(ended.outcome.outcomes) == ["warm"]
    assert ended.functions["baking"].alignment.outcome == "desired"
    assert ended.functions["vans"].alignment.also == ()


def test_a_measure_comes_and_another_ends_in_its_favour() -> None:
    done = then(
        "add-measure, measure: returned, name: Trays sent back, kind: customer",
        "retire-measure, measure: short, replaced_by: returned",
    )
    assert done.functions["vans"].measures == ("late", "returned")
    assert done.roles["driver"].rewarded_for[0].measure == "returned"
    assert "short" not in done.measures


def test_a_hand_off_comes_changes_and_ends() -> None:
    new = "add-handoff, handoff: back, from: vans, to: office, passes: What came back"
    assert then(new).handoffs["back"].taker == "office"
    changed = then(new, "change-handoff, handoff: back, to: baking, accountable: driver")
    assert changed.handoffs["back"].taker == "baking"
    assert "back" not in then(new, "retire-handoff, handoff: back").handoffs


def test_a_stage_comes_before_another_and_one_ends() -> None:
    new = "add-stage, stage: tastes, name: Tastes, functions: [baking], before: receives"
    assert list(then(new).journey) == ["orders", "tastes", "receives"]
    done = then("retire-stage, stage: receives", "change-stage, stage: orders, name: Orders online")
    assert [stage.name for stage in done.journey.values()] == ["Orders online"]
    assert done.handoffs["out"].stage is None


def test_the_organisation_gets_another_name() -> None:
    assert then("rename-organization, name: Night Bread").name == "Night Bread"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("retire-outcome, outcome: desired", "the desired outcome cannot end; change what it says"),
        ("retire-outcome, outcome: fresh, replaced_by: fresh", "what serves it cannot serve an outcome that ends with it"),
        ("add-handoff, handoff: self, from: vans, to: vans", "Vans cannot hand over to itself"),
        ("retire-measure, measure: late, replaced_by: late", "a measure that ends cannot take its own place"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_cannot_be_made(change: str, reason: str) -> None:
    assert [each.reason for each in after(change).failures] == [reason]


def test_an_option_is_made_once_it_is_chosen_and_what_was_refused_is_not() -> None:
    option = "rename, function: vans, name: Carts, options: [carts]"
    refused = "rename, function: ovens, name: Fires, decision: {status: refused}"
    done = after(refused, option, design="options: {carts: {name: Carts}}\n")
    assert [each.name for each in done.organisation.functions.values()][2:] == ["Ovens", "Vans"]
    chosen = after(option, design="options: {carts: {name: Carts}}\nchosen: [carts]\n")
    assert chosen.organisation.functions["vans"].name == "Carts"


@pytest.mark.parametrize(
    ("ending", "naming"),
    [
        ("retire-measure, measure: late", "change-function, function: office, measures: [late]"),
        ("retire-measure, measure: late", "reward, role: owner, rewarded_for: [{measure: late}]"),
        ("retire-measure, measure: late", "add, function: shop, name: Shop, measures: [late]"),
        (
            "retire-measure, measure: late",
            "split, function: vans, into: {day: {name: Day, measures: [late]}, night: {name: Night}}",
        ),
        ("retire-outcome, outcome: fresh", "align, function: office, alignment: {outcome: fresh}"),
        (
            "retire-outcome, outcome: fresh",
            "align, function: office, alignment: {outcome: desired, also: [fresh]}",
        ),
        (
            "retire-outcome, outcome: fresh",
            "add-stage, stage: tastes, name: Tastes, outcome: fresh",
        ),
    ],
)
def test_what_has_ended_is_named_by_no_later_change(ending: str, naming: str) -> None:
    (failure,) = after(ending, naming).failures
    assert failure.at == 1
    assert failure.reason.endswith("has ended; refer to what there is then")

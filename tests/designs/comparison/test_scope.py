"""Whom a difference concerns."""

from __future__ import annotations

import pytest

from orgdesign.designs.comparison import compare
from orgdesign.designs.comparison.scope import DifferenceScope
from tests.designs.comparison.test_compare import bakery
from tests.designs.replay.test_replay import after

CASES = [
    ("rename, function: baking, name: Bread", "fresh", "head-baker"),
    ("rename, function: baking, name: Bread", "desired", "head-baker"),
    ("rename, function: vans, name: Fleet", "fresh", "driver"),
    ("appoint, function: baking, accountable: owner", "fresh", "owner"),
    ("appoint, function: baking, accountable: owner", "fresh", "head-baker"),
    ("appoint, outcome: fresh, accountable: owner", "fresh", "head-baker"),
    ("appoint, handoff: out, accountable: owner", "fresh", "owner"),
    ("change-role, role: head-baker, title: Baker", "fresh", "head-baker"),
    ("retire-role, role: driver", "desired", "driver"),
    ("change-measure, measure: late, name: Late days", "fresh", None),
]


@pytest.mark.parametrize(("change", "outcome", "role"), CASES)
def test_a_difference_concerns(change: str, outcome: str, role: str | None) -> None:
    then = after(change)
    assert then.failures == ()
    concern = DifferenceScope(bakery(), then.organisation)
    found = compare(bakery(), then.organisation, then.lineage)
    assert any(concern.concerns_outcome(each, outcome) for each in found)
    assert role is None or any(concern.concerns_role(each, role) for each in found)


@pytest.mark.parametrize(
    ("change", "outcome", "role"),
    [
        ("rename, function: office, name: Desk", "fresh", "driver"),
        ("change-role, role: owner, title: Boss", "fresh", "driver"),
        ("appoint, handoff: up, accountable: owner", "nowhere", "driver"),
    ],
)
def test_a_difference_does_not_concern(change: str, outcome: str, role: str) -> None:
    then = after(change)
    concern = DifferenceScope(bakery(), then.organisation)
    for each in compare(bakery(), then.organisation, then.lineage):
        assert not concern.concerns_outcome(each, outcome)
        assert not concern.concerns_role(each, role)

"""A change is decided about by those whose branch it touches."""

from __future__ import annotations

import pytest

from orgdesign.model import Organisation
from orgdesign.team.reviews.reviewers import WHOLE, branches_asked
from orgdesign.yamlfile import read

SHOP = """
organization: Shop
outcome: {statement: I get fresh bread}
functions:
  head: {name: Head}
  sales: {name: Sales, reports_to: head}
  till: {name: Till, reports_to: sales}
  web: {name: Web shop, reports_to: sales}
  baking: {name: Baking, reports_to: head}
  ovens: {name: Ovens, reports_to: baking, accountable: master}
roles:
  master: {title: Master baker}
  clerk: {title: Clerk, function: till}
measures:
  sold: {name: Loaves sold}
handoffs:
  bread: {from: ovens, to: till}
designs:
  d:
    name: D
    changes: [%s]
"""


def shop(change: str) -> Organisation:
    organisation = read((SHOP % change).encode(), "shop.yaml").organisation
    assert organisation
    return organisation


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ("{id: a, change: rename, function: till, name: Counter, owner: master}", ("sales",)),
        ("{id: a, change: move, function: till, reports_to: baking}", ("sales", "baking")),
        ("{id: a, change: move, function: till, reports_to: head}", ("sales",)),
        ("{id: a, change: add, function: cakes, name: Cakes, reports_to: ovens}", ("baking",)),
        (
            "{id: a, change: merge, functions: [till, ovens], into: new, name: New}",
            ("sales", "baking"),
        ),
        ("{id: a, change: change-role, role: clerk, purpose: Serves}", ("sales",)),
        ("{id: a, change: change-role, role: master, purpose: Bakes}", ("baking",)),
        ("{id: a, change: retire-handoff, handoff: bread, reason: They meet}", ("sales", "baking")),
        ("{id: a, change: rename, function: head, name: Top}", (WHOLE,)),
        ("{id: a, change: rename, function: web, name: Online}", ("web",)),
    ],
)
def test_those_are_asked_whose_branch_a_change_touches(change: str, asked: tuple[str, ...]):
    organisation = shop(change)
    branches = ["sales", "baking", "web"]

    found = branches_asked(organisation, organisation.designs["d"], branches)

    assert found == {"a": asked}


def test_a_later_change_is_asked_about_where_it_stands_then():
    organisation = shop(
        "{id: a, change: move, function: till, reports_to: baking},"
        " {id: b, change: rename, function: till, name: Counter}"
    )

    found = branches_asked(organisation, organisation.designs["d"], ["sales", "baking"])

    assert found == {"a": ("sales", "baking"), "b": ("baking",)}

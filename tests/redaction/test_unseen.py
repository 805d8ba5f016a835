"""What somebody does not see is not told as missing: on charts, in scores, in findings."""

from __future__ import annotations

from orgdesign.charts.after import after
from orgdesign.charts.before import before
from orgdesign.charts.journey import journey
from orgdesign.diagnosis.quicksand import Quicksand
from orgdesign.model import Organisation
from orgdesign.redaction import FACT_KINDS, Scope, Sight, partial_file
from orgdesign.yamlfile import read

FILE = """organization: Shop
outcome:
  statement: I get fresh bread
  accountable: head
  measures: [wait]
  outcomes: {warm: {statement: It is warm}}
functions:
  head: {name: Head, accountable: head}
  sales: {name: Sales, reports_to: head, accountable: seller}
  till: {name: Till, reports_to: sales, accountable: head}
  baking: {name: Baking, reports_to: head}
roles:
  head: {title: Head of all, holder: Ada, purpose: To lead, function: head}
  seller: {title: Seller, function: sales, rewarded_for: [{measure: wait}]}
measures: {wait: {name: Wait, baseline: 5, target: 1, better: lower, kind: customer}}
journey:
  order: {name: Orders, functions: [baking]}
  pay: {name: Pays, functions: [till]}
handoffs:
  due: {from: sales, to: till, accountable: head}
"""


def seen(sight: Sight) -> Organisation:
    organisation = read(partial_file(read(FILE.encode(), "f"), sight), "f").organisation
    assert organisation
    return organisation


IN_SALES = Sight((Scope(branch="sales"),))
WITHOUT_MEASURES = Sight((Scope(frozenset(FACT_KINDS) - {"measures"}),))


def test_an_outcome_whose_role_is_hidden_looks_like_one_that_has_none():
    boxes = {box.subject: box for box in after(seen(IN_SALES)).boxes}
    assert boxes["desired"].gaps == boxes["warm"].gaps == ()
    assert not boxes["desired"].lacks_role


def test_who_sees_everything_is_told_what_is_missing():
    boxes = {box.subject: box for box in after(seen(Sight((Scope(),)))).boxes}
    assert boxes["warm"].lacks_role
    assert not boxes["desired"].lacks_role


def test_a_role_of_elsewhere_that_answers_for_a_branch_is_known_by_its_title_alone():
    organisation = seen(IN_SALES)
    role = organisation.roles["head"]
    assert (role.title, role.holders, role.purpose, role.function) == (
        "Head of all",
        (),
        None,
        None,
    )
    boxes = {box.subject: box for box in before(organisation).boxes}
    assert boxes["till"].role == "Head of all"
    assert organisation.handoffs["due"].accountable == "head"


def test_a_stage_that_others_serve_is_not_told_as_unserved():
    stages = {box.subject: box for box in journey(seen(IN_SALES)).stages}
    assert stages["order"].gaps == ()


def test_scores_count_nothing_that_is_hidden_as_missing():
    whole = Quicksand(seen(WITHOUT_MEASURES)).whole
    assert whole["metrics"].needed_count == 0
    in_sales = Quicksand(seen(IN_SALES)).whole
    assert all(item.covered for item in in_sales["mechanics"].items)

"""Who reports to whom, where a seat is, and what reaches a role: each has one answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.model import Function, Organisation, Outcome, PartReference, Role
from tests.organisations import organisation

LINES = {
    "top": Function("top", "Executive", accountable="chief"),
    "security": Function("security", "Security", reports_to="top", accountable="cso"),
    "claims": Function("claims", "Claims", reports_to="top", accountable="head-of-claims"),
    "fraud": Function("fraud", "Fraud", reports_to="security", accountable="investigator"),
}
ROLES = ("chief", "cso", "head-of-claims", "investigator", "analyst")


def insurer(**roles: Role) -> Organisation:
    every = {id_: Role(id_, id_.title()) for id_ in ROLES} | roles
    return Organisation("Insurer", Outcome("desired", "Paid"), LINES, every)


def manager(whole: Organisation, role: str) -> str | None:
    above = whole.index.manager_of(whole.roles[role])
    return above.id if above else None


def test_who_heads_a_function_reports_to_who_heads_the_one_above_it():
    assert manager(insurer(), "cso") == "chief"


def test_who_belongs_to_a_function_reports_to_its_head():
    assert manager(insurer(analyst=Role("analyst", "A", function="fraud")), "analyst") == (
        "investigator"
    )


def test_who_heads_a_function_sits_there_and_not_where_it_belongs():
    of_claims = insurer(investigator=Role("investigator", "I", function="claims"))
    assert manager(of_claims, "investigator") == "cso"
    home = of_claims.index.home_function(of_claims.roles["investigator"])
    assert home == LINES["fraud"]


def test_who_heads_several_functions_sits_at_the_highest():
    whole = replace(
        insurer(),
        functions=LINES | {"claims": replace(LINES["claims"], accountable="investigator")},
    )
    assert manager(whole, "investigator") == "chief"


def test_what_the_file_says_of_a_role_comes_first():
    own = insurer(cso=Role("cso", "CSO", reports_to="head-of-claims"))
    assert manager(own, "cso") == "head-of-claims"
    assert [each.id for each in own.index.reports_of(own.roles["head-of-claims"])] == ["cso"]


def test_nobody_reports_to_somebody_below():
    turned = insurer(chief=Role("chief", "Chief", reports_to="cso"))
    assert (manager(turned, "chief"), manager(turned, "cso")) == ("cso", None)


def test_a_function_without_a_head_is_passed_over():
    whole = replace(
        insurer(), functions=LINES | {"security": replace(LINES["security"], accountable=None)}
    )
    assert manager(whole, "investigator") == "chief"


def test_outcomes_reach_a_role_through_its_functions():
    whole = organisation()
    assert whole.index.outcomes_of(whole.roles["claims-director"]) == ["settled"]


def test_measures_know_where_they_are_used():
    assert organisation().index.measure_users["days"] == [PartReference("outcome", "desired")]


def test_a_changed_organisation_has_relations_of_its_own():
    before = insurer()
    assert manager(before, "cso") == "chief"
    after = replace(before, functions=LINES | {"top": replace(LINES["top"], accountable=None)})
    assert manager(after, "cso") is None


NAMES = st.sampled_from(["a", "b", "c", "d", "e"])
PARTS = st.fixed_dictionaries({}, optional=dict.fromkeys("abcde", st.none() | NAMES))


@given(above=PARTS, heads=PARTS, belongs=PARTS)
def test_lines_of_roles_never_go_in_a_circle(above, heads, belongs):
    functions = {
        id_: Function(id_, id_, above.get(id_) if (above.get(id_) or "") < id_ else None)
        for id_ in "abcde"
    }
    functions = {id_: replace(one, accountable=heads.get(id_)) for id_, one in functions.items()}
    roles = {id_: Role(id_, id_, function=belongs.get(id_)) for id_ in "abcde"}
    whole = Organisation("O", Outcome("desired", "D"), functions, roles)
    for role in "abcde":
        seen, at = {role}, manager(whole, role)
        while at:
            assert at not in seen
            seen.add(at)
            at = manager(whole, at)


@pytest.mark.parametrize("function", LINES)
def test_a_branch_is_a_function_and_all_under_it(function: str):
    expected = {"top": list(LINES), "security": ["security", "fraud"]}
    below = insurer().index.branch(function)
    assert sorted(below) == sorted(expected.get(function, [function]))

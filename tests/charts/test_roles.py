"""The chart of roles: who reports to whom, who assists, which seats are empty."""

from dataclasses import replace

from orgdesign.charts import SideLine, before, focus, roles
from orgdesign.charts.roles import initials
from orgdesign.model import Function, Role
from orgdesign.model.structure import DottedLine
from tests.organisations import CLAIMS, EXECUTIVE, organisation

BASE = organisation([EXECUTIVE, CLAIMS])


def with_roles(*some: Role):
    return replace(BASE, roles={role.id: role for role in some})


BOSS = Role("boss", "Chief", holders=("Ana Souza",))
AIDE = Role("aide", "Aide", reports_to="boss", assistant=True)
LEAD = Role(
    "lead", "Lead", reports_to="boss", vacant=True, dotted_to=(DottedLine("aide", "diary"),)
)
SEATS = with_roles(BOSS, AIDE, LEAD)


def test_roles_hang_from_whom_they_report_to():
    drawn = {box.subject: box for box in roles(SEATS).boxes}
    assert drawn["boss"].parent is None
    assert (drawn["aide"].parent, drawn["aide"].is_assistant) == ("role-boss", True)
    assert drawn["lead"].is_vacant


def test_a_role_that_names_nobody_reports_to_who_answers_for_the_function_above():
    drawn = {box.subject: box.parent for box in roles(BASE).boxes}
    assert any(parent and parent.startswith("role-") for parent in drawn.values())
    assert {box.subject for box in roles(BASE).boxes} >= set(BASE.roles)


def test_holders_are_told_only_where_they_are_asked_for():
    assert not any(box.holders for box in roles(SEATS).boxes)
    assert roles(SEATS, with_holders=True).boxes[0].holders == ("Ana Souza",)


def test_several_roles_at_the_top_hang_from_the_organisation():
    drawn = roles(with_roles(BOSS, Role("chair", "Chair"))).boxes
    assert [box.parent for box in drawn] == [None, "organisation", "organisation"]


def test_no_role_is_lost_where_two_report_to_each_other():
    circle = with_roles(Role("a", "A", reports_to="b"), Role("b", "B", reports_to="a"))
    assert {box.subject for box in roles(circle).boxes} >= {"a", "b"}


def test_an_organisation_without_roles_says_so():
    assert roles(with_roles()).boxes[0].text == "No roles yet"


def test_dotted_lines_stay_while_both_ends_are_shown():
    assert roles(SEATS).sides == (SideLine("role-lead", "role-aide", "diary"),)
    assert focus(roles(SEATS), "role-lead").sides == ()


def test_functions_have_dotted_lines_too():
    desk = Function("desk", "Desk", reports_to="claims", dotted_to=(DottedLine("executive"),))
    chart = before(organisation([EXECUTIVE, CLAIMS, desk]))
    assert chart.sides == (SideLine("function-desk", "function-executive"),)


def test_initials_are_of_the_first_and_the_last_part():
    assert [initials(name) for name in ("Ana Maria Souza", "Cher", "李 伟", "42")] == [
        "AS",
        "C",
        "李伟",
        "",
    ]

"""The table of roles: found, sorted, edited in place, many at once; and aligning one by one."""

import re
from urllib.parse import urlencode

import pytest

from tests.web.exporting.conftest import Desk


@pytest.fixture
def table(desk: Desk) -> str:
    return f"{desk.site.address}/role-table"


def shown(desk: Desk, table: str, **said: str) -> str:
    return desk.site.get(f"{table}?{urlencode(said)}").text


def titles(html: str) -> list[str]:
    return re.findall(r'aria-label="Title of ([^"]*)"', html)


def base(html: str) -> str:
    found = re.search(r'name="base" value="([^"]*)"', html)
    assert found
    return found[1]


def test_roles_are_found_in_any_text_and_sorted(desk: Desk, table: str):
    assert titles(shown(desk, table)) == ["Owner", "Clerk"]
    assert titles(shown(desk, table, q="clerk")) == ["Clerk"]
    assert titles(shown(desk, table, sort="title")) == ["Clerk", "Owner"]
    assert titles(shown(desk, table, sort="-title")) == ["Owner", "Clerk"]
    assert "No role is so." in shown(desk, table, q="no such text")


def test_several_roles_are_edited_in_one_step(desk: Desk, table: str):
    html = shown(desk, table)
    owner, clerk = desk.key("role", "owner"), desk.key("role", "clerk")
    said = {
        "base": base(html),
        f"was-title-{owner}": "Owner",
        f"title-{owner}": "Head baker",
        f"was-purpose-{clerk}": "",
        f"purpose-{clerk}": "Every bill is right",
    }
    assert desk.site.post(table, said).status_code == 303
    assert "title: Head baker" in desk.text
    assert "purpose: Every bill is right" in desk.text


def test_many_roles_get_the_same_measure_and_status(desk: Desk, table: str):
    keys = [desk.key("role", each) for each in ("owner", "clerk")]
    measure = desk.key("measure", "sold-out")
    said = {"base": base(shown(desk, table)), "role": keys, "measured": measure,
            "status": "agreed", "many": "1"}  # fmt: skip
    assert desk.site.post(table, said).status_code == 303
    assert desk.text.count("status: agreed") == 2
    assert desk.text.count("measured_by: [sold-out]") >= 1


def test_nothing_ticked_says_what_to_do(desk: Desk, table: str):
    said = {"base": base(shown(desk, table)), "many": "1"}
    answer = desk.site.post(table, said)
    assert answer.status_code == 422
    assert "Tick the roles first" in answer.text


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(desk: Desk, table: str):
    html, owner = shown(desk, table), desk.key("role", "owner")
    desk.write(desk.text.replace("title: Owner", "title: Landlady"))
    said = {"base": base(html), f"was-title-{owner}": "Owner", f"title-{owner}": "Head baker"}
    answer = desk.site.post(table, said)
    assert answer.status_code == 409
    assert 'value="Head baker"' in answer.text
    assert "Landlady" in desk.text


def test_an_empty_form_changes_nothing(desk: Desk, table: str):
    before = desk.text
    assert desk.site.post(table, {}).status_code == 303
    assert desk.text == before


def test_next_role_goes_from_one_that_says_nothing_to_the_next(desk: Desk):
    answer = desk.site.get(f"{desk.site.address}/next-role")
    assert answer.status_code == 303
    assert answer.location.endswith(f"/roles/{desk.key('role', 'clerk')}")
    after = desk.site.get(f"{desk.site.address}/next-role?after={desk.key('role', 'clerk')}")
    assert after.location.endswith("/roles")


def test_a_role_is_aligned_beside_what_its_function_is_for(desk: Desk):
    clerk = desk.key("role", "clerk")
    address = f"{desk.site.address}/roles/{clerk}"
    html = desk.site.get(address).text
    assert "Align this role" in html
    assert "It is rewarded for nothing that the file says." in html
    said = {"base": base(html), "purpose": "Customers get a bill they understand", "next": "1"}
    assert desk.site.post(f"{address}/align", said).status_code == 303
    assert "purpose: Customers get a bill they understand" in desk.text


def test_aligning_a_role_that_is_gone_loses_nothing(desk: Desk):
    answer = desk.site.post(f"{desk.site.address}/roles/nobody/align", {"purpose": "x"})
    assert answer.status_code == 404


def test_aligning_gives_the_function_an_outcome_and_the_role_a_customer_reward(desk: Desk):
    text = desk.text.replace("  clerk: {", "  clerk: {rewarded_for: [{measure: surplus}], ")
    surplus = "measures:\n  surplus: {name: Surplus, kind: company}\n"
    desk.write(text.replace("\nmeasures:\n", f"\n{surplus}"))
    html = desk.site.get(f"{desk.site.address}/roles/{desk.key('role', 'clerk')}").text
    assert "No longer rewarded for" in html
    said = {
        "base": base(html),
        "outcome": desk.key("outcome", "quick"),
        "contribution": "Bills that are right",
        "unpaid": desk.key("measure", "surplus"),
    }
    address = f"{desk.site.address}/roles/{desk.key('role', 'clerk')}/align"
    assert desk.site.post(address, said).status_code == 303
    assert "Bills that are right" in desk.text
    assert "rewarded_for: [{measure: surplus}]" not in desk.text


def test_an_attribute_has_a_column_where_it_is_asked_for_and_is_edited_there(
    desk: Desk, table: str
):
    desk.write(desk.text.replace("{title: Owner,", "{title: Owner, attributes: {grade: A}, "))
    html = shown(desk, table, more="grade")
    owner = desk.key("role", "owner")
    assert 'value="A"' in html
    said = {"base": base(html), f"was-attribute:grade-{owner}": "A",
            f"attribute:grade-{owner}": "B"}  # fmt: skip
    assert desk.site.post(f"{table}?more=grade", said).status_code == 303
    assert "grade: B" in desk.text

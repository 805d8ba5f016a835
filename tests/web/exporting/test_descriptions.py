"""Role descriptions to read, and first those that say nothing about the customer."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlencode

from tests.web.exporting.conftest import Desk


def page(desk: Desk, **said: object) -> str:
    return desk.site.get(f"{desk.site.address}/roles?{urlencode(said)}").text


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def listed(html: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'class="role-title"[^>]*>(.*?)</a>', html)]


def one(desk: Desk, role: str, **said: object) -> str:
    address = f"{desk.site.address}/roles/{desk.key('role', role)}?{urlencode(said)}"
    return desk.site.get(address).text


def test_those_that_say_nothing_come_first(desk: Desk):
    html = page(desk)
    assert listed(html) == ["Clerk", "Owner"]
    assert "1 of 2 says nothing about the customer." in plain(html)


def test_it_is_said_what_is_missing_and_where_it_is_mended(desk: Desk):
    html = page(desk)
    said = re.search(r'<ul class="missing-customer">.*?</ul>', html, re.DOTALL)
    assert said
    assert plain(said[0]) == (
        "Bookkeeping serves no customer outcome yet. Say what Bookkeeping serves "
        "Nothing that it is measured by or rewarded for is about the customer. "
        "Choose its measures"
    )
    books = f"{desk.site.address}/parts/functions/{desk.key('function', 'books')}"
    assert desk.site.follow(html, "Say what Bookkeeping serves") == books
    clerk = f"{desk.site.address}/parts/roles/{desk.key('role', 'clerk')}"
    assert desk.site.follow(html, "Choose its measures") == clerk


def test_a_role_without_a_function_is_told_so(desk: Desk):
    desk.write(desk.text.replace(", function: books}", "}"))
    assert "It belongs to no function, and answers for none." in page(desk)


def test_only_those_are_shown_on_demand(desk: Desk):
    assert listed(page(desk, silent="1")) == ["Clerk"]


def test_roles_are_found_by_title_function_and_holder(desk: Desk):
    found = [listed(page(desk, q=words)) for words in ("clerk", "bookkeep", "sato", "nobody")]
    assert found == [["Clerk"], ["Clerk"], ["Owner"], []]
    assert "No role is called so." in page(desk, q="nobody")
    assert "No role is called so among them." in page(desk, q="owner", silent="1")


def test_all_that_speak_of_the_customer_is_said(desk: Desk):
    desk.write(
        desk.text.replace(
            "    reports_to: baking\n    headcount: 1\n",
            """\
    reports_to: baking
    alignment: {outcome: quick}
""",
        )
    )
    assert "All 2 say what the customer gets." in page(desk)
    assert "None says nothing about the customer." in page(desk, silent="1")


def test_a_description_opens_with_the_customer(desk: Desk):
    html = one(desk, "owner")
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", html)
    assert headings[0] == "The customer outcome it serves"
    assert "What the customer gets" in html or "answers for the outcome" in html
    assert "J. Sato" in html


def test_a_description_tells_before_and_after(desk: Desk):
    html = one(desk, "owner", structure=desk.design)
    assert re.findall(r'<p class="then">(.*?)</p>', html)[:2] == [
        "Today only",
        "One shop for the street",
    ]


def test_whole_texts_are_read_one_after_another(desk: Desk):
    html = page(desk, whole="1")
    assert re.findall(r'<h3 id="role-\w+"><a[^>]*>(.*?)</a>', html) == ["Clerk", "Owner"]
    assert html.count('<h4 dir="auto">The customer outcome it serves</h4>') == 2


def test_a_description_is_downloaded_from_its_page(desk: Desk):
    html = one(desk, "owner")
    form = re.search(r'<form class="downloads".*?</form>', html, re.DOTALL)
    assert form
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form[0]))
    answer = desk.send({**fields, "ending": "md"})
    assert answer.text.startswith("# Owner")
    assert "Sato" not in answer.text
    assert "Sato" in desk.send({**fields, "ending": "md", "with": ["measures", "holders"]}).text


def test_an_advertisement_is_downloaded_from_its_page(desk: Desk):
    answer = desk.make("advertisement", "md", role=desk.key("role", "owner"))
    said = answer.headers["Content-Disposition"]
    assert "Harbour-Bakery-Owner-advertisement.md" in said


def test_many_roles_come_page_by_page(desk: Desk):
    roles = "".join(f"  r{at}: {{title: Role {at}}}\n" for at in range(250))
    desk.write(desk.text.replace("measures:\n  sold-out:", f"{roles}measures:\n  sold-out:"))
    first = page(desk)
    assert "1 to 100 of 252" in first
    assert "251 of 252 say nothing about the customer." in plain(first)
    last = desk.site.get(desk.site.follow(first, "Those after").replace("page=2", "page=3")).text
    assert listed(last)[-1] == "Owner"
    assert "Those before" in last


def test_roles_of_a_design_are_mended_in_the_design(desk: Desk):
    added = "{change: add-role, role: greeter, title: Greeter, phase: autumn}"
    desk.write(f"{desk.text}      - {added}\n")
    html = page(desk, structure=desk.design, q="greeter")
    assert listed(html) == ["Greeter"]
    assert desk.site.follow(html, "Choose its measures") == (
        f"{desk.site.address}/designs/{desk.key('design', 'street')}"
    )


def test_a_role_that_is_gone_is_not_found(desk: Desk):
    answer = desk.site.get(f"{desk.site.address}/roles/0123")
    assert (answer.status_code, "no longer in the file" in answer.text) == (404, True)


def test_a_structure_that_is_gone_is_told(desk: Desk):
    gone = "This structure is no longer in the file. What you see is today."
    assert gone in page(desk, structure="0123")
    assert gone in one(desk, "owner", structure="0123")


def test_a_file_without_roles_says_so(desk: Desk):
    desk.write("organization: New\noutcome: {statement: It works}\n")
    assert "There is no role in the file yet." in page(desk)


def test_a_file_that_never_was_read_leads_to_its_problems(desk: Desk):
    desk.write("organization: [")
    for rest in ("", "/0123"):
        answer = desk.site.get(f"{desk.site.address}/roles{rest}")
        assert (answer.status_code, answer.location) == (303, desk.site.address)


def test_an_open_page_asks_for_what_is_new(desk: Desk):
    version = re.search(r'name="version" value="(\w+)"', page(desk))
    assert version
    asked = f"{desk.site.address}/roles?version={version[1]}"
    assert desk.site.get(asked).status_code == 204
    desk.write(desk.text.replace("title: Clerk", "title: Accountant"))
    assert listed(desk.site.get(asked).text) == ["Accountant", "Owner"]


def test_the_form_and_the_panel_of_a_role_lead_to_its_description(desk: Desk):
    owner = f"{desk.site.address}/roles/{desk.key('role', 'owner')}"
    form = desk.site.get(f"{desk.site.address}/parts/roles/{desk.key('role', 'owner')}").text
    assert desk.site.follow(form, "Its role description") == owner
    box = desk.key("box", "function-baking")
    panel = desk.site.get(f"{desk.site.address}?structure=today&box={box}").text
    assert desk.site.follow(panel, "Its role description") == owner

"""What changes for each role and each function, before and after."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.designs.conftest import Drawing


def listed(html: str) -> list[str]:
    """Who is listed, and what is said of each."""
    items = re.findall(r'<li><a href="[^"]*/for/[^"]*">(.*?)</li>', html, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", each)).split()) for each in items]


GOES, COMES = "\N{MINUS SIGN} No longer:", "+ New:"
"""The marks of a line that is in one of two answers only."""


def answers(html: str, asked: str) -> list[str]:
    """The answers to a question, before and after."""
    row = re.search(rf'<th scope="row">{asked}.*?</th>(.*?)</tr>', html, re.DOTALL)
    assert row, html
    cells = re.findall(r"<td>(.*?)</td>", row[1], re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", each)).split()) for each in cells]


def sheet(drawing: Drawing, name: str, query: str = "") -> str:
    page = drawing.page(f"/for{query}")
    return drawing.site.get(drawing.site.follow(page, name)).text


def test_those_are_listed_for_whom_something_changes(drawing: Drawing):
    assert listed(drawing.page("/for")) == [
        "Owner 1 change",
        "Baking 1 change",
        "Counter 1 change".replace("Counter", "Shop"),
        "Bookkeeping ends",
    ]


def test_a_phase_can_be_looked_at(drawing: Drawing):
    found = sheet(drawing, "Bookkeeping", f"?phase={drawing.phase('spring')}")
    assert answers(found, "Reports to") == [f"{GOES} Baking (Owner)", f"{COMES} Shop (Owner)"]


def test_the_list_is_searched(drawing: Drawing):
    assert listed(drawing.page("/for?q=book")) == ["Bookkeeping ends"]


def test_a_search_that_finds_nothing_says_so(drawing: Drawing):
    assert "None is called so, or nothing changes for it." in drawing.page("/for?q=pastry")


def test_a_role_hears_what_it_is_accountable_for(drawing: Drawing):
    before, after = answers(sheet(drawing, "Owner"), "Accountable for")
    assert ("Counter" in before, "Counter" in after, "Shop" in after) == (True, False, True)


def test_a_function_that_ends_has_nothing_afterwards(drawing: Drawing):
    found = sheet(drawing, "Bookkeeping")
    assert "Bookkeeping ends." in found
    assert answers(found, "Reports to") == ["Baking (Owner)", ""]


def test_every_sheet_can_be_printed(drawing: Drawing):
    page = drawing.page("/for/print")
    assert re.findall(r'<h2 id="for-\w+">(.*?)</h2>', page) == [
        "Owner",
        "Baking",
        "Shop",
        "Bookkeeping",
    ]


def test_someone_who_is_not_there_is_not_found(drawing: Drawing):
    assert drawing.site.get(f"{drawing.at}/for/0123").status_code == 404


def test_merged_functions_are_told_as_one(drawing: Drawing):
    path = drawing.site.path
    merge = "{change: merge, functions: [counter, books], into: front, name: Front, phase: autumn}"
    text = path.read_text(encoding="utf-8")
    retire = "{change: retire, function: books, phase: autumn}"
    path.write_text(text.replace(retire, merge), encoding="utf-8")
    found = sheet(drawing, "Front")
    assert "Front comes from Counter and Bookkeeping." in found
    lost = f"{GOES} Counter: 3 {GOES} Bookkeeping: 1"
    assert answers(found, "People") == [lost, f"{COMES} 4"]


@pytest.mark.parametrize("with_place", ["Counter", "Bookkeeping"])
def test_what_only_some_of_the_merged_say_is_told_of_them(drawing: Drawing, with_place: str):
    path = drawing.site.path
    merge = "{change: merge, functions: [counter, books], into: front, name: Front, phase: autumn}"
    text = path.read_text(encoding="utf-8")
    retire = "{change: retire, function: books, phase: autumn}"
    name = f"name: {with_place}"
    place = f"{name}\n    attributes: {{place: Harbour}}"
    path.write_text(text.replace(retire, merge).replace(name, place, 1), encoding="utf-8")
    lost = f"{GOES} {with_place}: Harbour"
    assert answers(sheet(drawing, "Front"), "Place") == [lost, f"{COMES} Harbour"]


def test_what_was_merged_leads_to_what_it_becomes(drawing: Drawing):
    path = drawing.site.path
    merge = "{change: merge, functions: [counter, books], into: front, name: Front, phase: autumn}"
    text = path.read_text(encoding="utf-8")
    retire = "{change: retire, function: books, phase: autumn}"
    path.write_text(text.replace(retire, merge), encoding="utf-8")
    assert "<h1>Front</h1>" in drawing.page(f"/for/{drawing.key('function', 'books')}")


def test_an_open_sheet_asks_for_what_is_new(drawing: Drawing):
    page = drawing.page("/for")
    version = re.search(r'name="version" value="(\w+)"', page)
    assert version
    asked = f"{drawing.at}/for?version={version[1]}"
    assert drawing.site.get(asked).status_code == 204
    text = drawing.site.path.read_text(encoding="utf-8")
    drawing.site.path.write_text(text.replace("name: Shop", "name: Store"), encoding="utf-8")
    assert "Store 1 change" in listed(drawing.site.get(asked).text)

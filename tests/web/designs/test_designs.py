"""Designs are started, put in order, phased and removed; each step can be undone."""

from __future__ import annotations

import pytest

from tests.web.conftest import BAKERY, Sheet, Site
from tests.web.designs.conftest import DESIGN, Drawing


def start(site: Site, **typed: str) -> str:
    html = site.get(f"{site.address}/designs").text
    form = html[html.index('<form id="start-form"') :].partition("</form>")[0]
    answer = site.post(Sheet(form).address, Sheet(form).said(**typed))
    return str(answer.location)


def test_a_design_is_started_by_its_name(site: Site) -> None:
    address = start(site, name="Outcome-led structure")
    assert site.path.read_text(encoding="utf-8") == (
        BAKERY + "designs:\n  outcome-led-structure:\n    name: Outcome-led structure\n"
    )
    assert "<h1>Outcome-led structure</h1>" in site.get(address).text


def test_the_first_change_of_a_design_opens_its_list(site: Site) -> None:
    address = start(site, name="Second try")
    drawing = Drawing(site)
    sheet = drawing.sheet(address.partition("#")[0] + "/changes/new?change=retire")
    assert drawing.send(sheet.address, sheet.said(function="books")) == []
    assert drawing.text == (
        "designs:\n  second-try:\n    name: Second try\n"
        "    changes:\n      - change: retire\n        function: books\n"
    )


def test_a_design_can_start_as_a_copy(drawing: Drawing) -> None:
    start(drawing.site, name="Another", like=drawing.key("design", "street"))
    assert drawing.text.startswith(f"{DESIGN}  another:\n    name: Another\n")
    assert drawing.text.count("change: rename") == 2


def test_a_design_needs_a_name(drawing: Drawing) -> None:
    sheet = drawing.sheet(drawing.list, "start-form")
    assert drawing.send(sheet.address, sheet.said(name="  ")) == [
        "422",
        "Write what the design is called.",
    ]


def test_a_design_is_renamed_in_its_line(drawing: Drawing) -> None:
    sheet = drawing.sheet(drawing.at, "name-form")
    assert drawing.send(sheet.address, sheet.said(name="One street, one shop")) == []
    assert drawing.text == DESIGN.replace(
        "name: One shop for the street", "name: One street, one shop"
    )


def test_a_design_is_removed_and_undo_brings_it_back(drawing: Drawing) -> None:
    page = drawing.page("/remove")
    form = page[page.index('<form class="form"') :].partition("</form>")[0]
    assert drawing.send(Sheet(form).address, Sheet(form).said()) == []
    assert "street" not in drawing.text
    html = drawing.site.get(drawing.list).text
    undo = html[html.index('action="' + drawing.list + "/way") - 40 :].partition("</form>")[0]
    assert drawing.send(Sheet(undo).address, {**Sheet(undo).said(), "way": "undo"}) == []
    assert drawing.text == DESIGN


def test_changes_are_read_as_sentences_in_the_order_in_which_they_are_made(
    drawing: Drawing,
) -> None:
    assert drawing.lines() == [
        "Bookkeeping moves from Baking to Counter.",
        "Counter is now called Shop.",
        "Bookkeeping ends; nothing more is said of 1 person and a cost of 30,000 a year.",
    ]


def test_a_change_moves_down_with_its_comment(drawing: Drawing) -> None:
    drawing.way("Later: Bookkeeping moves from Baking to Counter.")
    assert drawing.lines()[:2] == [
        "Counter is now called Shop.",
        "Bookkeeping moves from Baking to Shop.",
    ]
    assert drawing.text.index("function: counter") < drawing.text.index("# Bookkeeping hears")


def test_a_change_in_another_phase_is_made_with_it(drawing: Drawing) -> None:
    sentence = "Counter is now called Shop."
    drawing.way(f"Put into this phase: {sentence}", {"phase": drawing.phase("autumn")})
    assert drawing.lines() == [
        "Bookkeeping moves from Baking to Counter.",
        sentence,
        "Bookkeeping ends; nothing more is said of 1 person and a cost of 30,000 a year.",
    ]
    assert "function: counter, name: Shop, phase: autumn" in drawing.text


def test_a_change_that_fails_in_its_new_place_is_shown_with_the_reason(drawing: Drawing) -> None:
    sentence = "Bookkeeping ends; nothing more is said of 1 person and a cost of 30,000 a year."
    drawing.way(f"Put into this phase: {sentence}", {"phase": ""})
    assert "The function &#34;books&#34; has been retired" in drawing.page()
    assert "1 change cannot be made" in drawing.site.get(drawing.list).text


def test_a_change_that_others_rest_on_is_not_removed(drawing: Drawing) -> None:
    drawing.new("add", name="Nights", reports_to="baking", phase="spring")
    drawing.new("move", function="counter", reports_to="nights", phase="spring")
    before = drawing.text
    html = drawing.page()
    form = html[: html.index('aria-label="Remove: Nights is added')].rpartition("<form")[2]
    answer = drawing.site.post(Sheet("<form" + form).address, {})
    assert answer.status_code == 422
    assert "no function is called &#34;nights&#34;" in answer.text
    assert drawing.text == before


def test_a_phase_is_added_after_the_others(drawing: Drawing) -> None:
    sheet = drawing.sheet(drawing.at, "phase-form")
    assert drawing.send(sheet.address, sheet.said(name="Year two", ends="2027-12-31")) == []
    assert "      autumn: {name: Autumn}\n      year-two: {name: Year two" in drawing.text


def test_a_phase_gets_a_date(drawing: Drawing) -> None:
    address = f"{drawing.at}/phases/{drawing.phase('autumn')}"
    sheet = drawing.sheet(address, "phase-form")
    assert drawing.send(sheet.address, sheet.said(starts="After the harvest")) == []
    assert "autumn: {name: Autumn, starts: After the harvest}" in drawing.text


@pytest.mark.parametrize(
    ("phase", "words"), [("autumn", "Earlier: Autumn"), ("spring", "Later: Spring")]
)
def test_phases_change_places(drawing: Drawing, phase: str, words: str) -> None:
    drawing.way(words)
    assert drawing.text.index("autumn: {") < drawing.text.index("spring: {")


def test_the_changes_of_a_phase_that_goes_belong_to_another(drawing: Drawing) -> None:
    page = drawing.page(f"/phases/{drawing.phase('spring')}")
    form = page[page.index('<form class="form" method') :].partition("</form>")[0]
    said = {**Sheet(form).said(), "instead": drawing.phase("autumn")}
    assert drawing.send(Sheet(form).address, said) == []
    assert "spring" not in drawing.text
    assert drawing.text.count("phase: autumn") == 3


def test_an_address_of_nothing_says_so(drawing: Drawing) -> None:
    assert drawing.site.get(f"{drawing.list}/0123").status_code == 404
    assert drawing.site.get(f"{drawing.at}/changes/0123").status_code == 404
    assert drawing.site.get(f"{drawing.at}/phases/0123").status_code == 404
    assert drawing.site.get(f"{drawing.at}/changes/new?change=dance").status_code == 404


def test_a_change_that_cannot_be_made_is_a_finding_that_leads_to_its_design(
    drawing: Drawing,
) -> None:
    path = drawing.site.path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("function: books, phase: autumn", "function: books"), "utf-8")
    page = drawing.site.get(f"{drawing.site.address}/diagnosis?rule=change-not-possible").text
    found = "One shop for the street: “Bookkeeping moves from Baking to Counter.” cannot be made"
    assert f"{found}, as the function &#34;books&#34; has been retired." in page
    assert "change 1 of One shop for the street" in page
    mend = drawing.site.follow(page, "Open the fields that mend it")
    assert f'href="{drawing.at}">Open the design' in drawing.site.get(mend).text


@pytest.mark.parametrize("rest", ["", "/road-map", "/money", "/people", "/people/print", "/for"])
def test_of_a_file_that_cannot_be_read_the_pages_of_a_design_lead_to_what_is_wrong(drawing, rest):
    at = f"{drawing.at}{rest}"
    drawing.site.path.write_text("organization: [", encoding="utf-8")
    assert drawing.site.get(at).status_code == 303

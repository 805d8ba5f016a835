"""People give functions their alignment: by mouse, by keyboard, on a phone, two at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.charts import box, choose, has_saved
from tests.browser.conftest import GROCER, Held, Open

pytestmark = pytest.mark.usefixtures("without_designs")


def said(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_newcomer_closes_every_gap_by_mouse(open_page: Open, grocer: Path):
    page = open_page(grocer)
    expect(page.locator("#gaps")).to_contain_text("3 of 3 functions have no customer outcome")
    page.get_by_role("link", name="Next gap").click()
    expect(page.locator("#field-outcome")).to_be_focused()

    page.locator("#field-outcome").select_option(label="A new outcome…")
    page.get_by_label("The new outcome").fill("I get what I ordered")
    page.locator("#field-contribution").click()
    has_saved(page, "Packing: customer outcome")
    page.locator("#field-contribution").fill("Packs each crate by its list")
    page.locator("#field-accountable").select_option(label="A new role…")
    page.get_by_label("Title of the new role").fill("Head of Packing")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is missing here.")).to_be_visible()

    for name, contribution in (("Vans", "Drives the round before noon"), ("Office", "Answers")):
        page.locator("#panel").get_by_role("link", name=f"Next gap: {name}").click()
        expect(page.locator("#panel-heading")).to_have_text(name)
        expect(page.locator("#field-outcome")).to_be_focused()
        page.locator("#field-outcome").select_option("desired")
        page.locator("#field-contribution").fill(contribution)
        page.locator("#field-accountable").select_option(label="Head of Packing")
        has_saved(page, re.compile(rf"^{name}: .*accountable role"))

    expect(page.locator("#gaps-summary")).to_have_text("No gaps")
    expect(page.locator("#bars")).to_contain_text("3 of 3 functions serve a customer outcome")
    expect(page.locator("#after-chart .unaligned")).to_have_count(0)
    assert "outcome: i-get-what-i-ordered" in said(grocer)
    assert said(grocer).count("accountable: head-of-packing") == 3


def test_gaps_are_closed_from_the_keyboard_alone(open_page: Open, grocer: Path):
    page = open_page(grocer)
    page.locator("#to-next-gap").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#field-outcome")).to_be_focused()

    page.keyboard.type("Fresh")
    page.keyboard.press("Tab")
    has_saved(page, "Packing: customer outcome")
    expect(page.locator("#field-contribution")).to_be_focused()
    page.keyboard.type("Packs each crate by its list")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("A new")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Title of the new role")).to_be_focused()
    page.keyboard.type("Head of Packing")
    page.keyboard.press("Control+Enter")

    expect(page.locator("#panel-heading")).to_have_text("Vans")
    expect(page.locator("#field-outcome")).to_be_focused()
    text = said(grocer)
    assert "contribution: Packs each crate by its list" in text
    assert "link: direct" in text
    assert "accountable: head-of-packing" in text


def test_gaps_are_closed_on_a_phone(open_page: Open, grocer: Path):
    page = open_page(grocer, viewport={"width": 390, "height": 844}, has_touch=True)

    page.get_by_role("link", name="Next gap").tap()
    expect(page.locator("#field-outcome")).to_be_in_viewport()
    page.locator("#field-outcome").select_option("desired")

    has_saved(page, "Packing: customer outcome")
    assert "outcome: desired" in said(grocer)


def test_gaps_are_closed_without_javascript(open_page: Open, grocer: Path):
    page = open_page(grocer, java_script_enabled=False)

    page.get_by_role("link", name="Next gap").click()
    expect(page.locator("#field-outcome")).to_be_focused()
    page.locator("#field-outcome").select_option("desired")
    page.locator("#field-contribution").fill("Packs each crate")
    page.locator("#field-accountable").select_option(label="A new role…")
    page.get_by_label("Title of the new role").fill("Head of Packing")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is missing here.")).to_be_visible()
    page.locator("#panel").get_by_role("link", name="Next gap: Vans").click()
    page.get_by_role("button", name="Undo").click()

    expect(page.locator("#way .last")).to_contain_text("Undone: Packing")
    assert said(grocer) == GROCER


def test_a_change_is_undone_and_made_again_from_the_keyboard(open_page: Open, northwind: Path):
    page, before = open_page(northwind), said(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Clears everyone")
    page.locator("#panel-heading").click()
    has_saved(page, "Fraud: contribution")
    page.locator("#panel-heading").focus()

    page.keyboard.press("Control+z")
    has_saved(page, "Undone: Fraud: contribution")
    expect(page.locator("#field-contribution")).to_have_value(
        "Clears honest customers the same day"
    )
    assert said(northwind) == before

    page.keyboard.press("Control+Shift+z")
    has_saved(page, "Made again: Fraud: contribution")
    expect(page.locator("#field-contribution")).to_have_value("Clears everyone")


@pytest.mark.usefixtures("refusals")
def test_what_cannot_stand_is_said_and_kept_when_leaving_the_form(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.get_by_text("Name, further outcomes").click()
    page.locator("#field-headcount").fill("a dozen")

    box(page, "after", "claims").locator("a").click()

    expect(page.locator(".field-error")).to_contain_text('"a dozen" is not a number here')
    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    expect(page.locator("#field-headcount")).to_be_focused()
    assert objections(page) == []
    page.locator("#field-headcount").fill("12")
    page.keyboard.press("Tab")
    has_saved(page, "Fraud: headcount")


def test_leaving_for_another_box_saves_first(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Clears everyone")

    box(page, "after", "claims").locator("a").click()

    expect(page.locator("#panel-heading")).to_have_text("Claims")
    assert "contribution: Clears everyone" in said(northwind)


def asking_for(page: Page, function: str) -> Held:
    """Choose a box whose panel comes late."""
    link = box(page, "after", function).locator("a")
    key = re.search(r"box=\w+", link.get_attribute("xlink:href") or "")
    assert key
    answer = Held(page, re.compile(key[0]))
    link.press("Enter")
    answer.wait()
    return answer


@pytest.mark.usefixtures("refusals")
def test_what_cannot_stand_keeps_its_form_while_another_box_is_on_its_way(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    choose(page, "fraud")
    page.get_by_text("Name, further outcomes").click()
    legal = asking_for(page, "legal")
    page.locator("#field-headcount").fill("a dozen")

    legal.let_go()

    expect(page.locator(".field-error")).to_contain_text('"a dozen" is not a number here')
    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    expect(page.locator("#field-headcount")).to_be_focused()


def test_the_cursor_stays_in_a_field_entered_before_all_of_a_panel_is_there(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    choose(page, "fraud")
    legal = asking_for(page, "legal")
    enter = "document.querySelector('#field-contribution').focus()"
    page.evaluate(f"document.addEventListener('htmx:before:settle', () => {enter})")

    legal.let_go()

    expect(page.locator("#panel-heading")).to_have_text("Legal")
    expect(page.locator(".charts .chosen").first).to_contain_text("Legal")  # all has arrived
    expect(page.locator("#field-contribution")).to_be_focused()


@pytest.mark.usefixtures("refusals")
def test_axe_finds_nothing_in_the_form(open_page: Open, northwind: Path):
    page = open_page(northwind)
    page.get_by_role("link", name="Next gap").click()
    expect(page.locator("#field-contribution")).to_be_focused()
    page.get_by_text("Name, further outcomes").click()
    expect(page.locator("#field-name")).to_be_focused()
    page.locator("#field-outcome").select_option(label="A new outcome…")
    page.locator("#field-accountable").select_option(label="A new role…")
    assert objections(page) == []

    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field-error")).to_have_count(2)
    assert objections(page) == []

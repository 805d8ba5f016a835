"""Functions are moved from the keyboard, from the panel, and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import objections
from tests.browser.charts import box, changes, edit, focus_link, said
from tests.browser.conftest import Open, follow

pytestmark = pytest.mark.usefixtures("without_designs")

FRAUD = "name: Fraud\n    reports_to: finance\n"


def test_a_function_is_moved_from_the_keyboard(open_page: Open, northwind: Path):
    page = open_page(northwind)
    before = northwind.read_text(encoding="utf-8")
    focus_link(box(page, "after", "fraud"))

    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Move Fraud")).to_be_visible()
    expect(page.locator("#move-to")).to_be_focused()
    page.keyboard.type("I always")
    page.keyboard.press("Enter")

    said(page, "Fraud now serves “I always know where I stand”.")
    expect(page.get_by_role("heading", name="Move Fraud")).to_have_count(0)
    expect(box(page, "after", "fraud").locator("a")).to_be_focused()
    assert changes(before, northwind) == ["-      outcome: settled", "+      outcome: informed"]
    page.keyboard.press("Control+z")
    said(page, "Undone: Fraud now serves “I always know where I stand”.")
    assert northwind.read_text(encoding="utf-8") == before


def test_escape_closes_the_list_and_leads_back_to_the_box(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Reporting lines")
    expect(page.locator(".stage.moves")).to_be_attached()  # the page listens
    focus_link(box(page, "before", "fraud"))
    page.keyboard.press("m")
    expect(page.locator("#move-to")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(box(page, "before", "fraud").locator("a")).to_be_focused()


def test_the_panel_has_a_button_for_it(open_page: Open, northwind: Path):
    page = open_page(northwind)
    box(page, "after", "fraud").locator("a").click()

    page.locator("#panel").get_by_role("link", name="Move…").click()
    page.get_by_role("link", name="Change what it reports to instead").click()
    expect(page.get_by_label("The function that it is to report to")).to_be_focused()
    page.get_by_label("The function that it is to report to").select_option(
        label="Nobody: it is at the top"
    )
    page.get_by_role("button", name="Move", exact=True).click()

    said(page, "Fraud now stands at the top.")
    follow(page, "Reporting lines")
    expect(page.locator("#before-organisation")).to_be_visible()


@pytest.mark.usefixtures("refusals")
def test_both_sides_are_shown_where_it_was_moved_elsewhere_meanwhile(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    follow(page, "Reporting lines")
    focus_link(box(page, "before", "fraud"))
    page.keyboard.press("m")
    expect(page.locator("#move-to")).to_be_focused()
    edit(northwind, FRAUD, FRAUD.replace("finance", "service"))
    expect(page.locator("#status")).to_contain_text("changed")

    page.locator("#move-to").select_option(value="claims")
    page.keyboard.press("Enter")

    clash = page.locator("#panel .field-clash")
    expect(clash).to_contain_text("Yours Claims", use_inner_text=True)
    expect(clash).to_contain_text("Theirs now Customer service", use_inner_text=True)
    keep = clash.get_by_role("button", name="Keep mine")
    expect(keep).to_be_focused()
    keep.click()
    expect(page.locator("#panel .field-clash")).to_have_count(0)
    assert FRAUD.replace("finance", "claims") in northwind.read_text("utf-8")


def test_only_functions_are_moved(open_page: Open, northwind: Path):
    page = open_page(northwind)
    focus_link(page.locator("#after-outcome-informed"))

    page.keyboard.press("m")

    told = page.get_by_role("status").filter(has_text="Only functions are moved here.")
    expect(told).to_be_visible()
    page.keyboard.press("n")
    expect(told).to_have_count(0)


def test_it_works_without_javascript(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)
    box(page, "after", "fraud").locator("a").click()
    page.get_by_role("link", name="Move…").click()
    page.get_by_label("The customer outcome that it is to serve").select_option(value="informed")

    page.get_by_role("button", name="Move", exact=True).click()

    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    expect(page.locator("#way")).to_contain_text("Fraud now serves “I always know where I stand”")


def test_axe_finds_nothing_in_the_list(open_page: Open, northwind: Path):
    page = open_page(northwind)
    focus_link(box(page, "after", "fraud"))
    page.keyboard.press("m")
    expect(page.locator("#move-to")).to_be_focused()

    assert objections(page) == []

    page.goto(page.locator("#move-form").evaluate("form => form.action"))
    expect(page.get_by_role("heading", name="Move Fraud")).to_be_visible()
    assert objections(page) == []

"""People compare a design with today, walk through its phases, and print what changes for whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.conftest import Open, follow, press


def designed(page: Page, tab: str) -> None:
    """Go to a page of the example's design."""
    follow(page, "Designs")
    follow(page, "Outcome-led structure", exact=True)
    follow(page, tab, exact=True)


def test_a_sentence_leads_to_its_box_and_back(open_page: Open, northwind: Path):
    page = open_page(northwind)
    designed(page, "Compare")
    page.get_by_role("link", name="Fraud reports to Claims").click()
    box = page.locator(".comparison .node:target")
    expect(box).to_contain_text("Fraud")
    expect(box).to_be_in_viewport()
    box.locator("a").click()
    expect(page.locator(".differs li:target")).to_contain_text("Fraud reports to Claims")


def test_arrow_keys_walk_through_the_phases(open_page: Open, northwind: Path):
    page = open_page(northwind)
    designed(page, "Road map")
    slider = page.get_by_role("slider", name="Walk through the phases")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#walk-title")).to_contain_text("After First 90 days: 10 changes")
    expect(slider).to_have_attribute("aria-valuetext", "After First 90 days")
    expect(page.locator("#walk-sheet")).to_contain_text("Complaints")
    page.keyboard.press("Home")
    expect(page.locator("#walk-title")).to_have_text("Today")
    expect(page.locator("#stops [aria-current]")).to_have_text("Today")
    expect(slider).to_be_focused()
    page.reload()
    expect(page.locator("#walk-title")).to_have_text("Today")


def test_a_function_that_stays_does_not_move_on_the_walk(open_page: Open, northwind: Path):
    page = open_page(northwind)
    designed(page, "Road map")
    finance = page.locator("#walk-function-finance")
    before = finance.bounding_box()
    page.get_by_role("slider").press("Home")
    expect(page.locator("#walk-title")).to_have_text("Today")
    assert finance.bounding_box() == pytest.approx(before, abs=0.5)


def test_the_phases_can_be_walked_without_javascript(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)
    designed(page, "Road map")
    follow(page, "After First 90 days", exact=True)
    expect(page.locator("#walk-title")).to_contain_text("After First 90 days")
    page.get_by_role("slider").fill("0")
    press(page, "Show")
    expect(page.locator("#walk-title")).to_have_text("Today")


def test_everybody_gets_a_sheet_of_paper(open_page: Open, northwind: Path):
    page = open_page(northwind)
    designed(page, "What changes for whom")
    follow(page, "All sheets, to print")
    sheets = page.locator(".sheet-of").count()
    assert sheets == 26
    assert page.pdf(format="A4").count(b"/Type /Page\n") == sheets


def test_an_open_sheet_follows_the_file(open_page: Open, northwind: Path):
    page = open_page(northwind)
    designed(page, "What changes for whom")
    follow(page, "Complaints Manager")
    text = northwind.read_text(encoding="utf-8")
    northwind.write_text(text.replace("name: Customer care", "name: Care desk"), encoding="utf-8")
    expect(page.get_by_role("table")).to_contain_text("Care desk")


@pytest.mark.parametrize("tab", ["Road map", "Compare", "What changes for whom"])
def test_axe_finds_nothing(open_page: Open, northwind: Path, tab: str):
    page = open_page(northwind)
    designed(page, tab)
    assert objections(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if tab == "What changes for whom":
        follow(page, "Complaints Manager")
        assert objections(page) == []

"""What people do with the history, in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.charts import edit
from tests.browser.conftest import Open, follow


def with_history(page: Page, path: Path) -> Page:
    """Open the history of a file that was edited elsewhere twice."""
    for old, new in (("name: Marketing", "name: Brand"), ("name: Brand", "name: Voice")):
        edit(path, old, new)
        expect(page.locator("#after-chart")).to_contain_text(new.removeprefix("name: "))
    follow(page, "History")
    return page


def test_a_version_is_looked_at_and_brought_back(open_page: Open, northwind: Path):
    before = northwind.read_text()
    page = with_history(open_page(northwind), northwind)
    versions = page.locator(".version")
    expect(versions).to_have_count(3)
    expect(versions.first.locator(".gone")).to_contain_text("Removed: name: Brand")
    expect(versions.first.locator(".come")).to_contain_text("Added: name: Voice")

    versions.nth(1).get_by_text("1 line changed").click()
    expect(versions.nth(1).locator(".gone")).to_be_visible()
    page.get_by_role("button", name="Bring back: First seen").click()

    expect(page.get_by_role("status")).to_contain_text("Brought back")
    expect(versions).to_have_count(4)
    assert northwind.read_text() == before


def test_it_works_without_javascript_and_from_the_keyboard(open_page: Open, northwind: Path):
    before = northwind.read_text()
    page = open_page(northwind, java_script_enabled=False)
    edit(northwind, "name: Marketing", "name: Brand")
    follow(page, "History")

    page.get_by_role("button", name="Bring back").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".version")).to_have_count(3)
    assert northwind.read_text() == before


def test_axe_finds_nothing(open_page: Open, northwind: Path):
    page = with_history(open_page(northwind), northwind)
    page.get_by_text("1 line changed").nth(1).click()

    assert objections(page) == []

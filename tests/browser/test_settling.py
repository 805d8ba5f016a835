"""A design becomes the new today, in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.axe import objections
from tests.browser.conftest import Open, another_page, follow


def test_a_phase_is_settled_from_the_keyboard_and_undone(open_page: Open, northwind: Path):
    was = northwind.read_text("utf-8")
    page = open_page(northwind)
    page.locator(".where-menu > summary").press("Enter")
    for link in ("Designs", "Outcome-led structure", "New today"):
        with another_page(page):
            page.get_by_role("link", name=link, exact=True).press("Enter")
    expect(page.get_by_text("Fraud reports to Claims, until now to Finance.")).to_be_visible()
    page.get_by_role("button", name="Make this the new today").press("Enter")
    expect(
        page.get_by_text("New today: Outcome-led structure, after First 90 days")
    ).to_be_visible()
    assert "head-of-fraud:\n    title: Head of Fraud" in northwind.read_text("utf-8")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.get_by_role("heading", name="First 90 days")).to_be_visible()
    assert northwind.read_text("utf-8") == was


def test_axe_finds_nothing_wrong_with_the_statement(open_page: Open, northwind: Path):
    page = open_page(northwind)
    for link in ("Designs", "Outcome-led structure", "New today"):
        follow(page, link, exact=True)
    page.get_by_text("How the text changes").click()
    assert objections(page) == []

"""A reader walks through the structures of a file: today, each phase of a design, its changes."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.charts import edit
from tests.browser.conftest import MOVES, Open, show_view


def choose(page: Page, name: str) -> None:
    show_view(page, name, exact=True)


def place(page: Page, box: str) -> tuple[float, float]:
    """Return where a box stands in its chart, in points."""
    found = page.evaluate(
        """id => { const node = document.getElementById(id), svg = node.closest('svg.chart'),
        at = node.getBoundingClientRect(), all = svg.getBoundingClientRect(),
        scale = svg.viewBox.baseVal.width / all.width
        return [(at.left - all.left) * scale, (at.top - all.top) * scale] }""",
        box,
    )
    return round(found[0]), round(found[1])


def test_a_reader_walks_from_today_through_the_phases(open_page: Open, northwind: Path):
    page = open_page(northwind)
    expect(page.locator("#after-function-customer-care")).to_be_visible()
    choose(page, "After First 90 days")
    expect(page.locator("#after-function-customer-care")).to_have_count(0)
    choose(page, "Changes")
    expect(page.locator("#changes-function-fraud")).to_contain_text("→ Moved")
    expect(page.locator("#changes-ghost-fraud")).to_contain_text("to Claims")
    choose(page, "Today")
    expect(page.locator("#after-function-fraud")).to_be_visible()


def test_boxes_travel_from_view_to_view_and_back_leads_to_the_view_before(
    open_page: Open, northwind: Path
):
    page = open_page(northwind, **MOVES)
    expect(page.locator("#after-chart")).to_be_visible()
    page.evaluate(
        """() => { window.kept = 1; new MutationObserver(() => {
        window.flown ||= Boolean(document.querySelector('.sky')) })
        .observe(document.body, {childList: true, subtree: true}) }"""
    )
    page.locator("#switch").get_by_role("link", name="Reporting lines").click()
    page.wait_for_function("() => window.flown")
    expect(page.locator(".sky")).to_have_count(0)
    expect(page.locator("#reporting-function-claims")).to_be_attached()
    assert page.evaluate("window.kept") == 1  # the page was not left
    page.locator("#reporting-function-claims a").first.click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    page.locator("#panel .close").click()
    page.go_back()
    expect(page.locator("#after-chart")).to_be_visible()


def test_a_box_that_stays_is_at_the_same_place_before_during_and_after(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    places = set()
    for view, name in (
        ("before", "Before"),
        ("changes", "Changes"),
        ("reporting", "Reporting lines"),
    ):
        choose(page, name)
        places.add(place(page, f"{view}-function-marketing"))
    assert len(places) == 1


def test_the_ghost_of_a_function_leads_to_what_changes_for_it(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "Changes")
    page.locator("#changes-ghost-fraud a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-heading")).to_be_focused()
    expect(page.locator("#panel")).to_contain_text("Fraud reports to Claims, until now to Finance.")
    expect(page.locator("#changes-function-fraud")).to_have_class(
        "node function function-fraud chosen"
    )


def test_the_changes_follow_the_file(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "Changes")
    edit(northwind, "into: customer-care, name: Customer care", "into: customer-care, name: Care")
    expect(page.locator("#changes-function-customer-care")).to_contain_text("Care")
    expect(page.get_by_role("link", name="Changes")).to_have_attribute("aria-current", "page")


def test_axe_finds_nothing_in_the_changes(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "Changes")
    page.locator("#changes-function-fraud a").first.click()
    expect(page.locator("#panel-heading")).to_be_visible()
    assert objections(page) == []


def test_what_cards_say_mean_and_lack_is_chosen_on_the_page(open_page: Open, northwind: Path):
    page = open_page(northwind)
    page.locator("#looks summary").filter(has_text="Show").click()
    page.get_by_role("checkbox", name="People").check()
    expect(page.locator("#after-function-claims")).to_contain_text("people")
    page.locator("#looks summary").filter(has_text="Colour by").click()
    page.get_by_role("radio", name="Head").check()
    expect(page.locator("#looks")).to_contain_text("Colour by: head")
    page.get_by_role("button", name="Gaps").click()
    expect(page.locator("#gaps-switch")).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile("(?=.*people)(?=.*colour=head)(?=.*gaps=1)"))
    page.get_by_role("button", name="Gaps").click()
    expect(page.locator("#gaps-switch")).to_have_attribute("aria-pressed", "false")

"""A design is redrawn in a real browser: started, dragged, merged, retired, and today stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.charts import ALONE, box, changes, drag, edit, fit, focus_link, said
from tests.browser.conftest import Open, another_page, as_today, follow, press
from tests.browser.test_structures import choose


def shown(page: Page, view: str) -> None:
    """Show a view of the design."""
    follow(page, view, exact=True)
    fit(page)


def test_three_functions_are_dragged_into_a_design(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind, **ALONE)
    before = northwind.read_text(encoding="utf-8")
    shown(page, "Changes")

    drag(page, box(page, "changes", "underwriting"), box(page, "changes", "claims"))
    said(page, "Outcome-led structure: Underwriting now reports to Claims.")
    fit(page)  # its panel lies over the chart now
    drag(page, box(page, "changes", "procurement"), box(page, "changes", "claims"))
    said(page, "Procurement now reports to Claims.")
    shown(page, "Outcome")
    drag(page, box(page, "after", "sales"), page.locator("#after-outcome-informed"))
    said(page, "Sales now serves “I always know where I stand”.")

    came = changes(before, northwind)
    assert [line[:1] for line in came] == ["+", "+", "+"]
    assert "{change: move, function: underwriting, reports_to: claims, phase: year-one}" in came[0]
    assert "{change: move, function: procurement, reports_to: claims, phase: year-one}" in came[1]
    assert "change: align, function: sales, alignment: {outcome: informed" in came[2]


def test_a_function_moves_by_keyboard_and_undo_takes_it_back(
    open_page: Open, northwind: Path
) -> None:
    page = open_page(northwind, **ALONE)
    before = northwind.read_text(encoding="utf-8")
    shown(page, "Changes")

    focus_link(box(page, "changes", "legal"))
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Move Legal")).to_be_visible()
    page.keyboard.type("Sales")
    page.keyboard.press("Enter")

    said(page, "Legal now reports to Sales.")
    expect(box(page, "changes", "legal").locator("a")).to_be_focused()
    assert len(changes(before, northwind)) == 1
    page.get_by_role("button", name="Undo").click()
    said(page, "Undone")
    assert northwind.read_text(encoding="utf-8") == before


def test_two_functions_are_merged_and_one_retired_from_the_panel(
    open_page: Open, northwind: Path
) -> None:
    page = open_page(northwind, **ALONE)
    before = northwind.read_text(encoding="utf-8")
    shown(page, "Changes")

    box(page, "changes", "legal").locator("a").click()
    follow(page, "Merge with…")
    page.get_by_role("checkbox", name="Procurement").check()
    page.get_by_label("Name of the one").fill("Law and buying")
    press(page, "Add the change")
    expect(box(page, "changes", "law-and-buying")).to_be_visible()

    box(page, "changes", "sales").locator("a").click()
    follow(page, "Retire…")
    press(page, "Add the change")

    came = changes(before, northwind)
    assert len(came) == 2
    assert "merge, functions: [legal, procurement], into: law-and-buying" in came[0]
    assert "{change: retire, function: sales, phase: year-one}" in came[1]


def test_a_design_is_started_and_its_first_change_added(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    before = northwind.read_text(encoding="utf-8")
    follow(page, "Designs")
    page.get_by_label("What it is called").fill("By region")
    press(page, "Start")
    follow(page, "Add a change", exact=True)
    follow(page, "Retire a function")
    page.get_by_label("Function", exact=False).first.select_option(label="Complaints")
    press(page, "Add the change")

    expect(page.locator(".change-said")).to_contain_text(
        "Complaints ends; nothing more is said of 12 people and a cost of 700,000 a year."
    )
    came = "".join(changes(before, northwind))
    assert "by-region:" in came
    assert "function: complaints" in came


def test_the_list_of_changes_follows_the_file(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    follow(page, "Designs")
    follow(page, "Outcome-led structure")
    edit(northwind, "name: Home and car repair", "name: Repairs")
    expect(page.locator("#changes")).to_contain_text("Repairer network is now called Repairs.")


def test_what_is_typed_stays_while_the_file_changes(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    follow(page, "Designs")
    follow(page, "Outcome-led structure")
    follow(page, "Edit: Fraud moves from Finance to Claims.")
    page.get_by_label("It then reports to").select_option(label="Sales")
    edit(northwind, "name: Home and car repair", "name: Repairs")
    expect(page.locator("#waits")).to_be_visible()
    press(page, "Save")
    text = northwind.read_text(encoding="utf-8")
    assert "{change: move, function: fraud, reports_to: sales, phase: first-90-days" in text
    assert "name: Repairs" in text


@pytest.mark.usefixtures("refusals")
def test_the_pages_of_a_design_are_for_everybody(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    follow(page, "Designs")
    assert objections(page) == []
    follow(page, "Outcome-led structure")
    assert objections(page) == []
    edit(northwind, "function: fraud, reports_to: claims", "function: fraud, reports_to: renewals")
    expect(page.locator(".failing[role=status]")).to_contain_text(
        'The function "renewals" is not there yet'
    )
    assert objections(page) == []
    page.locator(".more-ways summary").first.click()
    assert objections(page, on_phone=False) == []
    follow(page, "Edit phase: First 90 days")
    assert objections(page) == []
    page.go_back()
    with another_page(page):
        page.get_by_role("link", name="Add a change", exact=True).first.click()
    follow(page, "Split a function")
    press(page, "Add the change")
    expect(page.locator(".form-message")).to_be_visible()
    page.locator(".split-part summary").first.click()
    assert objections(page) == []


def begin_design(page: Page) -> None:
    """Begin a design with two phases, and look at its charts after the first."""
    follow(page, "Designs")
    page.get_by_label("What it is called").fill("Nearer the customer")
    press(page, "Start")
    for name in ("Spring", "Autumn"):
        page.get_by_label("What it is called, such as").fill(name)
        press(page, "Add the phase")
    follow(page, "Charts after Spring")


def draw_design(page: Page) -> None:
    """Drag three functions, merge two and end one, on the chart of changes."""
    for function in ("fraud", "procurement", "legal"):
        fit(page)
        drag(page, box(page, "changes", function), box(page, "changes", "claims"))
        said(page, f"{function.capitalize()} now reports to Claims.")
    expect(page.locator("#changes-title")).to_contain_text("3 functions change")
    choose(page, "After Autumn")
    fit(page)
    box(page, "changes", "service").locator("a").click()
    follow(page, "Merge with…")
    page.get_by_role("checkbox", name="Complaints").check()
    page.get_by_label("Name of the one").fill("Customer care")
    press(page, "Add the change")
    fit(page)
    box(page, "changes", "brokers").locator("a").click()
    follow(page, "Retire…")
    press(page, "Add the change")


def test_a_design_from_its_first_line_to_the_new_today(open_page: Open, northwind: Path) -> None:
    today = as_today(northwind).read_text(encoding="utf-8")
    page = open_page(northwind, viewport={"width": 1440, "height": 1700})
    begin_design(page)
    draw_design(page)
    drawn = northwind.read_text(encoding="utf-8")
    assert drawn.startswith(today)
    assert drawn.count("phase: spring") == 3
    assert drawn.count("phase: autumn") == 2

    follow(page, "Designs", exact=True)
    follow(page, "Nearer the customer")
    follow(page, "Road map")
    step = page.get_by_role("slider")
    step.press("Home")
    expect(page.locator("#walk-title")).to_contain_text("Today")
    step.press("ArrowRight")
    expect(page.locator("#walk-title")).to_contain_text("Spring")
    step.press("ArrowRight")
    expect(page.locator("#walk-title")).to_contain_text("Autumn")

    follow(page, "New today")
    press(page, "Make this the new today")
    settled = northwind.read_text(encoding="utf-8")
    assert "phase: spring" not in settled
    assert "    name: Fraud\n    reports_to: claims\n" in settled

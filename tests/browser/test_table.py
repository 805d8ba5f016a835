"""The table and the forms of parts, as people use them: by mouse, by keyboard, on a phone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import objections
from tests.browser.conftest import Open, follow, press


def table(page: Page) -> Page:
    follow(page, "Table")
    expect(page.get_by_role("heading", name="All functions")).to_be_visible()
    return page


def cell(page: Page, column: str, function: str) -> Locator:
    return page.get_by_label(f"{column} of {function}", exact=True)


def told(page: Page, words: str) -> None:
    expect(page.locator("#status")).to_contain_text(words)


def test_a_cell_is_saved_as_it_is_left(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    before = northwind.read_text()

    cell(page, "Contribution", "Repairer network").fill("Repairs are right the first time")
    cell(page, "Contribution", "Claims").focus()

    told(page, "Saved. Repairer network: contribution.")
    expect(page.locator("#counts")).to_contain_text("3 with gaps")
    assert "Repairs are right the first time" in northwind.read_text()
    page.locator("#undo").click()
    expect(page.locator("#counts")).to_contain_text("4 with gaps")
    assert northwind.read_text() == before


def test_rows_are_gone_through_by_keyboard(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    cell(page, "Accountable role", "Chief Executive's Office").focus()

    page.keyboard.press("ArrowDown")
    expect(cell(page, "Accountable role", "Claims")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(cell(page, "Accountable role", "Claims")).to_be_focused()

    page.keyboard.type("Service Director")
    page.keyboard.press("Enter")
    expect(cell(page, "Accountable role", "Loss adjusting")).to_be_focused()
    told(page, "Saved. Claims: accountable role.")

    page.keyboard.type("Nonsense")
    page.keyboard.press("Escape")
    expect(cell(page, "Accountable role", "Loss adjusting")).to_have_value("Head of Loss Adjusting")
    assert "Nonsense" not in northwind.read_text()


def test_what_is_typed_while_a_row_is_saved_stays(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    cell(page, "Accountable role", "Claims").fill("Service Director")
    page.keyboard.press("Tab")
    page.keyboard.type("Cost per call", delay=15)

    told(page, "Saved. Claims: accountable role.")
    expect(cell(page, "First measure", "Claims")).to_be_focused()
    expect(cell(page, "First measure", "Claims")).to_have_value("Cost per call")
    page.keyboard.press("Enter")

    told(page, "Saved. Claims: measures.")
    assert cell(page, "Accountable role", "Claims").input_value() == "Service Director"


def test_a_link_waits_for_what_was_typed_last(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    cell(page, "Contribution", "Claims").fill("Pays at once")

    page.get_by_role("link", name="Customer outcome").click()

    page.wait_for_url(re.compile(r"sort=outcome"))
    expect(cell(page, "Contribution", "Claims")).to_have_value("Pays at once")
    assert "contribution: Pays at once" in northwind.read_text()


@pytest.mark.usefixtures("refusals")
def test_words_that_name_nothing_can_be_made(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    cell(page, "Accountable role", "Claims").fill("Owner of claims")
    page.keyboard.press("Enter")

    expect(page.get_by_text("No role has this title.")).to_be_visible()
    assert objections(page) == []
    page.get_by_role("button", name="make it a new role").click()

    told(page, "Saved. Claims: accountable role.")
    assert "title: Owner of claims" in northwind.read_text()


@pytest.mark.usefixtures("refusals")
def test_the_same_cell_edited_elsewhere_shows_both_sides(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    cell(page, "Contribution", "Sales").fill("Sells what is needed")
    northwind.write_text(
        northwind.read_text().replace("Sells the cover that fits, not the most cover", "Sells fit")
    )
    page.keyboard.press("Enter")

    expect(page.get_by_text("Theirs now: Sells fit")).to_be_visible()
    expect(cell(page, "Contribution", "Sales")).to_have_value("Sells what is needed")
    assert objections(page) == []
    page.get_by_role("button", name="Keep mine").click()

    told(page, "Saved. Sales: contribution.")
    assert "Sells what is needed" in northwind.read_text()


def test_without_scripts_a_row_has_its_save_button(open_page: Open, northwind: Path):
    page = table(open_page(northwind, java_script_enabled=False))
    page.get_by_label("Only with gaps").check()
    press(page, "Show")

    cell(page, "Contribution", "Repairer network").fill("Repairs are right")
    press(page, "Save Repairer network")

    assert re.search(r"\?gaps=1#r-", page.url)
    assert "contribution: Repairs are right" in northwind.read_text()


def test_the_head_of_the_table_stays_in_sight(open_page: Open, northwind: Path):
    page = table(open_page(northwind, viewport={"width": 1280, "height": 500}))
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => scrollY > 300")

    expect(page.get_by_role("link", name="Accountable role")).to_be_in_viewport()


def test_axe_finds_nothing(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    assert objections(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    follow(page, "Everything in the file")
    for section in ("Functions", "Outcomes"):
        follow(page, section, exact=True)
        assert objections(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    follow(page, "Roles", exact=True)
    follow(page, "Claims Director", exact=True)
    assert objections(page) == []
    for link in ("Change…", "Claims Director", "Remove this role", "Roles", "Add a role"):
        follow(page, link, exact=link == "Roles")
        assert objections(page) == []


def test_a_role_is_removed_with_what_depends_on_it_said(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Everything in the file")
    follow(page, "Roles", exact=True)
    follow(page, "Remove: Claims Director")
    expect(page.get_by_text("2 functions have it as accountable role")).to_be_visible()

    page.get_by_label("Another role takes its place").check()
    page.get_by_label("The role that takes its place").select_option(label="Service Director")
    press(page, "Remove")

    expect(page.locator(".last")).to_have_text("Removed: Claims Director")
    assert "accountable: claims-director" not in northwind.read_text()

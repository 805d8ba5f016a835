"""A newcomer's whole way, in the browser alone: to an organisation in which nothing is missing."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from orgdesign.diagnosis import coverage
from orgdesign.model import Organisation
from orgdesign.resources import starter
from orgdesign.yamlfile import read_file
from tests.browser.charts import has_saved
from tests.browser.conftest import Open, follow, press

FIRST_LINES = """\
organization: Corner Shop
outcome: {statement: I find what I came for}
"""


def organisation_of(path: Path) -> Organisation:
    reading = read_file(path)
    assert reading.problems == ()
    assert reading.organisation
    return reading.organisation


def add_function(page: Page, name: str, reports_to: str = "Not said") -> None:
    follow(page, "Add a function")
    page.get_by_label(re.compile("^Name")).fill(name)
    page.get_by_label(re.compile("^Reports to")).select_option(label=reports_to)
    press(page, "Add")
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def close_gap(page: Page, name: str, outcome: str, contribution: str, role: str) -> None:
    """Say in the panel what a function serves and who answers for it; outcome and role are new."""
    expect(page.locator("#panel-heading")).to_have_text(name)
    page.locator("#field-outcome").select_option(label="A new outcome…")
    page.get_by_label("The new outcome").fill(outcome)
    page.locator("#field-contribution").fill(contribution)
    page.locator("#field-accountable").select_option(label="A new role…")
    page.get_by_label("Title of the new role").fill(role)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is missing here")).to_be_visible()


def test_an_empty_file_becomes_an_organisation_in_which_nothing_is_missing(
    open_page: Open, tmp_path: Path
):
    path = tmp_path / "shop.yaml"
    path.touch()
    page = open_page(path)
    expect(page.locator("#problems")).to_contain_text("this file is empty")
    follow(page, re.compile("Line 1, column 1"))
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.insert_text(FIRST_LINES)
    expect(page.locator("#after-chart")).to_contain_text("I find what I came for")
    follow(page, "Everything in the file")
    follow(page, "Functions", exact=True)
    add_function(page, "Buying")
    add_function(page, "Till", reports_to="Buying")

    follow(page, "Chart", exact=True)
    expect(page.locator("#gaps")).to_contain_text("2 of 2 functions have no customer outcome")
    page.get_by_role("link", name="Next gap").click()
    close_gap(page, "Buying", "It is on the shelf", "Orders by what sells", "Buyer")
    page.locator("#panel").get_by_role("link", name="Next gap: Till").click()
    close_gap(page, "Till", "I am out within a minute", "Opens a till for each queue", "Till lead")

    expect(page.locator("#gaps-summary")).to_have_text("No gaps")
    expect(page.locator("#after-chart .unaligned")).to_have_count(0)
    organisation = organisation_of(path)
    assert coverage(organisation).gaps == 0
    assert coverage(organisation).functions.aligned == 2
    assert organisation.functions["till"].reports_to == "buying"


def test_the_starter_is_made_ones_own(open_page: Open, tmp_path: Path):
    path = tmp_path / "cafe.yaml"
    path.write_text(starter().read_text("utf-8"), "utf-8")
    page = open_page(path)
    expect(page.locator("#gaps")).to_contain_text("1 of 5 functions")

    page.get_by_role("link", name="Next gap").click()
    expect(page.locator("#panel-heading")).to_have_text("Accounts")
    page.locator("#field-outcome").select_option("as-ordered")
    page.locator("#field-contribution").fill("Bills what was ordered, and nothing else")
    page.locator("#field-accountable").select_option(label="Managing Director")
    has_saved(page, re.compile("accountable role"))
    follow(page, "Everything in the file")
    follow(page, re.compile("^Reduce the mornings"), exact=True)
    page.get_by_label(re.compile("^Statement")).fill("Every morning my bread is there")
    press(page, "Save")

    follow(page, "Chart", exact=True)
    expect(page.locator("#after-chart")).to_contain_text("Every morning my bread is there")
    expect(page.locator("#gaps-summary")).to_have_text("No gaps")
    assert coverage(organisation_of(path)).gaps == 0
    assert "# The functions of your organisation: each does one kind of work.\n" in path.read_text()

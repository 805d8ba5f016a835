"""The text of the source pane on its way, and where no editor can be had."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import objections
from tests.browser.charts import box, edit
from tests.browser.conftest import Complaints, Held, Open, follow
from tests.browser.test_source import go, said, text_of

pytestmark = pytest.mark.usefixtures("refusals", "without_designs")


def test_the_plain_field_stays_where_the_editor_cannot_be_had(
    open_page: Open, northwind: Path, complaints: Complaints
):
    page = open_page(northwind)
    page.route("**/vendor/editor.js", lambda route: route.abort())

    follow(page, "Edit the source")

    expect(page.locator("#source-text")).to_be_visible()
    complaints.expect("vendor/editor.js", "ERR_FAILED")


def test_a_text_that_could_not_be_loaded_can_be_asked_for_again(
    open_page: Open, northwind: Path, complaints: Complaints
):
    page = open_page(northwind)
    page.route("**/source/text", lambda route: route.abort())
    follow(page, "Edit the source")
    expect(page.get_by_role("alert").filter(has_text="could not be loaded")).to_be_visible()
    assert objections(page) == []
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Try again").click()
    page.unroute("**/source/text")

    page.get_by_role("button", name="Try again").click()

    expect(text_of(page)).to_contain_text("organization: Northwind Insurance")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    complaints.expect("source/text", "ERR_FAILED")


def test_a_slow_text_says_that_it_is_on_its_way_and_is_typed_over_the_version_it_is_of(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    held = Held(page, "**/source/text")
    follow(page, "Edit the source")
    expect(page.get_by_text("The text is on its way.")).to_be_visible()
    held.wait()
    edit(northwind, "organization: Northwind Insurance", "organization: Northwind Mutual")

    held.let_go()

    expect(text_of(page)).to_contain_text("organization: Northwind Mutual")
    go(page, northwind, "name: Marketing")
    page.keyboard.type(" and brand")
    said(page, "Saved")
    assert "organization: Northwind Mutual" in northwind.read_text()


def test_it_works_without_javascript(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)
    follow(page, "Edit the source")
    before = northwind.read_text()
    area = page.get_by_role("textbox", name="Source")

    area.fill(before.replace("name: Marketing", "nam: Marketing"))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#typed-problems")).to_contain_text("did you mean")
    assert northwind.read_text() == before

    area.fill(before.replace("name: Marketing", "name: Brand"))
    page.get_by_role("button", name="Save").click()
    expect(box(page, "after", "marketing")).to_contain_text("Brand")
    assert northwind.read_text() == before.replace("name: Marketing", "name: Brand")

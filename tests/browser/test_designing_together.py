"""Two people give functions their alignment at once, or the file is edited elsewhere."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import objections
from tests.browser.charts import OLD, choose, edit, has_saved
from tests.browser.conftest import GROCER, Held, Open, serving
from tests.browser.test_designing import said

pytestmark = pytest.mark.usefixtures("without_designs")


def test_two_people_see_each_others_changes(open_page: Open, northwind: Path, chromium: Browser):
    mine = open_page(northwind)
    context = chromium.new_context(storage_state=mine.context.storage_state())
    theirs = context.new_page()
    theirs.goto(mine.url)
    choose(mine, "legal")
    choose(theirs, "legal")

    theirs.locator("#field-outcome").select_option("settled")

    expect(mine.locator("#field-outcome")).to_have_value("settled")
    expect(mine.locator("#way .last")).to_have_text("Legal: customer outcome")
    mine.locator("#field-contribution").fill("Says what may be said")
    mine.locator("#panel-heading").click()
    expect(theirs.locator("#field-contribution")).to_have_value("Says what may be said")
    context.close()


def test_what_is_being_typed_stays_while_others_edit(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "legal")
    page.locator("#field-contribution").press_sequentially("Says what ")

    edit(northwind, "name: Marketing", "name: Brand and marketing")
    expect(page.locator("#after-chart")).to_contain_text("Brand and marketing")
    page.keyboard.type("may be said")
    page.keyboard.press("Tab")

    has_saved(page, "Legal: contribution")
    assert "contribution: Says what may be said" in said(northwind)
    assert "name: Brand and marketing" in said(northwind)


def test_what_is_typed_while_the_form_waits_its_turn_stays(open_page: Open, grocer: Path):
    page = open_page(grocer)
    choose(page, "packing")
    before = Held(page, "**/live?*")
    grocer.write_text(said(grocer) + "# Seen by others\n", encoding="utf-8")
    before.wait()
    page.locator("#field-contribution").fill("Packs each crate")
    page.keyboard.press("Tab")

    page.locator("#field-accountable").select_option(label="A new role…")
    page.get_by_label("Title of the new role").press_sequentially("Head of Packing")
    before.let_go()

    has_saved(page, "Packing: contribution")
    expect(page.get_by_label("Title of the new role")).to_have_value("Head of Packing")
    page.keyboard.press("Tab")
    has_saved(page, re.compile("accountable role"))
    assert "accountable: head-of-packing" in said(grocer)


@pytest.mark.usefixtures("refusals")
def test_the_same_field_changed_elsewhere_asks_whose_is_to_stay(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Mine")
    edit(northwind, OLD, "contribution: Theirs")
    expect(page.locator("#after-chart")).to_contain_text("Theirs")

    page.keyboard.press("Tab")

    clash = page.locator(".field-clash")
    expect(clash).to_contain_text("Somebody else changed this meanwhile.")
    expect(clash).to_contain_text("Mine")
    expect(page.locator("#field-contribution")).to_have_value("Mine")
    edit(northwind, "contribution: Visits within 24 hours", "contribution: Visits the same day")
    expect(page.locator("#after-chart")).to_contain_text("Visits the same day")
    expect(clash).to_be_visible()  # what others do now leaves the question open
    assert objections(page) == []
    page.get_by_role("button", name="Take theirs").click()
    expect(page.locator("#field-contribution")).to_have_value("Theirs")
    expect(clash).to_have_count(0)
    assert "contribution: Theirs" in said(northwind)


@pytest.mark.usefixtures("refusals")
def test_mine_is_kept_by_choosing_it(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Mine")
    edit(northwind, OLD, "contribution: Theirs")
    page.keyboard.press("Tab")

    page.get_by_role("button", name="Keep mine").click()

    has_saved(page, "Fraud: contribution")
    assert "contribution: Mine" in said(northwind)


@pytest.mark.usefixtures("refusals")
def test_a_file_broken_elsewhere_waits_with_what_was_typed(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Typed with care")
    edit(northwind, "accountable: claims-director", "accountable: claims-directr")
    expect(page.locator("#problems")).to_contain_text("northwind.yaml has")

    page.get_by_role("button", name="Save").click()
    expect(page.locator(".form-message")).to_contain_text("nothing was saved")
    expect(page.locator("#field-contribution")).to_have_value("Typed with care")
    assert objections(page) == []

    edit(northwind, "accountable: claims-directr", "accountable: claims-director")
    expect(page.locator("#problems")).to_be_empty()
    page.get_by_role("button", name="Save").click()
    has_saved(page, "Fraud: contribution")
    assert "contribution: Typed with care" in said(northwind)


@pytest.mark.usefixtures("refusals")
def test_a_function_removed_elsewhere_leaves_what_was_typed(open_page: Open, grocer: Path):
    page = open_page(grocer)
    choose(page, "office")
    page.locator("#field-contribution").fill("Typed with care")
    grocer.write_text(GROCER.replace("  office: {name: Office, reports_to: packing}\n", ""))
    expect(page.locator("#after-chart")).not_to_contain_text("Office")

    page.get_by_role("button", name="Save").click()

    expect(page.locator("#panel")).to_contain_text("This is no longer in the file")
    expect(page.locator("#panel")).to_contain_text("Typed with care")
    assert objections(page) == []


def test_a_form_goes_on_after_the_server_was_killed_and_restarted(
    chromium: Browser, northwind: Path
):
    page = chromium.new_page()
    with serving(northwind, signal.SIGKILL) as link:
        page.goto(link)
        choose(page, "fraud")
        page.locator("#field-contribution").fill("Typed with care")
    expect(page.get_by_text("orgdesign has stopped.")).to_be_visible()
    with page.expect_event("requestfailed"):
        page.keyboard.press("Tab")  # it cannot be saved now
    expect(page.locator("#field-contribution")).to_have_value("Typed with care")

    with serving(northwind):
        expect(page.get_by_text("orgdesign has stopped.")).to_be_hidden()
        has_saved(page, "Fraud: contribution")
        assert "contribution: Typed with care" in said(northwind)
        page.close()

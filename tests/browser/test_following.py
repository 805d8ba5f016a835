"""Two people on the same page see each other's changes, and what either typed stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from orgdesign.storage.folder_lock import state_folder
from tests.browser.axe import objections
from tests.browser.charts import edit
from tests.browser.conftest import Complaints, Held, Open, follow, press
from tests.browser.test_table import cell, table, told


def beside(page: Page) -> Page:
    """Return the same page as a second person has it open."""
    other = page.context.new_page()
    other.goto(page.url)
    return other


def parts(page: Page, section: str) -> Page:
    follow(page, "Everything in the file")
    follow(page, section, exact=True)
    return page


def test_a_row_saved_by_one_is_seen_by_the_other(open_page: Open, northwind: Path):
    mine = table(open_page(northwind))
    theirs = beside(mine)

    cell(theirs, "Contribution", "Repairer network").fill("Repairs are right the first time")
    theirs.keyboard.press("Enter")

    seen = cell(mine, "Contribution", "Repairer network")
    expect(seen).to_have_value("Repairs are right the first time")
    expect(mine.locator("#counts")).to_contain_text("3 with gaps")
    expect(mine.locator("#undo")).to_be_enabled()
    expect(theirs.locator("#status")).to_have_text("Saved. Repairer network: contribution.")


def test_rows_come_and_go_and_those_between_stay(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    cell(page, "Contribution", "Claims").focus()

    edit(northwind, "\nfunctions:\n", "\nfunctions:\n  first: {name: First of all}\n")
    expect(page.locator("#rows tr").first).to_contain_text("First of all")
    edit(northwind, "  first: {name: First of all}\n", "")
    expect(page.get_by_text("First of all")).to_have_count(0)

    expect(cell(page, "Contribution", "Claims")).to_be_focused()


def test_rows_that_were_asked_for_stay_though_they_would_not_be_found_now(
    open_page: Open, northwind: Path
):
    page = table(open_page(northwind))
    page.get_by_label("Only with gaps").check()
    press(page, "Show")

    cell(page, "Contribution", "Repairer network").fill("Repairs are right the first time")
    page.keyboard.press("Enter")
    expect(page.locator("#counts")).to_contain_text("3 with gaps")
    edit(northwind, "Repairs are right the first time", "Repairs once")

    seen = cell(page, "Contribution", "Repairer network")
    expect(seen).to_have_value("Repairs once")


def cell_typed_by_two(open_page: Open, northwind: Path) -> tuple[Page, Locator]:
    """Return the table, and a cell in which one types what another has written meanwhile."""
    page = table(open_page(northwind))
    typed = cell(page, "Contribution", "Sales")
    typed.fill("Mine")
    edit(northwind, "Sells the cover that fits, not the most cover", "Theirs")
    edit(northwind, "name: Marketing", "name: Brand")
    expect(page.get_by_role("link", name="Brand")).to_be_visible()
    return page, typed


@pytest.mark.usefixtures("refusals")
def test_a_cell_in_which_one_types_stays_and_both_sides_are_shown(open_page: Open, northwind: Path):
    page, typed = cell_typed_by_two(open_page, northwind)

    expect(typed).to_have_value("Mine")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Theirs now: Theirs")).to_be_visible()
    assert "contribution: Theirs" in northwind.read_text()


def test_a_cell_that_is_given_up_follows(open_page: Open, northwind: Path):
    page, typed = cell_typed_by_two(open_page, northwind)

    page.keyboard.press("Escape")

    expect(typed).to_have_value("Theirs")


@pytest.mark.usefixtures("refusals")
def test_a_cell_typed_while_its_row_is_saved_shows_both_sides(open_page: Open, northwind: Path):
    page = table(open_page(northwind))
    row = Held(page, re.compile("/table/(?!live)"))
    cell(page, "Accountable role", "Sales").fill("Service Director")
    cell(page, "Contribution", "Sales").focus()
    row.wait()
    page.keyboard.type("Mine")
    edit(northwind, "Sells the cover that fits, not the most cover", "Theirs")

    row.let_go()
    expect(page.locator("#status")).to_have_text("Saved. Sales: accountable role.")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Theirs now: Theirs")).to_be_visible()
    assert "contribution: Theirs" in northwind.read_text()


def test_the_list_of_parts_follows(open_page: Open, northwind: Path):
    mine = parts(open_page(northwind), "Roles")
    theirs = beside(mine)

    follow(theirs, "Claims Director", exact=True)
    theirs.locator("#field-title").fill("Claims Lead")
    theirs.get_by_role("button", name="Save").click()

    expect(mine.locator(".part-list")).to_contain_text("Claims Lead")
    expect(mine.locator(".last")).to_have_text("Claims Director: title")


@pytest.mark.usefixtures("refusals")
def test_a_form_follows_until_something_is_typed_in_it(open_page: Open, northwind: Path):
    mine = parts(open_page(northwind), "Functions")
    follow(mine, "Marketing", exact=True)
    name = mine.locator("#field-name")
    name.focus()
    edit(northwind, "name: Marketing", "name: Brand")
    expect(name).to_have_value("Brand")
    expect(name).to_be_focused()

    name.fill("Voice")
    edit(northwind, "name: Brand", "name: Image")
    expect(mine.get_by_text("What you typed is still here.").last).to_be_visible()
    expect(name).to_have_value("Voice")
    mine.get_by_role("button", name="Save").click()

    expect(mine.locator(".field-clash")).to_contain_text("Image")
    expect(name).to_have_value("Voice")


def test_a_form_typed_back_follows_again(open_page: Open, northwind: Path):
    page = parts(open_page(northwind), "Functions")
    follow(page, "Marketing", exact=True)
    page.locator("#field-name").fill("Voice")
    edit(northwind, "name: Marketing", "name: Brand")
    expect(page.locator("#waits")).to_be_visible()
    assert objections(page) == []

    page.locator("#field-name").fill("Marketing")

    expect(page.locator("#field-name")).to_have_value("Brand")
    expect(page.locator("#waits")).to_be_hidden()


def test_a_part_removed_elsewhere_is_said_on_its_form(open_page: Open, northwind: Path):
    page = parts(open_page(northwind), "Measures")
    edit(northwind, "\nmeasures:\n", "\nmeasures:\n  smiles: {name: Smiles}\n")
    follow(page, "Smiles", exact=True)

    edit(northwind, "  smiles: {name: Smiles}\n", "")

    expect(page.locator("h1")).to_have_text("This is no longer in the file")


def test_what_was_chosen_before_removing_stays_chosen(open_page: Open, northwind: Path):
    page = parts(open_page(northwind), "Roles")
    follow(page, "Remove: Claims Director")
    page.get_by_label("Another role takes its place").check()
    chosen = page.get_by_label("The role that takes its place")
    chosen.select_option(label="Service Director")

    edit(northwind, "title: Claims Director", "title: Director of Claims")
    expect(page.locator("h1")).to_have_text("Remove “Director of Claims”?")
    page.get_by_role("button", name="Remove").click()

    expect(page.locator(".last")).to_have_text("Removed: Director of Claims")
    assert "accountable: claims-director" not in northwind.read_text()
    assert northwind.read_text().count("accountable: service-director") == 10


def test_the_history_follows_and_what_was_opened_stays_open(open_page: Open, northwind: Path):
    page = open_page(northwind)
    edit(northwind, "name: Marketing", "name: Brand")
    follow(page, "History")
    versions = page.locator(".version")
    expect(versions).to_have_count(2)

    edit(northwind, "name: Brand", "name: Voice")

    expect(versions).to_have_count(3)
    expect(versions.nth(0).locator(".come")).to_contain_text("Added: name: Voice")
    expect(versions.nth(1).locator(".come")).to_be_visible()


def test_the_first_file_of_a_folder_is_shown_once_it_is_there(
    open_page: Open, tmp_path: Path, northwind: Path
):
    folder = tmp_path / "organisations"
    folder.mkdir()
    page = open_page(folder)
    expect(page.get_by_text("There is no organisation in this folder yet.")).to_be_visible()

    northwind.rename(folder / "northwind.yaml")

    expect(page.locator("#after-chart")).to_be_visible()


@pytest.mark.parametrize("where", ["Chart", "Table", "History"])
def test_what_is_told_of_the_history_is_shown(open_page: Open, northwind: Path, where: str):
    page = open_page(northwind)
    follow(page, where)
    state_folder().joinpath("history.sqlite3").write_bytes(b"damaged" * 1000)

    edit(northwind, "name: Marketing", "name: Brand")

    expect(page.locator(".notice", has_text="The history was damaged.")).to_be_visible()


def test_what_could_not_be_saved_is_saved_once_somebody_answers_again(
    open_page: Open, northwind: Path, complaints: Complaints
):
    complaints.expect("ERR_", "Failed to fetch")
    page = table(open_page(northwind))
    page.context.set_offline(True)
    cell(page, "Contribution", "Claims").fill("Typed while nobody answered")
    page.keyboard.press("Tab")
    expect(page.locator("#offline")).to_be_visible()

    page.context.set_offline(False)

    expect(page.locator("#offline")).to_be_hidden()
    told(page, "Claims: contribution")
    assert "contribution: Typed while nobody answered" in northwind.read_text()

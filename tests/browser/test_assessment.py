"""The assessment, filled in as a person does: from field to field, saved as one goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.conftest import Open, follow

TABS = ["Customer assets", "Sharing the work", "Maturity"]


def opened(page: Page, tab: str) -> None:
    follow(page, "Diagnosis")
    follow(page, tab, exact=True)
    expect(page.get_by_role("link", name=tab, exact=True)).to_have_attribute("aria-current", "page")


def types(page: Page, text: str) -> None:
    """Type into the field where the cursor stands, and go on to the next."""
    page.keyboard.type(text)
    page.keyboard.press("Tab")


@pytest.mark.parametrize("tab", TABS)
def test_axe_finds_nothing(open_page: Open, northwind: Path, tab: str) -> None:
    page = open_page(northwind)
    opened(page, tab)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert objections(page) == []
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0


def test_a_metric_is_filled_in_by_keyboard_and_shown_on_the_board(
    open_page: Open, northwind: Path
) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    form = page.locator("#form-lost-customers")
    form.get_by_label("Role that answers for it").focus()
    types(page, "Chief Sales Officer")
    page.keyboard.press("Tab")  # what it is counted in is right
    types(page, "38400")
    form.get_by_label("Reason", exact=True).last.focus()
    types(page, "Moved abroad")
    types(page, "1200")
    types(page, "1300")
    named = page.get_by_role("heading", name="Lost customers", exact=True)
    tile = page.locator(".asset").filter(has=named)
    expect(tile).to_contain_text("38,400 households")
    expect(tile).to_contain_text("Chief Sales Officer")
    row = tile.get_by_role("row").filter(has_text="Moved abroad")
    expect(row.get_by_role("cell")).to_have_text(["1,200", "\N{MINUS SIGN}100 better"])
    assert northwind.read_text().count("Moved abroad") == 1


def test_a_reason_is_taken_out_and_the_cursor_stays_in_its_form(
    open_page: Open, northwind: Path
) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    form = page.locator("#form-lost-customers")
    form.get_by_role("button", name="Take out: Cheaper elsewhere").press("Enter")
    expect(form.get_by_role("button", name="Take out: Cheaper elsewhere")).to_have_count(0)
    expect(form.locator(":focus")).to_have_count(1)
    assert "Cheaper elsewhere" not in northwind.read_text()


def test_the_cursor_stays_where_it_is_when_the_answer_comes(
    open_page: Open, northwind: Path
) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    form = page.locator("#form-renewals")
    form.get_by_label("Value", exact=True).focus()
    types(page, "88")
    expect(page.locator("#status")).to_contain_text("Saved. Renewals: value.")
    expect(form.get_by_label("Value before")).to_be_focused()


def test_enter_saves_and_takes_no_row_out(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    form = page.locator("#form-lost-customers")
    form.get_by_role("group", name="Moved or died").get_by_label("Value", exact=True).fill("10")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Saved.")
    assert "{name: Moved or died, value: 10, previous: 6600}" in northwind.read_text()


@pytest.mark.usefixtures("refusals")
def test_what_cannot_stand_is_told_and_mended(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    value = page.locator("#form-renewals").get_by_label("Value", exact=True)
    value.fill("many")
    value.blur()
    expect(value).to_have_attribute("aria-invalid", "true")
    value.fill("91")
    value.blur()
    expect(page.locator(".asset").filter(has_text="Renewals")).to_contain_text("91")


def test_the_levels_of_a_stage_are_chosen_by_keyboard(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    opened(page, "Maturity")
    stage = page.locator(".stage-standing").filter(has_text="Asks a question")
    stage.get_by_role("group", name="Today").get_by_label("Defaulted").focus()
    page.keyboard.press("Space")
    expect(stage).to_contain_text("No aim yet")
    stage.get_by_role("group", name="Aim").get_by_label("Deliberate").focus()
    page.keyboard.press("Space")
    expect(stage).to_contain_text("2 steps to climb")


def test_a_function_takes_part_and_is_taken_out(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    opened(page, "Sharing the work")
    page.get_by_label("A function that takes part").focus()
    types(page, "Legal")
    pledge = page.locator(".pledges > li").filter(has_text="Legal")
    expect(pledge).to_contain_text("No time said yet")
    pledge.get_by_label("Share of its people's time").focus()
    types(page, "25")
    expect(pledge).to_contain_text("25% is within the 25 to 50% of the practice")
    pledge.get_by_label("It volunteered").check()
    expect(page.locator(".sum")).to_contain_text("3 functions take part: 2 volunteered")
    pledge.get_by_role("button", name="Take out Legal").click()
    expect(pledge).to_have_count(0)
    assert "legal:" not in northwind.read_text().partition("assessment:")[2]


def test_what_others_write_is_shown(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    northwind.write_text(northwind.read_text().replace("value: 41000", "value: 45000"))
    expect(page.locator(".asset").first).to_contain_text("45,000")


def test_problems_of_the_file_are_told_and_go_with_them(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    opened(page, "Maturity")
    good = northwind.read_text()
    northwind.write_text(good + "colour: red\n")
    expect(page.get_by_text("has 1 problem at the moment")).to_be_visible()
    northwind.write_text(good)
    expect(page.get_by_text("has 1 problem at the moment")).to_have_count(0)


def test_what_is_typed_last_is_saved_before_a_link_is_followed(
    open_page: Open, northwind: Path
) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    page.locator("#form-renewals").get_by_label("Value", exact=True).fill("77")
    page.get_by_role("link", name="Maturity", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("How deliberate")
    assert "value: 77" in northwind.read_text()


def test_all_is_filled_in_without_javascript(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind, java_script_enabled=False)
    opened(page, "Customer assets")
    form = page.locator("#form-renewals")
    form.get_by_label("Value", exact=True).fill("90")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".asset").filter(has_text="Renewals")).to_contain_text("90")


def test_the_board_prints_on_one_landscape_page(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    opened(page, "Customer assets")
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 841.91998 594.95996]" in printed

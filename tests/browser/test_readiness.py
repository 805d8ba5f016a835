"""The questions of readiness, answered by keyboard and saved as one goes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.conftest import Open, follow


def opened(page: Page, tab: str) -> Page:
    follow(page, "Diagnosis")
    follow(page, tab, exact=True)
    return page


def test_answering_by_keyboard_saves_as_one_goes_and_keeps_the_focus(
    open_page: Open, northwind: Path
):
    page = opened(open_page(northwind), "Chief customer officer")
    question = page.locator("#question-told")
    question.get_by_label("Not answered yet").focus()
    page.keyboard.press("ArrowLeft")

    expect(page.locator("#standing")).to_contain_text("What is missing 5")
    expect(question.get_by_label("No", exact=True)).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.type("Chief Executive")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Nobody hears of it")
    page.keyboard.press("Tab")

    expect(page.locator("#standing")).to_contain_text("Nobody hears of it")
    expect(question.get_by_role("button", name="Save", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(question.get_by_role("button", name="today")).to_have_count(0)
    expect(page.locator("#status")).to_have_text(
        "Saved. Chief customer officer, question 10: date."
    )
    said = northwind.read_text()
    assert "told: {answer: false, who: chief-executive, note: Nobody hears of it, date:" in said


@pytest.mark.usefixtures("refusals")
def test_a_role_nobody_has_is_told_at_once_and_mended(open_page: Open, northwind: Path):
    page = opened(open_page(northwind), "Chief customer officer")
    question = page.locator("#question-told")
    who = question.get_by_label("Who does it today")
    who.fill("Mayor")
    who.press("Tab")
    expect(question).to_contain_text("No role is called “Mayor”.")
    who.fill("Chief Executive")
    who.press("Tab")
    expect(question.locator(".field-error")).to_have_count(0)
    expect(page.locator("#standing")).to_contain_text("Chief Executive")


def test_the_power_core_is_marked_on_the_chart(open_page: Open, northwind: Path):
    page = opened(open_page(northwind), "Power core")
    page.get_by_label("Customers who ask for them by name").check()
    expect(page.locator("#tally")).to_contain_text("Customer 1 of 6")
    page.get_by_label("In which function does it sit?").fill("Sales")
    page.get_by_label("In which function does it sit?").press("Tab")

    follow(page, "the chart of today")

    expect(page.locator("#before-sheet .chosen")).to_contain_text("Power core")
    expect(page.locator("#panel-heading")).to_have_text("Sales")


def test_answers_are_kept_without_javascript(open_page: Open, northwind: Path):
    page = opened(open_page(northwind, java_script_enabled=False), "Chief customer officer")
    question = page.locator("#question-told")
    question.get_by_label("Yes").check()
    question.get_by_role("button", name="Save with today").click()
    expect(page).to_have_url(re.compile("#question-told$"))
    assert "told: {answer: true, date:" in northwind.read_text()


def test_the_questions_in_any_light(open_page: Open, northwind: Path):
    page = opened(open_page(northwind), "Chief customer officer")
    page.locator("#question-alignment summary").first.click()
    assert objections(page) == []
    opened(page, "Power core")
    assert objections(page) == []


def test_a_note_and_the_date_of_today_are_saved_with_one_click(open_page: Open, northwind: Path):
    page = opened(open_page(northwind), "Chief customer officer")
    question = page.locator("#question-alignment")
    question.locator("summary").first.click()
    question.get_by_label("Note").fill("Each plans alone")
    question.get_by_role("button", name="Save with today").click()

    expect(question.get_by_role("button", name="Save with today")).to_have_count(0)
    expect(page.locator("#standing")).to_contain_text("Each plans alone")
    expect(question.locator("details").first).to_have_attribute("open", "")
    assert "alignment: {answer: no, note: Each plans alone, date:" in northwind.read_text()


def test_what_others_answer_meanwhile_is_shown(open_page: Open, northwind: Path):
    page = opened(open_page(northwind), "Power core")
    expect(page.locator("#tally")).to_contain_text("Sales sets the agenda: 4 of 6")

    text = northwind.read_text()
    northwind.write_text(text.replace("leaders: sales", "leaders: product"))

    expect(page.locator("#tally")).to_contain_text("Product and Sales are level, with 3 answers")
    expect(page.get_by_label("Engineering, design or research")).to_be_checked()

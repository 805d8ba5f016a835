"""What was typed is never lost without the person saying so."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.charts import OLD, box, choose, edit, has_saved
from tests.browser.conftest import Held, Open, follow
from tests.browser.test_designing import said

pytestmark = pytest.mark.usefixtures("without_designs")


class Asked:
    """What the browser asked before a page was left, answered as the person would."""

    def __init__(self, page: Page, *answers: bool) -> None:
        self.kinds: list[str] = []
        self._answers = list(answers)
        page.on("dialog", self._answer)

    def _answer(self, dialog: Dialog) -> None:
        self.kinds.append(dialog.type)
        if self._answers.pop(0):
            dialog.accept()
        else:
            dialog.dismiss()


def form_of(page: Page, section: str, title: str) -> None:
    follow(page, "Everything in the file")
    follow(page, section, exact=True)
    follow(page, title, exact=True)
    expect(page.locator("#part-form")).to_be_visible()


@pytest.mark.usefixtures("refusals")
def test_a_refused_form_is_left_only_when_the_person_says_so(open_page: Open, northwind: Path):
    page = open_page(northwind)
    before = said(northwind)
    choose(page, "fraud")
    page.get_by_text("Name, further outcomes").click()
    page.locator("#field-headcount").fill("a dozen")
    box(page, "after", "claims").locator("a").click()
    expect(page.locator(".field-error")).to_be_visible()
    asked = Asked(page, False, True)

    with page.expect_event("dialog"):
        box(page, "after", "claims").locator("a").click()
    expect(page.locator("#field-headcount")).to_be_focused()
    expect(page.locator("#field-headcount")).to_have_value("a dozen")

    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    assert asked.kinds == ["confirm", "confirm"]
    assert said(northwind) == before


def test_a_title_is_not_saved_in_the_middle_of_a_word(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.get_by_label("By enabling others").focus()
    page.keyboard.press("Space")
    page.locator("#field-accountable").focus()
    page.keyboard.type("A new")
    page.keyboard.press("Tab")

    page.keyboard.type("Head of")
    page.wait_for_timeout(900)
    page.keyboard.type(" Fraud")
    page.keyboard.press("Tab")

    has_saved(page, "Fraud: accountable role")
    assert "title: Head of Fraud" in said(northwind)


def test_what_is_saved_already_is_not_said_again_by_a_form_that_was_typed_on(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    choose(page, "fraud")
    first = Held(page, "**/functions/*", times=1)
    page.get_by_label("By enabling others").check()
    page.locator("#field-contribution").focus()
    first.wait()
    page.keyboard.type("x")
    first.let_go()
    has_saved(page, "Fraud: direct or enabling")

    page.keyboard.press("Tab")

    has_saved(page, "Fraud: contribution")


@pytest.mark.usefixtures("refusals")
def test_a_conflict_is_not_decided_by_leaving(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Mine")
    edit(northwind, OLD, "contribution: Theirs")
    box(page, "after", "claims").locator("a").click()
    expect(page.locator(".field-clash")).to_contain_text("Theirs")
    asked = Asked(page, False)

    with page.expect_event("dialog"):
        box(page, "after", "claims").locator("a").click()

    expect(page.locator(".field-clash button").first).to_be_focused()
    assert "contribution: Theirs" in said(northwind)
    assert asked.kinds == ["confirm"]


def test_the_form_of_a_part_warns_before_it_is_left(open_page: Open, northwind: Path):
    page = open_page(northwind)
    form_of(page, "Roles", "Claims Director")
    page.get_by_label("Purpose").fill("Typed with care")
    asked = Asked(page, False, True)

    with page.expect_event("dialog"):
        page.get_by_role("link", name="Table").click()
    expect(page.get_by_label("Purpose")).to_have_value("Typed with care")
    page.get_by_role("link", name="Table").click()
    expect(page.get_by_role("heading", name="All functions")).to_be_visible()

    assert asked.kinds == ["beforeunload", "beforeunload"]


@pytest.mark.parametrize("way", ["Save", "Back without saving"])
def test_saving_and_letting_go_ask_nothing(open_page: Open, northwind: Path, way: str):
    page = open_page(northwind)
    form_of(page, "Roles", "Claims Director")
    page.get_by_label("Purpose").fill("Typed with care")
    asked = Asked(page)

    page.get_by_text(way, exact=True).click()

    expect(page.get_by_role("heading", name="Everything in the file")).to_be_visible()
    assert asked.kinds == []


def test_a_form_that_says_what_the_file_says_is_left_freely(open_page: Open, northwind: Path):
    page = open_page(northwind)
    form_of(page, "Roles", "Claims Director")
    page.get_by_label("Purpose").fill("Typed with care")
    page.get_by_label("Purpose").fill(page.get_by_label("Purpose").evaluate("e => e.defaultValue"))
    asked = Asked(page)

    page.get_by_role("link", name="Table").click()

    expect(page.get_by_role("heading", name="All functions")).to_be_visible()
    assert asked.kinds == []

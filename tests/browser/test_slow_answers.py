"""Answers that come late: what was done meanwhile is neither lost nor mixed up with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.charts import (
    ALONE,
    box,
    carry,
    choose,
    drag,
    edit,
    fit,
    focus_link,
    has_saved,
    lift,
    middle,
)
from tests.browser.charts import said as says
from tests.browser.conftest import Held, Open, another_page, show_view
from tests.browser.test_designing import said
from tests.browser.test_presenting import slide
from tests.browser.test_source import go, opened, text_of
from tests.browser.test_source import said as source_says

pytestmark = pytest.mark.usefixtures("without_designs")


def address_of(page: Page, view: str, function: str) -> re.Pattern[str]:
    """Return what is asked for when a box is chosen."""
    link = box(page, view, function).locator("a").get_attribute("xlink:href")
    assert link
    chosen = re.search(r"box=[^&#]*", link)
    assert chosen
    return re.compile(rf"/o/[^/]+\?.*{re.escape(chosen[0])}(&|$)")


def test_a_move_made_while_a_box_is_on_its_way_is_not_lost_by_choosing_another(
    open_page: Open, northwind: Path
):
    page = open_page(northwind, **ALONE)
    fit(page)
    chosen = Held(page, address_of(page, "after", "claims"))
    box(page, "after", "claims").locator("a").click()
    chosen.wait()

    drag(page, box(page, "after", "fraud"), page.locator("#after-outcome-informed"))
    box(page, "after", "legal").locator("a").click()
    chosen.let_go()

    has_saved(page, "Fraud now serves “I always know where I stand”")
    expect(page.locator("#panel-heading")).to_have_text("Legal")
    expect(page.locator(".move-ghost")).to_have_count(0)


def test_a_list_that_comes_late_is_not_taken_for_that_of_another_function(
    open_page: Open, northwind: Path
):
    page = open_page(northwind, **ALONE)
    fit(page)
    late = Held(page, "**/move?*", times=1)
    x, y = middle(box(page, "after", "fraud"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 6, steps=3)
    late.wait()
    page.keyboard.press("Escape")
    page.mouse.up()
    lift(page, box(page, "after", "complaints"))
    carry(page, box(page, "after", "claims"))
    expect(page.locator(".move-where")).not_to_be_empty()
    with page.expect_response("**/move?*"):
        late.let_go()
    page.mouse.up()

    says(page, "Complaints now serves “My claim is settled fast and fairly”.")
    expect(page.locator(".move-ghost")).to_have_count(0)


def test_what_is_typed_while_another_box_is_on_its_way_is_saved(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    chosen = Held(page, address_of(page, "after", "claims"))
    box(page, "after", "claims").locator("a").click()
    chosen.wait()
    page.locator("#field-contribution").fill("Typed with care")
    chosen.let_go()

    expect(page.locator("#panel-heading")).to_have_text("Claims")
    assert "contribution: Typed with care" in said(northwind)


def test_what_is_typed_while_another_view_is_on_its_way_is_saved(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    view = Held(page, re.compile("view="))
    page.locator("#switch").get_by_role("link", name="Reporting lines").click()
    view.wait()
    page.locator("#field-contribution").fill("Typed with care")
    view.let_go()

    expect(page.locator("#before-chart")).to_be_visible()
    expect(page.locator("#field-contribution")).to_have_value("Typed with care")
    assert "contribution: Typed with care" in said(northwind)


def test_a_box_that_is_on_its_way_does_not_come_into_another_view(open_page: Open, northwind: Path):
    page = open_page(northwind)
    chosen = Held(page, address_of(page, "after", "claims"))
    box(page, "after", "claims").locator("a").click()
    chosen.wait()

    with page.expect_event("requestfailed", lambda request: "box=" in request.url):
        show_view(page, "Reporting lines")

    expect(page.locator("#before-chart")).to_be_visible()
    expect(page.locator("#place [name=view]")).to_have_value("before")
    expect(page.locator("#panel-heading")).to_have_count(0)


def test_the_source_is_not_followed_back_behind_what_was_saved_since(
    open_page: Open, northwind: Path
):
    page = opened(open_page(northwind))
    go(page, northwind, "name: Marketing")
    late = Held(page, re.compile("/source$"), times=1, is_answered=True)
    edit(northwind, "name: Sales", "name: Selling")
    late.wait()
    page.keyboard.type(" and brand")
    source_says(page, "Saved")
    late.let_go()

    expect(text_of(page)).to_contain_text("name: Selling")
    expect(text_of(page)).to_contain_text("name: Marketing and brand")
    page.keyboard.type(" too")
    source_says(page, "Saved")
    assert "name: Marketing and brand too" in said(northwind)


def test_what_is_removed_is_what_was_meant_though_another_answer_comes_first(
    open_page: Open, northwind: Path
):
    page = open_page(northwind, **ALONE)
    fit(page)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Typed with care")
    page.locator("#panel-heading").click()
    has_saved(page, "Fraud: contribution")
    undone = Held(page, re.compile("/undo"))
    page.locator("#undo").click()
    undone.wait()
    focus_link(box(page, "after", "legal"))
    page.keyboard.press("Delete")
    with another_page(page):
        undone.let_go()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Legal")


def test_a_slide_is_fitted_again_once_its_letters_are_there(open_page: Open, northwind: Path):
    page = open_page(northwind)
    slide(page)
    is_over = """() => { const slide = document.querySelector('.slide')
        return slide.scrollHeight > slide.clientHeight + 1 }"""
    page.evaluate(
        "document.querySelector('.slide h1').textContent += ' and all its homes'.repeat(20)"
    )
    assert page.evaluate(is_over)  # as with letters that are wider than those before them
    page.evaluate("document.fonts.dispatchEvent(new Event('loadingdone'))")
    assert not page.evaluate(is_over)

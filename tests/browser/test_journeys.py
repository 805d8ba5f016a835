"""What people do with the page, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.charts import box, edit, focus_link, place, place_at_rest
from tests.browser.conftest import Complaints, Held, Open, follow, serving

pytestmark = pytest.mark.usefixtures("without_designs")


def test_a_box_opens_its_function_without_drawing_again(open_page: Open, northwind: Path):
    page = open_page(northwind)
    page.evaluate("document.querySelector('#after-chart').untouched = true")

    box(page, "after", "claims").locator("a").click()

    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", name="Claims", exact=True)).to_be_focused()
    expect(panel).to_contain_text("Decides and pays straightforward claims on the first call")
    expect(panel).to_contain_text("Claims Director")
    expect(panel).to_contain_text("Chief Executive's Office")
    expect(box(page, "after", "claims")).to_have_class("node function function-claims chosen")
    assert page.evaluate("document.querySelector('#after-chart').untouched")


PAINTED = "new Promise(done => requestAnimationFrame(() => done('painted')))"
A_MOMENT = "new Promise(done => setTimeout(done, 300, 'waits'))"


def test_the_page_is_painted_once_it_listens(open_page: Open, northwind: Path):
    page = open_page(northwind)
    script = Held(page, "**/chart-page.js*")

    page.goto(page.url, wait_until="commit")
    expect(page.locator("#after-chart")).to_be_attached()
    assert page.evaluate(f"Promise.race([{PAINTED}, {A_MOMENT}])") == "waits"

    script.let_go()
    assert page.evaluate(PAINTED) == "painted"


def test_a_function_is_marked_in_both_charts_side_by_side(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Side by side")

    box(page, "before", "marketing").locator("a").click()

    for view in ("before", "after"):
        expect(box(page, view, "marketing")).to_have_class(
            "node function function-marketing chosen"
        )
    page.locator("#panel").get_by_role("link", name="Close").click()
    expect(page.locator(".stage .chosen")).to_have_count(0)


def test_before_and_after_are_a_click_apart_and_keep_what_is_chosen(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")

    follow(page, "Reporting lines")

    expect(page.locator("#before-chart")).to_be_visible()
    expect(page.locator("#panel-heading")).to_have_text("Claims")


def test_loading_the_page_again_comes_back_to_the_same_place(open_page: Open, northwind: Path):
    page = open_page(northwind)
    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")

    page.reload()

    expect(page.locator("#panel-heading")).to_have_text("Claims")


def test_an_edit_is_followed_without_losing_place(open_page: Open, northwind: Path):
    page = open_page(northwind)
    page.get_by_role("button", name="Zoom in").click()
    box(page, "after", "fraud").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    before = place_at_rest(page)

    edit(
        northwind,
        "contribution: Clears honest customers the same day",
        "contribution: Clears every honest customer",
    )

    changed = box(page, "after", "fraud").locator("a")
    expect(changed).to_contain_text("Clears every honest")
    expect(page.locator("#panel")).to_contain_text("Clears every honest customer")
    expect(box(page, "after", "fraud")).to_have_class("node function function-fraud chosen")
    assert [round(value) for value in place(page)] == [round(value) for value in before]


def test_focus_stays_on_its_box_when_the_chart_changes(open_page: Open, northwind: Path):
    page = open_page(northwind)
    focus_link(box(page, "after", "sales"))

    edit(northwind, "name: Marketing", "name: Brand and marketing")

    expect(page.locator("#after-chart")).to_contain_text("Brand and marketing")
    expect(box(page, "after", "sales").locator("a")).to_be_focused()


def test_whoever_uses_the_keyboard_at_once_finds_the_chart_laid_out(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    stage = page.locator(".stage:has(#after-sheet)")
    expect(stage).not_to_have_class(re.compile("awaits-drawing"))
    stage.evaluate("stage => stage.classList.add('awaits-drawing')")
    page.keyboard.press("Tab")
    assert "awaits-drawing" not in str(stage.get_attribute("class"))  # at once


def test_a_broken_file_shows_its_problems_over_the_last_good_chart_until_mended(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    before = place(page)
    edit(northwind, "accountable: claims-director", "accountable: claims-directr")

    problems = page.locator("#problems")
    expect(problems).to_contain_text("northwind.yaml has")
    expect(problems).to_contain_text("Line 22, column")
    expect(problems).to_contain_text("claims-directr")
    expect(page.locator("#after-chart")).to_be_visible()
    assert place(page) == before

    edit(northwind, "accountable: claims-directr", "accountable: claims-director")

    expect(problems).to_be_empty()


def test_a_file_that_never_was_good_shows_its_chart_once_mended(open_page: Open, tmp_path: Path):
    path = tmp_path / "new.yaml"
    path.write_text("organization: New\noutcome: [\n")
    page = open_page(path)
    expect(page.locator("#problems")).to_contain_text("new.yaml has 1 problem")

    path.write_text("organization: New\noutcome: {statement: It works}\n")

    expect(page.locator("#after-chart")).to_be_visible()


def test_a_gap_leads_to_its_function(open_page: Open, northwind: Path):
    page = open_page(northwind)

    page.locator("#gaps-summary").click()
    page.locator("#gaps").get_by_role("link", name="Legal").click()

    expect(page.locator("#panel-heading")).to_have_text("Legal")
    expect(page.locator("#panel")).to_contain_text("It serves no customer outcome yet.")


def test_all_of_it_works_without_javascript(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)

    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    expect(box(page, "after", "claims")).to_have_class("node function function-claims chosen")
    follow(page, "Side by side")
    expect(page.locator("#before-chart")).to_be_visible()
    page.locator("#panel").get_by_role("link", name="Loss adjusting").click()
    expect(page.locator("#panel-heading")).to_have_text("Loss adjusting")
    page.get_by_role("link", name="Close").click()
    expect(page.locator("#panel-heading")).to_have_count(0)
    expect(page.get_by_role("button", name="Zoom in")).to_have_count(0)


def test_nothing_is_kept_in_the_browser(open_page: Open, northwind: Path):
    page = open_page(northwind)
    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")

    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, JSON.stringify(history.state), document.cookie]"
    )

    assert kept == [0, 0, 0, "null", "window=1440x900"]  # how large it is, and nothing else
    [cookie] = [one for one in page.context.cookies() if one["name"] != "window"]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert "token" not in page.url


def test_other_sites_cannot_frame_the_page_nor_read_it(
    open_page: Open, northwind: Path, complaints: Complaints
):
    complaints.expect("frame-ancestors", "X-Frame-Options")
    page = open_page(northwind)
    address = page.url
    page.goto("about:blank")
    page.set_content(f"<iframe src='{address}'></iframe>")

    assert page.frames[1].url.startswith("chrome-error:")
    assert "Northwind" not in page.frames[1].content()


def test_a_stopped_program_is_said_in_the_page(chromium, northwind: Path):
    page = chromium.new_page()
    with serving(northwind) as link:
        page.goto(link)
        expect(page.locator("#after-chart")).to_be_visible()

    expect(page.get_by_text("orgdesign has stopped.")).to_be_visible()
    page.close()

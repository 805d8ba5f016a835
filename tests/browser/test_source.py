"""What people do in the source pane, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.charts import box, edit
from tests.browser.conftest import Complaints, Open, follow, serving

pytestmark = pytest.mark.usefixtures("refusals", "without_designs")


@pytest.fixture
def source(open_page: Open, northwind: Path) -> Page:
    return opened(open_page(northwind))


def opened(page: Page) -> Page:
    follow(page, "Edit the source")
    expect(text_of(page)).to_be_visible()
    return page


def text_of(page: Page):
    return page.locator(".cm-content")


def go(page: Page, path: Path, words: str) -> None:
    """Put the cursor behind the first place that says ``words``."""
    before, found, _ = path.read_text(encoding="utf-8").partition(words)
    assert found
    start = before + found
    line, column = start.count("\n") + 1, len(start) - start.rfind("\n")
    page.goto(f"{page.url.split('?')[0]}?line={line}&column={column}")
    expect(text_of(page)).to_be_focused()


def take(page: Page) -> None:
    """Take the completion that is offered first, after a moment in which Enter is a line break."""
    offers = page.locator(".cm-tooltip-autocomplete")
    expect(offers).not_to_have_class(re.compile("disabled"))  # it still asks what fits
    page.evaluate("new Promise(done => setTimeout(done, 200))")
    page.keyboard.press("Enter")


def said(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("#saving")).to_have_text(words)


def test_valid_text_is_saved_as_it_is_typed_and_the_chart_follows(source: Page, northwind: Path):
    before = northwind.read_text()
    go(source, northwind, "name: Marketing")

    source.keyboard.type(" and brand")

    said(source, "Saved")
    assert northwind.read_text() == before.replace("name: Marketing", "name: Marketing and brand")
    expect(box(source, "after", "marketing")).to_contain_text("and brand")


def test_text_with_problems_stays_in_the_pane_and_out_of_the_file(source: Page, northwind: Path):
    before = northwind.read_text()
    go(source, northwind, "accountable: claims-director")

    source.keyboard.type("x")

    said(source, re.compile("mend the problems"))
    expect(source.locator(".cm-lintRange-error")).to_have_text("claims-directorx")
    expect(source.locator("#typed-problems")).to_contain_text("1 problem")
    expect(source.locator("#after-chart")).to_be_visible()
    assert northwind.read_text() == before

    source.keyboard.press("Backspace")

    expect(source.locator("#typed-problems")).to_be_empty()
    expect(source.locator(".cm-lintRange-error")).to_have_count(0)
    said(source, "Saved")


def test_a_problem_leads_to_its_place(source: Page, northwind: Path):
    go(source, northwind, "accountable: claims-director")
    source.keyboard.type("x")
    said(source, re.compile("mend the problems"))
    source.keyboard.press("Control+Home")

    source.locator("#typed-problems").get_by_role("link", name=re.compile("Line 22")).click()
    source.keyboard.press("End")
    source.keyboard.press("Backspace")

    said(source, "Saved")


def test_the_banner_of_the_organisation_leads_to_the_line(open_page: Open, northwind: Path):
    edit(northwind, "accountable: claims-director", "accountable: claims-directr")
    page = open_page(northwind)

    follow(page, re.compile("Line 22, column"))

    expect(text_of(page)).to_be_focused()
    expect(page.locator(".cm-activeLine")).to_contain_text("claims-directr")
    expect(page.locator(".cm-lintRange-error").first).to_have_text("claims-directr")


def test_ids_are_completed(source: Page, northwind: Path):
    go(source, northwind, "accountable: claims-director")
    for _ in "claims-director":
        source.keyboard.press("Backspace")

    source.keyboard.type("cus")
    options = source.locator(".cm-tooltip-autocomplete li")
    expect(options.filter(has_text="service-director")).to_have_count(0)
    for _ in "cus":
        source.keyboard.press("Backspace")
    source.keyboard.type("serv")
    source.keyboard.press("Control+Space")  # a busy page may not have offered them by itself yet
    expect(options.first).to_contain_text("service-director")
    expect(options.first).to_contain_text("Service Director")
    take(source)

    said(source, "Saved")
    assert "      accountable: service-director\n" in northwind.read_text()


def test_ids_are_completed_on_a_machine_that_parses_slowly(source: Page, northwind: Path):
    go(source, northwind, "accountable: claims-director")
    source.evaluate(
        "() => { const now = Date.now; let late = 0; Date.now = () => now() + (late += 5) }"
    )
    for _ in "claims-director":
        source.keyboard.press("Backspace")
    source.keyboard.type("serv")
    source.keyboard.press("Control+Space")
    options = source.locator(".cm-tooltip-autocomplete li")
    expect(options.first).to_contain_text("service-director")


def test_completions_that_are_asked_for_while_others_fail_come(
    source: Page, northwind: Path, complaints: Complaints
):
    held: list[Route] = []
    source.route("**/*schema*", lambda route: held.append(route), times=1)
    go(source, northwind, "accountable: claims-director")
    with source.expect_request("**/*schema*"):
        source.keyboard.press("Backspace")
        source.keyboard.type("r")
    source.keyboard.press("Control+Space")
    with source.expect_event("requestfailed"):
        held.pop().abort()

    expect(source.locator(".cm-tooltip-autocomplete li").first).to_contain_text("claims-director")
    complaints.expect("schema", "ERR_FAILED")


def test_keys_and_words_are_completed(source: Page, northwind: Path):
    go(source, northwind, "    name: Procurement")
    source.keyboard.press("Enter")
    source.keyboard.type("ali")
    options = source.locator(".cm-tooltip-autocomplete li")
    expect(options.first).to_contain_text("alignment")
    take(source)
    source.keyboard.type("li")
    expect(options.first).to_contain_text("link")
    take(source)
    source.keyboard.type("en")
    expect(options.first).to_have_text("enabling")
    take(source)

    said(source, "Saved")
    assert "    alignment:\n      link: enabling\n" in northwind.read_text()


def test_a_box_leads_to_its_text_and_the_text_to_its_box(source: Page):
    box(source, "after", "legal").locator("a").click()

    expect(source.locator(".cm-activeLine")).to_contain_text("legal:")
    expect(box(source, "after", "legal")).to_have_class(re.compile("chosen"))
    assert "/source" in source.url


def test_it_is_left_and_saved_from_the_keyboard(source: Page, northwind: Path):
    go(source, northwind, "name: Marketing")
    source.keyboard.type("s")
    source.keyboard.press("Control+s")
    said(source, "Saved")

    source.keyboard.press("Escape")
    source.keyboard.press("Tab")

    expect(text_of(source)).not_to_be_focused()
    assert "name: Marketings" in northwind.read_text()


def test_what_was_typed_a_moment_ago_is_saved_before_a_link_is_followed(
    source: Page, northwind: Path
):
    go(source, northwind, "name: Marketing")

    source.keyboard.type(" and brand")
    follow(source, "History")

    expect(source.locator(".come").first).to_contain_text("name: Marketing and brand")


def test_a_file_that_never_was_good_is_mended_and_gets_its_chart(open_page: Open, tmp_path: Path):
    path = tmp_path / "new.yaml"
    path.write_text("organization: New\noutcom: {statement: It works}\n")
    page = open_page(path)
    follow(page, re.compile("Line 2, column 1"))
    expect(text_of(page)).to_be_focused()

    for _ in "outcom":
        page.keyboard.press("ArrowRight")
    page.keyboard.type("e")

    expect(page.locator("#after-chart")).to_contain_text("It works")


def test_nothing_is_kept_in_the_browser(source: Page, northwind: Path):
    go(source, northwind, "name: Marketing")
    source.keyboard.type("s")
    said(source, "Saved")

    kept = source.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, document.cookie]"
    )

    assert kept == [0, 0, 0, "window=1440x900"]  # how large it is, and nothing else


def test_what_was_typed_stays_when_the_program_stops(chromium, northwind: Path):
    page = chromium.new_page()
    with serving(northwind) as link:
        page.goto(link)
        opened(page)
        go(page, northwind, "name: Marketing")

    page.keyboard.type(" and brand")

    expect(page.get_by_text("What you typed is still here")).to_be_visible()
    expect(text_of(page)).to_contain_text("Marketing and brand")
    page.close()

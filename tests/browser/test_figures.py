"""The figures and the summary as Chromium shows and prints them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.conftest import EXAMPLES, Open, another_page, follow, press

WORDS = "What the customer gets when every department pulls in one direction. " * 8
PAGES = re.compile(rb"/Type\s*/Page\b")


def open_tab(page: Page, name: str) -> None:
    follow(page, "Diagnosis")
    follow(page, name, exact=True)


def overflow(page: Page) -> int:
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(width))


def test_axe_finds_nothing_on_the_figures_and_the_summary(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    open_tab(page, "Figures")
    designs = page.get_by_role("navigation", name="Today or a design")
    with another_page(page):
        designs.get_by_role("link", name="Outcome-led structure, after Year one").click()
    assert (objections(page), overflow(page)) == ([], 0)
    follow(page, "Claims, metrics")
    assert (objections(page), overflow(page)) == ([], 0)
    page.go_back()
    follow(page, "I am covered as I was promised, altogether")
    assert (objections(page), overflow(page)) == ([], 0)
    follow(page, "Summary", exact=True)
    assert (objections(page), overflow(page)) == ([], 0)


def test_a_figure_is_followed_to_its_form_and_counts_what_was_mended(
    open_page: Open, northwind: Path
) -> None:
    page = open_page(northwind)
    open_tab(page, "Figures")
    follow(page, "Motivation: 3 of 17 are there")
    follow(page, "Fraud has no role")
    page.get_by_label("Accountable").select_option("claims-director")
    press(page, "Save")
    open_tab(page, "Figures")
    expect(page.get_by_role("link", name="Motivation: 3 of 16 are there")).to_be_visible()


def test_an_open_page_follows_the_file(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind)
    open_tab(page, "Figures")
    link = page.get_by_role("link", name="Claims, metrics")
    link.focus()
    text = northwind.read_text(encoding="utf-8")
    northwind.write_text(text.replace("vacant: true", "vacant: false"), encoding="utf-8")
    expect(page.get_by_role("status")).to_contain_text("The file has changed")
    expect(link).to_be_focused()


def test_the_figures_need_no_scripts(open_page: Open, northwind: Path) -> None:
    page = open_page(northwind, java_script_enabled=False)
    open_tab(page, "Figures")
    counted = page.get_by_role("navigation", name="What is counted")
    with another_page(page):
        counted.get_by_role("link", name="Cost").click()
    expect(page.get_by_role("table", name="Share of cost")).to_contain_text("7.7 million")


def printed(page: Page) -> int:
    """Return on how many sheets a page is printed."""
    return len(PAGES.findall(page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("example", ["northwind", "hospital", "software"])
def test_the_summary_is_one_sheet(open_page: Open, example: str, tmp_path: Path) -> None:
    path = tmp_path / f"{example}.yaml"
    path.write_bytes((EXAMPLES / f"{example}.yaml").read_bytes())
    page = open_page(path)
    open_tab(page, "Summary")
    assert printed(page) == 1


def test_the_summary_is_one_sheet_and_whole_however_long_its_sentences(
    open_page: Open, tmp_path: Path
) -> None:
    path = tmp_path / "wordy.yaml"
    path.write_text(wordy(), encoding="utf-8")
    page = open_page(path)
    open_tab(page, "Summary")
    assert printed(page) == 1
    page.emulate_media(media="print")
    last = page.get_by_text("Nobody has answered yet who sets the agenda.").bounding_box()
    sheet = page.locator(".board").bounding_box()
    assert last
    assert sheet
    assert last["y"] + last["height"] <= sheet["y"] + sheet["height"] + 1


def wordy() -> str:
    """Return an organisation of which nothing is said in few words."""
    functions = (f"  f{n}: {{name: '{WORDS}{n}', accountable: r{n}}}\n" for n in range(20))
    roles = (f"  r{n}: {{title: '{WORDS}{n}', function: f{n}}}\n" for n in range(20))
    stages = (f"  s{n}: {{name: '{WORDS}{n}', functions: [f{n}]}}\n" for n in range(20))
    designs = (f"  d{n}: {{name: '{WORDS}{n}', changes: []}}\n" for n in range(4))
    return "".join((
        f"organization: '{WORDS}'\n"
        f"outcome: {{statement: '{WORDS}', customer: '{WORDS}', accountable: r1, measures: [m]}}\n"
        f"measures: {{m: {{name: '{WORDS}', unit: '{WORDS}', baseline: 1, target: 2}}}}\n",
        *("functions:\n", *functions, "roles:\n", *roles, "journey:\n", *stages),
        *("designs:\n", *designs),
    ))  # fmt: skip

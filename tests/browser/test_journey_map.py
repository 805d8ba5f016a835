"""The journey map as Chromium shows it: nothing runs into anything, and everybody can read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from orgdesign.charts import journey
from orgdesign.render import Engine, draw_journey
from orgdesign.yamlfile import read_file
from tests.browser.axe import objections
from tests.browser.conftest import EXAMPLES, Open, another_page, follow, press
from tests.browser.test_geometry import any_engine, check_geometry  # noqa: F401 - a fixture


@pytest.mark.parametrize("example", ["northwind", "hospital", "software"])
def test_nothing_leaves_its_box_or_runs_through_another(
    chromium: Browser,
    any_engine: Engine,  # noqa: F811 - the fixture
    tmp_path: Path,
    example: str,
) -> None:
    organisation = read_file(EXAMPLES / f"{example}.yaml").organisation
    assert organisation
    drawn = journey(organisation)
    path = tmp_path / "journey.svg"
    path.write_bytes(draw_journey(drawn, any_engine, "svg"))
    check_geometry(chromium, path, len(drawn.boxes()))


def open_journey(page: Page) -> None:
    follow(page, "Diagnosis")
    follow(page, "Journey", exact=True)


def test_axe_finds_nothing_on_the_page(open_page: Open, northwind: Path):
    page = open_page(northwind)
    open_journey(page)
    expect(page.locator("#journey-chart")).to_be_visible()
    assert objections(page) == []
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0


def test_a_missing_handoff_is_filled_in_and_gone_from_the_map(open_page: Open, northwind: Path):
    page = open_page(northwind)
    open_journey(page)
    missing = page.locator("[id='journey-missing.sales.underwriting.buys'] a")
    with another_page(page):
        missing.press("Enter")
    expect(page.get_by_label("From")).to_have_value("sales")
    page.get_by_label("What passes").fill("What the household told us")
    press(page, "Add")
    open_journey(page)
    expect(missing).to_have_count(0)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Sales"))
    expect(row).to_contain_text("Hands over to Underwriting What the household told us")


def test_the_map_starts_at_its_left_edge_and_zooms(open_page: Open, northwind: Path):
    page = open_page(northwind)
    open_journey(page)
    lane = page.locator("[id='journey-lane.marketing']")
    expect(lane).to_be_in_viewport()
    before = lane.bounding_box()
    page.get_by_role("button", name="Zoom in").click()
    after = lane.bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"] * 1.2


def test_the_page_says_the_same_without_scripts(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)
    open_journey(page)
    expect(page.locator("#journey-chart")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("No hand-off to Underwriting")

"""axe-core finds nothing to object to, on any page, in any light."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EXAMPLES, Open, follow

AXE = EXAMPLES.parent / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}
HABITS = [pytest.param({}, id="desk-and-phone")]

EVERY = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUN = """async options => {
    const {violations} = await axe.run(document, options)
    return violations.flatMap(rule =>
        rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))
}"""


def objections(page: Page, *, on_phone: bool = True) -> list[str]:
    """Return what axe finds wrong with a page, on a desk and a phone, in the dark and the light.

    One load of the page is looked at in all four. In the dark only colours are asked about, as
    nothing else depends on the light. A large page that is asked about again and again is looked
    at ``on_phone`` once.
    """
    page.evaluate(AXE.read_text(encoding="utf-8") + ";undefined")
    desk = page.viewport_size
    found = _in_any_light(page, "desk")
    if on_phone and desk and desk != PHONE:
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        found += _in_any_light(page, "phone")
        page.set_viewport_size(desk)
    return found


def _in_any_light(page: Page, size: str) -> list[str]:
    found: list[str] = []
    for light, options in (("dark", COLOURS), ("light", EVERY)):
        page.emulate_media(color_scheme=light)  # type: ignore[arg-type]
        found += [f"{size}, {light}: {objection}" for objection in page.evaluate(RUN, options)]
    return found


@pytest.mark.parametrize("habits", HABITS)
def test_the_page_of_an_organisation(open_page: Open, northwind: Path, habits: dict[str, object]):
    page = open_page(northwind, **habits)
    assert objections(page) == []

    follow(page, "Side by side")
    page.locator("#gaps-summary").click()
    page.locator("#gaps").get_by_role("link", name="Legal").click()
    expect(page.locator("#panel-heading")).to_have_text("Legal")
    assert objections(page) == []


@pytest.mark.parametrize("habits", HABITS)
def test_problems_and_the_list_of_files(open_page: Open, tmp_path: Path, habits: dict[str, object]):
    (tmp_path / "good.yaml").write_text("organization: Good\noutcome: {statement: It works}\n")
    (tmp_path / "broken.yaml").write_text("organization: Broken\noutcom: {statement: It works}\n")
    page = open_page(tmp_path, **habits)
    assert objections(page) == []

    follow(page, "broken.yaml")
    expect(page.locator("#problems-heading")).to_be_visible()
    assert objections(page) == []


def test_an_empty_folder_and_a_refusal(open_page: Open, tmp_path: Path, complaints: list[str]):
    page = open_page(tmp_path)
    assert objections(page) == []

    page.goto(page.url + "nowhere")
    assert objections(page) == []

    page.context.clear_cookies()
    page.reload()
    expect(page.get_by_text("Open the link that orgdesign serve printed")).to_be_visible()
    assert objections(page) == []
    complaints.clear()  # the refusals themselves


def test_the_pages_of_sharing(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Share")
    assert objections(page) == []
    for words in ("Everything else", "Brand"):
        follow(page, words)
    assert objections(page) == []
    page.goto(page.url.replace("/brand", "/designs/diagram"))
    assert objections(page) == []


SHARED = ["share-view", "share/poster", "share/figures", "share/journey", "brand", "plates/matrix"]


def test_what_is_shared_and_the_brand(open_page: Open, northwind: Path):
    page = open_page(northwind)
    at = page.url.partition("?")[0]
    for place in SHARED:
        page.goto(f"{at}/{place}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert objections(page) == [], place

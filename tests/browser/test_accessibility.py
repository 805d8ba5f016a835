"""axe-core finds nothing to object to, on any page, in any light."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EXAMPLES, Open, follow

AXE = EXAMPLES.parent / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}
HABITS = [pytest.param({}, id="desk"), pytest.param({"viewport": PHONE}, id="phone")]


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async rules => {
    const {violations} = await axe.run(document, {runOnly: rules})
    return violations.flatMap(rule =>
        rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))
}"""


def objections(page: Page) -> list[str]:
    """Return what axe finds wrong with a page, in the dark and in the light."""
    page.evaluate(AXE.read_text(encoding="utf-8") + ";undefined")
    found: list[str] = []
    for light in ("dark", "light"):
        page.emulate_media(color_scheme=light)
        found += [f"{light}: {one}" for one in page.evaluate(RUN, RULES)]
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

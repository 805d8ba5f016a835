"""axe-core finds nothing to object to, on any page, in any light."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.axe import objections
from tests.browser.conftest import Complaints, Open, follow


def test_the_page_of_an_organisation(open_page: Open, northwind: Path):
    page = open_page(northwind)
    assert objections(page) == []

    follow(page, "Side by side")
    page.locator("#gaps-summary").click()
    page.locator("#gaps").get_by_role("link", name="Legal").click()
    expect(page.locator("#panel-heading")).to_have_text("Legal")
    assert objections(page) == []


def test_problems_and_the_list_of_files(open_page: Open, tmp_path: Path):
    (tmp_path / "good.yaml").write_text("organization: Good\noutcome: {statement: It works}\n")
    (tmp_path / "broken.yaml").write_text("organization: Broken\noutcom: {statement: It works}\n")
    page = open_page(tmp_path)
    assert objections(page) == []

    follow(page, "broken.yaml")
    expect(page.locator("#problems-heading")).to_be_visible()
    assert objections(page) == []


def test_an_empty_folder_and_a_refusal(open_page: Open, tmp_path: Path, complaints: Complaints):
    complaints.expect("status of 403", "status of 404")
    page = open_page(tmp_path)
    assert objections(page) == []

    page.goto(page.url + "nowhere")
    assert objections(page) == []

    page.context.clear_cookies()
    page.reload()
    expect(page.get_by_text("Open the link that orgdesign serve printed")).to_be_visible()
    assert objections(page) == []


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

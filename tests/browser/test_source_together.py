"""The source is typed in while the file is edited elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.charts import edit
from tests.browser.conftest import Open, follow
from tests.browser.test_source import go, opened, said, text_of

pytestmark = pytest.mark.usefixtures("refusals", "without_designs")


@pytest.fixture
def source(open_page: Open, northwind: Path) -> Page:
    return opened(open_page(northwind))


def test_text_edited_elsewhere_is_followed_with_the_cursor_where_it_was(
    source: Page, northwind: Path
):
    go(source, northwind, "name: Marketing")

    edit(northwind, "organization: Northwind Insurance", "# ours\norganization: Northwind Mutual")

    said(source, "Changed elsewhere")
    source.keyboard.type(" and brand")
    said(source, "Saved")
    text = northwind.read_text()
    assert "name: Marketing and brand\n" in text
    assert "# ours\norganization: Northwind Mutual\n" in text


def test_an_edit_made_elsewhere_meanwhile_is_merged(source: Page, northwind: Path):
    before = northwind.read_text()
    go(source, northwind, "accountable: claims-director")
    source.keyboard.type("x")
    said(source, re.compile("mend the problems"))

    edit(northwind, "organization: Northwind Insurance", "# ours\norganization: Northwind Mutual")
    expect(text_of(source)).to_contain_text("Northwind Mutual")
    expect(source.locator(".cm-lintRange-error")).to_have_text("claims-directorx")
    source.keyboard.type("yz")
    for _ in "xyz":
        source.keyboard.press("Backspace")
    source.keyboard.press("Control+End")
    source.keyboard.type("# typed here")

    said(source, "Saved")
    ours = before.replace(
        "organization: Northwind Insurance", "# ours\norganization: Northwind Mutual"
    )
    assert northwind.read_text() == f"{ours}# typed here"


def conflicting(page: Page, northwind: Path) -> None:
    """Type something that cannot stand yet, while the file is edited elsewhere."""
    go(page, northwind, "accountable: claims-director")
    page.keyboard.type("x")
    said(page, re.compile("mend the problems"))
    edit(northwind, "accountable: claims-director", "accountable: service-director")
    expect(page.locator("#conflict-heading")).to_be_visible()
    expect(page.locator("#conflict")).to_contain_text("Typed here:")


def test_both_sides_are_shown_and_mine_can_be_kept(source: Page, northwind: Path):
    before = northwind.read_text()
    conflicting(source, northwind)

    source.get_by_role("button", name="Keep what I typed").click()
    expect(source.locator("#conflict-heading")).to_have_count(0)
    said(source, re.compile("mend the problems"))
    source.keyboard.press("Backspace")

    said(source, "Saved")
    assert northwind.read_text() == before
    follow(source, "History")
    expect(source.locator(".outside").first).to_contain_text("Edited outside orgdesign")


def test_both_sides_are_shown_and_theirs_can_be_taken_and_mine_had_back(
    source: Page, northwind: Path
):
    conflicting(source, northwind)

    source.get_by_role("link", name="Take what the file says").click()
    said(source, "Saved")
    theirs = northwind.read_text()
    assert "accountable: claims-director" not in theirs

    source.keyboard.press("Control+z")
    said(source, re.compile("mend the problems"))
    expect(source.locator(".cm-lintRange-error")).to_have_text("claims-directorx")
    assert northwind.read_text() == theirs


def test_axe_finds_nothing(open_page: Open, northwind: Path):
    page = opened(open_page(northwind))
    assert objections(page) == []

    conflicting(page, northwind)
    assert objections(page) == []

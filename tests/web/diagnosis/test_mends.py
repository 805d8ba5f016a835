"""The button that mends a finding, what it would write, and findings that are fine here."""

from __future__ import annotations

import re
from html import unescape

import pytest

from orgdesign.yamlfile import read_file
from tests.web.conftest import BAKERY, Sheet, Site

MORE = """\
handoffs:
  order: {from: counter, to: baking, measure: sold-out}
"""


@pytest.fixture
def findings(site: Site) -> str:
    site.path.write_text(BAKERY + MORE, encoding="utf-8")
    return site.get(f"{site.address}/diagnosis").text


def opened(site: Site, findings: str, words: str) -> str:
    """Return the page of the finding whose message has ``words``."""
    items = re.findall(
        r'<li class="finding .*?</li>\s*(?=<li class="finding|</ul>)', findings, re.DOTALL
    )
    item = next(each for each in items if words in unescape(each))
    return site.get(site.follow(item, "Open the fields that mend it")).text


def form(html: str, words: str) -> Sheet:
    forms = re.findall(r'<form class="form".*?</form>', html, re.DOTALL)
    return Sheet(next(each for each in forms if words in unescape(each)))


def test_the_button_says_what_it_writes_and_undo_takes_it_back(site: Site, findings: str) -> None:
    page = opened(site, findings, "Nobody is accountable for the hand-off from Counter to Baking")
    assert "Let Owner answer for it." in page
    assert "What changes in the file: 1 line changed" in page
    sheet = form(page, "Let Owner answer for it.")
    before = site.path.read_text()
    assert site.post(sheet.address, sheet.said()).status_code == 303
    organisation = read_file(site.path).organisation
    assert organisation
    assert organisation.handoffs["order"].accountable == "owner"
    version = re.search(r'name="base" value="([^"]*)"', site.get(f"{site.address}/diagnosis").text)
    assert version
    site.post(f"{site.address}/diagnosis/way", {"base": version[1], "way": "undo"})
    assert site.path.read_text() == before


def test_another_edit_than_was_shown_is_not_made(site: Site, findings: str) -> None:
    page = opened(site, findings, "Nobody is accountable for the hand-off from Counter to Baking")
    sheet = form(page, "Let Owner answer for it.")
    answer = site.post(sheet.address, sheet.said(sentence="Let somebody else answer for it."))
    assert answer.status_code == 409
    assert site.path.read_text() == BAKERY + MORE


def test_what_is_fine_here_goes_with_its_reason_and_is_counted(site: Site, findings: str) -> None:
    page = opened(site, findings, "Bookkeeping serves no customer outcome")
    sheet = form(page, "Why this is fine here")
    refused = site.post(sheet.address, sheet.said())
    assert refused.status_code == 422
    site.post(sheet.address, sheet.said(reason="The owner does the books at night."))
    after = site.get(f"{site.address}/diagnosis").text
    assert "function-without-outcome:" in site.path.read_text()
    assert "Taken as they are" in after
    assert "The owner does the books at night." in unescape(after)

"""What a design has come to becomes the new today, with a click."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.web.conftest import BAKERY, Sheet, Site

DESIGNS = """\
designs:
  night:
    name: One night team
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
      - {change: move, function: books, reports_to: counter, phase: spring}
      - {change: retire, function: counter, reports_to: baking, phase: autumn}
"""
OTHER = """\
  shop:
    name: A shop
    changes:
      - {change: rename, function: counter, name: Shop}
"""


@pytest.fixture
def bakery(bakery: Path) -> Path:
    bakery.write_text(BAKERY + DESIGNS + OTHER)
    return bakery


def statement(site: Site, words: str = "") -> str:
    """Return the page that says what changes, as far as ``words`` say."""
    designs = site.get(f"{site.address}/designs").text
    design = site.get(site.follow(designs, "One night team")).text
    page = site.get(site.follow(design, "New today")).text
    return site.get(site.follow(page, words)).text if words else page


def told(html: str) -> list[str]:
    found = re.search(r'<ul class="told.*?</ul>', html, re.DOTALL)
    assert found
    texts = re.findall(r"<li>(.*?)</li>", found[0], re.DOTALL)
    return [unescape(" ".join(re.sub("<[^>]*>", "", text).split())) for text in texts]


def button(html: str) -> Sheet:
    found = re.search(r'<form class="form" method="post".*?</form>', html, re.DOTALL)
    assert found
    return Sheet(found[0])


def test_what_changes_is_told_before_anything_does(site: Site, bakery: Path) -> None:
    page = statement(site)
    assert "1 change is made in the file." in page
    assert told(page) == ["→ Moved: Bookkeeping reports to Counter, until now to Baking."]
    assert bakery.read_text() == BAKERY + DESIGNS + OTHER


def test_the_button_makes_it_the_new_today_and_leads_back_to_the_design(
    site: Site, bakery: Path
) -> None:
    sheet = button(statement(site))
    answer = site.post(sheet.address, sheet.said())
    assert answer.status_code == 303
    assert "Autumn" in site.get(str(answer.location)).text
    assert "    name: Bookkeeping\n    reports_to: counter\n" in bakery.read_text()
    assert "Spring" not in bakery.read_text()


def test_undo_brings_back_what_the_file_said(site: Site, bakery: Path) -> None:
    sheet = button(statement(site))
    site.post(sheet.address, sheet.said())
    designs = site.get(f"{site.address}/designs").text
    assert "New today: One night team, after Spring" in designs
    base = re.search(r'name="base" value="(\w+)"', designs)
    assert base
    site.post(f"{site.address}/undo", {"base": base[1]})
    assert bakery.read_text() == BAKERY + DESIGNS + OTHER


def test_a_second_click_does_nothing_more(site: Site, bakery: Path) -> None:
    sheet = button(statement(site))
    site.post(sheet.address, sheet.said())
    once = bakery.read_text()
    assert site.post(sheet.address, sheet.said()).status_code == 303
    assert bakery.read_text() == once


def test_another_design_that_no_longer_fits_is_told_and_can_go(site: Site, bakery: Path) -> None:
    page = statement(site, "All of it")
    assert told(page) == [
        'Line 45: the function "counter" is no longer there then; '
        "change this line, or take it out, first"
    ]
    without = site.get(site.follow(page, "settle without it")).text
    assert "A shop goes, too, since it no longer fits." in without
    sheet = button(without)
    site.post(sheet.address, sheet.said())
    assert bakery.read_text().endswith("designs: {}\n")


def test_changes_that_cannot_be_made_stand_in_the_way(site: Site, bakery: Path) -> None:
    bakery.write_text(
        bakery.read_text().replace(
            "function: books, reports_to: counter", "function: baking, reports_to: books"
        )
    )
    page = statement(site)
    assert "It cannot be the new today yet" in page
    assert told(page)[0].startswith("Line 40: this change cannot be made: Baking cannot report")
    assert "Make this the new today" not in page


def test_nothing_is_settled_over_a_file_that_changed_meanwhile(site: Site, bakery: Path) -> None:
    sheet = button(statement(site))
    bakery.write_text(bakery.read_text().replace("J. Sato", "K. Mori"))
    answer = site.post(sheet.address, sheet.said())
    assert answer.status_code == 409
    assert "The file has changed meanwhile. Look again at what changes" in answer.text
    assert "Spring" in bakery.read_text()


def test_what_cannot_be_spliced_is_refused_with_the_reason(site: Site, bakery: Path) -> None:
    bakery.write_text(bakery.read_text().replace("  books:\n", "  books: &books\n"))
    page = statement(site)
    assert "is anchored (&amp;books), to be repeated; edit the source instead: line" in page


def test_a_design_that_is_gone_is_told(site: Site, bakery: Path) -> None:
    address = button(statement(site)).address
    bakery.write_text(BAKERY)
    assert site.get(address).status_code == 404

"""A design is proposed, bent by limits, and laid down in one step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgdesign.yamlfile import read_file
from tests.web.conftest import Sheet, Site

INSURER = """\
organization: Insurer
outcome: {statement: Paid within five days}
functions:
  top: {name: Board, accountable: chief}
  claims: {name: Claims, reports_to: top, accountable: head, headcount: 50}
  paying: {name: Paying, reports_to: claims, headcount: 20}
  loss: {name: Loss adjusting, reports_to: claims, headcount: 30}
  finance: {name: Finance, reports_to: top, headcount: 60}
  fraud: {name: Fraud, reports_to: finance, headcount: 6}
  books: {name: Books, reports_to: finance, headcount: 40}
  sales: {name: Sales, reports_to: top}
roles:
  chief: {title: Chief Executive}
  head: {title: Claims Director}
handoffs:
  one: {from: loss, to: fraud, passes: The file}
  two: {from: fraud, to: paying, accountable: head}
"""


@pytest.fixture
def bakery(bakery: Path) -> Path:
    bakery.write_text(INSURER)
    return bakery


def form(html: str, words: str) -> Sheet:
    """Return the form whose button says ``words``."""
    forms = re.findall(r'<form class="form .*?</form>', html, re.DOTALL)
    return Sheet(next(each for each in forms if words in each))


def proposal(site: Site) -> str:
    designs = site.get(f"{site.address}/designs").text
    return site.get(site.follow(designs, "Propose a design")).text


def test_a_proposal_says_what_it_would_do_before_anything_is_written(
    site: Site, bakery: Path
) -> None:
    page = proposal(site)
    assert "2 of 2 hand-offs and steps cross from branch to branch (100%)" in page
    assert "Fraud moves from Finance to Claims." in page
    assert "Claims Director answers for the hand-off from Loss adjusting to Fraud." in page
    assert bakery.read_text() == INSURER


def test_laid_down_it_is_a_design_and_undo_takes_it_back(site: Site, bakery: Path) -> None:
    sheet = form(proposal(site), "Lay it down")
    answer = site.post(sheet.address, sheet.said())
    assert answer.status_code == 303
    assert "Fewer hand-offs between branches" in site.get(str(answer.location)).text
    organisation = read_file(bakery).organisation
    assert organisation
    [design] = organisation.designs.values()
    assert [change.kind for change in design.changes] == ["move", "appoint"]
    base = site.get(f"{site.address}/designs").text
    found = re.search(r'name="base" value="([^"]*)"', base)
    assert found
    site.post(f"{site.address}/designs/way", {"base": found[1], "way": "undo"})
    assert bakery.read_text() == INSURER


def test_what_is_to_stay_is_proposed_no_more(site: Site) -> None:
    page = proposal(site)
    key = re.findall(r'name="stays" value="(\w+)"', page)[0]
    limits = form(page, "Propose again")
    answer = site.post(limits.address, {**limits.said(), "stays": key})
    again = site.get(str(answer.location)).text
    assert "Fraud moves" not in again
    assert "Stay where they are" in again


def test_a_function_that_stays_is_named_by_its_words(site: Site) -> None:
    limits = form(proposal(site), "Propose again")
    answer = site.post(limits.address, limits.said(more="fraud"))
    assert "Fraud" not in str(answer.location)
    assert "Fraud moves" not in site.get(str(answer.location)).text


def test_limits_that_cannot_be_read_are_told_beside_them(site: Site) -> None:
    limits = form(proposal(site), "Propose again")
    answer = site.post(limits.address, limits.said(people="many", more="Nobody"))
    assert answer.status_code == 422
    assert "Write a number, 0 or more, or nothing." in answer.text
    assert "No function is called “Nobody”." in answer.text


def test_what_was_looked_at_is_what_is_laid_down(site: Site, bakery: Path) -> None:
    sheet = form(proposal(site), "Lay it down")
    bakery.write_text(INSURER.replace("Loss adjusting", "Adjusters"))
    answer = site.post(sheet.address, sheet.said())
    assert answer.status_code == 409
    assert "designs:" not in bakery.read_text()

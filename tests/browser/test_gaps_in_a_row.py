"""Gap after gap by keyboard, faster than the answers come: nothing that was typed is lost."""

from __future__ import annotations

import difflib
from pathlib import Path

from playwright.sync_api import Page, expect

from orgdesign.yamlfile import read_file
from tests.browser.conftest import Open

GAPS = 8
HEAD = """\
organization: Shop
outcome:
  statement: I get what I ordered, on the day I was told
  outcomes:
    told: {statement: I always know when it comes}
roles:
  head: {title: Head}
functions:
"""
FUNCTION = """\
  f{0}:
    name: Function {0}
    accountable: head  # stays
"""


def close_gap(page: Page, contribution: str) -> str:
    """Align the function in the panel, go on to the next gap, and return the function's name."""
    expect(page.locator("#field-outcome")).to_be_focused()
    name = page.locator("#panel-heading").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type(contribution)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#panel-heading")).not_to_have_text(name)
    return name


def test_gaps_are_closed_in_a_row(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "shop.yaml"
    was = HEAD + "".join(FUNCTION.format(number) for number in range(GAPS + 1))
    path.write_text(was)
    page = open_page(path)
    page.get_by_role("link", name="Next gap").first.click()
    said = {
        close_gap(page, sentence): sentence
        for sentence in (f"Answers the customer on day {number}" for number in range(GAPS))
    }

    organisation = read_file(path).organisation
    assert organisation
    functions = {function.name: function for function in organisation.functions.values()}
    assert {name: functions[name].alignment.contribution for name in said} == said
    changes = list(difflib.ndiff(was.splitlines(), path.read_text().splitlines()))
    assert [line for line in changes if line.startswith("- ")] == []
    added = [line for line in changes if line.startswith("+ ")]
    assert len(added) == 3 * GAPS

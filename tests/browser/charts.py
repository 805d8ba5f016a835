"""What people do on a chart in the browser, and what they see there."""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def box(page: Page, view: str, function: str):
    return page.locator(f"#{view}-function-{function}")


def focus_link(shown_box: Locator) -> None:
    """Set the focus on a box once it is laid out, as nobody can before."""
    link = shown_box.locator("a")
    expect(link).to_be_visible()
    link.focus()


def place(page: Page) -> list[float]:
    """Return where the chart stands in its stage, and how large."""
    return page.evaluate(
        """() => {
            const sheet = document.querySelector('.stage .sheet')
            const at = new DOMMatrix(getComputedStyle(sheet).transform)
            return [-at.e, -at.f, sheet.getBoundingClientRect().width]
        }"""
    )


def place_at_rest(page: Page) -> list[float]:
    """Return where the chart stands once it moves no more."""
    before, now = None, place(page)
    while before != now:
        page.wait_for_timeout(150)
        before, now = now, place(page)
    return now


def scrolled(page: Page, pixels: float) -> None:
    """Wait until the chart is moved up beyond some pixels."""
    up = "-new DOMMatrix(getComputedStyle(document.querySelector('.stage .sheet')).transform).f"
    page.wait_for_function(f"at => {up} > at", arg=pixels)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


ALONE = {"viewport": {"width": 1440, "height": 1100}}


def fit(page: Page) -> None:
    """Show the whole chart, so that every box can be reached."""
    page.locator('[data-zoom="fit"]').first.click()


def middle(found: Locator) -> tuple[float, float]:
    at = found.bounding_box()
    assert at
    return at["x"] + at["width"] / 2, at["y"] + at["height"] / 2


def zoom(page: Page) -> float:
    """Return how large the chart is shown, against how it was drawn."""
    chart = "document.querySelector('svg.chart')"
    return float(page.evaluate(f"{chart}.clientWidth / {chart}.viewBox.baseVal.width"))


def lift(page: Page, function: Locator) -> None:
    """Press on a box and move a little, until it is known where it can go."""
    x, y = middle(function)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 6, steps=3)
    expect(page.locator(".stage .lifted")).to_have_count(1)


def carry(page: Page, to: Locator) -> None:
    page.mouse.move(*middle(to), steps=4)


def drag(page: Page, function: Locator, to: Locator) -> None:
    lift(page, function)
    carry(page, to)
    page.mouse.up()


def changes(before: str, path: Path) -> list[str]:
    """Return the lines that are no longer there, and those that came."""
    now = path.read_text(encoding="utf-8")
    lines = unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def said(page: Page, sentence: str) -> None:
    expect(page.locator("#status")).to_contain_text(sentence)


def choose(page: Page, function: str) -> None:
    box(page, "after", function).locator("a").click()
    expect(page.locator("#field-contribution")).to_be_visible()


def has_saved(page: Page, what: str | re.Pattern[str]) -> None:
    """Wait until the page says that a change is in the file."""
    expect(page.locator("#way .last")).to_have_text(what)


OLD = "contribution: Clears honest customers the same day"

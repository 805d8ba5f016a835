"""Boxes that are on two slides move from the one to the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import MOVES, Held, Open
from tests.browser.test_presenting import CHART, at, places, present

MIDWAY = 450
"""The middle of a move, in milliseconds."""


def hold(page: Page) -> None:
    """Let everything that is going to move wait at its beginning, however busy the machine is."""
    page.evaluate(
        """() => { window.moves = []; const animate = Element.prototype.animate
        Element.prototype.animate = function (...said) { const move = animate.apply(this, said)
            if (window.moves) { move.pause(); window.moves.push(move) }
            return move } }"""
    )


def freeze(page: Page, when: float) -> None:
    """Stop everything that moves at a time after it began, in milliseconds."""
    page.wait_for_selector(".flight > div", state="attached")
    page.evaluate("when => { for (const move of window.moves) move.currentTime = when }", when)


def thaw(page: Page) -> None:
    """Let everything that moves come to its end."""
    page.evaluate("() => { for (const move of window.moves) move.finish(); window.moves = null }")


FLIGHT = ".flight > div"


def test_a_box_travels_from_its_place_before_to_its_place_after(open_page: Open, northwind: Path):
    page = open_page(northwind, **MOVES)
    present(page, 5)
    before = places(page, CHART)
    hold(page)
    page.keyboard.press("ArrowRight")
    freeze(page, 0)
    start = places(page, FLIGHT)
    freeze(page, MIDWAY)
    midway = places(page, FLIGHT)
    thaw(page)
    at(page, 6)
    after = places(page, CHART)
    for name in ("Claims", "ENABLING Finance", "Marketing"):
        for side in ("x", "y", "width"):
            one, other = before[name][side], after[name][side]
            assert start[name][side] == pytest.approx(one, abs=2)
            low, high = sorted((one, other))
            assert low - 2 <= midway[name][side] <= high + 2
    assert abs(before["Marketing"]["y"] - after["Marketing"]["y"]) > 20
    assert midway["Marketing"]["y"] != pytest.approx(before["Marketing"]["y"], abs=4)
    assert midway["Marketing"]["y"] != pytest.approx(after["Marketing"]["y"], abs=4)


def test_in_the_end_it_is_exactly_the_page_of_the_slide(open_page: Open, northwind: Path):
    page = open_page(northwind, **MOVES)
    present(page, 5)
    page.keyboard.press("ArrowRight")
    at(page, 6)
    moved, look = places(page, CHART), page.locator(".slide").inner_html()
    page.reload()
    assert places(page, CHART) == moved
    assert page.locator(".slide").inner_html() == look


def test_what_is_merged_goes_into_what_it_becomes(open_page: Open, northwind: Path):
    page = open_page(northwind, **MOVES)
    present(page, 3)
    hold(page)
    page.keyboard.press("ArrowRight")
    freeze(page, 899)
    ending = page.locator(".flight > div", has_text="Complaints Manager").first.bounding_box()
    heir = page.locator(".flight > div", has_text="Service Director").last.bounding_box()
    assert ending
    assert heir
    assert ending["x"] == pytest.approx(heir["x"], abs=4)
    thaw(page)
    at(page, 4)


def test_the_next_key_takes_boxes_on_from_where_they_are(open_page: Open, northwind: Path):
    page = open_page(northwind, **MOVES)
    present(page, 5)
    hold(page)
    page.keyboard.press("ArrowRight")
    freeze(page, MIDWAY)
    midway = places(page, FLIGHT)["Marketing"]
    page.evaluate("() => { window.moves = [] }")
    page.keyboard.press("ArrowLeft")
    expect(page.locator('.slide[data-number="5"]')).to_be_attached()
    freeze(page, 0)
    again = places(page, FLIGHT)["Marketing"]
    assert again["y"] == pytest.approx(midway["y"], abs=3)
    thaw(page)
    at(page, 5)


def test_nothing_moves_for_those_who_do_not_want_it(open_page: Open, northwind: Path):
    page = open_page(northwind)
    late = Held(page, "**/present/6")
    present(page, 3)
    page.evaluate(
        """() => { window.most = 0; const look = () => { window.most = Math.max(window.most,
        document.getAnimations().length, document.querySelectorAll('.slide').length - 1)
        requestAnimationFrame(look) }; look() }"""
    )
    for number in (4, 5):
        page.keyboard.press("ArrowRight")
        at(page, number)
    page.keyboard.press("ArrowRight")
    late.let_go()
    at(page, 6)
    assert page.evaluate("() => window.most") == 0

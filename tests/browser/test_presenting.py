"""A talk: the keys, boxes that move, the speaker and the audience in step, and no script at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections, objections_to_colours
from tests.browser.conftest import EXAMPLES, MOVES, Complaints, Held, Open, follow, press

Box = dict[str, float]


def slide(page: Page, number: int = 1) -> None:
    """Open a slide as a page of its own."""
    address = page.url.split("?")[0].split("/present")[0]
    page.goto(f"{address}/present/{number}")


def present(page: Page, number: int = 1, last: int | None = None) -> None:
    """Open a slide, and wait until those up to the last are read, or the next one alone.

    A key shows those at once. They are read one after the other: the next, then from the first on.
    """
    last = last or number + 1
    with page.expect_response(re.compile(rf"/present/{last}$")) as answer:
        slide(page, number)
    answer.value.finished()


def at(page: Page, number: int) -> None:
    """Expect to be at a slide, and nothing to move any more."""
    expect(page.locator(".slide")).to_have_count(1)
    expect(page.locator(f'.slide[data-number="{number}"]')).to_be_visible()


CHART = ".slide:last-of-type .node.function"


def places(page: Page, selector: str) -> dict[str, Box]:
    """Return where each box is on screen, by the name that stands first in it."""
    found: dict[str, Box] = page.evaluate(
        """selector => Object.fromEntries([...document.querySelectorAll(selector)].map(node => {
        const {x, y, width, height} = node.getBoundingClientRect()
        const bold = [...node.querySelectorAll('text.b')].map(t => t.textContent)
        return [bold.join(' '), {x, y, width, height}] }))""",
        selector,
    )
    return found


def test_keys_lead_through_the_slides(open_page: Open, northwind: Path):
    page = open_page(northwind, **MOVES)
    present(page)
    for key, number in (
        ("ArrowRight", 2),
        (" ", 3),
        ("PageDown", 4),
        ("ArrowLeft", 3),
        ("PageUp", 2),
        ("End", 13),
        ("ArrowRight", 13),
        ("Home", 1),
        ("ArrowLeft", 1),
    ):
        page.keyboard.press(key)
        at(page, number)
        assert f"/present/{number}" in page.url
    page.keyboard.press("ArrowRight")
    expect(page.locator("#told")).to_have_text("What the customer gets, slide 2 of 13")
    page.reload()
    at(page, 2)
    page.keyboard.press("Escape")
    expect(page.locator("#charts-heading")).to_be_attached()


def test_the_screen_is_blanked_and_comes_back(open_page: Open, northwind: Path):
    page = open_page(northwind)
    present(page, 2)
    page.keyboard.press("b")
    expect(page.locator("body.blanked")).to_be_attached()
    page.keyboard.press("b")
    expect(page.locator("body.blanked")).not_to_be_attached()
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    expect(page.locator("body.blanked")).not_to_be_attached()
    page.keyboard.press("b")
    page.keyboard.press("ArrowRight")
    expect(page.locator("body.blanked")).not_to_be_attached()
    at(page, 3)


def test_the_screen_is_filled(open_page: Open, northwind: Path):
    page = open_page(northwind)
    present(page)
    page.keyboard.press("f")
    page.wait_for_selector("html:fullscreen")
    page.keyboard.press("ArrowRight")
    at(page, 2)
    assert page.evaluate("() => document.fullscreenElement !== null")
    page.keyboard.press("Escape")
    expect(page.locator("html:fullscreen")).not_to_be_attached()


def test_a_branch_is_walked_into_and_out_of(open_page: Open, northwind: Path):
    page = open_page(northwind)
    present(page, 3)
    page.locator(".slide .node.function", has_text="Claims Director").first.click()
    expect(page.get_by_role("link", name="Show the whole chart")).to_be_visible()
    at(page, 3)
    assert len(places(page, CHART)) < 6
    page.get_by_role("link", name="Show the whole chart").click()
    expect(page.get_by_role("link", name="Show the whole chart")).to_have_count(0)
    at(page, 3)
    assert len(places(page, CHART)) == 17


def test_speaker_and_audience_are_in_step(open_page: Open, northwind: Path):
    page = open_page(northwind)
    present(page, 2)
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator("#progress")).to_have_text("2 of 13")
    speaker.wait_for_load_state("load")
    expect(speaker.locator("#elapsed")).to_have_text(re.compile(r"\d:\d\d"))
    page.keyboard.press("ArrowRight")
    expect(speaker.locator("#progress")).to_have_text("3 of 13")
    expect(speaker.locator(".notes")).to_contain_text("A. Souza")
    speaker.keyboard.press("ArrowRight")
    at(page, 4)
    expect(speaker.locator("#progress")).to_have_text("4 of 13")
    speaker.keyboard.press("b")
    expect(page.locator("body.blanked")).to_be_attached()


def test_windows_tell_each_other_the_number_of_the_slide_and_nothing_of_it(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    present(page, 2)
    page.evaluate(
        """() => { window.heard = []
        new BroadcastChannel(`talk-${document.body.dataset.talk}`).onmessage = ({data}) =>
            window.heard.push(data) }"""
    )
    page.keyboard.press("ArrowRight")
    at(page, 3)
    page.wait_for_function("() => window.heard.length")
    assert page.evaluate("() => window.heard") == [{"slide": 3}]


def test_a_talk_goes_on_when_orgdesign_has_stopped(
    open_page: Open, northwind: Path, complaints: Complaints
):
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    page = open_page(northwind)
    present(page, last=5)
    page.context.set_offline(True)
    for number in (2, 3, 4):
        page.keyboard.press("ArrowRight")
        at(page, number)


def test_a_slide_that_cannot_be_had_says_so_and_the_one_before_stays(
    open_page: Open, northwind: Path, complaints: Complaints
):
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    page = open_page(northwind)
    present(page, 3)
    page.context.set_offline(True)
    page.locator(".slide .node.function", has_text="Claims Director").first.click()
    expect(page.get_by_role("alert")).to_contain_text("orgdesign has stopped")
    at(page, 3)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (390, 844)])
def test_no_slide_scrolls_however_much_people_wrote(
    open_page: Open, tmp_path: Path, size: tuple[int, int]
):
    path, words = tmp_path / "long.yaml", "many words that say it at length " * 12
    under = "".join(f"    o{at}: {{statement: {words}}}\n" for at in range(9))
    path.write_text(
        f"organization: {words}\noutcome:\n  statement: {words * 4}\n  outcomes:\n{under}"
        f"functions: {{a: {{name: {words}}}}}\n"
    )
    page = open_page(path, viewport={"width": size[0], "height": size[1]})
    for number in range(1, 7):
        slide(page, number)
        over = page.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll(
            '.slide, .outcome, .outcomes, .outcomes > li, .drawn')].filter(part =>
            part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
            .map(part => part.className)"""
        )
        assert over == [], number


def test_slides_are_plain_pages_without_a_script(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)
    follow(page, "Present")
    press(page, "Start")
    for number in range(1, 13):
        expect(page.locator(f'.slide[data-number="{number}"]')).to_be_visible()
        follow(page, "On", exact=True)
    follow(page, "Back", exact=True)
    expect(page.locator('.slide[data-number="12"]')).to_be_visible()
    page.get_by_text("12 of 13").click()
    follow(page, "What changes")
    follow(page, "Leave")
    expect(page.locator("#charts-heading")).to_be_attached()


def test_a_finger_turns_the_slides(open_page: Open, northwind: Path):
    page = open_page(northwind, has_touch=True, viewport={"width": 390, "height": 844})
    present(page, 2)
    swipe = """([from, to]) => { for (const [type, x] of [['touchstart', from], ['touchend', to]]) {
        const touch = new Touch({identifier: 1, target: document.body, clientX: x, clientY: 400})
        document.dispatchEvent(new TouchEvent(type, {touches: type === 'touchend' ? [] : [touch],
            changedTouches: [touch], bubbles: true})) } }"""
    page.evaluate(swipe, [300, 100])
    at(page, 3)
    page.evaluate(swipe, [100, 300])
    at(page, 2)


def test_an_edit_made_meanwhile_is_shown(open_page: Open, northwind: Path):
    page = open_page(northwind)
    present(page, last=13)
    northwind.write_text(northwind.read_text("utf-8").replace("Every claim is", "Each claim is"))
    with page.expect_response("**/present/12") as answer:
        page.keyboard.press("End")
    answer.value.finished()
    page.evaluate("() => fetch(location.href).then(answer => answer.text())")
    at(page, 13)
    page.keyboard.press("Home")
    expect(page.locator('.slide[data-number="1"]')).to_be_attached()
    page.keyboard.press("ArrowRight")
    expect(page.locator('.slide[data-number="2"] h1')).to_contain_text("Each claim is")


def test_nothing_bars_anybody(open_page: Open, northwind: Path):
    page = open_page(northwind)
    address = page.url.split("?")[0]
    for number in (1, 2, 3, 7, 12, 8):
        page.goto(f"{address}/present/{number}?dark=1")
        page.mouse.move(100, 100)
        assert objections_to_colours(page) == [], number
        page.goto(f"{address}/present/{number}?dark=")
        page.mouse.move(100, 100)
        assert objections(page) == [], number
    page.goto(page.url.replace("/present/8", "/present/8/speaker"))
    assert objections(page) == []
    page.goto(page.url.replace("/present/8/speaker", "/present"))
    assert objections(page) == []


def test_a_large_organisation_is_presented(open_page: Open):
    page = open_page(EXAMPLES / "software.yaml")
    slide(page, 5)
    page.keyboard.press("ArrowRight")
    at(page, 6)
    assert page.locator(CHART).count() == 19
    assert page.locator(".slide .node.fold").count() > 9


def test_a_slide_that_is_long_in_coming_is_asked_for_once_and_shown_once(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    held = Held(page, re.compile(r"/present/2(\?|$)"))
    slide(page)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#talk[aria-busy=true]")).to_be_attached()
    assert len(held._routes) == 1
    held.let_go()
    at(page, 2)
    expect(page.locator("#talk[aria-busy=false]")).to_be_attached()


def test_the_heading_of_a_plate_is_as_large_as_any(open_page: Open, northwind: Path):
    page = open_page(northwind)
    slide(page)
    plate = page.locator("#ways .contents a", has_text="Who reports where").get_attribute("href")
    page.goto(f"{page.url.split('/o/')[0]}{plate}")
    page.reload()
    assert page.locator(".slide-plate h1").get_attribute("style") is None

"""What people do with the page, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, as_today, follow, serving
from tests.web.test_unfolding import large

AT_ONCE = 2_000
"""How soon an edit must be on the page, in milliseconds."""


@pytest.fixture
def northwind(northwind: Path) -> Path:
    """The example without its design, so that what the page shows and edits is today."""
    return as_today(northwind)


def box(page: Page, view: str, function: str):
    return page.locator(f"#{view}-function-{function}")


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


def test_a_box_opens_its_function_without_drawing_again(open_page: Open, northwind: Path):
    page = open_page(northwind)
    page.evaluate("document.querySelector('#after-chart').untouched = true")

    box(page, "after", "claims").locator("a").click()

    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", name="Claims", exact=True)).to_be_focused()
    expect(panel).to_contain_text("Decides and pays straightforward claims on the first call")
    expect(panel).to_contain_text("Claims Director")
    expect(panel).to_contain_text("Chief Executive's Office")
    expect(box(page, "after", "claims")).to_have_class("node function function-claims chosen")
    assert page.evaluate("document.querySelector('#after-chart').untouched")


PAINTED = "new Promise(done => requestAnimationFrame(() => done('painted')))"
A_MOMENT = "new Promise(done => setTimeout(done, 300, 'waits'))"


def test_the_page_is_painted_once_it_listens(open_page: Open, northwind: Path):
    page = open_page(northwind)
    scripts: list[Route] = []
    page.route("**/js/page.js*", lambda asked: scripts.append(asked))  # answered slowly

    page.goto(page.url, wait_until="commit")
    expect(page.locator("#after-chart")).to_be_attached()
    assert page.evaluate(f"Promise.race([{PAINTED}, {A_MOMENT}])") == "waits"

    scripts[0].continue_()
    assert page.evaluate(PAINTED) == "painted"


def test_a_function_is_marked_in_both_charts_side_by_side(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Side by side")

    box(page, "before", "marketing").locator("a").click()

    for view in ("before", "after"):
        expect(box(page, view, "marketing")).to_have_class(
            "node function function-marketing chosen"
        )
    page.locator("#panel").get_by_role("link", name="Close").click()
    expect(page.locator(".stage .chosen")).to_have_count(0)


def test_before_and_after_are_a_click_apart_and_keep_what_is_chosen(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")

    follow(page, "Reporting lines")

    expect(page.locator("#before-chart")).to_be_visible()
    expect(page.locator("#panel-heading")).to_have_text("Claims")


def test_loading_the_page_again_comes_back_to_the_same_place(open_page: Open, northwind: Path):
    page = open_page(northwind)
    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")

    page.reload()

    expect(page.locator("#panel-heading")).to_have_text("Claims")


def test_an_edit_is_followed_within_a_second_without_losing_place(open_page: Open, northwind: Path):
    page = open_page(northwind)
    page.get_by_role("button", name="Zoom in").click()
    box(page, "after", "fraud").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    before = place_at_rest(page)

    edit(
        northwind,
        "contribution: Clears honest customers the same day",
        "contribution: Clears every honest customer",
    )

    changed = box(page, "after", "fraud").locator("a")
    expect(changed).to_contain_text("Clears every honest", timeout=AT_ONCE)
    expect(page.locator("#panel")).to_contain_text("Clears every honest customer", timeout=AT_ONCE)
    expect(box(page, "after", "fraud")).to_have_class("node function function-fraud chosen")
    assert [round(value) for value in place(page)] == [round(value) for value in before]


def test_focus_stays_on_its_box_when_the_chart_changes(open_page: Open, northwind: Path):
    page = open_page(northwind)
    box(page, "after", "sales").locator("a").focus()

    edit(northwind, "name: Marketing", "name: Brand and marketing")

    expect(page.locator("#after-chart")).to_contain_text("Brand and marketing", timeout=AT_ONCE)
    expect(box(page, "after", "sales").locator("a")).to_be_focused()


def test_a_broken_file_shows_its_problems_over_the_last_good_chart_until_mended(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    before = place(page)
    edit(northwind, "accountable: claims-director", "accountable: claims-directr")

    problems = page.locator("#problems")
    expect(problems).to_contain_text("northwind.yaml has", timeout=AT_ONCE)
    expect(problems).to_contain_text("Line 22, column")
    expect(problems).to_contain_text("claims-directr")
    expect(page.locator("#after-chart")).to_be_visible()
    assert place(page) == before

    edit(northwind, "accountable: claims-directr", "accountable: claims-director")

    expect(problems).to_be_empty(timeout=AT_ONCE)


def test_a_file_that_never_was_good_shows_its_chart_once_mended(open_page: Open, tmp_path: Path):
    path = tmp_path / "new.yaml"
    path.write_text("organization: New\noutcome: [\n")
    page = open_page(path)
    expect(page.locator("#problems")).to_contain_text("new.yaml has 1 problem")

    path.write_text("organization: New\noutcome: {statement: It works}\n")

    expect(page.locator("#after-chart")).to_be_visible()


def test_unfolding_swaps_the_branch_and_not_the_chart(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.yaml"
    path.write_text(large())
    page = open_page(path)
    follow(page, "Reporting lines")
    kept = "document.querySelector('#before-function-b2')"
    page.evaluate(f"{kept}.untouched = document.querySelector('#before-chart').untouched = true")
    tab = page.locator("#before-fold-function-b3 a")
    at = page.locator("#before-function-b3").bounding_box()

    tab.click()

    expect(page.locator("#before-function-f3-14")).to_be_attached()
    assert page.evaluate(f"{kept}.untouched && document.querySelector('#before-chart').untouched")
    now = page.locator("#before-function-b3").bounding_box()
    assert at
    assert now
    assert all(abs(now[side] - at[side]) < 1.5 for side in ("x", "y", "width"))

    page.locator("#before-fold-function-b3 a").click()
    expect(page.locator("#before-function-f3-14")).to_have_count(0)


def test_everything_can_be_shown(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.yaml"
    path.write_text(large())
    page = open_page(path)

    page.get_by_role("link", name="Show everything").click()

    expect(page.locator("#after-chart .function")).to_have_count(97)
    page.get_by_role("link", name="Show what fits").click()
    expect(page.get_by_role("link", name="Show what fits")).to_have_count(0)


def test_a_gap_leads_to_its_function(open_page: Open, northwind: Path):
    page = open_page(northwind)

    page.locator("#gaps-summary").click()
    page.locator("#gaps").get_by_role("link", name="Legal").click()

    expect(page.locator("#panel-heading")).to_have_text("Legal")
    expect(page.locator("#panel")).to_contain_text("It serves no customer outcome yet.")


def test_everything_is_reached_from_the_keyboard(open_page: Open, northwind: Path):
    page = open_page(northwind)
    page.locator(".stage").focus()
    width = place(page)[2]

    page.keyboard.press("+")
    assert place(page)[2] > width
    page.keyboard.press("0")
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator("#after-chart .node:has(a:focus)")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#panel-heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel-heading")).to_have_count(0)
    expect(page.locator("#after-chart .node:has(a:focus)")).to_have_count(1)


def test_arrow_keys_and_dragging_move_the_chart(open_page: Open, northwind: Path):
    page = open_page(northwind)
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").click()
    start = place(page)
    page.locator(".stage").focus()
    page.keyboard.press("ArrowDown")
    scrolled(page, start[1])
    moved = place_at_rest(page)

    stage = page.locator(".stage").bounding_box()
    assert stage
    x, y = stage["x"] + 140, stage["y"] + stage["height"] - 140
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y - 60, steps=4)
    page.mouse.up()

    assert [round(after - before) for after, before in zip(place(page), moved, strict=True)] == [
        120,
        60,
        0,
    ]
    expect(page.locator("#panel-heading")).to_have_count(0)


def test_zooming_with_the_wheel_keeps_the_point_under_the_pointer(open_page: Open, northwind: Path):
    page = open_page(northwind)
    sales = box(page, "after", "sales")
    sales.scroll_into_view_if_needed()
    at = sales.bounding_box()
    assert at
    page.mouse.move(at["x"], at["y"])
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    wide = "document.getElementById('after-function-sales').getBoundingClientRect().width"
    page.wait_for_function(f"least => {wide} > least", arg=at["width"] * 1.3)

    now = sales.bounding_box()

    assert now
    assert abs(now["x"] - at["x"]) < 3
    assert abs(now["y"] - at["y"]) < 3


def test_all_of_it_works_without_javascript(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)

    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    expect(box(page, "after", "claims")).to_have_class("node function function-claims chosen")
    follow(page, "Side by side")
    expect(page.locator("#before-chart")).to_be_visible()
    page.locator("#panel").get_by_role("link", name="Loss adjusting").click()
    expect(page.locator("#panel-heading")).to_have_text("Loss adjusting")
    page.get_by_role("link", name="Close").click()
    expect(page.locator("#panel-heading")).to_have_count(0)
    expect(page.get_by_role("button", name="Zoom in")).to_have_count(0)


def test_unfolding_works_without_javascript(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.yaml"
    path.write_text(large())
    page = open_page(path, java_script_enabled=False)
    follow(page, "Reporting lines")

    page.locator("#before-fold-function-b3 a").click()
    page.locator("#before-fold-function-b4 a").click()

    expect(page.locator("#before-function-f3-1")).to_be_attached()
    expect(page.locator("#before-function-f4-1")).to_be_attached()


def test_nothing_is_kept_in_the_browser(open_page: Open, northwind: Path):
    page = open_page(northwind)
    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")

    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, JSON.stringify(history.state), document.cookie]"
    )

    assert kept == [0, 0, 0, "null", "window=1440x900"]  # how large it is, and nothing else
    [cookie] = [one for one in page.context.cookies() if one["name"] != "window"]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert "token" not in page.url


def test_other_sites_cannot_frame_the_page_nor_read_it(
    open_page: Open, northwind: Path, complaints
):
    page = open_page(northwind)
    address = page.url
    page.goto("about:blank")
    page.set_content(f"<iframe src='{address}'></iframe>")
    page.wait_for_timeout(300)

    assert "Northwind" not in page.frames[1].content()
    complaints.clear()  # that it complains of the refusal is right


def test_a_stopped_program_is_said_in_the_page(chromium, northwind: Path):
    page = chromium.new_page()
    with serving(northwind) as link:
        page.goto(link)
        expect(page.locator("#after-chart")).to_be_visible()

    expect(page.get_by_text("orgdesign has stopped.")).to_be_visible()
    page.close()

"""Functions are moved in the charts: by mouse, by finger, by keyboard, and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.charts import (
    ALONE,
    box,
    carry,
    changes,
    drag,
    fit,
    lift,
    middle,
    place,
    said,
    scrolled,
    zoom,
)
from tests.browser.conftest import Open, follow
from tests.web.test_unfolding import large

pytestmark = pytest.mark.usefixtures("without_designs")


def test_a_function_dragged_onto_an_outcome_serves_it(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    before = northwind.read_text(encoding="utf-8")
    fit(page)

    drag(page, box(page, "after", "fraud"), page.locator("#after-outcome-informed"))

    said(page, "Fraud now serves “I always know where I stand”.")
    assert changes(before, northwind) == ["-      outcome: settled", "+      outcome: informed"]
    expect(box(page, "after", "fraud").locator("a")).to_be_focused()
    expect(page.locator(".move-ghost")).to_have_count(0)
    expect(page.locator("#panel-heading")).to_have_text("Fraud")


def test_three_moves_in_a_row_are_three_changes_and_keep_the_zoom(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    before = northwind.read_text(encoding="utf-8")
    fit(page)
    before_zoom = zoom(page)

    drag(page, box(page, "after", "sales"), page.locator("#after-outcome-settled"))
    said(page, "Sales now serves “My claim is settled fast and fairly”.")
    drag(page, box(page, "after", "complaints"), box(page, "after", "claims"))
    said(page, "Complaints now serves “My claim is settled fast and fairly”.")
    drag(page, box(page, "after", "finance"), page.locator("#after-outcome-informed"))
    said(page, "Finance now serves “I always know where I stand”.")

    assert [line[0] for line in changes(before, northwind)] == ["-", "+"] * 3
    assert zoom(page) == pytest.approx(before_zoom, rel=0.01)  # whole pixels


def test_the_boxes_around_the_place_stay_where_they_are(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    fit(page)
    target = page.locator("#after-outcome-informed")
    at = target.bounding_box()

    drag(page, box(page, "after", "fraud"), target)

    said(page, "Fraud now serves")
    now = target.bounding_box()
    assert at
    assert now
    assert abs(now["x"] - at["x"]) < 3
    assert abs(now["y"] - at["y"]) < 3


def test_a_function_dragged_onto_another_in_the_before_chart_reports_to_it(
    open_page: Open, northwind: Path
):
    page = open_page(northwind, **ALONE)
    follow(page, "Reporting lines")
    before = northwind.read_text(encoding="utf-8")
    fit(page)

    drag(page, box(page, "before", "fraud"), box(page, "before", "claims"))

    said(page, "Fraud now reports to Claims.")
    assert changes(before, northwind) == ["-    reports_to: finance", "+    reports_to: claims"]
    page.get_by_role("button", name="Undo").click()
    said(page, "Undone: Fraud now reports to Claims.")
    assert northwind.read_text(encoding="utf-8") == before


def test_what_cannot_be_is_refused_in_words(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    follow(page, "Reporting lines")
    before = northwind.read_text(encoding="utf-8")
    fit(page)

    lift(page, box(page, "before", "claims"))
    carry(page, box(page, "before", "loss-adjusting"))

    why = "Claims cannot report to Loss adjusting, which reports to Claims."
    expect(page.locator(".move-ghost.refused")).to_contain_text(why)
    page.mouse.up()
    expect(page.get_by_role("status").filter(has_text=why)).to_be_visible()
    expect(page.locator(".move-ghost")).to_have_count(0)
    expect(page.locator("#panel-heading")).to_have_count(0)
    assert northwind.read_text(encoding="utf-8") == before


def test_where_it_can_go_stands_out_and_the_rest_stands_back(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    fit(page)

    lift(page, box(page, "after", "fraud"))

    expect(page.locator("#after-outcome-informed.target, #after-desired.target")).to_have_count(2)
    expect(page.locator("#after-outcome-settled")).to_contain_class("no-target")
    expect(box(page, "after", "claims")).to_contain_class("no-target")
    page.mouse.up()
    expect(page.locator(".target, .no-target")).to_have_count(0)


def test_escape_puts_it_back(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    before = northwind.read_text(encoding="utf-8")
    box(page, "after", "claims").locator("a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    fit(page)
    lift(page, box(page, "after", "fraud"))
    carry(page, page.locator("#after-outcome-informed"))

    page.keyboard.press("Escape")
    page.mouse.up()

    expect(page.locator(".move-ghost")).to_have_count(0)
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    assert northwind.read_text(encoding="utf-8") == before


def test_the_empty_ground_and_the_outcomes_still_move_the_chart(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    fit(page)
    stage = page.locator(".stage").bounding_box()
    assert stage
    ground = stage["x"] + 40, stage["y"] + stage["height"] - 40
    for x, y in (middle(page.locator("#after-desired")), ground):
        start = place(page)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 90, y - 40, steps=4)
        page.mouse.up()

        moved = [now - was for now, was in zip(place(page), start, strict=True)]
        assert [round(by) for by in moved] == [-90, 40, 0]
    expect(page.locator(".move-ghost, #panel-heading")).to_have_count(0)


def test_the_chart_moves_on_at_its_edge(open_page: Open, northwind: Path):
    page = open_page(northwind)
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
    start = place(page)
    stage = page.locator(".stage").bounding_box()
    assert stage

    lift(page, box(page, "after", "complaints"))
    page.mouse.move(stage["x"] + stage["width"] / 2, 896, steps=4)

    scrolled(page, start[1] + 40)
    page.keyboard.press("Escape")
    page.mouse.up()


def test_the_chart_stays_where_there_is_no_more_of_it_to_see(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    follow(page, "Side by side")
    expect(page.locator("#before-chart")).to_be_visible()
    fit(page)
    start = place(page)

    lift(page, box(page, "before", "fraud"))
    carry(page, page.locator("#after-outcome-informed"))
    page.wait_for_timeout(300)

    expect(page.locator(".move-ghost.refused")).to_contain_text("the chart that it came from")
    assert place(page) == start
    carry(page, page.locator("#before-organisation"))
    page.mouse.up()
    said(page, "Fraud now stands at the top.")


def test_a_click_by_a_restless_hand_is_a_click(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE)
    fit(page)

    lift(page, box(page, "after", "fraud"))
    page.mouse.up()

    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    expect(page.locator(".move-ghost")).to_have_count(0)


def test_a_function_moved_into_a_folded_branch_is_unfolded(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.yaml"
    path.write_text(large())
    page = open_page(path, **ALONE)
    follow(page, "Reporting lines")
    page.locator("#before-fold-function-b1 a").click()
    expect(box(page, "before", "f1-3")).to_be_visible()
    expect(box(page, "before", "f4-2")).to_have_count(0)
    fit(page)

    drag(page, box(page, "before", "f1-3"), box(page, "before", "b4"))

    said(page, "Leaf 1-3 now reports to Branch 4.")
    expect(box(page, "before", "f1-3").locator("a")).to_be_focused()
    expect(box(page, "before", "f4-2")).to_be_attached()
    expect(box(page, "before", "f1-4")).to_be_attached()
    expect(box(page, "before", "f2-2")).to_have_count(0)


def test_a_long_press_picks_it_up_with_a_finger(open_page: Open, northwind: Path):
    page = open_page(northwind, **ALONE, has_touch=True)
    before = northwind.read_text(encoding="utf-8")
    fit(page)
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *at: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    start, end = (
        middle(box(page, "after", "fraud")),
        middle(page.locator("#after-outcome-informed")),
    )
    finger("touchStart", start)
    expect(page.locator(".stage .lifted")).to_have_count(1)
    for step in range(1, 6):
        part = step / 5
        finger(
            "touchMove",
            (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part),
        )
    finger("touchEnd")

    said(page, "Fraud now serves “I always know where I stand”.")
    assert changes(before, northwind) == ["-      outcome: settled", "+      outcome: informed"]

"""A chart is moved, zoomed and unfolded: by key, by mouse, by wheel, and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import expect

from orgdesign.render.typefaces import shipped_typeface
from tests.browser.charts import box, place, place_at_rest, scrolled
from tests.browser.conftest import EXAMPLES, Open, follow
from tests.web.test_unfolding import large

pytestmark = pytest.mark.usefixtures("without_designs")


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


def test_unfolding_works_without_javascript(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.yaml"
    path.write_text(large())
    page = open_page(path, java_script_enabled=False)
    follow(page, "Reporting lines")

    page.locator("#before-fold-function-b3 a").click()
    page.locator("#before-fold-function-b4 a").click()

    expect(page.locator("#before-function-f3-1")).to_be_attached()
    expect(page.locator("#before-function-f4-1")).to_be_attached()


def test_from_afar_the_drawing_under_the_picture_never_changes(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.yaml"
    path.write_text(large())
    page = open_page(path)
    page.get_by_role("link", name="Show everything").click()
    expect(page.locator("#after-chart .function")).to_have_count(97)
    looks = """box => [box, box.querySelector('path'), box.closest('.sheet')].map(one => {
      const {filter, strokeWidth, outlineStyle, willChange} = getComputedStyle(one)
      return [filter, strokeWidth, outlineStyle, willChange].join()
    })"""
    function = page.locator("#after-chart .function").last
    page.locator(".stage").press("0")
    expect(page.locator(".stage.far")).to_have_count(1)
    before = function.evaluate(looks)

    function.locator("a").first.dispatch_event("click")
    expect(page.locator("#after-chart .function.chosen").last).to_be_attached()
    assert function.evaluate(looks) == before


def test_on_paper_and_in_forced_colours_every_word_is_there_however_far_it_is_seen_from(
    open_page: Open, tmp_path: Path
):
    path = tmp_path / "large.yaml"
    path.write_text(large())
    page = open_page(path)
    unseen = """() => [...document.querySelectorAll('.stage svg.chart text')]
      .filter(one => getComputedStyle(one).visibility === 'hidden').length"""
    for _ in range(8):
        page.locator(".stage").press("-")
    expect(page.locator(".stage.far.hides-10")).to_have_count(1)
    assert page.evaluate(unseen) > 0

    framed = """() => [...document.querySelectorAll(':focus, :focus *')]
      .map(one => getComputedStyle(one).outlineStyle)"""
    assert "solid" in page.evaluate(framed)
    page.emulate_media(media="print")
    assert page.evaluate(unseen) == 0
    assert {*page.evaluate(framed)} == {"none"}

    page.emulate_media(media="screen", forced_colors="active")
    assert page.evaluate(unseen) == 0


def test_from_afar_names_are_written_in_the_font_of_the_company(open_page: Open, tmp_path: Path):
    font = TTFont(shipped_typeface(bold=True).path)
    for record in font["name"].names:
        record.string = "Harvest"
    font.save(tmp_path / "own.ttf")
    path = tmp_path / "large.yaml"
    path.write_text(f"{large()}\nbrand: {{font_file: own.ttf}}\n")
    page = open_page(path)
    page.add_init_script(
        """(canvas => {
          const {get, set} = Object.getOwnPropertyDescriptor(canvas, 'font')
          window.written = new Set()
          const add = font => written.add(font.replace(/^\\d+ [\\d.]+px /, '').split(',')[0])
          const setter = function (font) { add(font); set.call(this, font) }
          Object.defineProperty(canvas, 'font', {get, set: setter})
        })(CanvasRenderingContext2D.prototype)"""
    )
    page.reload()
    for _ in range(8):
        page.locator(".stage").press("-")
    expect(page.locator(".stage.far > .far-layer")).to_have_count(1)
    assert page.evaluate("[...written]") == ["Harvest"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_afar_cards_are_painted_in_the_colours_that_they_are_drawn_in(
    open_page: Open, scheme: str
):
    page = open_page(EXAMPLES / "hospital.yaml", color_scheme=scheme)
    expect(page.locator(".stage.far > .far-layer")).to_have_count(1)

    differing = page.evaluate(
        """() => {
          const canvas = document.querySelector('.far-layer'), at = canvas.getBoundingClientRect()
          const {data, width} = canvas.getContext('2d').getImageData(0, 0, at.width, at.height)
          const cards = [...document.querySelectorAll('.stage .node:is(.also, .function) .frame')]
          return cards.filter(card => {
            const box = card.getBoundingClientRect(), {fill} = getComputedStyle(card)
            const x = Math.round(box.left + box.width / 2 - at.left)
            const first = 4 * (x + width * Math.round(box.top + 3 - at.top))
            return fill !== `rgb(${data.slice(first, first + 3).join(', ')})`
          }).map(card => card.closest('.node').id)
        }"""
    )

    assert differing == []

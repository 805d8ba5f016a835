"""What is drawn can be read at every zoom: no letters in view are smaller than nine pixels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from benchmarks.organisations import organisation_text
from tests.browser.conftest import EXAMPLES, PATIENCE, Open, as_today

LEAST, MANY = 9, 300
LISTENS = """() => {
  const pen = CanvasRenderingContext2D.prototype, write = pen.fillText
  window.painted = []
  pen.fillText = function (text, ...at) {
    if (this.canvas.className === 'far-layer')
      window.painted.push([parseFloat(/([\\d.]+)px/.exec(this.font)[1]), text])
    return write.call(this, text, ...at)
  }
}"""
LETTERS = """() => {
  const stage = document.querySelector('.stage'), seen = []
  if (stage.classList.contains('far')) return window.painted
  const window_ = stage.getBoundingClientRect()
  for (const text of stage.querySelectorAll('svg text')) {
    const at = text.getBoundingClientRect(), look = getComputedStyle(text)
    const isIn = at.right > window_.left && at.left < window_.right
      && at.bottom > window_.top && at.top < window_.bottom
    if (at.width && isIn && look.visibility === 'visible')
      seen.push([parseFloat(look.fontSize) * text.getScreenCTM().a, text.textContent])
  }
  return seen
}"""
REPAINT = """() => new Promise(done => {
  window.painted = []
  dispatchEvent(new Event('resize'))
  requestAnimationFrame(() => requestAnimationFrame(done))
})"""
NAMES = """() => [...document.querySelectorAll('.node.function a')]
  .map(link => link.getAttribute('xlink:title'))"""


def letters(page: Page) -> list[tuple[float, str]]:
    """Return the size on screen, in pixels, of all letters in view, and what they say."""
    page.evaluate(REPAINT)
    return [(size, text) for size, text in page.evaluate(LETTERS)]


def opened(open_page: Open, path: Path, **habits: Any) -> Page:
    """Open an organisation whose chart tells what it paints."""
    page = open_page(path, **habits)
    expect(page.locator(".stage svg .node").first).to_be_attached()
    page.evaluate("document.fonts.ready")
    page.evaluate(LISTENS)
    return page


def organisation_of(functions: int, folder: Path) -> Path:
    """Return the file of an organisation: the example, or a made one."""
    path = folder / f"{functions}.yaml"
    if functions == 17:
        path.write_text((EXAMPLES / "northwind.yaml").read_text("utf-8"), "utf-8")
        return as_today(path)
    path.write_text(organisation_text(functions), "utf-8")
    return path


@pytest.mark.parametrize("functions", [17, MANY, 1_000, 10_000])
def test_no_letters_are_smaller_than_can_be_read(
    open_page: Open, tmp_path: Path, functions: int, request: pytest.FixtureRequest
) -> None:
    if functions > MANY and not request.config.getoption("--long", default=False):
        pytest.skip("long")
    patience = 120_000 if functions > MANY else PATIENCE  # a large chart is laid out first
    page = opened(open_page, organisation_of(functions, tmp_path), patience=patience)
    small: dict[int, list[tuple[float, str]]] = {}
    page.locator(".stage").first.focus()
    for step, key in enumerate(["0", "-", "-", "-", "-", "0", *"+++++++"]):
        page.keyboard.press(key)
        seen = letters(page)
        assert seen, f"nothing can be read at step {step}"
        small[step] = [(size, text) for size, text in seen if size < LEAST - 0.01]
    assert not any(small.values()), small


def test_sixty_functions_are_read_by_their_names_at_once(open_page: Open, tmp_path: Path) -> None:
    page = opened(open_page, organisation_of(62, tmp_path))
    said = " ".join(text for _, text in letters(page))
    missing = [name for name in page.evaluate(NAMES) if name not in said]
    assert missing == []


def test_seventeen_functions_are_read_whole_at_once(open_page: Open, tmp_path: Path) -> None:
    page = opened(open_page, organisation_of(17, tmp_path))
    said = " ".join(text for _, text in letters(page))
    assert "Visits within 24 hours, so nobody waits in the dark" in said.replace("\u00a0", " ")
    missing = [name for name in page.evaluate(NAMES) if name not in said]
    assert missing == []
    assert min(size for size, _ in letters(page)) >= 11


def test_three_hundred_functions_are_read_by_their_branches_at_once(
    open_page: Open, tmp_path: Path
) -> None:
    page = opened(open_page, organisation_of(MANY, tmp_path))
    said = " ".join(text for _, text in letters(page))
    branches = page.locator(".node.outcome a").evaluate_all(
        "links => links.map(link => link.getAttribute('xlink:title'))"
    )
    first = [name for name in branches if ", step" not in name]
    assert len(first) == 6
    assert [name for name in first if name not in said] == []


def test_a_phone_gets_a_chart_of_its_own_shape(open_page: Open, tmp_path: Path) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    named = "Mozilla/5.0 (Linux; Android 14; Pixel 7) Chrome/130.0.0.0 Mobile Safari/537.36"
    page = opened(open_page, organisation_of(17, tmp_path), user_agent=named, **phone)
    wide, high = page.locator(".stage svg.chart").evaluate(
        "svg => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]"
    )
    assert wide < high
    page.get_by_role("button", name="Chart", exact=True).click()
    said = letters(page)
    assert min(size for size, _ in said) >= LEAST
    words = " ".join(text for _, text in said)
    assert [name for name in page.evaluate(NAMES) if name not in words] == []


FIRST = """addEventListener('DOMContentLoaded', () => new MutationObserver((_, self) => {
  const stage = document.querySelector('.far-layer')?.closest('.stage')
  if (!stage) return
  window.laidOutAtFirst = stage.querySelector('.node .frame').checkVisibility()
  self.disconnect()
}).observe(document, {childList: true, subtree: true}))"""


def test_what_is_seen_from_afar_is_painted_before_its_drawing_is_laid_out(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(organisation_of(MANY, tmp_path))
    page.add_init_script(FIRST)

    page.get_by_role("link", name="Show everything").click()
    expect(page.get_by_role("link", name="Show what fits")).to_be_visible()
    page.reload()

    expect(page.locator(".stage.far .node .frame").first).to_be_visible()
    assert page.evaluate("window.laidOutAtFirst") is False

"""What axe-core finds wrong with a page, on a desk and a phone, in the dark and the light."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import EXAMPLES

AXE = EXAMPLES.parent / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}

EVERY = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUN = """async options => {
    const {violations} = await axe.run(document, {...options, resultTypes: ["violations"],
        preload: false})
    return violations.flatMap(rule =>
        rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))
}"""


def objections(page: Page, *, on_phone: bool = True) -> list[str]:
    """Return what axe finds wrong with a page, on a desk and a phone, in the dark and the light.

    Nor may the page be wider than its window. One load of it is looked at in all. Only colours
    depend on the light, and hardly on the size: every rule is asked once on a desk, in the light,
    and once on a phone, in the dark. A large page that is asked about again and again is looked at
    ``on_phone`` once.
    """
    _bring_axe(page)
    desk = page.viewport_size
    is_phone = not desk or desk == PHONE
    found = _wider(page, "desk")
    if on_phone and not is_phone:
        found += _in_light(page, "desk, light", "light", EVERY)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        found += _wider(page, "phone") + _in_light(page, "phone, dark", "dark", EVERY)
        page.set_viewport_size(desk)  # type: ignore[arg-type]
        found += _in_light(page, "desk, dark", "dark", COLOURS)
    else:
        found += _in_light(page, "light", "light", EVERY)
        found += _in_light(page, "dark", "dark", COLOURS)
    page.emulate_media(color_scheme="light")
    return found


def objections_to_colours(page: Page) -> list[str]:
    """Return what axe finds wrong with the colours of a page that is looked at whole elsewhere."""
    _bring_axe(page)
    return _in_light(page, "colours", "light", COLOURS)


def _bring_axe(page: Page) -> None:
    """Load axe, unless a look at what this page showed before has: it takes a fifth of a second."""
    if not page.evaluate("!!window.axe"):
        page.evaluate(AXE.read_text(encoding="utf-8") + ";undefined")


def _wider(page: Page, size: str) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{size}: {wider} px wider than the window"] if wider > 0 else []


def _in_light(page: Page, where: str, light: str, options: dict[str, object]) -> list[str]:
    page.emulate_media(color_scheme=light)  # type: ignore[arg-type]
    return [f"{where}: {objection}" for objection in page.evaluate(RUN, options)]

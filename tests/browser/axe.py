"""What axe-core finds wrong with a page, on a desk and a phone, in the dark and the light."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import EXAMPLES

AXE = EXAMPLES.parent / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}

EVERY = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUN = """async options => {
    const {violations} = await axe.run(document, {...options, resultTypes: ["violations"]})
    return violations.flatMap(rule =>
        rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))
}"""


def objections(page: Page, *, on_phone: bool = True) -> list[str]:
    """Return what axe finds wrong with a page, on a desk and a phone, in the dark and the light.

    Nor may the page be wider than its window. One load of it is looked at in all four. In the dark
    only colours are asked about, as nothing else depends on the light. A large page that is asked
    about again and again is looked at ``on_phone`` once.
    """
    page.evaluate(AXE.read_text(encoding="utf-8") + ";undefined")
    desk = page.viewport_size
    found = _in_any_light(page, "desk")
    if on_phone and desk and desk != PHONE:
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        found += _in_any_light(page, "phone")
        page.set_viewport_size(desk)
    return found


def _in_any_light(page: Page, size: str) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = [f"{size}: {wider} px wider than the window"] if wider > 0 else []
    for light, options in (("dark", COLOURS), ("light", EVERY)):
        page.emulate_media(color_scheme=light)  # type: ignore[arg-type]
        found += [f"{size}, {light}: {objection}" for objection in page.evaluate(RUN, options)]
    return found

"""The work on the boxes: a company is written down in few clicks, a design redrawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from orgdesign.diagnosis import coverage
from orgdesign.yamlfile import read_file
from tests.browser.charts import box, changes, fit, middle, place_at_rest, said
from tests.browser.conftest import Open, another_page, press, show_view

HEADS = {
    "Claims": "My claim is settled fast",
    "Care": "I am told where I stand",
    "Sales": "I am covered for what I own",
    "Technology": "It works whenever I need it",
    "People": "Whoever I talk to can help me",
}
TEAMS = ("North", "South", "Repairs", "Quality", "Data", "Standards")
COMPANY = ["Chief executive | Chief Executive | I am looked after"]
for name, promise in HEADS.items():
    COMPANY.append(f"    {name} | Head of {name} | {promise}")
    COMPANY += [f"        {name}, {team} | {name} lead, {team}" for team in TEAMS]
del COMPANY[35:]
COUNTING = """
addEventListener('click', event => { if (event.isTrusted && event.detail) counted('click') }, true)
addEventListener('keydown', event => { if (event.isTrusted) counted('key') }, true)
"""

CUT = """() => {
    for (const box of document.querySelectorAll('.node.function')) {
        const {left, right, top, height} = box.getBoundingClientRect()
        const at = [left + 9, top + height / 2]
        const isCut = left < innerWidth - 20 && right > innerWidth
        if (isCut && document.elementFromPoint(...at)?.closest('.node') === box) return at
    }
}"""
"""A place on a box that the right edge of the window cuts through."""


@dataclass
class Counts:
    """What a person does, and how long it takes: 3 seconds a click, 200 letters a minute."""

    done: dict[str, int] = field(default_factory=lambda: {"click": 0, "key": 0})

    @property
    def minutes(self) -> float:
        return self.done["click"] * 3 / 60 + self.done["key"] / 200


def counting(page: Page) -> Counts:
    """Count what is done on every page that a person comes to."""
    counts = Counts()

    def count(_: object, what: str) -> None:
        counts.done[what] += 1

    page.expose_binding("counted", count)
    page.add_init_script(COUNTING)
    page.reload()
    return counts


def tool(page: Page, of: Locator, name: str) -> Locator:
    """Return what can be done on a box, once the mouse is over it."""
    page.mouse.move(*middle(of))
    return page.locator(f".box-tools .{name}")


def test_a_company_of_35_is_written_down_in_60_clicks_and_10_minutes(
    open_page: Open, tmp_path: Path
):
    page = open_page(tmp_path, viewport={"width": 1440, "height": 1100})
    counts = counting(page)
    page.get_by_label("What it is called").click()
    page.keyboard.type("Harbour Insurance")
    page.get_by_label("What does your customer get?").click()
    page.keyboard.type("Whatever happens, I am looked after")
    page.get_by_label("Your functions").click()
    page.keyboard.insert_text("\n".join(COMPANY))
    counts.done["key"] += sum(len(line.strip()) + 2 for line in COMPANY)  # as if it were typed
    press(page, "Create it")
    show_view(page, "Reporting lines")
    fit(page)

    for head, outcome in HEADS.items():
        served = page.locator("#coverage-chip").inner_text()
        box(page, "before", head.lower()).locator("a").first.click(modifiers=["Shift"])
        page.get_by_role("button", name="Move or align 1 functions").click()
        page.get_by_label("Let them serve").select_option(label=outcome)
        page.get_by_label("And all that report to them").check()
        page.get_by_role("button", name="Change all").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator("#coverage-chip")).not_to_have_text(served)
        said(page, "1 function: customer outcome")

    (path,) = tmp_path.glob("*.yaml")
    organisation = read_file(path).organisation
    assert organisation
    aligned = coverage(organisation).functions
    assert (aligned.total, aligned.aligned) == (35, 35)
    assert all(function.accountable for function in organisation.functions.values())
    assert counts.done["click"] < 60
    assert counts.minutes < 10


def test_boxes_are_added_renamed_and_removed_on_the_chart(open_page: Open, northwind: Path):
    page = open_page(northwind)
    show_view(page, "Today")
    show_view(page, "Reporting lines", exact=True)
    fit(page)
    tool(page, box(page, "before", "claims"), "add-under").click()
    page.get_by_label("Name of the new function").fill("Night claims")
    page.keyboard.press("Enter")
    expect(box(page, "before", "night-claims")).to_be_attached()
    box(page, "before", "night-claims").dblclick()
    page.get_by_label("New name").fill("Claims at night")
    page.keyboard.press("Enter")
    said(page, "Claims at night")
    assert "name: Claims at night, reports_to: claims" in northwind.read_text("utf-8").replace(
        "\n    ", ", "
    )
    page.keyboard.press("Escape")
    box(page, "before", "claims").locator("a").first.click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    with another_page(page):
        page.keyboard.press("Delete")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claims")


def test_a_box_at_the_edge_of_the_window_makes_the_page_no_wider(open_page: Open, northwind: Path):
    page = open_page(northwind)
    while not (cut := page.evaluate(CUT)):
        page.locator('[data-zoom="in"]').first.click()
        place_at_rest(page)
    page.mouse.move(*cut)

    expect(page.locator(".box-tools .add-beside")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 1440


def test_a_design_is_redrawn_on_its_boxes_and_people_are_drawn_from_one_to_another(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    before = northwind.read_text(encoding="utf-8")
    show_view(page, "Reporting lines", exact=True)
    fit(page)
    tool(page, box(page, "reporting", "sales"), "add-under").click()
    page.get_by_label("Name of the new function").fill("Offers")
    page.keyboard.press("Enter")
    expect(box(page, "reporting", "offers")).to_be_attached()
    page.locator("#panel .close").click()
    expect(page.locator("#panel-heading")).to_have_count(0)

    handle = tool(page, box(page, "reporting", "claims"), "people-handle")
    page.mouse.move(*middle(handle))
    page.mouse.down()
    page.mouse.move(*middle(box(page, "reporting", "marketing")), steps=5)
    page.mouse.up()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("People of Claims")
    dialog.get_by_label("How many go").fill("7")
    dialog.get_by_role("button", name="Move them").click()
    said(page, "7 people go from Claims to Marketing")

    came = changes(before, northwind)
    assert len(came) == 2
    assert "change: add, function: offers, name: Offers, reports_to: sales" in came[0]
    assert "change: transfer, from: claims, to: marketing, people: 7, cost: " in came[1]

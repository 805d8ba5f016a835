"""The stand-alone page, opened from its file as by a double click."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from orgdesign.designs.replay import structure_after
from orgdesign.documents.web_page import html_page as made
from orgdesign.model import Function, Organisation, Outcome
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read_file
from tests.browser.axe import PHONE, objections
from tests.browser.conftest import EXAMPLES, PATIENCE
from tests.documents.test_page import wide

OpenFile = Callable[..., Page]
HOSTILE = '</script><script>document.title="taken"</script><img src=x onerror=alert(1)></style>'


@pytest.fixture(scope="session")
def northwind_page() -> bytes:
    """The example with its design."""
    today = read_file(EXAMPLES / "northwind.yaml").organisation
    assert today
    return made(disclose(today, structure_after(today, today.designs["outcome-led"])))


@pytest.fixture
def open_file(chromium: Browser, complaints: list[str], tmp_path: Path) -> Iterator[OpenFile]:
    """Open a page from its file; nothing may be complained of, and nothing asked of anybody."""
    with ExitStack() as closing:

        def complain(message: ConsoleMessage) -> None:
            complaints.append(message.text)

        def open_bytes(data: bytes, place: str = "", **habits: object) -> Page:
            path = tmp_path / "page.html"
            path.write_bytes(data)
            context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **habits})
            closing.callback(context.close)
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.on("console", complain)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda asked: _note(asked.url, path.as_uri(), complaints))
            page.goto(f"{path.as_uri()}{place}")
            return page

        yield open_bytes
    assert complaints == []


def _note(address: str, own: str, complaints: list[str]) -> None:
    if not address.startswith((own, "data:")):
        complaints.append(f"asked for {address}")


def test_a_person_goes_through_the_charts(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page)
    expect(page.locator("h1")).to_contain_text("Every claim is settled fairly")
    expect(page.locator("#after")).to_be_visible()
    for name, view in (("Before", "before"), ("Changes", "changes"), ("After", "after")):
        page.locator(".switch").get_by_role("link", name=name, exact=True).click()
        expect(page.locator("#charts .figure:visible")).to_have_attribute("data-view", view)
        expect(page.locator(".switch [aria-current]")).to_have_text(name)
    page.get_by_role("link", name="Side by side").click()
    expect(page.locator("#charts .figure:visible")).to_have_count(2)


def test_a_box_shows_what_it_answers_for_and_escape_leads_back(
    open_file: OpenFile, northwind_page: bytes
):
    page = open_file(northwind_page)
    page.locator("#after .node.function-claims a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    expect(page.locator("#panel-heading")).to_be_focused()
    panel = page.locator("#panel")
    for words in ("My claim is settled fast and fairly", "Claims Director", "Hands over", "People"):
        expect(panel).to_contain_text(words)
    expect(page.locator("#after .node.function-claims.chosen")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#panel-heading")).to_have_count(0)
    expect(page.locator("#after .node.function-claims a")).to_be_focused()


def test_the_way_back_leads_to_what_was_shown_before(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page)
    page.locator("#after .node.function-claims a").click()
    page.locator("#panel").get_by_role("link", name="Loss adjusting").first.click()
    expect(page.locator("#panel-heading")).to_have_text("Loss adjusting")
    page.go_back()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    page.go_back()
    expect(page.locator("#panel-heading")).to_have_count(0)


def test_the_keys_zoom_and_go_from_box_to_box(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page)
    stage, sheet = page.locator("#after .stage"), page.locator("#after .sheet")
    stage.focus()
    before = sheet.evaluate("one => one.getBoundingClientRect().width")
    page.keyboard.press("+")
    assert sheet.evaluate("one => one.getBoundingClientRect().width") > before
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-heading")).to_be_focused()


def test_the_mouse_drags_the_chart_also_by_a_box(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page)
    stage = page.locator("#after .stage")
    was = stage.evaluate("one => one.querySelector('.sheet').style.transform")
    page.locator("#after .node.function-claims a").hover()
    page.mouse.down()
    page.mouse.move(400, 500, steps=4)
    page.mouse.up()
    assert stage.evaluate("one => one.querySelector('.sheet').style.transform") != was
    expect(page.locator("#panel-heading")).to_have_count(0)


def test_the_search_finds_functions_and_roles_by_keys_alone(
    open_file: OpenFile, northwind_page: bytes
):
    page = open_file(northwind_page)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("claims d")
    expect(page.locator("#found-count")).to_have_text("1 found.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#role-claims-director")).to_be_visible()
    expect(page.locator("#role-claims-director")).to_contain_text("The customer outcome it serves")

    page.locator("#search").fill("nothing of the kind")
    expect(page.locator("#found-count")).to_have_text("Nothing found.")
    page.locator("#search").fill("CLÁIMS")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-heading")).to_have_text("Claims")


def test_a_link_leads_deep_into_the_page(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page, "#function-fraud")
    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    expect(page.locator("#panel-heading")).to_be_in_viewport()
    page.evaluate("location.hash = '#function-claims'")
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    expect(page.locator("#panel-heading")).to_be_in_viewport()
    page = open_file(northwind_page, "#before")
    expect(page.locator("#before")).to_be_visible()
    expect(page.locator("#after")).to_be_hidden()


def test_ids_of_any_script_are_led_to(open_file: OpenFile):
    functions = {"süd-営業": Function("süd-営業", "Sales in the South")}
    data = made(disclose(Organisation("Any", Outcome("desired", "It works"), functions)))
    page = open_file(data)
    page.locator("#after .node.function a").click()
    expect(page.locator("#panel-heading")).to_have_text("Sales in the South")
    page = open_file(data, "#function-s%C3%BCd-%E5%96%B6%E6%A5%AD")
    expect(page.locator("#panel-heading")).to_have_text("Sales in the South")
    page = open_file(data, "#function-%C3")
    expect(page.locator("#after")).to_be_visible()


def test_a_folded_branch_unfolds_and_leads_back(open_file: OpenFile):
    page = open_file(made(disclose(wide(9, 15))), "#before")
    before = page.locator("#before")
    on_stage = before.locator(".stage .node.function")
    expect(on_stage).to_have_count(10)
    before.locator("#before-1-fold-function-f3 a").click()
    expect(on_stage).to_have_count(16)
    expect(before.locator(".crumbs")).to_have_text("Top › Head 3")
    before.locator(".crumbs").get_by_role("link", name="Top").click()
    expect(on_stage).to_have_count(10)
    before.get_by_role("link", name="Show everything").click()
    expect(on_stage).to_have_count(1 + 9 * 16)
    before.get_by_role("link", name="Show what fits").click()
    expect(on_stage).to_have_count(10)


def test_what_is_searched_for_unfolds_the_branch_that_it_is_in(open_file: OpenFile):
    page = open_file(made(disclose(wide(9, 15))), "#before")
    page.locator("#search").fill("Part 7.2")
    page.keyboard.press("Enter")
    expect(page.locator("#before .node.function-f7-2.chosen")).to_be_in_viewport()
    page.locator("#panel").get_by_role("link", name="Head 7").click()
    expect(page.locator("#before .stage .node.function-f7.chosen")).to_be_in_viewport()


def test_everything_is_there_without_a_script(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page, java_script_enabled=False)
    for view in ("before", "changes", "reporting", "after"):
        expect(page.locator(f"#{view} svg.chart")).to_be_visible()
    expect(page.locator("#search")).to_be_hidden()
    page.locator("#after .node.function-claims a").click()
    expect(page.locator("#function-claims")).to_be_in_viewport()
    expect(page.locator("#function-claims")).to_contain_text("Decides and pays")


def test_every_branch_is_there_without_a_script(open_file: OpenFile):
    page = open_file(made(disclose(wide(9, 15))), java_script_enabled=False)
    page.locator("#before-1-fold-function-f3 a").click()
    branch = page.locator("[id='before.function-f3']")
    expect(branch).to_be_in_viewport()
    expect(branch.locator(".node.function")).to_have_count(16)


def test_what_is_printed_has_every_chart_and_every_role(open_file: OpenFile):
    page = open_file(made(disclose(wide(9, 15))), "#before.function-f3")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for place in ("before", "after"):
        expect(page.locator(f"#{place} .node.function").first).to_be_visible()
    expect(page.locator("[id='before.function-f3'] .node.function")).to_have_count(16)
    expect(page.locator("#searching")).to_be_hidden()


def test_axe_finds_nothing(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page, bypass_csp=True)
    assert objections(page, on_phone=False) == []
    page.locator("#after .node.function-claims a").click()
    expect(page.locator("#panel-heading")).to_have_text("Claims")
    page.locator("#search").fill("claims")
    expect(page.locator("#found a").first).to_be_visible()
    assert objections(page) == []


def test_axe_finds_nothing_without_a_script_and_folded(open_file: OpenFile):
    page = open_file(made(disclose(wide(9, 15))), "#before.function-f3", bypass_csp=True)
    assert objections(page, on_phone=False) == []


def test_it_fits_a_phone(open_file: OpenFile, northwind_page: bytes):
    page = open_file(northwind_page, "#function-fraud", viewport=PHONE)
    expect(page.locator("#panel-heading")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.locator("#after .node.function-claims a").click()
    expect(page.locator("#panel-heading")).to_be_in_viewport()


@pytest.mark.parametrize(
    "name",
    [
        HOSTILE,
        "javascript:alert(1)",
        "\u202eevil\u202c and \u0639\u0631\u0628\u064a",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 family & \U0001f1ec\U0001f1e7",
        "Long" * 200,
        "{{ 7 * 7 }} {% raw %} ${x} `\\",
    ],
    ids=["script", "javascript", "right-to-left", "emoji", "long", "template"],
)
def test_a_hostile_name_runs_and_breaks_nothing(open_file: OpenFile, name: str):
    whole = Organisation(name, Outcome("desired", name, name), {"one": Function("one", name)})
    page = open_file(made(disclose(whole)), "#function-one")
    expect(page.locator("#panel-heading")).to_have_text(name)
    assert page.title() == " ".join(name.split())
    assert page.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    page.locator("#search").fill(name[:8])
    expect(page.locator("#found a").first).to_be_visible()

"""People give functions their alignment: by mouse, by keyboard, on a phone, two at once."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Open, as_today, serving
from tests.browser.test_accessibility import HABITS, objections
from tests.browser.test_journeys import AT_ONCE, box, edit

GROCER = """\
organization: Grocer
outcome:
  statement: Fresh food at the door by noon
functions:
  packing: {name: Packing}
  vans: {name: Vans, reports_to: packing}
  office: {name: Office, reports_to: packing}
"""


@pytest.fixture
def northwind(northwind: Path) -> Path:
    """The example without its design, so that what the page shows and edits is today."""
    return as_today(northwind)


@pytest.fixture
def grocer(tmp_path: Path) -> Path:
    path = tmp_path / "grocer.yaml"
    path.write_text(GROCER)
    return path


@pytest.fixture
def refusals(open_page: Open, complaints: list[str]) -> Iterator[None]:
    """Let the browser complain of answers that refuse a form: they are what is asked for."""
    yield
    refused = ("status of 409", "status of 422")
    complaints[:] = [one for one in complaints if not any(each in one for each in refused)]


def said(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def choose(page: Page, function: str) -> None:
    box(page, "after", function).locator("a").click()
    expect(page.locator("#field-contribution")).to_be_visible()


def has_saved(page: Page, what: str | re.Pattern[str], within: float = 5) -> None:
    """Wait until the page says, within some seconds, that a change is in the file."""
    expect(page.locator("#way .last")).to_have_text(what, timeout=within * 1000)


def test_a_newcomer_closes_every_gap_by_mouse(open_page: Open, grocer: Path):
    page = open_page(grocer)
    expect(page.locator("#gaps")).to_contain_text("3 of 3 functions have no customer outcome")
    page.get_by_role("link", name="Next gap").click()
    expect(page.locator("#field-outcome")).to_be_focused()

    page.locator("#field-outcome").select_option(label="A new outcome…")
    page.get_by_label("The new outcome").fill("I get what I ordered")
    page.locator("#field-contribution").click()
    has_saved(page, "Packing: customer outcome")
    page.locator("#field-contribution").fill("Packs each crate by its list")
    page.locator("#field-accountable").select_option(label="A new role…")
    page.get_by_label("Title of the new role").fill("Head of Packing")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is missing here.")).to_be_visible()

    for name, contribution in (("Vans", "Drives the round before noon"), ("Office", "Answers")):
        page.locator("#panel").get_by_role("link", name=f"Next gap: {name}").click()
        expect(page.locator("#panel-heading")).to_have_text(name)
        expect(page.locator("#field-outcome")).to_be_focused()
        page.locator("#field-outcome").select_option("desired")
        page.locator("#field-contribution").fill(contribution)
        page.locator("#field-accountable").select_option(label="Head of Packing")
        has_saved(page, re.compile(rf"^{name}: .*accountable role"))

    expect(page.locator("#gaps-summary")).to_have_text("No gaps")
    expect(page.locator("#bars")).to_contain_text("3 of 3 functions serve a customer outcome")
    expect(page.locator("#after-chart .unaligned")).to_have_count(0)
    assert "outcome: i-get-what-i-ordered" in said(grocer)
    assert said(grocer).count("accountable: head-of-packing") == 3


def test_gaps_are_closed_from_the_keyboard_alone(open_page: Open, grocer: Path):
    page = open_page(grocer)
    page.locator("#to-next-gap").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#field-outcome")).to_be_focused()

    page.keyboard.type("Fresh")
    page.keyboard.press("Tab")
    has_saved(page, "Packing: customer outcome")
    expect(page.locator("#field-contribution")).to_be_focused()
    page.keyboard.type("Packs each crate by its list")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("A new")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Title of the new role")).to_be_focused()
    page.keyboard.type("Head of Packing")
    page.keyboard.press("Control+Enter")

    expect(page.locator("#panel-heading")).to_have_text("Vans")
    expect(page.locator("#field-outcome")).to_be_focused()
    text = said(grocer)
    assert "contribution: Packs each crate by its list" in text
    assert "link: direct" in text
    assert "accountable: head-of-packing" in text


def test_gaps_are_closed_on_a_phone(open_page: Open, grocer: Path):
    page = open_page(grocer, viewport={"width": 390, "height": 844}, has_touch=True)

    page.get_by_role("link", name="Next gap").tap()
    expect(page.locator("#field-outcome")).to_be_in_viewport()
    page.locator("#field-outcome").select_option("desired")

    has_saved(page, "Packing: customer outcome")
    assert "outcome: desired" in said(grocer)


def test_gaps_are_closed_without_javascript(open_page: Open, grocer: Path):
    page = open_page(grocer, java_script_enabled=False)

    page.get_by_role("link", name="Next gap").click()
    expect(page.locator("#field-outcome")).to_be_focused()
    page.locator("#field-outcome").select_option("desired")
    page.locator("#field-contribution").fill("Packs each crate")
    page.locator("#field-accountable").select_option(label="A new role…")
    page.get_by_label("Title of the new role").fill("Head of Packing")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is missing here.")).to_be_visible()
    page.locator("#panel").get_by_role("link", name="Next gap: Vans").click()
    page.get_by_role("button", name="Undo").click()

    expect(page.locator("#way .last")).to_contain_text("Undone: Packing")
    assert said(grocer) == GROCER


def test_a_change_is_undone_and_made_again_from_the_keyboard(open_page: Open, northwind: Path):
    page, before = open_page(northwind), said(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Clears everyone")
    page.locator("#panel-heading").click()
    has_saved(page, "Fraud: contribution")
    page.locator("#panel-heading").focus()

    page.keyboard.press("Control+z")
    has_saved(page, "Undone: Fraud: contribution")
    expect(page.locator("#field-contribution")).to_have_value(
        "Clears honest customers the same day"
    )
    assert said(northwind) == before

    page.keyboard.press("Control+Shift+z")
    has_saved(page, "Made again: Fraud: contribution")
    expect(page.locator("#field-contribution")).to_have_value("Clears everyone")


def test_two_people_see_each_others_changes(open_page: Open, northwind: Path, chromium: Browser):
    mine = open_page(northwind)
    context = chromium.new_context(storage_state=mine.context.storage_state())
    theirs = context.new_page()
    theirs.goto(mine.url)
    choose(mine, "legal")
    choose(theirs, "legal")

    theirs.locator("#field-outcome").select_option("settled")

    expect(mine.locator("#field-outcome")).to_have_value("settled", timeout=2 * AT_ONCE)
    expect(mine.locator("#way .last")).to_have_text("Legal: customer outcome")
    mine.locator("#field-contribution").fill("Says what may be said")
    mine.locator("#panel-heading").click()
    expect(theirs.locator("#field-contribution")).to_have_value(
        "Says what may be said", timeout=2 * AT_ONCE
    )
    context.close()


def test_what_is_being_typed_stays_while_others_edit(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "legal")
    page.locator("#field-contribution").press_sequentially("Says what ")

    edit(northwind, "name: Marketing", "name: Brand and marketing")
    expect(page.locator("#after-chart")).to_contain_text("Brand and marketing", timeout=AT_ONCE)
    page.keyboard.type("may be said")
    page.keyboard.press("Tab")

    has_saved(page, "Legal: contribution")
    assert "contribution: Says what may be said" in said(northwind)
    assert "name: Brand and marketing" in said(northwind)


def test_what_is_typed_while_the_form_waits_its_turn_stays(open_page: Open, grocer: Path):
    page = open_page(grocer)
    choose(page, "packing")
    before: list[Route] = []
    with page.expect_request("**/live?*"):
        page.route("**/live?*", lambda asked: before.append(asked))  # answered slowly
        grocer.write_text(said(grocer) + "# Seen by others\n", encoding="utf-8")
    page.locator("#field-contribution").fill("Packs each crate")
    page.keyboard.press("Tab")

    page.locator("#field-accountable").select_option(label="A new role…")
    page.get_by_label("Title of the new role").press_sequentially("Head of Packing")
    before[0].continue_()
    page.unroute("**/live?*")

    has_saved(page, "Packing: contribution")
    expect(page.get_by_label("Title of the new role")).to_have_value("Head of Packing")
    page.keyboard.press("Tab")
    has_saved(page, re.compile("accountable role"))
    assert "accountable: head-of-packing" in said(grocer)


OLD = "contribution: Clears honest customers the same day"


@pytest.mark.usefixtures("refusals")
def test_the_same_field_changed_elsewhere_asks_whose_is_to_stay(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Mine")
    edit(northwind, OLD, "contribution: Theirs")
    expect(page.locator("#after-chart")).to_contain_text("Theirs", timeout=AT_ONCE)

    page.keyboard.press("Tab")

    clash = page.locator(".field-clash")
    expect(clash).to_contain_text("Somebody else changed this meanwhile.")
    expect(clash).to_contain_text("Mine")
    expect(page.locator("#field-contribution")).to_have_value("Mine")
    page.wait_for_timeout(1_200)  # what others do now leaves the question open
    expect(clash).to_be_visible()
    assert objections(page) == []
    page.get_by_role("button", name="Take theirs").click()
    expect(page.locator("#field-contribution")).to_have_value("Theirs")
    expect(clash).to_have_count(0)
    assert "contribution: Theirs" in said(northwind)


@pytest.mark.usefixtures("refusals")
def test_mine_is_kept_by_choosing_it(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Mine")
    edit(northwind, OLD, "contribution: Theirs")
    page.keyboard.press("Tab")

    page.get_by_role("button", name="Keep mine").click()

    has_saved(page, "Fraud: contribution")
    assert "contribution: Mine" in said(northwind)


@pytest.mark.usefixtures("refusals")
def test_a_file_broken_elsewhere_waits_with_what_was_typed(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Typed with care")
    edit(northwind, "accountable: claims-director", "accountable: claims-directr")
    expect(page.locator("#problems")).to_contain_text("northwind.yaml has", timeout=AT_ONCE)

    page.get_by_role("button", name="Save").click()
    expect(page.locator(".form-message")).to_contain_text("nothing was saved")
    expect(page.locator("#field-contribution")).to_have_value("Typed with care")
    assert objections(page) == []

    edit(northwind, "accountable: claims-directr", "accountable: claims-director")
    expect(page.locator("#problems")).to_be_empty(timeout=AT_ONCE)
    page.get_by_role("button", name="Save").click()
    has_saved(page, "Fraud: contribution")
    assert "contribution: Typed with care" in said(northwind)


@pytest.mark.usefixtures("refusals")
def test_a_function_removed_elsewhere_leaves_what_was_typed(open_page: Open, grocer: Path):
    page = open_page(grocer)
    choose(page, "office")
    page.locator("#field-contribution").fill("Typed with care")
    grocer.write_text(GROCER.replace("  office: {name: Office, reports_to: packing}\n", ""))
    expect(page.locator("#after-chart")).not_to_contain_text("Office", timeout=AT_ONCE)

    page.get_by_role("button", name="Save").click()

    expect(page.locator("#panel")).to_contain_text("This is no longer in the file")
    expect(page.locator("#panel")).to_contain_text("Typed with care")
    assert objections(page) == []


@pytest.mark.usefixtures("refusals")
def test_what_cannot_stand_is_said_and_kept_when_leaving_the_form(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.get_by_text("Name, further outcomes").click()
    page.locator("#field-headcount").fill("a dozen")

    box(page, "after", "claims").locator("a").click()

    expect(page.locator(".field-error")).to_contain_text('"a dozen" is not a number here')
    expect(page.locator("#panel-heading")).to_have_text("Fraud")
    expect(page.locator("#field-headcount")).to_be_focused()
    assert objections(page) == []
    page.locator("#field-headcount").fill("12")
    page.keyboard.press("Tab")
    has_saved(page, "Fraud: headcount")


def test_leaving_for_another_box_saves_first(open_page: Open, northwind: Path):
    page = open_page(northwind)
    choose(page, "fraud")
    page.locator("#field-contribution").fill("Clears everyone")

    box(page, "after", "claims").locator("a").click()

    expect(page.locator("#panel-heading")).to_have_text("Claims")
    assert "contribution: Clears everyone" in said(northwind)


@pytest.mark.parametrize("habits", HABITS)
@pytest.mark.usefixtures("refusals")
def test_axe_finds_nothing_in_the_form(open_page: Open, northwind: Path, habits: dict[str, object]):
    page = open_page(northwind, **habits)
    page.get_by_role("link", name="Next gap").click()
    expect(page.locator("#field-contribution")).to_be_focused()
    page.get_by_text("Name, further outcomes").click()
    expect(page.locator("#field-name")).to_be_focused()
    page.locator("#field-outcome").select_option(label="A new outcome…")
    page.locator("#field-accountable").select_option(label="A new role…")
    assert objections(page) == []

    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field-error")).to_have_count(2)
    assert objections(page) == []


def test_a_form_goes_on_after_the_server_was_killed_and_restarted(
    chromium: Browser, northwind: Path
):
    page = chromium.new_page()
    with serving(northwind, signal.SIGKILL) as link:
        page.goto(link)
        choose(page, "fraud")
        page.locator("#field-contribution").fill("Typed with care")
    expect(page.get_by_text("orgdesign has stopped.")).to_be_visible()
    page.keyboard.press("Tab")  # it cannot be saved now
    page.wait_for_timeout(300)
    expect(page.locator("#field-contribution")).to_have_value("Typed with care")

    with serving(northwind):
        expect(page.get_by_text("orgdesign has stopped.")).to_be_hidden()
        page.get_by_role("button", name="Save").click()

        # The program has just started, and learns to read before it answers with a diagnosis.
        has_saved(page, "Fraud: contribution", within=25)
        assert "contribution: Typed with care" in said(northwind)
        page.close()

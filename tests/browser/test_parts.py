"""The forms of parts as people use them: ids that change, and files with thousands of parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import objections
from tests.browser.conftest import Open, follow
from tests.browser.test_unsaved import form_of


@pytest.fixture
def market(tmp_path: Path) -> Path:
    """A market with more stalls and roles than a list can offer."""
    path = tmp_path / "market.yaml"
    stalls = "".join(f"  stall-{i}: {{name: Stall {i}}}\n" for i in range(600))
    keepers = "".join(f"  keeper-{i}: {{title: Keeper {i}}}\n" for i in range(250))
    path.write_text(
        "organization: Market\noutcome: {statement: Fresh food every day}\n"
        f"functions:\n{stalls}roles:\n{keepers}"
        "handoffs:\n  first: {from: stall-1, to: stall-2}\n"
        "journey:\n  visit: {name: Visits, functions: [stall-3]}\n"
    )
    return path


@pytest.mark.usefixtures("refusals")
def test_an_id_changes_with_all_that_refers_to_it(open_page: Open, northwind: Path):
    page, before = open_page(northwind), northwind.read_text()
    form_of(page, "Roles", "Claims Director")

    follow(page, "Change…")
    expect(page.get_by_text("3 hand-offs have it as accountable role")).to_be_visible()
    page.get_by_label("Id in the file").fill("service director")
    page.get_by_role("button", name="Change the id").click()
    expect(page.locator(".field-error")).to_contain_text("write service-director")
    assert objections(page) == []
    page.get_by_label("Id in the file").fill("service-director")
    page.get_by_role("button", name="Change the id").click()
    expect(page.locator(".field-error")).to_contain_text("Another role has this id")
    page.get_by_label("Id in the file").fill("head-of-claims")
    page.get_by_label("Id in the file").press("Enter")

    expect(page.locator("#way .last")).to_have_text(
        "Claims Director: id claims-director is now head-of-claims"
    )
    assert northwind.read_text() == "".join(
        line if line.startswith("#") else line.replace("claims-director", "head-of-claims")
        for line in before.splitlines(keepends=True)
    )


@pytest.mark.usefixtures("refusals")
def test_one_of_many_is_named_by_its_words_from_the_keyboard(open_page: Open, market: Path):
    page = open_page(market)
    form_of(page, "Hand-offs", "Stall 1 → Stall 2")

    page.locator("#field-to").fill("")
    page.keyboard.type("stall 577")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.get_by_label("Accountable role").fill("Auctioneer")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field-error")).to_have_text(
        "No role is called “Auctioneer”. Choose one from the list."
    )
    page.get_by_role("button", name="Make it a new role").click()

    expect(page.get_by_role("link", name="Stall 1 → Stall 577", exact=True)).to_be_visible()
    assert "accountable: auctioneer" in market.read_text()


def test_axe_finds_nothing_in_forms_over_many_parts(open_page: Open, market: Path):
    page = open_page(market)
    form_of(page, "Journey", "Visits")
    assert objections(page) == []

    follow(page, "Back without saving")
    follow(page, "Functions", exact=True)
    assert objections(page) == []
    search(page, "stall 599")
    expect(page.locator(".part")).to_have_count(1)


def search(page: Page, words: str) -> None:
    page.get_by_label("Only those with").fill(words)
    page.get_by_label("Only those with").press("Enter")


def test_what_is_new_is_made_in_the_form_of_a_part(open_page: Open, northwind: Path):
    page = open_page(northwind)
    form_of(page, "Hand-offs", "Claims → Fraud")
    expect(page.get_by_label("Title of the new role")).to_be_hidden()

    page.get_by_label("Accountable role").select_option(label="A new role…")
    page.get_by_label("Title of the new role").fill("Keeper of the story")
    page.get_by_role("button", name="Save").click()

    expect(page.locator("#way .last")).to_contain_text("accountable role")
    assert "accountable: keeper-of-the-story" in northwind.read_text()


@pytest.mark.usefixtures("refusals")
def test_the_panel_searches_among_many_roles_as_one_types(open_page: Open, market: Path):
    page = open_page(market)
    page.keyboard.press("/")
    page.keyboard.type("stall 7")
    page.get_by_role("option", name="Stall 7", exact=False).first.click()
    role = page.locator("#field-accountable")

    role.click()
    page.keyboard.type("249 keep")
    expect(page.get_by_role("option", name="Keeper 249")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#way .last")).to_have_text("Stall 7: accountable role")
    expect(role).to_have_value("Keeper 249")
    assert "accountable: keeper-249" in market.read_text()

    role.press("Control+a")
    page.keyboard.type("Auctioneer")
    page.get_by_role("option", name="Make it a new role").click()
    expect(role).to_have_js_property("defaultValue", "Auctioneer")
    assert "{title: Auctioneer}" in market.read_text()

"""Findings are mended where they are told, from the keyboard too, and then they are gone."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from orgdesign.yamlfile import read_file
from tests.browser.axe import objections
from tests.browser.conftest import Held, Open, another_page, press


def diagnosis(page: Page) -> Page:
    with another_page(page):
        page.get_by_role("link", name="Diagnosis").first.click()
    expect(page.get_by_role("heading", name="Where customers sink")).to_be_visible()
    return page


def finding(page: Page, message: str) -> Locator:
    return page.locator(".finding").filter(has_text=message)


def told(page: Page, words: str) -> None:
    expect(page.locator("#status")).to_contain_text(words)


def press_until(page: Page, key: str, reached: Locator) -> None:
    """Press a key until something has the focus."""
    for _ in range(12):
        if reached.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press(key)
    expect(reached).to_be_focused()


def test_three_findings_are_mended_from_the_keyboard(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))

    procurement = finding(page, "Procurement serves no customer outcome.")
    procurement.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(procurement.get_by_label("Customer outcome it serves")).to_be_visible()
    press_until(page, "Tab", procurement.get_by_label("Customer outcome it serves"))
    page.keyboard.press("ArrowDown")  # past the choice to make a new one
    page.keyboard.press("ArrowDown")
    told(page, "Saved. Procurement: customer outcome it serves. That is mended.")
    expect(procurement).to_have_count(0)

    # The next one has the focus, so that one goes on.
    legal = finding(page, "Legal serves no customer outcome.")
    expect(legal.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(legal.get_by_label("Customer outcome it serves")).to_be_visible()
    press_until(page, "Tab", legal.get_by_label("Customer outcome it serves"))
    page.keyboard.press("ArrowDown")  # past the choice to make a new one
    page.keyboard.press("ArrowDown")
    told(page, "Saved. Legal: customer outcome it serves. That is mended.")
    expect(legal).to_have_count(0)

    target = finding(page, "“Customers who can say what they are covered for” has no target")
    target.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(target.get_by_label("Target")).to_be_visible()
    press_until(page, "Tab", target.get_by_label("Target"))
    page.keyboard.type("90")
    page.keyboard.press("Enter")
    told(page, "Saved. Customers who can say what they are covered for: target. That is mended.")
    expect(target).to_have_count(0)

    organisation = read_file(northwind).organisation
    assert organisation
    assert "target: 90" in northwind.read_text()
    assert all(organisation.functions[one].alignment.outcome for one in ("procurement", "legal"))


def test_what_is_opened_while_another_is_saved_stays_open(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    procurement = finding(page, "Procurement serves no customer outcome.")
    procurement.locator("summary").click()
    outcome = procurement.get_by_label("Customer outcome it serves")
    expect(outcome).to_be_visible()
    answer = Held(page, "**/functions/*", times=1)
    outcome.select_option(index=2)
    fraud = finding(page, "Nobody is accountable for Fraud.")
    role = fraud.get_by_label("Accountable role")
    fraud.locator("summary").click()

    answer.let_go()
    told(page, "Saved. Procurement: customer outcome it serves.")
    expect(procurement).to_have_count(0)
    expect(fraud.locator("summary").first).to_be_focused()
    role.select_option("Claims Director")

    told(page, "Saved. Fraud: accountable role. That is mended.")
    expect(fraud).to_have_count(0)


def test_the_place_is_kept_while_another_is_saved(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    vacant = finding(page, "Complaints Manager answers for Complaints, and is vacant.")
    vacant.locator("summary").click()
    expect(vacant.get_by_label("Holder")).to_be_visible()
    answer = Held(page, "**/findings/**", times=1)
    vacant.get_by_label("Holder").fill("R. Novak")
    vacant.get_by_label("Vacant").focus()

    answer.let_go()
    told(page, "Saved. Complaints Manager: holder.")

    expect(vacant.get_by_label("Vacant")).to_be_focused()


def test_what_is_mended_in_part_stays_open(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    overloaded = finding(page, "Claims Director answers for")
    overloaded.locator("summary").click()
    overloaded.get_by_label("Accountable role").first.select_option("Chief Executive")

    told(page, "Part of this finding is still to be mended.")
    expect(overloaded).to_contain_text("Claims Director answers for 6 things")
    expect(overloaded.get_by_label("Accountable role").first).to_be_visible()


def test_a_reward_is_saved_with_its_weight(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    paid = finding(page, "Phone Team Leader is paid only for “Minutes per call”")
    paid.locator("summary").click()
    paid.get_by_label("Measure 2").select_option("Rapport, as customers rate it after the call")
    paid.get_by_label("Weight 2, in per cent").press_sequentially("40")
    page.keyboard.press("Enter")

    told(page, "Saved. Phone Team Leader: rewarded for. That is mended.")
    expect(paid).to_have_count(0)
    assert "{measure: rapport, weight: 40}" in northwind.read_text()


def test_what_is_typed_while_its_finding_is_mended_is_saved_too(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    vacant = finding(page, "Complaints Manager answers for Complaints, and is vacant.")
    vacant.locator("summary").click()
    expect(vacant.get_by_label("Holder")).to_be_visible()
    answer = Held(page, "**/findings/**", times=1)
    vacant.get_by_label("Accountable role").select_option("Service Director")
    holder = vacant.get_by_label("Holder")
    holder.press_sequentially("R. Novak")

    answer.let_go()
    told(page, "Saved. Complaints: accountable role.")
    expect(holder).to_have_value("R. Novak")
    expect(holder).to_be_focused()
    page.keyboard.press("Tab")

    told(page, "Saved. Complaints Manager: holder.")
    expect(vacant).to_have_count(0)
    assert "holder: R. Novak" in northwind.read_text()


def test_what_others_mend_is_gone_and_what_is_open_stays_open(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    legal = finding(page, "Legal serves no customer outcome.")
    legal.locator("summary").click()
    outcome = legal.get_by_label("Customer outcome it serves")
    outcome.focus()

    text = northwind.read_text()
    northwind.write_text(f"{text}rules: {{function-without-contribution: off}}\n")

    expect(finding(page, "Repairer network does not say")).to_have_count(0)
    expect(outcome).to_be_focused()
    outcome.select_option(index=2)
    told(page, "Saved. Legal: customer outcome it serves. That is mended.")


def test_a_rule_is_turned_off_and_on_again(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    setting = page.locator("#rule-several-roots")
    setting.locator("summary").click()
    setting.get_by_role("button", name="Turn this rule off").click()

    told(page, "Saved.")
    expect(finding(page, "Legal reports to nobody")).to_have_count(0)
    assert re.search(r"several-roots: '?off", northwind.read_text())
    off = page.locator(".silenced #rule-several-roots")
    expect(off.get_by_role("button", name="Hint")).to_be_visible()
    off.get_by_role("button", name="Hint").click()

    expect(finding(page, "Legal reports to nobody")).to_be_visible()
    assert "several-roots" not in northwind.read_text()


def test_without_javascript(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind, java_script_enabled=False))
    legal = finding(page, "Nobody is accountable for Legal.")
    legal.locator("summary").click()
    with another_page(page):
        legal.get_by_role("link", name="Open the fields that mend it").click()
    expect(page.get_by_role("heading", name="Nobody is accountable for Legal.")).to_be_visible()

    page.get_by_label("Accountable role").select_option("Chief Executive")
    press(page, "Save")

    expect(page.get_by_role("heading", name="Where customers sink")).to_be_visible()
    expect(finding(page, "Nobody is accountable for Legal.")).to_have_count(0)


def test_nothing_stands_in_the_way(open_page: Open, northwind: Path):
    page = diagnosis(open_page(northwind))
    for message in ("Claims Director answers for 7 things", "goes from Sales to Underwriting"):
        finding(page, message).locator("summary").click()
        expect(finding(page, message).locator("form").first).to_be_visible()
    page.locator("#rule-several-roots summary").click()
    assert objections(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_label("Listed").select_option("By part")
    press(page, "Show")
    expect(page.get_by_role("heading", name="Function: Legal")).to_be_visible()
    assert objections(page, on_phone=False) == []

"""From a sector to a chart, and from the library into a file, as people do it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.axe import objections
from tests.browser.conftest import Open, another_page, as_today, follow, press


def test_a_new_organisation_of_a_sector_is_a_chart_at_once(open_page: Open, tmp_path: Path):
    page = open_page(tmp_path)
    expect(page.get_by_text("There is no organisation in this folder yet.")).to_be_visible()
    assert objections(page) == []

    page.get_by_label("What it is called").fill("Harbour Hospital")
    page.get_by_label("What it begins with").select_option(label="Hospital")
    press(page, "Create it")

    desired = "Raise the likelihood that I go home able"
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour Hospital")
    expect(page.locator("#after-desired")).to_contain_text(desired)
    page.locator("#coverage-chip").click()
    expect(page.locator("#headline").get_by_role("heading")).to_contain_text(desired)
    expect(page.locator("#after-function-wards")).to_contain_text("Wards")
    expect(page.locator("#gaps-summary")).to_have_text("No gaps")
    assert (tmp_path / "harbour-hospital.yaml").exists()

    follow(page, "All organisations")
    expect(page.get_by_role("link", name="Harbour Hospital")).to_be_visible()


def test_three_functions_are_picked_and_seen(open_page: Open, northwind: Path):
    page = open_page(as_today(northwind))
    before = northwind.read_text("utf-8")
    follow(page, "Everything in the file")
    follow(page, "Starter library")
    expect(page.get_by_role("link", name="Insurance")).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("checkbox", name="Underwriting")).to_be_disabled()
    assert objections(page) == []

    for name in ("Claims Intake", "Loss Prevention"):
        page.get_by_text(name, exact=True).click()
    page.get_by_label("Only those with").fill("reinsurance")
    with another_page(page):
        page.get_by_label("Only those with").press("Enter")
    expect(page.get_by_text("2 ticked beside these")).to_be_visible()
    page.get_by_role("checkbox", name="Reinsurance and Capital").press("Space")
    assert objections(page) == []
    press(page, "Add what is ticked")

    expect(page.locator("#way .last")).to_contain_text("2 outcomes, 3 functions, 3 roles")
    follow(page, "Chart", exact=True)
    for function in ("claims-intake", "loss-prevention", "reinsurance"):
        expect(page.locator(f"#after-function-{function}")).to_have_count(1)
    follow(page, "Everything in the file")
    follow(page, "Starter library")
    press(page, "Undo")
    expect(page.get_by_role("checkbox", name="Claims Intake")).to_be_enabled()
    assert northwind.read_text("utf-8") == before


def test_what_is_ticked_is_not_left_unsaved_by_accident_and_others_edits_wait(
    open_page: Open, northwind: Path
):
    page = open_page(northwind)
    page.goto(f"{page.url.split('?')[0]}/library")
    page.get_by_text("Claims Intake", exact=True).click()

    text = northwind.read_text("utf-8")
    northwind.write_text(text.replace("Northwind Insurance", "Southwind Insurance"), "utf-8")

    expect(page.locator("#waits")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Claims Intake")).to_be_checked()
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Retail").click()
    expect(page.get_by_role("checkbox", name="Claims Intake")).to_be_checked()

    press(page, "Add what is ticked")
    now = northwind.read_text("utf-8")
    assert "Southwind Insurance" in now
    assert "claims-intake:" in now


def test_it_works_without_javascript(open_page: Open, northwind: Path):
    page = open_page(northwind, java_script_enabled=False)
    page.goto(f"{page.url.split('?')[0]}/library/retail")
    page.get_by_label("Returns and Repairs").check(force=True)
    page.get_by_label("Only those with").fill("till")
    press(page, "Show")
    press(page, "Add what is ticked")

    expect(page.locator("#way .last")).to_contain_text("From the library (Retail): 1 outcome")
    assert "\n  returns:\n" in northwind.read_text("utf-8")

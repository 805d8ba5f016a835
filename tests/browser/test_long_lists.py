"""Whatever offers many to choose from is searched as one types, accents and order forgiven."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Open

NAMES = ["Crédit et risque", *(f"Function {number}" for number in range(40))]


def large(folder: Path) -> Path:
    """Write an organisation of many functions and roles, with a design."""
    functions = "".join(f"  f{n}: {{name: {name}}}\n" for n, name in enumerate(NAMES))
    roles = "".join(f"  r{n}: {{title: Head of {name}}}\n" for n, name in enumerate(NAMES))
    path = folder / "large.yaml"
    path.write_text(
        "organization: Large\noutcome: {statement: It works}\n"
        f"functions:\n{functions}roles:\n{roles}designs:\n  next: {{name: Next, changes: []}}\n",
        "utf-8",
    )
    return path


def test_the_subject_of_a_change_is_searched(open_page: Open, tmp_path: Path) -> None:
    page = open_page(large(tmp_path))
    page.goto(f"{page.url.split('?')[0]}/designs")
    page.get_by_role("link", name="Next", exact=True).click()
    page.goto(f"{page.url.split('?')[0].split('#')[0]}/changes/new?change=rename")
    field = page.get_by_role("combobox", name="Function")
    field.click()
    expect(page.get_by_role("option")).to_have_count(len(NAMES))
    field.fill("risque cred")
    expect(page.get_by_role("option")).to_have_text(["Crédit et risque"])
    page.keyboard.press("Enter")
    expect(field).to_have_value("Crédit et risque")
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".of-what")).to_have_text("Crédit et risque")


def test_a_long_list_is_the_browsers_own_without_script(open_page: Open, tmp_path: Path) -> None:
    page = open_page(large(tmp_path), java_script_enabled=False)
    page.goto(f"{page.url.split('?')[0]}/designs")
    page.get_by_role("link", name="Next", exact=True).click()
    page.goto(f"{page.url.split('?')[0].split('#')[0]}/changes/new?change=rename")
    page.get_by_label("Function").select_option(label="Crédit et risque")
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".of-what")).to_have_text("Crédit et risque")


def test_a_cell_of_the_table_is_searched(open_page: Open, tmp_path: Path) -> None:
    page = open_page(large(tmp_path))
    page.goto(f"{page.url.split('?')[0]}/table")
    cell = page.locator("tbody tr input[name=accountable]").first
    cell.click()
    cell.fill("credit head")
    option = page.get_by_role("option", name="Head of Crédit et risque")
    option.click()
    expect(cell).to_have_value("Head of Crédit et risque")

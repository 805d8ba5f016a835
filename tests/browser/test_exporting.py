"""What goes out is chosen, told before, and downloaded; what takes long tells of its progress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from orgdesign.documents.exports import ExportFile
from orgdesign.documents.kinds import Progress
from orgdesign.web.exporting import export_jobs
from tests.browser.axe import objections
from tests.browser.conftest import Open, follow, press

PATIENCE = 60


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let browsers wait for the file itself, however busy the machine is."""
    monkeypatch.setattr(export_jobs, "AT_ONCE", 60)


@dataclass
class Slow:
    """An export that goes on when it is told to."""

    disclosure: Event = field(default_factory=Event)

    def __call__(self, *said: object) -> ExportFile:
        progress: Progress = said[-1]  # type: ignore[assignment]
        progress(120, 3000)
        assert self.disclosure.wait(PATIENCE)
        progress(3000, 3000)
        return ExportFile(b"made", ["The font lacks letters."])


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    work = Slow()
    monkeypatch.setattr(export_jobs, "export", work)
    monkeypatch.setattr(export_jobs, "AT_ONCE", 0)
    yield work
    work.disclosure.set()


def download(page: Page, name: str, role: str = "button") -> tuple[str, bytes]:
    """Press what hands out a file; return its name and what it holds."""
    with page.expect_download() as waiting:
        page.get_by_role(role, name=name, exact=True).click()  # type: ignore[arg-type]
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_tables_are_chosen_told_and_downloaded(open_page: Open, northwind: Path, tmp_path: Path):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    follow(page, re.compile("^Tables"))
    told = page.locator("#contents")
    expect(told).to_contain_text("It names no holder.")

    page.get_by_label("CSV files in a zip archive").check()
    page.get_by_label("Cost").check()
    expect(told).to_contain_text("the cost of 17 functions")
    page.get_by_label("Find a function").fill("claims")
    page.get_by_label("Find a function").press("Enter")
    page.get_by_role("checkbox", name=re.compile("^Claims ")).check()
    expect(told).to_contain_text("Claims with 2 under it")

    name, data = download(page, "Make the file")
    assert name == "Northwind-Insurance-Tables.zip"
    (tmp_path / name).write_bytes(data)
    with ZipFile(tmp_path / name) as file:
        functions = file.read("functions.csv").decode()
    assert ("Cost" in functions, "Headcount" in functions) == (True, False)
    assert ("Loss adjusting" in functions, "Sales" in functions) == (False, True)


def test_what_is_chosen_is_seen_to_stay(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    page.get_by_label("Who holds each role").check()
    expect(page.locator("#contents")).to_contain_text("It says who holds 1 role")
    northwind.write_text(northwind.read_text("utf-8").replace("  holder: A. Souza", ""), "utf-8")
    expect(page.locator("#contents")).not_to_contain_text("who holds 1 role")
    expect(page.get_by_label("Who holds each role")).to_be_checked()


def test_what_takes_long_tells_how_far_it_is(open_page: Open, northwind: Path, slow: Slow):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_text("120 of 3,000")).to_be_visible()
    expect(page.get_by_role("progressbar", name="Making it")).to_have_attribute("value", "120")
    assert objections(page) == []

    slow.disclosure.set()
    expect(page.get_by_text("It is made: 4 bytes.")).to_be_visible()
    expect(page.get_by_text("The font lacks letters.")).to_be_visible()
    assert objections(page) == []
    name, data = download(page, "Download", "link")
    assert (name, data) == ("Northwind-Insurance-Role-descriptions.docx", b"made")


def test_what_takes_long_is_called_off(open_page: Open, northwind: Path, slow: Slow):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    page.get_by_label("Who holds each role").check()
    expect(page.locator("#contents")).to_contain_text("It says who holds 1 role")
    page.get_by_role("button", name="Make the file").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("You called it off: nothing was made.")).to_be_visible()
    follow(page, "Back to what you chose")
    expect(page.get_by_label("Who holds each role")).to_be_checked()


def test_it_works_without_javascript(open_page: Open, northwind: Path, slow: Slow):
    page = open_page(northwind, java_script_enabled=False)
    follow(page, "Share and export", exact=True)
    follow(page, re.compile("^Tables"))
    page.get_by_label("Cost").check()
    press(page, "See what it will tell")
    expect(page.locator("#contents")).to_contain_text("the cost of 17 functions")
    page.get_by_label("Find a function").fill("legal")
    press(page, "Find")
    expect(page.get_by_label("Cost")).to_be_checked()
    page.get_by_role("checkbox", name=re.compile("^Legal")).check()
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_text("120 of 3,000")).to_be_visible()
    slow.disclosure.set()
    expect(page.get_by_text("It is made: 4 bytes.")).to_be_visible()
    assert download(page, "Download", "link")[1] == b"made"


def test_it_works_from_the_keyboard(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    page.get_by_role("radio", name="Word").focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Markdown")).to_be_checked()
    page.get_by_label("One role").focus()
    page.keyboard.type("Claims D")
    expect(page.locator("#contents")).to_contain_text("This file tells of 1 role.")
    page.get_by_role("button", name="Make the file").focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "Northwind-Insurance-Claims-Director.md"


@pytest.mark.usefixtures("refusals")
def test_a_template_that_is_none_is_told_beside_all_that_was_chosen(
    open_page: Open, northwind: Path, tmp_path: Path
):
    (tmp_path / "letter.docx").write_text("not a document")
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    page.get_by_label("Who holds each role").check()
    expect(page.locator("#contents")).to_contain_text("It says who holds 1 role")
    page.get_by_label("Your company's Word template").set_input_files(tmp_path / "letter.docx")
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_role("alert").filter(has_text="letter.docx is not")).to_be_visible()
    expect(page.get_by_label("Who holds each role")).to_be_checked()
    assert objections(page) == []


def test_a_chosen_template_stays_while_one_goes_on_choosing(
    open_page: Open, northwind: Path, tmp_path: Path
):
    (tmp_path / "letter.docx").write_text("not a document")
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    template = page.get_by_label("Your company's Word template")
    template.set_input_files(tmp_path / "letter.docx")
    page.get_by_label("Who holds each role").check()
    expect(page.locator("#contents")).to_contain_text("It says who holds 1 role")
    expect(template).to_have_value(re.compile("letter.docx$"))


def test_a_silent_role_is_mended_and_no_longer_listed(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    follow(page, "See which, and mend them")
    expect(page.locator("#silent-count")).to_have_text("1 of 15 says nothing about the customer.")
    text = northwind.read_text("utf-8")
    mended = text.replace("measured_by: [savings]", "measured_by: [savings, days-to-payment]")
    assert mended != text
    northwind.write_text(mended, "utf-8")
    none_is_silent = "6 of 15 say what the customer gets, and nothing against it."
    expect(page.locator("#silent-count")).to_have_text(none_is_silent)


def test_a_description_is_read_and_downloaded(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    follow(page, "Role descriptions", exact=True)
    follow(page, "Claims Director", exact=True)
    expect(page.get_by_role("heading", name="The customer outcome it serves")).to_be_visible()
    name, data = download(page, "Download as Markdown")
    assert name == "Northwind-Insurance-Claims-Director.md"
    assert b"# Claims Director" in data
    assert b"Souza" not in data


def test_axe_finds_nothing(open_page: Open, northwind: Path):
    page = open_page(northwind)
    follow(page, "Share and export", exact=True)
    assert objections(page) == []
    follow(page, re.compile("^Tables"))
    assert objections(page) == []
    follow(page, "Role descriptions", exact=True)
    assert objections(page) == []
    page.get_by_label("Whole texts").check()
    press(page, "Show")
    assert objections(page) == []
    follow(page, "Head of Procurement", exact=True)
    assert objections(page) == []

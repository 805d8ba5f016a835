"""An export is brought in with a real browser: looked at, corrected, agreed to, seen as a chart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from orgdesign.web.importing import work
from orgdesign.web.importing.job import ImportJob, Task
from tests.browser.axe import objections
from tests.browser.conftest import EXAMPLES, Open, follow, press

STAFF = EXAMPLES / "exports" / "staff.csv"
NEWER = """\
Employee ID,Name,Job Title,Department,Manager ID
1,Ada Quill,Chief Executive,Executive,
2,Ben Rowe,Head of Claims,Claims,1
3,Cara Stone,Claims Handler,Claims,2
4,Dan Marsh,Head of Digital,Digital,1
"""


def choose(page: Page, label: str, words: str) -> None:
    """Choose from a long list by its words."""
    field = page.get_by_role("combobox", name=label)
    field.fill(words)
    page.get_by_role("option", name=words, exact=True).click()
    expect(field).to_have_value(words)


def look_at_columns(page: Page, *files: Path) -> None:
    page.get_by_label("The export: CSV or text").set_input_files(files)
    press(page, "Look at the columns")
    expect(page.locator(".columns").first).to_be_visible()


def look_at_what_comes_out(page: Page) -> None:
    press(page, "Look at what comes out")
    expect(page.locator("#what-comes-out")).to_be_visible()


def test_an_export_is_corrected_looked_at_and_becomes_an_organisation(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(tmp_path)
    follow(page, "Import from HR")
    assert objections(page) == []
    look_at_columns(page, STAFF)
    assert objections(page) == []

    expect(page.get_by_text("Annual Salary, Date of Birth")).to_be_visible()
    choose(page, "Office", "Division")
    press(page, "Look again at the columns")
    expect(page.get_by_role("row", name="Office")).to_contain_text("Leeds")
    choose(page, "Office", "Not read")
    look_at_what_comes_out(page)
    expect(page.get_by_text("1 row is of somebody who has left")).to_be_visible()
    expect(page.locator(".stage svg").get_by_text("Claims", exact=True)).to_be_visible()
    assert objections(page) == []

    page.get_by_label("Name of the new file").fill("insurer")
    press(page, "Write it, and see its charts")
    expect(page.locator("#before-function-claims")).to_be_visible()
    assert "name: Claims" in (tmp_path / "insurer.yaml").read_text("utf-8")


def test_a_newer_export_is_brought_in_and_undone(open_page: Open, tmp_path: Path) -> None:
    northwind = Path(shutil.copy(EXAMPLES / "northwind.yaml", tmp_path))
    newer = tmp_path / "newer.csv"
    newer.write_text(NEWER)
    before = northwind.read_text("utf-8")
    page = open_page(northwind)
    follow(page, "Everything in the file")
    follow(page, "Bring in a newer export")
    look_at_columns(page, newer)
    look_at_what_comes_out(page)
    expect(page.get_by_text("Joined: 2 functions: Executive and Digital.")).to_be_visible()
    assert objections(page) == []

    press(page, "Change northwind.yaml")
    expect(page.locator("#way")).to_contain_text("Brought in a newer export")
    assert "name: Digital" in northwind.read_text("utf-8")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Redo")).to_be_enabled()
    assert northwind.read_text("utf-8") == before


def test_files_can_be_dropped_and_one_that_is_too_large_is_told_at_once(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(tmp_path)
    follow(page, "Import from HR")
    page.evaluate(
        """text => {
            const files = new DataTransfer()
            files.items.add(new File([text], 'staff.csv'))
            files.items.add(new File(['Job ID,Job Title\\nX,Clerk\\n'], 'jobs.csv'))
            const zone = document.querySelector('[data-drop]')
            zone.dispatchEvent(new DragEvent('drop', {dataTransfer: files, cancelable: true}))
        }""",
        NEWER,
    )
    expect(page.locator("[data-chosen]")).to_have_text("staff.csvjobs.csv")
    page.locator("[data-drop]").evaluate("zone => { zone.dataset.most = '10' }")
    page.locator("#files").dispatch_event("change")
    expect(page.get_by_role("alert")).to_contain_text("Leave out columns that are not needed")
    page.get_by_role("button", name="Look at the columns").click()
    expect(page.locator("#files")).to_be_focused()
    page.locator("[data-drop]").evaluate("zone => { zone.dataset.most = '1000000' }")
    press(page, "Look at the columns")
    expect(page.get_by_role("heading", name="jobs.csv")).to_be_visible()


def test_without_scripts_it_is_the_same_way(open_page: Open, tmp_path: Path) -> None:
    page = open_page(tmp_path, java_script_enabled=False)
    follow(page, "Import from HR")
    page.locator("#files").set_input_files(STAFF)
    for button in ("Look at the columns", "Look at what comes out", "Write it, and see its charts"):
        press(page, button)
    expect(page.locator("#before-function-claims")).to_be_visible()
    assert (tmp_path / "my-organisation.yaml").exists()


@pytest.fixture
def pauses() -> Iterator[tuple[Event, Event]]:
    """What work waits for, however long a test takes, and no longer than that."""
    events = Event(), Event()
    yield events
    for event in events:
        event.set()


def test_while_it_is_read_the_page_follows_and_it_can_be_given_up(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: tuple[Event, Event]
) -> None:
    going_on, done = pauses

    def slow(job: ImportJob, task: Task) -> None:
        task.said = "staff.csv"
        task.progress(48_000)
        going_on.wait()
        task.progress(96_000)
        done.wait()

    page = open_page(tmp_path)
    follow(page, "Import from HR")
    look_at_columns(page, STAFF)
    monkeypatch.setattr(work, "look_and_draft", slow)
    press(page, "Look at what comes out")
    expect(page.locator("#progress")).to_contain_text("48,000 rows read of staff.csv")
    assert objections(page) == []
    going_on.set()
    expect(page.locator("#progress")).to_contain_text("96,000 rows read of staff.csv")
    done.set()
    expect(page.get_by_role("button", name="Look at what comes out")).to_be_visible()
    going_on.clear()
    press(page, "Look at what comes out")
    press(page, "Cancel this import")
    expect(page.get_by_text("There is no organisation in this folder yet")).to_be_visible()


def test_what_cannot_be_read_is_told_and_given_up(open_page: Open, tmp_path: Path) -> None:
    page = open_page(tmp_path)
    follow(page, "Import from HR")
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"%PDF-1.7")
    page.get_by_label("The export: CSV or text").set_input_files(picture)
    press(page, "Look at the columns")
    expect(page.get_by_role("alert")).to_contain_text("this is a PDF, which holds no rows")
    assert objections(page) == []
    press(page, "Cancel this import")
    expect(page.get_by_text("There is no organisation in this folder yet")).to_be_visible()

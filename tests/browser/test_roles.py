"""Roles as HR works with them: aligned one by one, and edited in their table, by few clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from orgdesign.diagnosis import diagnose
from orgdesign.documents.roles import role_notes
from orgdesign.yamlfile import read_file
from tests.browser.axe import objections
from tests.browser.conftest import Open, another_page, follow, press

MERIDIAN = Path(__file__).parents[1] / "documents" / "meridian.yaml"
MOST_STOPS = 20


@pytest.fixture
def meridian(tmp_path: Path) -> Path:
    path = tmp_path / "meridian.yaml"
    path.write_bytes(MERIDIAN.read_bytes())
    return path


@dataclass
class Clicks:
    """What a person presses, counted; a choice from a list takes two."""

    page: Page
    count: int = 0

    def on(self, place: Locator) -> None:
        self.count += 1
        place.click()

    def leading(self, place: Locator) -> None:
        self.count += 1
        with another_page(self.page):
            place.click()

    def first_of(self, name: str, choose: Callable[[Locator], None]) -> None:
        boxes = self.page.locator(f'.align input[name="{name}"]')
        if boxes.count():
            choose(boxes)


def align_what_is_shown(page: Page, clicks: Clicks) -> None:
    """Choose what the page offers: an outcome, a customer measure to pay for, and no other."""
    outcome = page.locator("#align-outcome")
    if outcome.count():
        clicks.count += 2
        outcome.select_option(index=1)
    for text in page.locator('.align textarea[name^="text-"]').all():
        clicks.on(text)
        text.fill("Tells each customer what the medicine is for")
    clicks.first_of("reward", lambda boxes: clicks.on(boxes.first))
    clicks.first_of("unpaid", lambda boxes: [clicks.on(one) for one in boxes.all()])
    purpose = page.locator("#align-purpose")
    if "Cut the cost" in purpose.input_value():
        clicks.on(purpose)
        purpose.fill("I take the right medicine, and know why")


def test_twenty_roles_are_aligned_in_under_fifty_clicks(open_page: Open, meridian: Path):
    page = open_page(meridian)
    clicks = Clicks(page)
    page.goto(f"{page.url.split('?')[0]}/role-table")
    clicks.leading(page.get_by_role("link", name="Next role that something keeps"))
    stops = 0
    while page.locator("#align-purpose").count():
        stops += 1
        assert stops <= MOST_STOPS, page.locator("h1").inner_text()
        align_what_is_shown(page, clicks)
        clicks.leading(page.get_by_role("button", name="Save, and next role"))
    organisation = read_file(meridian).organisation
    assert organisation
    hits = diagnose(organisation)
    left = {id_: role_notes(organisation, role, hits) for id_, role in organisation.roles.items()}
    kept = {"silent", "against", "pulled"}
    assert not {id_: notes for id_, notes in left.items() if kept & {*notes}}
    assert len(left) == 20
    assert clicks.count < 50, clicks.count


def test_ten_roles_are_edited_in_under_fifteen_clicks(open_page: Open, meridian: Path):
    page = open_page(meridian)
    clicks = Clicks(page)
    page.goto(f"{page.url.split('?')[0]}/role-table")
    cells = page.locator('.role-rows textarea[name^="purpose-"]').all()[:10]
    for at, cell in enumerate(cells):
        clicks.on(cell)
        cell.fill(f"Somebody is well again, {at}")
    clicks.leading(page.get_by_role("button", name="Save what was typed"))
    assert meridian.read_text("utf-8").count("Somebody is well again") == 10
    assert clicks.count < 15


def test_twelve_roles_get_the_same_measure_in_one_step(open_page: Open, meridian: Path):
    page = open_page(meridian)
    page.goto(f"{page.url.split('?')[0]}/role-table")
    for box in page.locator('.role-rows input[name="role"]').all()[:12]:
        box.check()
    page.get_by_label("are measured by").select_option(label="Falls with injury")
    press(page, "Give it to all of them")
    assert meridian.read_text("utf-8").count("- falls") >= 12
    expect(page.get_by_role("heading", name="Table of roles")).to_be_visible()


def test_the_pages_of_roles_can_be_used_by_everybody(open_page: Open, meridian: Path):
    page = open_page(meridian)
    start = page.url.split("?")[0]
    page.goto(f"{start}/role-table")
    assert objections(page) == []
    page.goto(f"{start}/roles")
    assert objections(page) == []
    follow(page, "Retail Pharmacy Manager", exact=True)
    expect(page.locator("#align-purpose")).to_be_visible()
    assert objections(page) == []


DEFINED = """
attributes:
  grade: {name: Pay grade, asked: yes}
sections:
  skills: {name: Skills, headings: {de: Kenntnisse}, for: [description, advertisement], asked: yes}
  how to apply: {for: [advertisement], text: Write to us.}
"""


def test_sections_are_defined_and_asked_for_in_the_form_of_a_role(open_page: Open, meridian: Path):
    meridian.write_text(meridian.read_text(encoding="utf-8") + DEFINED, encoding="utf-8")
    page = open_page(meridian)
    page.goto(page.url.split("?")[0].rstrip("/") + "/definitions")
    page.locator("summary", has_text="Skills").click()
    assert objections(page) == []
    opened = page.locator("details[open]")
    opened.get_by_label("Heading in other languages").fill("de: Kenntnisse\nfr: Compétences")
    opened.get_by_label("Place in the order").fill("2")
    press(page, "Save")
    expect(page.locator(".definition summary").nth(1)).to_contain_text("Skills")
    assert "fr: Compétences" in meridian.read_text(encoding="utf-8")

"""Go through three days of work in a browser, and count what each of them costs.

    python benchmarks/three_days.py [--pictures FOLDER]

A chief executive looks for who answers, sees before and after, and presents; HR brings in an
export, answers what it leaves open, and brings in that of the next month; a consultant writes a
company down, keeps a view, and exports a deck. Each day is gone through at 1440 x 900 and on a
phone, and prints its clicks, its letters, and what went wrong.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, expect, sync_playwright
from server import Server

from orgdesign.resources import folder

HABITS: dict[str, dict[str, object]] = {
    "1440 x 900": {"viewport": {"width": 1440, "height": 900}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "color_scheme": "dark",
        "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 7) Chrome/130.0 Mobile Safari/537.36",
    },
}
COUNTING = """
addEventListener('click', event => { if (event.isTrusted && event.detail) counted('clicks') }, true)
addEventListener('keydown', event => { if (event.isTrusted) counted('letters') }, true)
"""
STAFF = """\
ID,Name,Title,Department,Reports To,Status
1,Ada Quill,CEO,Executive,,Active
2,Ben Rowe,Head of Claims,Claims,1,Active
3,Cara Stone,Handler,Claims,2,Bench
4,Dan Moss,Clerk,Archive,1,Active
"""
OUTLINE = "Chief executive\n    Claims\n        Repairs\n    Sales\n        Offers"


@dataclass
class Day:
    """One day on one screen: its page, what was done on it, and pictures on the way."""

    page: Page
    pictures: Path | None
    name: str
    done: Counter[str] = field(default_factory=Counter)
    seen: int = 0

    def press(self, role: str, name: str) -> None:
        """Press what leads to another page, and wait until that is there."""
        with self.page.expect_event("load"):
            self.find(role, name).click()

    def find(self, role: str, name: str):
        """Return the first that is so called and can be seen."""
        return self.page.get_by_role(role, name=name).locator("visible=true").first  # type: ignore[arg-type]

    def look(self) -> None:
        """Take a picture."""
        self.seen += 1
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{self.name}-{self.seen}.png")


def chief_executive(day: Day, place: Path) -> None:
    """Look for who answers, see how it is and how it will be, and present."""
    page = day.page
    page.get_by_role("combobox", name="Find").first.click()
    page.keyboard.type("claims dir")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-heading")).to_be_visible()
    day.look()
    page.locator("#panel .close").click()
    day.find("link", "Reporting lines").click()
    expect(page.locator("#switch a[aria-current]")).to_have_text("Reporting lines")
    day.look()
    day.find("link", "Side by side").click()
    expect(page.locator(".stage")).to_have_count(2)
    day.look()
    day.press("link", "Present")
    day.look()


def human_resources(day: Day, place: Path) -> None:
    """Bring in an export, answer what it leaves open, and bring in the export of the next month."""
    page = day.page
    day.press("link", "Import from HR")
    _bring_in(day, place, STAFF)
    expect(page.get_by_role("heading", name="Needs you")).to_be_visible()
    day.look()
    page.get_by_label("What does the status").select_option("gone")
    day.press("button", "Take these answers")
    expect(page.get_by_text("What does the status")).to_have_count(0)
    day.press("button", "Write it, and see its charts")
    day.look()
    menu = page.locator(".where-menu > summary, .menu > summary").locator("visible=true").first
    menu.click()
    day.press("link", "Everything in the file")
    day.press("link", "Bring in a newer export")
    _bring_in(day, place, STAFF + "5,Eve Lund,Adjuster,Claims,2,Active\n")
    expect(page.get_by_text("What does the status")).to_have_count(0)
    day.look()


def _bring_in(day: Day, place: Path, text: str) -> None:
    staff = place.with_name("staff.csv")
    staff.write_text(text, "utf-8")
    day.page.get_by_label("The export: CSV or text").set_input_files(staff)
    day.press("button", "Look at the columns")
    day.press("button", "Look at what comes out")


def consultant(day: Day, place: Path) -> None:
    """Write a company down, keep a view of it, and set a deck as that view."""
    page = day.page
    for label, words in (
        ("What it is called", "Harbour Insurance"),
        ("What does your customer get?", "Whatever happens, I am looked after"),
    ):
        page.get_by_label(label).click()
        page.keyboard.type(words)
    page.get_by_label("Your functions").click()
    page.keyboard.insert_text(OUTLINE)
    day.done["letters"] += len(OUTLINE)
    day.press("button", "Create it")
    day.look()
    if page.locator(".outline-switch:visible").count():
        page.locator(".outline-switch").click()
    page.locator("#views > summary").click()
    page.get_by_label("Keep this view as").fill("For the board")
    page.locator(".view-name button").click()
    expect(page.locator("#views .count")).to_have_text("1")
    day.look()
    page.goto(f"{page.url.split('?')[0]}/export?kind=deck")
    page.get_by_label("Charts as in a view").select_option(label="For the board")
    day.look()


DAYS: dict[str, tuple[Callable[[Day, Path], None], bool]] = {
    "chief executive": (chief_executive, True),
    "HR": (human_resources, False),
    "consultant": (consultant, False),
}


def main() -> None:
    """Go through all days on all screens, and print what each costs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pictures", type=Path, help="keep pictures of the way in this folder")
    pictures = parser.parse_args().pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for screen, habits in HABITS.items():
            for name, (work, has_example) in DAYS.items():
                with (
                    tempfile.TemporaryDirectory() as there,
                    _place(there, has_example) as place,
                    Server(place, opens=False) as server,
                ):
                    done, fault = _gone_through(
                        browser, server, place, work, habits, pictures, name
                    )
                costs = f"{done['clicks']:3} clicks {done['letters']:4} letters"
                print(f"{name:16} {screen:11} {costs}  {fault or 'done'}", flush=True)
        browser.close()


@contextmanager
def _place(there: str, has_example: bool) -> Iterator[Path]:
    """Give what is served: a copy of the example, or an empty folder."""
    os.environ["XDG_STATE_HOME"] = f"{there}/state"
    place = Path(there, "work")
    place.mkdir()
    example = folder("examples") / "northwind.yaml"
    yield Path(shutil.copy(example, place)) if has_example else place


def _gone_through(
    browser: Browser,
    server: Server,
    place: Path,
    work: Callable[[Day, Path], None],
    habits: dict[str, object],
    pictures: Path | None,
    name: str,
) -> tuple[Counter[str], str]:
    """Return what a day cost, and at what it ended early."""
    context = browser.new_context(**habits)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    day = Day(
        context.new_page(), pictures, f"{name}-{habits['viewport']['width']}".replace(" ", "-")
    )  # type: ignore[index]
    try:
        context.expose_binding("counted", lambda _, what: day.done.update([what]))
        context.add_init_script(COUNTING)
        day.page.goto(server.link)
        work(day, place)
    except (Error, AssertionError) as failure:
        day.look()
        return day.done, " ".join(str(failure).split())[:300]
    finally:
        context.close()  # before the app ends, which waits for those who follow it
    return day.done, ""


if __name__ == "__main__":
    main()

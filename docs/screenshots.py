"""Take the pictures of the documents from the running app, into docs/images.

    python docs/screenshots.py

Needs Chromium, as the browser tests do, and for exports LibreOffice and Poppler.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from export_pictures import EXAMPLE, IMAGES, browser, draw, export, export_page, plates, run
from playwright.sync_api import Page

LINK = re.compile(r"http://\S+")
OTHERS = [
    ("table", "table"),
    ("source", "source"),
    ("outline", "outline"),
    ("role-table", "roles-table"),
]
"""The pages beside the charts: the address of each, and the name of its picture."""
DIAGNOSIS = ["Figures", "Summary", "Journey", "Chief customer officer", "Customer assets"]
"""The pages of the diagnosis, beside its findings, as their links say."""
DESIGN = ["Road map", "Compare"]
"""The pages of a design, beside its changes, as their links say."""


def main() -> None:
    """Take every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    for view in ("before", "after"):
        draw(view)
    plates()
    role = ("--role", "claims-director", "--design", "outcome-led")
    export("export-role", "roles", "pdf", *role)
    export("export-word", "roles", "docx", *role)
    export("export-advertisement", "advertisement", "docx", *role)
    design = ("--design", "outcome-led")
    export("export-booklet", "booklet", "pdf", *design, page=5)
    export("export-booklet-facts", "booklet", "pdf", *design, page=18)
    export("export-tables", "tables", "xlsx")
    export("export-deck", "deck", "pptx", *design, page=4)
    export("export-deck-after", "deck", "pptx", *design, page=6)
    export_page()
    with app() as link, browser() as page:
        page.goto(link)
        page.get_by_role("button", name="Open").or_(page.locator("svg.chart")).first.wait_for()
        if page.get_by_role("button", name="Open").count():
            page.get_by_role("button", name="Open").click()
        page.locator("svg.chart").first.wait_for()
        at = page.url.partition("?")[0]
        work_on_the_chart(page, at)
        for address, name in OTHERS:
            visit(page, f"{at}/{address}", name)
        diagnose(page, at)
        redesign(page, at)
        look_into_the_library(page, at)
        hand_out(page, at)
        share(page, at)
        page.goto(at)
        present(page)
    bring_in()
    brand()
    bring_back()


def visit(page: Page, address: str, name: str, pause: int = 1200) -> None:
    """Take the page at an address."""
    page.goto(address)
    page.wait_for_timeout(pause)
    take(page, name)


def work_on_the_chart(page: Page, at: str) -> None:
    """Take the charts of today, a function chosen on one, and a gap being closed."""
    today = f"{at}?structure=today"
    visit(page, today, "after")
    page.goto(f"{today}&view=before")
    page.locator("svg .function-claims").first.click()
    page.locator("#panel").get_by_text("Accountable").first.wait_for()
    page.wait_for_timeout(800)
    take(page, "function")
    page.goto(today)
    page.get_by_role("link", name="Next gap").first.click()
    page.locator("#panel :focus").wait_for()
    page.wait_for_timeout(800)
    take(page, "gap")
    visit(page, f"{today}&view=both", "both")
    visit(page, f"{today}&view=roles", "roles")


def bring_in() -> None:
    """Take what comes out of an export of HR, in a folder that holds nothing yet."""
    with TemporaryDirectory() as folder, app(Path(folder)) as link, browser() as page:
        page.goto(link)
        page.get_by_role("link", name="Import from HR").click()
        page.locator("#files").set_input_files(EXAMPLE.parent / "exports" / "staff.csv")
        page.get_by_role("button", name="Look at the columns").click()
        page.locator(".columns-form").wait_for()
        take(page, "import-columns")
        page.get_by_label("What the organisation is called").fill("Northwind Insurance")
        page.get_by_role("button", name="Look at what comes out").click()
        page.locator("svg.chart").wait_for()
        page.wait_for_timeout(500)
        take(page, "import")


def hand_out(page: Page, at: str) -> None:
    """Take the page of exports with something chosen, and the role descriptions."""
    page.goto(f"{at}/export")
    page.get_by_role("link", name="Tables").first.click()
    page.get_by_label("Cost").check()
    page.get_by_text("It shows the cost of 17 functions").first.wait_for()
    take(page, "export")
    visit(page, f"{at}/roles", "role-descriptions")


def share(page: Page, at: str) -> None:
    """Take the page that a view is shared from."""
    page.goto(f"{at}/share-view")
    page.locator(".share-preview img").evaluate("image => image.decode()")
    take(page, "share")


def brand() -> None:
    """Take the page of a brand, with a colour that is mended."""
    colours = "{primary: '#0b2545', accent: '#ffe14d'}"
    with copied(colours) as path, app(path) as link, browser() as page:
        visit(page, f"{open_file(page, link)}/brand", "brand")


def bring_back() -> None:
    """Take what a diagram changes in which a box was moved and one renamed."""
    with copied() as path, app(path) as link, browser() as page:
        diagram = path.with_suffix(".drawio")
        command = ["-m", "orgdesign", "export", str(path), "--as", "drawio", "-o", str(diagram)]
        run(sys.executable, *command)
        redrawn = diagram.read_text(encoding="utf-8").replace("Complaints", "Complaints and praise")
        diagram.write_text(redrawn, encoding="utf-8")
        page.goto(f"{open_file(page, link)}/designs")
        page.get_by_role("link", name="Bring back a diagram").click()
        page.locator("input[type=file]").set_input_files(diagram)
        page.get_by_label("What the design is called").fill("Drawn on the wall")
        page.get_by_role("button", name="See what it changes").click()
        page.wait_for_timeout(800)
        take(page, "diagram")


@contextmanager
def copied(look: str = "") -> Iterator[Path]:
    """Copy the example into a folder of its own, with a brand where one is given."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / EXAMPLE.name
        said = EXAMPLE.read_text(encoding="utf-8")
        path.write_text(
            said + (f"\nbrand: {{colours: {look}}}\n" if look else ""), encoding="utf-8"
        )
        yield path


def open_file(page: Page, link: str) -> str:
    """Open the only file that is served, and return its address."""
    page.goto(link)
    page.locator("svg.chart").first.wait_for()
    return page.url.partition("?")[0]


def diagnose(page: Page, at: str) -> None:
    """Take the pages of the diagnosis."""
    visit(page, f"{at}/diagnosis", "findings")
    for name in DIAGNOSIS:
        address = name.lower().replace(" ", "-")
        visit(page, f"{at}/diagnosis/{address}", address)


def redesign(page: Page, at: str) -> None:
    """Take the pages of a design, and what changes for one role."""
    page.goto(f"{at}/designs")
    page.get_by_role("link", name="Outcome-led structure", exact=True).first.click()
    page.wait_for_timeout(800)
    take(page, "design")
    for name in DESIGN:
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_timeout(1000)
        take(page, name.lower().replace(" ", "-"))
        if name == "Compare":
            page.evaluate("document.getElementById('figures-heading').scrollIntoView()")
            take(page, "effects")
            page.go_back()
    page.get_by_role("link", name="What changes for whom").click()
    page.get_by_role("link", name="Complaints Manager").click()
    page.wait_for_timeout(500)
    take(page, "for-whom")


def look_into_the_library(page: Page, at: str) -> None:
    """Take what the starter library has on renewals, with two functions ticked."""
    page.goto(f"{at}/library")
    page.get_by_label("Only those with").fill("renewal")
    page.get_by_role("button", name="Show").click()
    for name in ("Actuarial Pricing", "Policy Service"):
        page.get_by_text(name, exact=True).click()
    page.wait_for_timeout(500)
    take(page, "library")
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(at)


def present(page: Page) -> None:
    """Take slides of a talk, boxes on their way from one to the next, and the speaker view."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{page.url.partition('?')[0]}/designs")
    page.get_by_role("link", name="Outcome-led structure", exact=True).first.click()
    page.get_by_role("link", name="Present", exact=True).click()
    page.get_by_role("button", name="Start").click()
    for number, name in ((2, "outcome"), (8, "road-map")):
        page.goto(re.sub(r"/present/\d+", f"/present/{number}", page.url))
        page.wait_for_timeout(3000)
        take(page, f"present-{name}")
    page.goto(page.url.replace("/present/8", "/present/5"))
    page.wait_for_timeout(3000)
    page.keyboard.press("ArrowRight")
    page.evaluate("document.getAnimations().forEach(a => { a.pause(); a.currentTime = 330 })")
    take(page, "present-moving")
    page.goto(page.url.replace("/present/6", "/present/5/speaker"))
    page.wait_for_timeout(1500)
    take(page, "present-speaker")


def take(page: Page, name: str) -> None:
    """Take a picture of what is on screen."""
    page.screenshot(path=IMAGES / f"page-{name}.png")


@contextmanager
def app(path: Path = EXAMPLE) -> Iterator[str]:
    """Serve the example, or another path, and give the link that lets the browser in."""
    command = ["-m", "orgdesign", "serve", str(path), "--no-browser"]
    with subprocess.Popen(  # noqa: S603
        [sys.executable, *command], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield next(found[0] for line in process.stdout or () if (found := LINK.search(line)))
        finally:
            process.terminate()


if __name__ == "__main__":
    main()

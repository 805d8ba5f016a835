"""Pictures of what commands write: charts, plates and exports, as programs show them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "examples" / "northwind.yaml"


def plates() -> None:
    """Draw the plates of the software company, the overview with its design."""
    example = ROOT / "examples" / "software.yaml"
    with TemporaryDirectory() as folder:
        command = ["plates", str(example), "-o", folder, "--format", "svg", "--paper", "screen"]
        for more in ([], ["--plate", "overview", "--design", "one-first-week"]):
            subprocess.run([sys.executable, "-m", "orgdesign", *command, *more], check=True)  # noqa: S603
        for picture in Path(folder).glob("*.svg"):
            shutil.copy(picture, IMAGES / f"plate-{picture.name}")


def draw(view: str) -> None:
    """Draw a chart of the example, as it is today, as a picture of its own."""
    output = str(IMAGES / f"chart-{view}.png")
    command = ["-m", "orgdesign", "render", str(EXAMPLE), "--view", view]
    command += ["--design", "today", "-o", output]
    subprocess.run([sys.executable, *command], check=True)  # noqa: S603


def export(name: str, kind: str, ending: str, *more: str, page: int = 1) -> None:
    """Take a page of an export, as the program that people open it with shows it."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / f"{name}.{ending}"
        command = ["export", str(EXAMPLE), "--as", kind, "-o", str(output), *more]
        run(sys.executable, "-m", "orgdesign", *command)
        if ending != "pdf":
            run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(output))
        picture = str(IMAGES / name)
        pages = str(output.with_suffix(".pdf"))
        run("pdftoppm", "-png", "-r", "80", "-f", str(page), "-singlefile", pages, picture)


def export_page() -> None:
    """Take the stand-alone page of a design, opened from its file, with a function chosen."""
    with TemporaryDirectory() as folder, browser() as page:
        output = Path(folder) / "northwind.html"
        command = ["export", str(EXAMPLE), "--as", "page", "--design", "outcome-led"]
        run(sys.executable, "-m", "orgdesign", *command, "-o", str(output))
        page.goto(output.as_uri())
        page.locator("#after .node.function-claims a").click()
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=IMAGES / "export-page.png")


def run(*command: str) -> None:
    """Run a program, and stop where it fails."""
    subprocess.run(command, check=True)  # noqa: S603


@contextmanager
def browser() -> Iterator[Page]:
    """Open a page of a laptop's size."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        chromium = playwright.chromium.launch(executable_path=program)
        yield chromium.new_page(viewport={"width": 1440, "height": 1080})
        chromium.close()

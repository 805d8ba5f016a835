"""Time an edit as the person feels it: from the click on Save to the chart drawn anew.

    python benchmarks/designing.py [--functions 1000] [--rounds 15]

Two figures, each a median over the rounds and printed with its budget: the server's part (splice,
verify, save) in this process, and click to redrawn chart in Chromium against the real app.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from organisations import organisation_text
from playwright.sync_api import Page, sync_playwright
from server import Server

from orgdesign.render import Engine
from orgdesign.workspace import Workspace
from orgdesign.yamlfile.editing import Set

SERVER, CLICK = 100.0, 300.0
"""The budgets, in milliseconds, for an organisation of 1,000 functions."""

CHANGE = """async ([node, text]) => {
  const form = document.querySelector('form[data-form]')
  form.querySelector('[name=contribution]').value = text
  const redrawn = () => document.getElementById(node)?.textContent.includes(text)
  const start = performance.now()
  form.querySelector('.form-end button').click()
  while (!redrawn()) {
    if (performance.now() - start > 20000) throw new Error('the chart was not drawn anew')
    await new Promise(requestAnimationFrame)
  }
  return performance.now() - start
}"""


def main() -> None:
    """Measure both, and say how they stand to their budgets."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--functions", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.yaml")
        path.write_text(organisation_text(asked.functions), encoding="utf-8")
        # The history of these edits is the benchmark's, not the person's who runs it.
        os.environ["XDG_STATE_HOME"] = folder
        tell("the server's edit", edits(path, asked.rounds), SERVER)
        tell("click to redrawn chart", clicks(path, asked.rounds), CLICK)


def edits(path: Path, rounds: int) -> list[float]:
    """Return the milliseconds that each of some edits of one function takes on the server."""
    taken = []
    with Engine() as engine:
        file = Workspace(path, engine).files()[0]
        for number in range(rounds + 1):
            now = file.now()
            functions = list(now.organisation.functions) if now.organisation else []
            field = ("functions", functions[len(functions) // 2], "alignment", "contribution")
            start = perf_counter()
            file.edit([Set(field, f"Answers on day {number}")], now.version, "A benchmark")
            taken.append((perf_counter() - start) * 1000)
    return taken[1:]


def clicks(path: Path, rounds: int) -> list[float]:
    """Return the milliseconds from each of some clicks on Save to the chart that shows it."""
    with Server(path, opens=False) as server, chromium() as page:
        page.goto(server.link)
        page.goto(f"{page.url.partition('?')[0]}?view=before")
        node = page.locator(".stage .node.function").nth(2)
        name = str(node.get_attribute("id"))
        node.locator("a").click()
        page.locator("form[data-form] [name=contribution]").wait_for()
        return [
            float(page.evaluate(CHANGE, [name, f"Tried {number} times"]))
            for number in range(rounds + 1)
        ][1:]


@contextmanager
def chromium() -> Iterator[Page]:
    """Give a page of a real Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser.new_page(viewport={"width": 1440, "height": 900})
        browser.close()


def tell(what: str, taken: list[float], budget: float) -> None:
    """Print a median with its range and its budget."""
    middle = median(taken)
    verdict = "ok" if middle <= budget else "OVER"
    span = f"{min(taken):.0f} to {max(taken):.0f}"
    print(f"{what:<26}{middle:8.0f} ms  ({span})  budget {budget:.0f} ms  {verdict}")


if __name__ == "__main__":
    main()

"""Measure the stand-alone page: how long it takes to make and to show, and how large it is.

    python benchmarks/page.py                      100, 1,000 and 10,000 functions, some minutes
    python benchmarks/page.py --sizes 100 1000
    python benchmarks/page.py my-org.yaml          today, and each design of a file

Beside it stands the bare drawing: Graphviz alone on the DOT text of the same sheets, in a process
that does nothing else. Showing is measured in Chromium, opened from the file: until the first
paint, until all is loaded, and until a function that is searched for stands beside its chart.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from zlib import compress

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.steps import bare_engine, organisation
from orgdesign.designs.replay import structure_after
from orgdesign.documents.chart_set import ChartSet
from orgdesign.documents.web_page import html_page
from orgdesign.documents.web_page.chart_sheets import chart_sheets
from orgdesign.model import Organisation
from orgdesign.redaction import Disclosure, disclose
from orgdesign.render import compose_chart
from orgdesign.render.dot import dot_text
from orgdesign.yamlfile import read_file

SIZES = (100, 1_000, 10_000)
COLUMNS = (
    "organisation", "functions", "sheets", "made", "bare drawing", "size", "compressed",
    "first paint", "loaded", "found",
)  # fmt: skip
SHOWN = """async () => {
    const paint = await new Promise(done => new PerformanceObserver(seen => {
        const [first] = seen.getEntriesByName('first-contentful-paint')
        if (first) done(first.startTime)
    }).observe({type: 'paint', buffered: true}))
    return [paint, performance.getEntriesByType('navigation')[0].loadEventEnd]
}"""
FOUND = """async name => {
    const start = performance.now(), search = document.getElementById('search')
    search.value = name
    search.dispatchEvent(new Event('input'))
    document.querySelector('#found a').click()
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    return performance.now() - start
}"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each organisation."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    asked = parser.parse_args(arguments)
    print(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}")
    for name, disclosure in _of_files(asked.files) if asked.files else _of_sizes(asked.sizes):
        print(f"| {' | '.join(_measured(name, disclosure))} |", flush=True)


def _of_sizes(sizes: Sequence[int]) -> Iterator[tuple[str, Disclosure]]:
    yield from (("generated", disclose(organisation(size))) for size in sizes)


def _of_files(paths: Sequence[Path]) -> Iterator[tuple[str, Disclosure]]:
    for path in paths:
        today: Organisation | None = read_file(path).organisation
        if today is None:
            raise SystemExit(f"{path} has problems: run orgdesign check.")
        yield path.stem, disclose(today)
        for design in today.designs.values():
            yield f"{path.stem}: {design.name}", disclose(today, structure_after(today, design))


def _measured(name: str, disclosure: Disclosure) -> Iterator[str]:
    start = perf_counter()
    data = html_page(disclosure)
    made = perf_counter() - start
    dots = [*_dots(disclosure)]
    yield from (
        name,
        f"{len(disclosure.organisation.functions):,}",
        f"{len(dots):,}",
        f"{made:.1f} s",
    )
    yield f"{_bare(dots):.1f} s"
    yield from (f"{len(each) / 1e6:.1f} MB" for each in (data, compress(data)))
    wanted = [*disclosure.organisation.functions.values()][-1].name
    yield from (f"{taken / 1000:.1f} s" for taken in _shown(data, wanted))


def _dots(disclosure: Disclosure) -> Iterator[str]:
    chart_set = ChartSet(disclosure)
    for view in chart_set.charts:
        for sheet in chart_sheets(chart_set, view):
            yield dot_text([compose_chart(sheet.chart, sheet.among)], lambda box, _: f"#{box}")


def _bare(dots: Sequence[str]) -> float:
    with bare_engine(*dots) as draw:
        draw()  # the first time pays for the start, and is not counted
        start = perf_counter()
        draw()
        return perf_counter() - start


def _shown(data: bytes, wanted: str) -> tuple[float, ...]:
    """Return in milliseconds how long Chromium takes."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "page.html")
        path.write_bytes(data)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1440, "height": 900})
        opened.set_default_timeout(300_000)
        opened.goto(path.as_uri())
        shown = (*opened.evaluate(SHOWN), opened.evaluate(FOUND, wanted))
        browser.close()
    return shown


if __name__ == "__main__":
    main()

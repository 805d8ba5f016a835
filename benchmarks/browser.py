"""Measure charts in Chromium beside d3-org-chart and beside a bare inline SVG, in the same run.

    python benchmarks/browser.py 100 1000 10000 [--beside TREE] [--rounds 3]

Every page comes from this machine, d3-org-chart from npm (a dev dependency). *Visible* is from the
start of the navigation to the second frame after the page is loaded; a zoom, a move and a choice
are each from the event to the second frame after what it asks for is there. A page of ours asks for
a process of its own, which Chromium begins in some 40 ms: *apart* is d3-org-chart that asks too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.organisations import organisation_text
from benchmarks.visitor import Visitor, table
from orgdesign.model import Organisation
from orgdesign.yamlfile import read

TREE = Path(__file__).parents[1]
MOST_WHOLE = 10_000
"""Up to how many functions charts are drawn whole, and another tree is measured beside."""
BUNDLE = "import {OrgChart} from 'd3-org-chart'; globalThis.OrgChart = OrgChart"
STEPS = ("visible", "zoom", "pan", "choose")
APART = "?apart"
D3 = """<!doctype html><meta charset="utf-8"><style>body,html,.chart{margin:0;height:100%}</style>
<div class="chart"></div><script src="d3.js"></script><script>
const rows = ROWS
const chart = new OrgChart().container('.chart').data(rows).svgHeight(innerHeight).duration(0)
  .nodeWidth(() => 240).nodeHeight(() => 90).nodeContent(node => `<div>
    <b>${node.data.name}</b><div>${node.data.says}</div><div>${node.data.role}</div><div>${node.data.people}</div></div>`)
DRAW
</script>"""
BARE = """<!doctype html><meta charset="utf-8"><style>
text { font: 12px sans-serif } rect { fill: #fff; stroke: #345 }</style>
<svg width="WIDTH" height="HEIGHT">BOXES</svg>"""
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
VISIBLE = f"async () => {{ await {FRAMES}; return performance.now() }}"
ZOOM = f"""async selector => {{
  const element = document.querySelector(selector), taken = []
  const {{left, top, width, height}} = element.getBoundingClientRect()
  const at = {{clientX: left + width / 2, clientY: top + Math.min(height, innerHeight) / 2}}
  for (let turn = 0; turn < 8; turn++) {{
    const start = performance.now()
    const said = {{...at, deltaY: turn % 2 ? 90 : -90, bubbles: true, cancelable: true}}
    element.dispatchEvent(new WheelEvent('wheel', said))
    await {FRAMES}
    taken.push(performance.now() - start)
  }}
  return taken.sort((a, b) => a - b)[4]
}}"""
PAN = f"""async selector => {{
  const element = document.querySelector(selector), taken = []
  const say = (kind, x) => {{
    const at = {{clientX: 400 + x, clientY: 500, button: 0, buttons: 1}}
    const said = {{...at, bubbles: true, view: window, pointerId: 1}}
    element.dispatchEvent(new PointerEvent(`pointer${{kind}}`, said))
    element.dispatchEvent(new MouseEvent(`mouse${{kind}}`, said))
  }}
  say('down', 0)
  for (let turn = 1; turn < 9; turn++) {{
    const start = performance.now()
    say('move', turn * 9)
    await {FRAMES}
    taken.push(performance.now() - start)
  }}
  say('up', 72)
  element.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))  // as a mouse
  return taken.sort((a, b) => a - b)[4]
}}"""
CHOOSE = f"""async () => {{
  const links = [...document.querySelectorAll('.stage .node a')]
  const address = one => one.getAttribute('href') ?? one.getAttribute('xlink:href')
  const link = links.findLast(one => address(one).includes('box='))
  const start = performance.now(), there = () => document.querySelector('#panel h2')
  link.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true, view: window}}))
  while (!there() && performance.now() - start < 60000) await new Promise(requestAnimationFrame)
  await {FRAMES}
  return performance.now() - start
}}"""
HIGHLIGHT = f"""async () => {{
  const start = performance.now()
  chart.setHighlighted(rows[rows.length - 1].id).render()
  await {FRAMES}
  return performance.now() - start
}}"""


def rows_of(organisation: Organisation) -> str:
    """Return the functions as d3-org-chart takes them, under one root."""
    rows = [
        {
            "id": one.id,
            "parentId": one.reports_to or "",
            "name": one.name,
            "says": one.alignment.contribution or "",
            "role": organisation.roles[one.accountable].title if one.accountable else "",
            "people": f"{one.headcount} people",
        }
        for one in organisation.functions.values()
    ]
    return json.dumps(rows)


def bare_svg(organisation: Organisation) -> str:
    """Return a page of one inline SVG: a box and four lines of text for each function."""
    across = max(1, int(len(organisation.functions) ** 0.5))
    boxes = []
    for at, one in enumerate(organisation.functions.values()):
        x, y = at % across * 260, at // across * 110
        lines = (one.name, one.alignment.contribution or "", one.accountable, one.headcount)
        texts = (f'<text x="8" y="{20 + 18 * row}">{said}</text>' for row, said in enumerate(lines))
        boxes.append(
            f'<g transform="translate({x} {y})"><rect width="240" height="90"/>{"".join(texts)}</g>'
        )
    size = {"WIDTH": str(across * 260), "HEIGHT": str((len(boxes) // across + 1) * 110)}
    page = BARE.replace("BOXES", "".join(boxes))
    for name, value in size.items():
        page = page.replace(name, value)
    return page


@contextmanager
def anchors(organisation: Organisation) -> Iterator[str]:
    """Serve the pages beside which ours stand, from this machine."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(TREE / "node_modules" / ".bin" / "esbuild"), "--bundle", "--minify"]
        bundled = subprocess.run(
            command, input=BUNDLE, capture_output=True, text=True, cwd=TREE, check=True
        )
        Path(folder, "d3.js").write_text(bundled.stdout, "utf-8")
        page = D3.replace("ROWS", rows_of(organisation))
        Path(folder, "folded.html").write_text(page.replace("DRAW", "chart.render()"), "utf-8")
        Path(folder, "whole.html").write_text(
            page.replace("DRAW", "chart.expandAll().render()"), "utf-8"
        )
        Path(folder, "bare.html").write_text(bare_svg(organisation), "utf-8")
        handler = partial(Silent, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing of it."""

    def end_headers(self) -> None:
        """Ask for a process of its own, as our pages do, where the address says so."""
        if self.path.endswith(APART):
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def let_in(context: BrowserContext, visitor: Visitor, address: str) -> None:
    """Give a browser the cookie of somebody who was let in."""
    cookie, _, value = visitor.headers["Cookie"].partition("=")
    context.add_cookies([{"name": cookie, "value": value, "url": address}])


def chromium_program() -> str | None:
    """Return the path of Chromium, where the system has one."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def seen(page: Page, address: str, selector: str, choose: str) -> dict[str, float]:
    """Return the milliseconds of each step on a page."""
    page.goto(address, wait_until="load")
    found = {"visible": float(page.evaluate(VISIBLE))}
    if selector:
        found |= {"zoom": page.evaluate(ZOOM, selector), "pan": page.evaluate(PAN, selector)}
    if choose:
        found["choose"] = page.evaluate(choose)
    return found


def measured(
    browser: Browser, size: int, trees: dict[str, Path], rounds: int, whole: bool
) -> Iterator[dict[str, str]]:
    """Yield a line for each tree and each anchor over an organisation of a size, all in turns."""
    text = organisation_text(size)
    organisation = read(text.encode(), "o.yaml").organisation
    assert organisation
    extent, asked = ("whole", "&whole=1") if whole else ("folded", "")
    with tempfile.TemporaryDirectory() as folder, anchors(organisation) as beside:
        path = Path(folder, "o.yaml")
        path.write_text(text, "utf-8")
        visitors = {name: Visitor(tree, path) for name, tree in trees.items()}
        every = {
            name: (
                f"http://{visitor.netloc}{visitor.home}?view=before{asked}",
                ".stage",
                CHOOSE,
            )
            for name, visitor in visitors.items()
        }
        for name, how in (("d3-org-chart", ""), ("d3-org-chart apart", APART)):
            every[name] = (f"{beside}/{extent}.html{how}", ".chart svg", HIGHLIGHT)
        if whole:
            every["bare SVG"] = (f"{beside}/bare.html", "", "")
        taken: dict[str, list[dict[str, float]]] = {name: [] for name in every}
        for _ in range(rounds + 1):
            for name, (address, selector, choose) in every.items():
                context = browser.new_context(viewport={"width": 1440, "height": 900})
                context.set_default_timeout(300_000)
                if name in visitors:
                    let_in(context, visitors[name], address)
                taken[name].append(seen(context.new_page(), address, selector, choose))
                context.close()
        for visitor in visitors.values():
            visitor.__exit__()
    for name, said in told(taken):
        yield {"functions": f"{size:,}", "drawn": extent, "page": name} | said


def told(taken: dict[str, list[dict[str, float]]]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the medians of each page by step, beside those of d3-org-chart; the first run aside."""
    medians = {
        name: {step: median(each[step] for each in kept[1:]) for step in kept[0]}
        for name, kept in taken.items()
    }
    d3 = medians["d3-org-chart"]
    for name, steps in medians.items():
        yield name, {step: f"{steps[step]:.0f} ms ({steps[step] / d3[step]:.2f})" for step in steps}


def main() -> None:
    """Print a line for each size, page and extent; in brackets, times d3-org-chart."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[100, 1_000])
    parser.add_argument("--beside", type=Path, help="another tree, with its own .venv")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    trees = {"this": TREE} | ({"beside": asked.beside.resolve()} if asked.beside else {})
    lines = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_program(), args=["--no-sandbox"]
        )
        for size in asked.sizes:
            is_small = size <= MOST_WHOLE
            compared = trees if is_small else {"this": TREE}
            for whole in (False, True) if is_small else (False,):
                lines += measured(browser, size, compared, asked.rounds, whole)
        browser.close()
    table(("functions", "drawn", "page", *STEPS), lines)


if __name__ == "__main__":
    main()

"""Measure how long the source pane takes to open in Chromium, beside bare CodeMirror.

    python benchmarks/source_pane.py 1000 10000 [--beside TREE] [--rounds 5]

Milliseconds from the start of the navigation to the second frame after the first line of the text
can be written in. Bare is a page of this machine that asks for the same text, and shows it in an
editor from npm, its lines numbered, wrapped and coloured as YAML. *Again* is a page that is opened
for the second time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.browser import FRAMES, TREE, Silent, chromium_program, let_in
from benchmarks.organisations import organisation_text
from benchmarks.visitor import Visitor, table

SCRIPT = """
import {EditorState} from '@codemirror/state'
import {EditorView, lineNumbers} from '@codemirror/view'
import {yaml} from '@codemirror/lang-yaml'
import {syntaxHighlighting} from '@codemirror/language'
import {classHighlighter} from '@lezer/highlight'
const doc = await fetch('text.yaml').then(answer => answer.text())
const looks = [lineNumbers(), syntaxHighlighting(classHighlighter), EditorView.lineWrapping]
const state = EditorState.create({doc, extensions: [...looks, yaml()]})
new EditorView({parent: document.body, state})
"""
PAGE = """<!doctype html><meta charset="utf-8"><style>body{margin:0}.cm-editor{height:100vh}</style>
<script type="module" src="editor.js"></script>"""
WRITABLE = f"""async () => {{
  const host = () => document.querySelector('.editor')?.shadowRoot ?? document
  const line = () => host().querySelector('.cm-line')
  while (!line()) await new Promise(requestAnimationFrame)
  await {FRAMES}
  return performance.now()
}}"""


@contextmanager
def bare_editor(text: str) -> Iterator[str]:
    """Serve a page that shows a text in an editor, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        esbuild = str(TREE / "node_modules" / ".bin" / "esbuild")
        command = [esbuild, "--bundle", "--minify", "--format=esm"]
        bundled = subprocess.run(
            command, input=SCRIPT, capture_output=True, text=True, cwd=TREE, check=True
        )
        for name, content in (
            ("editor.js", bundled.stdout),
            ("index.html", PAGE),
            ("text.yaml", text),
        ):
            Path(folder, name).write_text(content, "utf-8")
        handler = partial(Silent, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/index.html"
            server.shutdown()


def opened(browser: Browser, address: str, visitor: Visitor | None) -> tuple[float, float]:
    """Return the milliseconds until a pane can be written in, at first and again."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(300_000)
    if visitor:
        let_in(context, visitor, address)
    page = context.new_page()
    taken = []
    for _ in range(2):
        page.goto(address, wait_until="commit")
        taken.append(float(page.evaluate(WRITABLE)))
    context.close()
    return taken[0], taken[1]


def measured(
    browser: Browser, size: int, trees: dict[str, Path], rounds: int
) -> Iterator[dict[str, str]]:
    """Yield a line for each tree and for the bare editor over a text, all in turns."""
    text = organisation_text(size)
    with tempfile.TemporaryDirectory() as folder, bare_editor(text) as bare:
        path = Path(folder, "o.yaml")
        path.write_text(text, "utf-8")
        visitors = {name: Visitor(tree, path) for name, tree in trees.items()}
        pages: dict[str, tuple[str, Visitor | None]] = {"bare CodeMirror": (bare, None)}
        for name, visitor in visitors.items():
            pages[name] = (f"http://{visitor.netloc}{visitor.home}/source?view=before", visitor)
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in pages}
        for _ in range(rounds + 1):
            for name, (address, visitor) in pages.items():
                taken[name].append(opened(browser, address, visitor))
        for visitor in visitors.values():
            visitor.__exit__()
    bases = [median(turn) for turn in zip(*taken["bare CodeMirror"][1:], strict=True)]
    for name, turns in taken.items():
        first, again = (
            f"{median(turn):.0f} ms ({median(turn) / base:.2f})"
            for turn, base in zip(zip(*turns[1:], strict=True), bases, strict=True)
        )
        very_first = f"{turns[0][0]:.0f} ms"
        yield {"functions": f"{size:,}", "page": name, "opened": first, "again": again} | {
            "the very first": very_first
        }


def main() -> None:
    """Print a line for each size and page; in brackets, times bare CodeMirror."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--beside", type=Path, help="another tree, with its own .venv")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    trees = {"this": TREE} | ({"beside": asked.beside.resolve()} if asked.beside else {})
    lines: list[dict[str, str]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_program(), args=["--no-sandbox"]
        )
        for size in asked.sizes:
            lines += measured(browser, size, trees, asked.rounds)
        browser.close()
    table(("functions", "page", "opened", "again", "the very first"), lines)


if __name__ == "__main__":
    main()

"""Measure editing: a panel that opens, a save, its undo, and the splice alone in the same run.

    python benchmarks/editing.py 60 1000 10000 50000 [--beside TREE] [--rounds 5]

Each size is edited as a browser edits it, in a program of its own; with ``--beside`` also in that
of another tree, built as this one. Milliseconds are those of the processor, which other work on the
machine does not lengthen, and in brackets those waited for. *Splice alone* is what reading the text
again around an edit takes, without a page, a file or a history. Growth is the exponent from the
second smallest size to the largest: 1 is twice the time for twice the functions.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from html import unescape
from math import log
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.organisations import organisation_text
from benchmarks.visitor import Stopwatch, Visitor, form_fields, part_of, place_fields, table
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import Set, apply

TREE = Path(__file__).parents[1]
STEPS = ("first page", "page again", "panel", "save", "undo")
FORM = r'<form id="form-.*?data-form.*?</form>'
Taken = dict[str, tuple[float, float]]


def edited(tree: Path, text: str, rounds: int) -> tuple[Taken, float, float]:
    """Return the milliseconds of each step over a text, and the megabytes at rest and after."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "o.yaml")
        path.write_text(text, "utf-8")
        with Visitor(tree, path) as visitor:
            watches = {step: Stopwatch(visitor) for step in STEPS}
            with watches["first page"]:
                visitor.ask(f"{visitor.home}?view=before")
            at_rest = visitor.memory()
            for at in range(rounds):
                _round(visitor, watches, at)
            taken = {step: watch.medians for step, watch in watches.items()}
            return taken, at_rest, visitor.memory()


def _round(visitor: Visitor, watches: dict[str, Stopwatch], at: int) -> None:
    with watches["page again"]:
        visitor.ask(f"{visitor.home}?view=before")
    boxes = re.findall(r"[?&;]box=([\w-]+)", visitor.text)
    with watches["panel"]:
        visitor.ask(f"{visitor.home}?view=before&box={boxes[-1]}&reveal=1")
    html, form = visitor.text, part_of(visitor.text, FORM)
    said = {**form_fields(form), **place_fields(html), "contribution": [f"Says it {at} times"]}
    address = unescape(part_of(form, r'(?<=action=")[^"]*'))
    with watches["save"]:
        saved = visitor.ask(address, said, HX_Request="true")
    if saved.status != 200:
        raise SystemExit(f"A save was answered with {saved.status}.")
    visitor.ask(f"{visitor.home}?view=before&box={boxes[-1]}&reveal=1")
    html = visitor.text
    undo = unescape(part_of(html, r'(?<=action=")[^"]*/undo[^"]*'))
    place = place_fields(html)
    with watches["undo"]:
        visitor.ask(undo, {**place, "base": place["version"]}, HX_Request="true")


def spliced(text: str, rounds: int) -> float:
    """Return the milliseconds of the processor that an edit takes of a text that was read."""
    reading, taken = read(text.encode(), "o.yaml"), []
    functions = [*reading.organisation.functions] if reading.organisation else []
    for at in range(rounds):
        path = ("functions", functions[len(functions) // 2], "alignment", "contribution")
        start = process_time()
        reading = apply(reading, [Set(path, f"Says it {at} times")]).reading
        taken.append((process_time() - start) * 1000)
    return median(taken)


def main() -> None:
    """Print a line for each size and tree, and how each step grows."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[60, 1_000, 10_000])
    parser.add_argument("--beside", type=Path, help="another tree, with its own .venv")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    trees = {"this": TREE} | ({"beside": asked.beside.resolve()} if asked.beside else {})
    rows, grown = [], dict[str, list[tuple[int, Taken]]]()
    for size in asked.sizes:
        text = organisation_text(size)
        splice = spliced(text, asked.rounds)
        for name, tree in trees.items():
            taken, rest, after = edited(tree, text, asked.rounds)
            grown.setdefault(name, []).append((size, taken))
            rows.append(
                {"functions": f"{size:,}", "tree": name, "splice alone": f"{splice:.0f}"}
                | {step: f"{worked:.0f} ({waited:.0f})" for step, (waited, worked) in taken.items()}
                | {"save / splice": f"{taken['save'][1] / splice:.1f}"}
                | {"MB at rest": f"{rest:.0f}", "MB after": f"{after:.0f}"}
            )
    heads = ("functions", "tree", *STEPS, "splice alone", "save / splice", "MB at rest", "MB after")
    table(heads, [*rows, *(_growth(name, seen) for name, seen in grown.items() if len(seen) > 2)])


def _growth(name: str, seen: list[tuple[int, Taken]]) -> dict[str, str]:
    (small, first), (large, last) = seen[-2] if len(seen) < 3 else seen[1], seen[-1]
    ratio = log(large / small)
    exponents = {step: log(last[step][1] / max(first[step][1], 1)) / ratio for step in STEPS}
    return {"functions": f"{small:,}→{large:,}", "tree": name} | {
        step: f"n^{exponent:.2f}" for step, exponent in exponents.items()
    }


if __name__ == "__main__":
    main()

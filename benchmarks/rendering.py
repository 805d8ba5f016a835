"""Measure ``orgdesign render`` as a whole, beside the bare engine on the same drawing.

Both are programs of their own, measured by the processor time that they and their workers take, in
turns. The bare engine reads DOT text that is there already, as this package writes it for a PDF.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.organisations import organisation_text
from benchmarks.timing import Figure
from orgdesign.charts import before
from orgdesign.render.dot import dot_text
from orgdesign.render.drawing import compose
from orgdesign.render.fontconfig import fontconfig_file
from orgdesign.yamlfile import read_file

BUDGET = 1.5
MEMORY = 1_200
BARE = """
import sys
from pygraphviz import AGraph
graph = AGraph(string=open(sys.argv[1], encoding="utf-8").read())
graph.has_layout = True
graph.draw(sys.argv[2], format="svg")
"""


def processor_seconds(command: Sequence[str]) -> float:
    """Return the processor time of a program and of all that it starts."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = os.environ | {"FONTCONFIG_FILE": str(fontconfig_file())}
    subprocess.run(command, check=True, env=environment, **quiet)  # type: ignore[call-overload]
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime


def figures(size: int, rounds: int) -> Iterator[Figure]:
    """Yield what drawing an organisation of a size takes, beside the bare engine."""
    with tempfile.TemporaryDirectory() as folder:
        path, dot, svg = (Path(folder, name) for name in ("o.yaml", "o.dot", "o.svg"))
        path.write_text(organisation_text(size), encoding="utf-8")
        organisation = read_file(path).organisation
        assert organisation
        drawing = compose(before(organisation))
        dot.write_text(dot_text([drawing], lambda box, _: f"#{box}"), encoding="utf-8")
        ours = [sys.executable, "-m", "orgdesign", "render", str(path), "-o", str(svg)]
        bare = [sys.executable, "-c", BARE, str(dot), str(svg)]
        rows = [
            (processor_seconds([*ours, "--view", "before"]), processor_seconds(bare))
            for _ in range(rounds)
        ]
        taken, reference = (median(column) for column in zip(*rows, strict=True))
        detail = f"{taken:.2f} s against {reference:.2f} s of the processor"
        name = "render --view before / bare engine"
        yield Figure(name, f"{size:,}", taken / reference, "times", BUDGET, detail)
        processor_seconds(ours)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        yield Figure("render of both charts, at most", f"{size:,}", peak, "MB", MEMORY)


def main() -> int:
    """Print a line for each figure; return 1 where one is over its budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    found = [figure for size in asked.sizes for figure in figures(size, asked.rounds)]
    for each in found:
        figure = f"{each.step:36} {each.size:>7} {each.value:8.2f} {each.unit:5}"
        print(f"{figure} {each.verdict:4} {each.detail}")
    return int(any(each.verdict == "OVER" for each in found))


if __name__ == "__main__":
    sys.exit(main())

"""What is measured, step by step, and the budget of each."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

import yaml

from benchmarks.organisations import organisation_text
from benchmarks.server import Server
from benchmarks.timing import Figure, Step, medians, ratio
from orgdesign import charts
from orgdesign.diagnosis import diagnose
from orgdesign.model import Organisation
from orgdesign.render import Engine
from orgdesign.render.dot import dot_text
from orgdesign.render.drawing import compose
from orgdesign.render.fontconfig import fontconfig_file
from orgdesign.yamlfile import read

MEGABYTE = 1024 * 1024


def read_and_check(size: int, rounds: int) -> Figure:
    """Read and check an organisation, beside PyYAML's own C load of the same bytes."""
    data = organisation_text(size).encode()
    return ratio(
        "read and check / yaml.load",
        f"{size:,}",
        lambda: read(data, "organisation.yaml"),
        lambda: yaml.load(data, yaml.CSafeLoader),
        rounds=rounds,
        budget=1.5,
    )


def diagnosis(size: int, rounds: int) -> Figure:
    """Ask an organisation every rule, beside the reading of its file."""
    data = organisation_text(size).encode()
    return ratio(
        "diagnose / read and check",
        f"{size:,}",
        partial(diagnose, organisation(size)),
        partial(read, data, "organisation.yaml"),
        rounds=rounds,
        budget=1,
    )


def draw(size: int, rounds: int) -> Figure:
    """Draw the after chart through the worker, beside the bare engine on the same DOT text."""
    dot = prepared(organisation(size))
    with Engine() as engine, bare_engine(dot) as bare_draw:
        return ratio(
            "draw / bare Graphviz",
            f"{size:,}",
            lambda: engine.draw(dot, "svg"),
            bare_draw,
            rounds=rounds,
            budget=1.25,
        )


def prepare(size: int, rounds: int) -> Figure:
    """Go from an organisation to DOT text: the chart, its layout, its writing."""
    (taken,) = medians(partial(prepared, organisation(size)), rounds=rounds)
    return Figure("charts, layout and DOT", f"{size:,}", taken, "s")


def growth(size: int, rounds: int) -> Iterator[Figure]:
    """Compare each step at a size with the same step at half of it."""
    half, whole = size // 2, size
    small, large = organisation(half), organisation(whole)
    texts = [organisation_text(count).encode() for count in (half, whole)]
    dots = [prepared(one) for one in (small, large)]
    with Engine() as engine:
        steps: dict[str, list[Step]] = {
            "read and check": [partial(read, text, "organisation.yaml") for text in texts],
            "diagnose": [partial(diagnose, one) for one in (small, large)],
            "charts, layout and DOT": [partial(prepared, one) for one in (small, large)],
            "draw": [partial(engine.draw, dot, "svg") for dot in dots],
        }
        for name, pair in steps.items():
            before, after = medians(*pair, rounds=rounds)
            sizes = f"{half:,} → {whole:,}"
            yield Figure(f"growth: {name}", sizes, after / before, "times", 2.3, f"{after:.3f} s")


def start(rounds: int) -> Figure:
    """Start ``orgdesign check`` on a small file, beside a Python that does nothing."""
    with written(10) as path:
        check = [sys.executable, "-m", "orgdesign", "check", str(path)]
        nothing = [sys.executable, "-c", "pass"]
        run = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL)
        ours, bare = medians(partial(run, check), partial(run, nothing), rounds=rounds)
    return Figure("start of orgdesign check", "10", ours, "s", 0.4, f"bare Python {bare:.3f} s")


def page(rounds: int) -> Iterator[Figure]:
    """Answer the page of a 60-function organisation, warm, and rest."""
    with written(60) as path, Server(path) as server:
        yield Figure("app at rest, with its worker", "60", server.memory() / MEGABYTE, "MB", 120)
        server.page("both")
        taken = [server.page("both") for _ in range(rounds * 3)]
        yield Figure("page with both charts, warm", "60", median(taken) * 1000, "ms", 100)
        drawn = server.memory() / MEGABYTE
        yield Figure("app with both charts", "60", drawn, "MB")


def memory(size: int) -> Iterator[Figure]:
    """Open a large organisation with both its charts, as they open and whole."""
    name = f"{size:,}"
    with written(size) as path, Server(path) as server:
        yield Figure("file opened, after chart on the page", name, server.opening, "s")
        yield Figure("before chart beside it", name, server.page("both"), "s")
        yield held("app with both charts", name, server)
        yield Figure("both charts unfolded", name, server.page("both", whole=True), "s")
        yield held("app with both charts unfolded", name, server)


def held(step: str, size: str, server: Server) -> Figure:
    """Return the memory of a large organisation's app and its workers."""
    detail = f"at most {server.most_memory() / MEGABYTE:.0f} MB"
    return Figure(step, size, server.memory() / MEGABYTE, "MB", 400, detail)


def organisation(size: int) -> Organisation:
    """Return the generated organisation of a size."""
    reading = read(organisation_text(size).encode(), "organisation.yaml")
    if reading.organisation is None:
        raise SystemExit(f"The generated organisation is broken: {reading.problems[0]}")
    return reading.organisation


def prepared(one: Organisation) -> str:
    """Return the DOT text of the after chart."""
    return dot_text([compose(charts.after(one))], lambda box, _: f"#{box}")


@contextmanager
def bare_engine(*dots: str) -> Iterator[Step]:
    """Give a step that draws the texts with Graphviz alone, and with the fonts that ours uses."""
    with tempfile.TemporaryDirectory() as folder:
        charts = [Path(folder, f"{number}.dot") for number in range(len(dots))]
        for chart, dot in zip(charts, dots, strict=True):
            chart.write_text(dot, "utf-8")
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("bare.py")), *map(str, charts)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                "FONTCONFIG_FILE": str(fontconfig_file()),
                "PANGOCAIRO_BACKEND": "fc",
            },
        )
        with process:
            yield partial(_ask, process)


def _ask(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"draw\n")
    process.stdin.flush()
    if not process.stdout.readline():
        raise SystemExit("The bare Graphviz engine cannot be loaded here.")


@contextmanager
def written(size: int) -> Iterator[Path]:
    """Write the generated organisation to a file for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "organisation.yaml")
        path.write_text(organisation_text(size), "utf-8")
        yield path


def figures(sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """Yield every figure, the quick ones first."""
    yield start(rounds * 2)
    yield from page(rounds)
    for size in sizes:
        yield read_and_check(size, rounds)
        yield diagnosis(size, rounds)
        yield prepare(size, rounds)
        yield draw(size, rounds)
    yield from growth(sizes[-1], rounds)
    yield from memory(sizes[-1])

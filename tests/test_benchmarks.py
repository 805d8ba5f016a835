"""The benchmark runs and prints; how fast things are is for it to say, never for a test."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE

pytestmark = pytest.mark.usefixtures("uncounted")

ROOT = Path(__file__).parent.parent
RUN, STEADY, IMPORTING, BOOKLET, DECK, SOAK = (
    ROOT / "benchmarks" / f"{name}.py"
    for name in ("run", "steady", "importing", "booklet", "deck", "soak")
)


def test_the_quick_benchmark_prints_every_step():
    command = [sys.executable, str(RUN), "--quick", "--rounds", "1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    steps = " ".join(figure["step"] for figure in json.loads(done.stdout))
    for step in (
        "yaml.load",
        "bare Graphviz",
        "page",
        "start",
        "diagnose",
        "growth",
        "rest",
        "unfolded",
    ):
        assert step in steps


def test_the_boxes_that_stay_are_measured_in_one_layout_and_drawn_apart():
    command = [sys.executable, str(STEADY), str(ROOT / "examples" / "northwind.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    _, design, functions, stay, together, apart, *_ = done.stdout.splitlines()[-1].split("|")
    assert design.strip() == "northwind: Outcome-led structure"
    assert 0 < int(stay) < int(functions)
    assert float(together.strip(" %")) == 0 < float(apart.strip(" %"))


def test_the_quick_benchmark_of_importing_prints_every_step():
    command = [sys.executable, str(IMPORTING), "--quick", "--rounds", "1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    steps = [figure["step"] for figure in json.loads(done.stdout)]
    for ending in ("CSV", "XLSX"):
        assert f"read {ending} / bare library" in steps
        assert f"import of {ending}" in steps
        assert f"its memory, {ending}" in steps


def test_a_booklet_is_measured_beside_the_bare_library():
    done = subprocess.run([sys.executable, str(BOOKLET), "20"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    _, functions, seconds, pages, *_ = done.stdout.splitlines()[-1].split("|")
    assert functions.strip() == "20"
    assert float(seconds) > 0
    assert int(pages) > 5


def test_a_deck_is_measured_beside_the_bare_library():
    command = [sys.executable, str(DECK), "--quick", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    [figure] = json.loads(done.stdout)
    assert figure["functions"] == 30
    assert figure["shapes"] > figure["connectors"] > 30
    assert figure["ratio"] > 0 < figure["peak"]


def test_a_soak_tells_pages_failures_and_memory():
    command = [sys.executable, str(SOAK), "--minutes", "0.05", "--every", "1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    samples = [json.loads(line) for line in done.stdout.splitlines()]
    assert samples, done.stderr
    assert samples[-1]["pages"] > 1
    assert samples[-1]["failed"] == 0
    assert samples[-1]["app"] > 10
    assert samples[-1]["workers"] > 5

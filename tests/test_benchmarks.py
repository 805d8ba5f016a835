"""The benchmark runs and prints; how fast things are is for it to say, never for a test."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUN, STEADY, DECK = (ROOT / "benchmarks" / name for name in ("run.py", "steady.py", "deck.py"))


def test_the_quick_benchmark_prints_every_step():
    command = [sys.executable, str(RUN), "--quick", "--rounds", "1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
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
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    _, design, functions, stay, together, apart, *_ = done.stdout.splitlines()[-1].split("|")
    assert design.strip() == "northwind: Outcome-led structure"
    assert 0 < int(stay) < int(functions)
    assert float(together.strip(" %")) == 0 < float(apart.strip(" %"))


def test_a_deck_is_measured_beside_the_bare_library():
    command = [sys.executable, str(DECK), "--quick", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    [figure] = json.loads(done.stdout)
    assert figure["functions"] == 30
    assert figure["shapes"] > figure["connectors"] > 30
    assert figure["ratio"] > 0 < figure["peak"]

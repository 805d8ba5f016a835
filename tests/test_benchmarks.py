"""The benchmark runs and prints; how fast things are is for it to say, never for a test."""

import json
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).parent.parent / "benchmarks" / "run.py"


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

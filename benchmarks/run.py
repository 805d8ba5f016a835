"""Measure orgdesign against its budgets, each step beside its bare reference.

    python benchmarks/run.py             100, 1,000 and 10,000 functions, some minutes
    python benchmarks/run.py --quick     small sizes, some seconds
    python benchmarks/run.py --json      the same figures for a program

Prints a table and writes nothing else. Exits with 1 when a figure is over its budget.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.steps import figures
from benchmarks.timing import Figure

SIZES = (100, 1_000, 10_000)
QUICK_SIZES = (60, 120)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 1 when a figure is over its budget."""
    parser = argparse.ArgumentParser(description="Measure orgdesign against its budgets.")
    parser.add_argument("--quick", action="store_true", help="small sizes only")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--rounds", type=int, default=5, help="how often each step is timed")
    asked = parser.parse_args(arguments)
    measured = figures(QUICK_SIZES if asked.quick else SIZES, asked.rounds)
    shown = as_json(measured) if asked.json else as_table(measured)
    return 1 if "OVER" in shown else 0


def as_json(measured: Iterable[Figure]) -> set[str]:
    """Print the figures as a JSON list and return the verdicts."""
    kept = list(measured)
    print(json.dumps([asdict(one) | {"verdict": one.verdict} for one in kept], indent=2))
    return {one.verdict for one in kept}


def as_table(measured: Iterable[Figure]) -> set[str]:
    """Print each figure as it comes and return the verdicts."""
    verdicts = set()
    print(f"{'step':36} {'functions':>16} {'figure':>12} {'budget':>8} {'':5} detail")
    for one in measured:
        budget = "" if one.budget is None else f"{one.budget:g}"
        value = f"{one.value:.2f} {one.unit}" if one.value < 100 else f"{one.value:.0f} {one.unit}"
        row = f"{one.step:36} {one.size:>16} {value:>12} {budget:>8} {one.verdict:5} {one.detail}"
        print(row.rstrip(), flush=True)
        verdicts.add(one.verdict)
    return verdicts


if __name__ == "__main__":
    sys.exit(main())

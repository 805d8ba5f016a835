"""Measure an edit of a design while somebody else edits it, beside the same edit made alone.

    python benchmarks/merging.py [60 1000 10000] [--rounds 5]

The design has ten moves. Alone, an edit gives one of them a reason. Merged, whoever makes it has
seen the edition before somebody else gave another move a reason. Milliseconds of the processor,
both of the server's part, in turns.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.organisations import organisation_text
from benchmarks.visitor import table
from orgdesign.render import Engine
from orgdesign.workspace import OpenFile, SavedEdit, Workspace
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import Set

MOVES = 10


def design_of(functions: list[str]) -> str:
    """Return a design that moves some functions to the first, as YAML."""
    moves = "\n".join(
        f"      - {{change: move, function: {name}, reports_to: {functions[0]}}}"
        for name in functions[-MOVES:]
    )
    return f"designs:\n  nearer:\n    name: Nearer\n    changes:\n{moves}\n"


def measured(size: int, rounds: int) -> tuple[float, float]:
    """Return the milliseconds of an edit alone, and of one that is merged."""
    text = organisation_text(size)
    organisation = read(text.encode(), "o.yaml").organisation
    assert organisation
    with tempfile.TemporaryDirectory() as folder, Engine() as engine:
        os.environ["XDG_STATE_HOME"] = folder
        path = Path(folder, "o.yaml")
        path.write_text(text + design_of([*organisation.functions]), "utf-8")
        file = Workspace(path, engine).files()[0]
        rows = [_round(file, at) for at in range(rounds + 1)]
    alone, merged = zip(*rows[1:], strict=True)
    return median(alone), median(merged)


def _round(file: OpenFile, at: int) -> tuple[float, float]:
    seen = file.now().digest
    alone = _edited(file, seen, 0, f"Alone {at}")
    return alone, _edited(file, seen, 1, f"Merged {at}")


def _edited(file: OpenFile, base: str, move: int, reason: str) -> float:
    start = process_time()
    saved = file.edit([Set(("designs", "nearer", "changes", move, "reason"), reason)], base, "Why")
    assert isinstance(saved, SavedEdit)
    return (process_time() - start) * 1000


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[60, 1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    rows = []
    for size in asked.sizes:
        alone, merged = measured(size, asked.rounds)
        times = f"{merged / alone:.2f}"
        rows.append(
            {"functions": f"{size:,}", "alone": f"{alone:.0f}", "merged": f"{merged:.0f}"}
            | {"times": times}
        )
    table(("functions", "alone", "merged", "times"), rows)


if __name__ == "__main__":
    main()

"""How many of the warnings that were judged by hand are right, by rule.

Each of them stands in `diagnosis_cases/judged.yaml`, with its verdict and why.

    python benchmarks/judged.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

CASES = Path(__file__).parent / "diagnosis_cases"
VERDICTS = ("right", "needless", "untrue")

Judged = dict[str, str]


def judged_warnings() -> list[Judged]:
    """Return each warning that was judged: organisation, rule, place, verdict and reason."""
    judged: list[Judged] = yaml.safe_load((CASES / "judged.yaml").read_text(encoding="utf-8"))
    return judged


def precision_table(judged: list[Judged]) -> Iterator[str]:
    """Yield a table row for each rule, those with most warnings first, and one for all."""
    rules = Counter(each["rule"] for each in judged)
    for rule, _ in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield _row(rule, [each for each in judged if each["rule"] == rule])
    yield _row("all", judged)


def _row(name: str, judged: list[Judged]) -> str:
    counts = Counter(each["verdict"] for each in judged)
    figures = [len(judged), *(counts[verdict] for verdict in VERDICTS)]
    share = f"{counts['right'] / len(judged):.1%}".replace(".0%", "%")
    return f"| {name} | {' | '.join(map(str, figures))} | {share} |"


if __name__ == "__main__":
    print("\n".join(precision_table(judged_warnings())))

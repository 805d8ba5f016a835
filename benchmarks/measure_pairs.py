"""The weights by which two measures are told to be one, and what they find where they are new.

Pairs with one unit and a target each in the organisations of ``diagnosis_cases`` are told apart by
a logistic regression; those that are planted as one measure under two names are what it looks for.
Each organisation is judged by weights that were learnt without it.

    python -m benchmarks.measure_pairs
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from orgdesign.diagnosis.language import shared_reader
from orgdesign.diagnosis.rules.measure_evidence import MeasureUses, traits
from orgdesign.diagnosis.rules.measure_names import unit_of
from orgdesign.model import Organisation
from orgdesign.yamlfile import read_file

CASES = Path(__file__).parent / "diagnosis_cases"
RARE = 8.0
"""A pair that is one measure counts so much less than as much as all others together."""
RIDGE = 5.0
STEPS = 40

Matrix = NDArray[np.float64]


def pairs_of(path: Path) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Yield the traits of each pair of measures with one unit, and whether it is one measure."""
    organisation = read_file(path).organisation
    if not isinstance(organisation, Organisation):
        return
    planted = planted_pairs(CASES / "expected" / path.name)
    measures = [each for each in organisation.measures.values() if each.target is not None]
    names = [measure.name for measure in measures]
    reader, uses = shared_reader(), MeasureUses.within(organisation)
    units = Counter(map(unit_of, measures))
    meanings, things = reader.likeness(names), reader.same_things(names)
    if meanings is None or things is None:
        return
    for at, to in combinations(range(len(measures)), 2):
        one, other = measures[at], measures[to]
        if unit_of(one) == unit_of(other):
            nearness = float(meanings[at, to]), float(things[at, to])
            pair = traits(one, other, uses, nearness, units[unit_of(one)])
            yield pair, frozenset((one.id, other.id)) in planted


def planted_pairs(expected: Path) -> set[frozenset[str]]:
    """Return the measures that are planted as one, two by two."""
    flaws = yaml.safe_load(expected.read_text(encoding="utf-8")) or []
    twice = (flaw["at"] for flaw in flaws if "defined twice" in flaw["flaw"])
    ids = ([place.partition(".")[2] for place in at if place[:9] == "measures."] for at in twice)
    return {frozenset(each[:2]) for each in ids if len(each) > 1}


def learnt(pairs: Matrix, is_one: NDArray[np.bool_]) -> Matrix:
    """Return the weights, the constant last: Newton's steps of a logistic regression."""
    middle, scale = pairs.mean(0), pairs.std(0)
    middle[-1], scale[-1] = 0.0, 1.0
    rows, weights = (pairs - middle) / scale, np.zeros(pairs.shape[1])
    ridge = np.diag([RIDGE] * (len(weights) - 1) + [0.0])
    counts = np.where(is_one, len(is_one) / max(1, is_one.sum()) / RARE, 1.0)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (likely - is_one)) + ridge @ weights
        bend = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows
        weights = weights - np.linalg.solve(bend + ridge, slope)
    weights = weights / scale
    weights[-1] -= middle[:-1] @ weights[:-1]
    return np.asarray(weights)


def report() -> Iterator[str]:
    """Yield the weights, and what is found in each organisation by the others' weights."""
    cases = {path.stem: [*pairs_of(path)] for path in sorted(CASES.glob("organisations/*.yaml"))}
    owner = np.array([name for name, pairs in cases.items() for _ in pairs])
    pairs = np.array([(*pair, 1.0) for each in cases.values() for pair, _ in each])
    is_one = np.array([planted for each in cases.values() for _, planted in each])
    evidence = np.zeros(len(is_one))
    for name in cases:
        held = owner == name
        evidence[held] = pairs[held] @ learnt(pairs[~held], is_one[~held])
    yield f"weights {learnt(pairs, is_one).round(2).tolist()}"
    yield f"{len(cases)} organisations, {is_one.sum()} pairs that are one measure"
    for least in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
        told = evidence >= least
        yield f"from {least:+}: {(told & is_one).sum()} told, {(told & ~is_one).sum()} others"


if __name__ == "__main__":
    print("\n".join(report()))

"""How much of all that two measures say, and of where they are used, speaks for one measure.

The weights are those of a logistic regression over the pairs of measures with one unit in invented
organisations; ``benchmarks/measure_pairs.py`` learns them, and tells what they find in
organisations that they were not learnt from. None stands for a word or a language.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from orgdesign.model import Measure, Organisation, PartReference
from orgdesign.value_objects import value_object

FARTHEST = 3.0
"""Figures of which one is this many powers of e times the other are as far apart as can be."""
UNSAID = 1.0
"""How far apart figures count where one is not given."""
WEIGHTS = (1.7, 3.4, 0.7, 0.7, -1.3, -0.7, 1.9, 3.3, 6.6)
"""How much each trait of a pair counts, in the order of ``traits``."""
OUTWEIGHED = 7.25
"""How much has to speak for one measure, so that it is told."""


@value_object
class MeasureUses:
    """Which outcomes each measure is for, through whatever is judged or paid by it."""

    outcomes: Mapping[str, frozenset[str]]

    @classmethod
    def within(cls, organisation: Organisation) -> MeasureUses:
        """Return the uses of each measure of an organisation."""
        uses = organisation.index.measure_users.items()
        return cls(
            {
                measure: frozenset(
                    chain.from_iterable(_outcomes(organisation, user) for user in users)
                )
                for measure, users in uses
            }
        )

    def share_one(self, one: Measure, other: Measure) -> bool:
        """Whether both are used for one outcome."""
        mine, theirs = (self.outcomes.get(each.id, frozenset()) for each in (one, other))
        return not mine.isdisjoint(theirs)

    def lack_one(self, one: Measure, other: Measure) -> bool:
        """Whether one of them is used for no outcome."""
        return not (self.outcomes.get(one.id) and self.outcomes.get(other.id))


def traits(
    one: Measure, other: Measure, uses: MeasureUses, nearness: tuple[float, float], of_unit: int
) -> tuple[float, ...]:
    """Return what tells whether two measures of a unit that ``of_unit`` have are the same.

    ``nearness`` is how much their names mean the same, and how much they speak of one thing.
    """
    return (
        *nearness,
        float(one.better == other.better),
        float(one.kind == other.kind),
        _apart(one.target, other.target),
        _apart(one.baseline, other.baseline),
        float(uses.share_one(one, other)),
        float(uses.lack_one(one, other)),
        1 / of_unit,
    )


def is_likely(pair: Sequence[float]) -> bool:
    """Whether two measures with these traits are more likely one than two."""
    return sum(weight * trait for weight, trait in zip(WEIGHTS, pair, strict=True)) >= OUTWEIGHED


def _outcomes(organisation: Organisation, user: PartReference) -> Iterator[str]:
    kind, id_ = user
    if kind == "outcome":
        yield id_
    elif kind == "function":
        yield from filter(None, (organisation.functions[id_].alignment.outcome,))
    elif kind == "role":
        yield from organisation.index.outcomes_of(organisation.roles[id_])


def _apart(one: float | None, other: float | None) -> float:
    """Return how many powers of e one figure is times the other, up to the farthest."""
    if not one or not other:
        return UNSAID
    return min(FARTHEST, abs(math.log(abs(one / other))))

"""The figures of one structure, today's or that of a design, beside those of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from werkzeug.utils import cached_property

from orgdesign.designs.replay import Structure, structure_after, structure_today
from orgdesign.diagnosis.outcome_shares import Serving, Unit, serving
from orgdesign.diagnosis.quicksand import DIMENSIONS, Dimension, Quicksand, QuicksandScore, Scores
from orgdesign.model import Design, Organisation
from orgdesign.value_objects import value_object

COUNTS: Mapping[Dimension, tuple[str, str]] = {
    "motivation": (
        "What people are rewarded for",
        "Counted is each role; it is covered when it is rewarded for a customer measure, and for "
        "nothing that works against one. A function that has no role counts as one that is not.",
    ),
    "metrics": (
        "How success is told",
        "Counted is each outcome and each function, covered by a customer measure with a baseline, "
        "a target and a direction; and each hand-off, covered by a measure that both sides share.",
    ),
    "mechanics": (
        "How work crosses the functions",
        "Counted is each stage of the journey, covered when a function serves it; each two "
        "functions that the customer meets one after the other, covered by a hand-off; and each "
        "hand-off, covered when a role answers for it and somebody holds that seat.",
    ),
}
"""What each dimension is about, and what is counted in it."""


MINUS = "\u2212"


@value_object
class ScoreLine:
    """A score, what leads to all that it counts, and the same score today where that differs."""

    dimension: Dimension
    score: QuicksandScore
    address: str
    before: QuicksandScore | None = None

    @property
    def difference(self) -> str:
        """Return how many points it is above or below that of today; empty for today itself."""
        if self.before is None:
            return ""
        return points(self.score.percent, self.before.percent)


def points(now: int | None, before: int | None) -> str:
    """Return the difference of two per cents in points: ``+11``, ``-3``, ``0``."""
    if now is None or before is None:
        return ""
    sign = "+" if now > before else MINUS if now < before else ""
    return f"{sign}{abs(now - before)}"


class ScoredStructure:
    """The figures of a structure, each counted when it is first asked for."""

    def __init__(self, structure: Structure, key: str = "") -> None:
        self.structure, self.key = structure, key
        self.organisation = structure.organisation

    @property
    def is_today(self) -> bool:
        """Whether this is the structure of today."""
        return self.structure.design is None

    @cached_property
    def quicksand(self) -> Quicksand:
        """Return the quicksand scores of the structure."""
        return Quicksand(self.organisation)

    @cached_property
    def serving(self) -> Mapping[Unit, Serving]:
        """Return who serves which outcome in the structure."""
        return serving(self.organisation)


def structures_to_compare(organisation: Organisation) -> Iterator[Structure]:
    """Yield today's structure, and that after each phase of each design.

    The last phase of a design is its end, so that a design without phases has one structure.
    """
    yield structure_today(organisation)
    for design in organisation.designs.values():
        yield from _phase_ends(organisation, design)


def _phase_ends(organisation: Organisation, design: Design) -> Iterator[Structure]:
    for phase in design.phases or (None,):
        yield structure_after(organisation, design, phase)


def score_lines(
    scores: Scores, addresses: Mapping[Dimension, str], before: Scores | None
) -> list[ScoreLine]:
    """Return scores with where each leads, and what they are today."""
    return [
        ScoreLine(each, scores[each], addresses[each], before[each] if before else None)
        for each in DIMENSIONS
    ]

"""The figures of a presentation: how much serves the customer, before and after."""

from __future__ import annotations

from orgdesign.diagnosis.coverage import coverage, with_extent
from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.presenting.audience import Audience

SHARES = (
    "of functions serve a customer outcome",
    "of people serve a customer outcome",
    "of the cost serves a customer outcome",
)


@value_object
class Figure:
    """A figure in per cent, today and, where something changes, afterwards."""

    name: str
    today: int | None
    then: int | None = None

    @property
    def last(self) -> int:
        """Return the figure that counts: what it comes to."""
        return (self.then if self.then is not None else self.today) or 0

    @property
    def moves(self) -> bool:
        """Whether there is a figure before and another one after."""
        return None not in (self.today, self.then) and self.today != self.then


def figures(audience: Audience) -> tuple[list[Figure], list[Figure]]:
    """Return how much serves a customer outcome, and the customer quicksand scores.

    What has nothing to count is left out, and so are the scores where measures are.
    """
    sides = [audience.organisation]
    if audience.changes_anything:
        sides.append(audience.structure_charts.structure.organisation)
    scores = [] if audience.leave.removes("measures") else _scores(sides)
    found = coverage(sides[-1])
    known = (found.functions, found.headcount, found.cost)
    names = tuple(with_extent(name, share) for name, share in zip(SHARES, known, strict=True))
    return _known_figures(names, [_shares(each) for each in sides]), _known_figures(
        SCORES[1:], scores
    )


def _shares(organisation: Organisation) -> tuple[int | None, ...]:
    found = coverage(organisation)
    return found.functions.percent, found.headcount.percent, found.cost.percent


def _scores(sides: list[Organisation]) -> list[tuple[int | None, ...]]:
    return [percents(each)[1:] for each in sides]


def _known_figures(names: tuple[str, ...], sides: list[tuple[int | None, ...]]) -> list[Figure]:
    every = [
        Figure(name, *both) for name, both in zip(names, zip(*sides, strict=True), strict=False)
    ]
    return [each for each in every if (each.today, each.then) != (None, None)]

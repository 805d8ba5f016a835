"""The figures of a presentation: how much serves the customer, before and after."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.analysis.coverage import Coverage, Share, coverage
from orgdesign.analysis.quicksand import DIMENSIONS, Quicksand
from orgdesign.organisation import Organisation
from orgdesign.web.presenting.audience import Audience


@dataclass(frozen=True, slots=True)
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
    today = audience.organisation
    then = audience.charted.structure.organisation if audience.steps else None
    now, later = coverage(today), coverage(then) if then else None
    shares = [_share(name, now, later) for name in ("functions", "headcount", "cost")]
    scores = [] if audience.leave.leaves("measures") else _scores(today, then)
    return _told(shares), _told(scores)


def _told(every: list[Figure]) -> list[Figure]:
    return [each for each in every if (each.today, each.then) != (None, None)]


_OF = {
    "functions": "of functions serve a customer outcome",
    "headcount": "of people serve a customer outcome",
    "cost": "of the cost serves a customer outcome",
}


def _share(name: str, now: Coverage, later: Coverage | None) -> Figure:
    before: Share = getattr(now, name)
    after: Share | None = getattr(later, name) if later else None
    return Figure(_OF[name], before.percent, after.percent if after else None)


def _scores(today: Organisation, then: Organisation | None) -> list[Figure]:
    before = Quicksand(today).whole
    after = Quicksand(then).whole if then else {}
    return [
        Figure(
            each.capitalize(),
            before[each].percent,
            after[each].percent if each in after else None,
        )
        for each in DIMENSIONS
    ]

"""How much of the organisation serves a customer outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from math import floor

from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class Share:
    """The part of a ``total`` that is aligned, both in the same unit."""

    aligned: float
    total: float
    known: int = field(default=0, compare=False)
    among: int = field(default=0, compare=False)

    @property
    def percent(self) -> int | None:
        """Return aligned ÷ total in whole per cent; None of nothing.

        It is 0 only when none of it is aligned, and 100 only when all of it is.
        """
        if not self.total:
            return None
        if self.aligned in (0, self.total):
            return 100 * (self.aligned == self.total)
        return min(max(floor(100 * self.aligned / self.total + 0.5), 1), 99)

    @property
    def extent(self) -> str:
        """Return of how many functions the figure is known; empty where of all or of none."""
        if self.known in (0, self.among):
            return ""
        return f"known for {self.known:,} of {self.among:,}"


@value_object
class Coverage:
    """The aligned share of functions, of headcount (people) and of cost (a year).

    ``gaps`` counts the functions that miss an outcome, a contribution or an accountable role.
    """

    functions: Share
    headcount: Share
    cost: Share
    gaps: int


def coverage(organisation: Organisation) -> Coverage:
    """Return how much of ``organisation`` serves a customer outcome, directly or enabling."""
    functions = organisation.functions.values()
    serving = [function for function in functions if function.alignment.outcome]
    return Coverage(
        functions=_share([1.0] * len(serving), [1.0] * len(functions)),
        headcount=_share(
            [each.headcount for each in serving], [each.headcount for each in functions]
        ),
        cost=_share([each.cost for each in serving], [each.cost for each in functions]),
        gaps=sum(bool(function.gaps) for function in functions),
    )


def _share(serving: Sequence[float | None], figures: Sequence[float | None]) -> Share:
    known = len(figures) - figures.count(None)
    return Share(_total(serving), _total(figures), known, len(figures))


def _total(figures: Sequence[float | None]) -> float:
    return sum(filter(None, figures), 0.0)


def with_extent(words: str, share: Share) -> str:
    """Return words about a share, with of how many functions its figure is known."""
    return f"{words}, {share.extent}" if share.extent else words

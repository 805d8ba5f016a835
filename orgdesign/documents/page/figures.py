"""The figures of the page: what serves a customer outcome, and the quicksand scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgdesign.diagnosis.coverage import Coverage, Share, coverage
from orgdesign.diagnosis.quicksand import Dimension, Quicksand, Score
from orgdesign.diagnosis.wording import amount, counted, figure
from orgdesign.redaction import Exported

ABOUT: dict[Dimension, str] = {
    "motivation": "What people are rewarded for",
    "metrics": "How success is told",
    "mechanics": "How work crosses the functions",
}
"""What each quicksand score is about."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A share that serves a customer outcome, in words; and today's per cent, with a design."""

    words: str
    percent: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Gauge:
    """A quicksand score, what it is about, and the same today, with a design."""

    name: str
    about: str
    score: Score
    before: int | None = None

    @property
    def has_moved(self) -> bool:
        """Whether it is another one today."""
        return self.before not in (None, self.score.percent)


def bars(going: Exported) -> Iterator[Bar]:
    """Yield the shares of functions, people and cost, as far as they are known."""
    now, before = coverage(going.shown), coverage(going.today)
    for words, share, then in zip(_words(now), _shares(now), _shares(before), strict=True):
        if share.percent is not None:
            yield Bar(words, share.percent, then.percent if going.then else None)


def _shares(found: Coverage) -> tuple[Share, Share, Share]:
    return found.functions, found.headcount, found.cost


def _words(found: Coverage) -> Iterator[str]:
    functions, people, cost = _shares(found)
    verb = "serves" if functions.total == 1 else "serve"
    whole = counted(functions.total, "function")
    yield f"{figure(functions.aligned)} of {whole} {verb} a customer outcome"
    whole = counted(round(people.total), "person", "people")
    yield f"{round(people.aligned):,} of {whole}"
    yield f"{amount(cost.aligned)} of {amount(cost.total)} in cost a year"


def gauges(going: Exported) -> Iterator[Gauge]:
    """Yield the quicksand scores; without measures there is one only that needs none."""
    now = Quicksand(going.shown).whole
    before = Quicksand(going.today).whole if going.then else {}
    for dimension, about in ABOUT.items():
        is_told = dimension == "mechanics" or not going.leave.leaves("measures")
        if is_told and now[dimension].needed:
            earlier = before[dimension].percent if dimension in before else None
            yield Gauge(dimension.capitalize(), about, now[dimension], earlier)

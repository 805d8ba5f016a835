"""The figures of two structures side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgdesign.diagnosis.coverage import Coverage, coverage
from orgdesign.diagnosis.effects.distance import Distance, distances
from orgdesign.diagnosis.effects.effect import Effect, Group
from orgdesign.diagnosis.effects.shape import Shape, shape
from orgdesign.diagnosis.quicksand import DIMENSIONS, Quicksand, Scores
from orgdesign.model import Organisation


@dataclass(frozen=True)
class _Measured:
    organisation: Organisation

    @cached_property
    def coverage(self) -> Coverage:
        return coverage(self.organisation)

    @cached_property
    def scores(self) -> Scores:
        return Quicksand(self.organisation).whole

    @cached_property
    def shape(self) -> Shape:
        return shape(self.organisation)

    @cached_property
    def distances(self) -> Mapping[str, Distance | None]:
        return distances(self.organisation)

    @property
    def known(self) -> list[Distance]:
        return [each for each in self.distances.values() if each is not None]

    @property
    def far(self) -> float | None:
        """Return how far a function is from the customer on average."""
        return sum(each.steps for each in self.known) / len(self.known) if self.known else None

    @property
    def furthest(self) -> int | None:
        return max((each.steps for each in self.known), default=None)


def effects(before: Organisation, after: Organisation) -> tuple[Effect, ...]:
    """Return the figures of two structures, those of each group next to each other."""
    old, new = _Measured(before), _Measured(after)
    groups = (_served(old, new), _sunk(old, new), _size(old, new), _spans(old, new), _far(old, new))
    return tuple(effect for group in groups for effect in group)


def _served(old: _Measured, new: _Measured) -> Iterator[Effect]:
    was, now = old.coverage, new.coverage
    for name, then, here in (
        ("Functions that serve a customer outcome", was.functions, now.functions),
        ("People who serve a customer outcome", was.headcount, now.headcount),
        ("Cost that serves a customer outcome", was.cost, now.cost),
    ):
        yield Effect(
            "Who serves the customer", name, "%", then.percent, here.percent, better="higher"
        )


def _sunk(old: _Measured, new: _Measured) -> Iterator[Effect]:
    for each in DIMENSIONS:
        was, now = old.scores[each].percent, new.scores[each].percent
        yield Effect("Customer quicksand", each.capitalize(), "%", was, now, better="higher")


def _size(old: _Measured, new: _Measured) -> Iterator[Effect]:
    was, now = old.coverage, new.coverage
    yield Effect("Size", "Functions", "functions", was.functions.total, now.functions.total)
    yield Effect("Size", "People", "people", was.headcount.total, now.headcount.total)
    yield Effect("Size", "Cost a year", "cost", was.cost.total, now.cost.total)


def _spans(old: _Measured, new: _Measured) -> Iterator[Effect]:
    was, now = old.shape, new.shape
    group: Group = "Span of control"
    yield Effect(group, "Functions that report to one, on average", "reports", was.mean, now.mean)
    yield Effect(group, "Functions that report to one, at most", "reports", was.most, now.most)
    name = "Functions whose span does not suit their kind of work"
    yield Effect(group, name, "functions", was.unsuited, now.unsuited, better="lower")
    yield Effect(group, "Layers", "layers", was.layers, now.layers)


def _far(old: _Measured, new: _Measured) -> Iterator[Effect]:
    name = "Hand-offs and levels between a function and the customer, on average"
    yield Effect("Distance", name, "steps", old.far, new.far, better="lower")
    name = "Hand-offs and levels between a function and the customer, at most"
    yield Effect("Distance", name, "steps", old.furthest, new.furthest, better="lower")
    was, now = (sum(each is None for each in one.distances.values()) for one in (old, new))
    name = "Functions whose distance cannot be told"
    yield Effect("Distance", name, "functions", was, now, better="lower")

"""The customer quicksand score: of what should hold customers up, how much is there.

Customers sink between functions in three dimensions: motivation (what people are rewarded for),
metrics (how success is told) and mechanics (how work crosses functions). Each score is covered ÷
needed, a plain count: nothing is weighted, and every item that is counted says why it is covered
or not. The concept is that of Jeanne Bliss, "Chief Customer Officer"; what is counted is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from orgdesign.diagnosis.quicksand.mechanics import mechanics
from orgdesign.diagnosis.quicksand.metrics import metrics
from orgdesign.diagnosis.quicksand.motivation import motivation
from orgdesign.diagnosis.quicksand.score import (
    DIMENSIONS,
    Dimension,
    QuicksandItem,
    QuicksandScore,
    rule_of,
)
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Organisation

__all__ = ["DIMENSIONS", "Dimension", "Quicksand", "QuicksandItem", "QuicksandScore", "Scores"]

Scores = Mapping[Dimension, QuicksandScore]


class Quicksand:
    """The quicksand scores of an organisation: for the whole, each function, each outcome.

    An item counts once for the whole, for each function that it concerns, and for each outcome
    that it concerns or that one of its functions serves, and so for the outcomes above that one.
    """

    def __init__(self, organisation: Organisation) -> None:
        self._ties = Ties(organisation)

    @cached_property
    def items(self) -> tuple[QuicksandItem, ...]:
        """Return everything that is counted, in the order of the dimensions and of the file."""
        counted = (item for count in (motivation, metrics, mechanics) for item in count(self._ties))
        hides = self._ties.organisation.hides
        return tuple(item for item in counted if item.covered or not hides(rule_of(item)))

    @cached_property
    def whole(self) -> Scores:
        """Return the scores of the whole organisation."""
        return _scores(self.items)

    def of_function(self, id_: str) -> Scores:
        """Return the scores of what concerns a function."""
        return _scores(self._by_function.get(id_, ()))

    def of_outcome(self, id_: str) -> Scores:
        """Return the scores of an outcome, with all outcomes and functions below it."""
        outcome = self._ties.outcomes.get(id_)
        below = [each.id for each in outcome.walk()] if outcome else []
        return _scores(item for each in below for item in self._by_outcome.get(each, ()))

    @cached_property
    def _by_function(self) -> Mapping[str, list[QuicksandItem]]:
        return _grouped((id_, item) for item in self.items for id_ in item.functions)

    @cached_property
    def _by_outcome(self) -> Mapping[str, list[QuicksandItem]]:
        return _grouped((id_, item) for item in self.items for id_ in self._concerned(item))

    def _concerned(self, item: QuicksandItem) -> Iterator[str]:
        yield from item.outcomes
        for id_ in item.functions:
            if served := self._ties.organisation.functions[id_].alignment.outcome:
                yield served


def _scores(items: Iterable[QuicksandItem]) -> Scores:
    counted = dict.fromkeys(items)  # once, though it may come by several functions
    return {
        dimension: QuicksandScore(tuple(item for item in counted if item.dimension == dimension))
        for dimension in DIMENSIONS
    }


def _grouped(pairs: Iterable[tuple[str, QuicksandItem]]) -> Mapping[str, list[QuicksandItem]]:
    grouped: dict[str, list[QuicksandItem]] = {}
    for id_, item in pairs:
        grouped.setdefault(id_, []).append(item)
    return grouped

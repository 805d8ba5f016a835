"""What is counted for the quicksand score, and the score itself."""

from __future__ import annotations

from typing import Literal, get_args

from orgdesign.diagnosis.coverage import Share
from orgdesign.diagnosis.finding import Place
from orgdesign.model import Handoff, Organisation
from orgdesign.value_objects import value_object

Dimension = Literal["motivation", "metrics", "mechanics"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)


@value_object
class QuicksandItem:
    """One thing that customers need between functions, and whether it is there.

    ``place`` is the part of the file where it stands or is missing, ``sentence`` says why it is
    covered or not. It concerns ``functions`` and ``outcomes``, by their ids.
    """

    dimension: Dimension
    place: Place
    covered: bool
    sentence: str
    functions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


@value_object
class QuicksandScore:
    """Covered ÷ needed, with every item that is counted."""

    items: tuple[QuicksandItem, ...]

    @property
    def needed_count(self) -> int:
        """Return how many things are needed."""
        return len(self.items)

    @property
    def covered_count(self) -> int:
        """Return how many of them are there."""
        return sum(item.covered for item in self.items)

    @property
    def percent(self) -> int | None:
        """Return covered ÷ needed in whole per cent; None where nothing is counted."""
        return Share(self.covered_count, self.needed_count).percent


def handoff_text(handoff: Handoff, organisation: Organisation) -> str:
    """Return what a hand-off is called within a sentence."""
    giver, taker = (organisation.functions[each] for each in (handoff.giver, handoff.taker))
    return f"the hand-off from {giver.name} to {taker.name}"


_RULES = {
    ("metrics", "outcome"): "outcome-without-measure",
    ("metrics", "function"): "function-without-measure",
    ("metrics", "handoff"): "handoff-without-measure",
    ("motivation", "role"): "reward-without-customer-measure",
    ("mechanics", "stage"): "stage-not-served",
    ("mechanics", "handoff"): "handoff-without-accountable-role",
}


def rule_of(item: QuicksandItem) -> str:
    """Return the rule that finds what an item misses; empty where none does."""
    return _RULES.get((item.dimension, item.place.kind), "")

"""What a role answers for, in words and as places of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.diagnosis.words import line

_FEW = 3
_CALLED = {"outcome": "outcome", "function": "function", "handoff": "hand-off"}


def told(ties: Ties, held: Sequence[Place]) -> str:
    """Return what a role is accountable for: a few things by name, many by how many."""
    if len(held) <= _FEW:
        return joined(_named(ties, held))
    counted = Counter(_CALLED[place.kind] for place in held)
    return joined(f"{many} {kind}{'s' if many > 1 else ''}" for kind, many in counted.items())


def answered_for(held: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places that name the role."""
    return tuple(Place(place.kind, place.id, ("accountable",)) for place in held)


def _named(ties: Ties, held: Sequence[Place]) -> Iterator[str]:
    functions = ties.organisation.functions
    for place in held:
        if place.kind == "function":
            yield functions[place.id].name
        elif place.kind == "outcome":
            yield quoted(line(ties.outcomes[place.id].statement))
        else:
            handoff = ties.organisation.handoffs[place.id]
            giver, taker = functions[handoff.giver].name, functions[handoff.taker].name
            yield f"the hand-off from {giver} to {taker}"

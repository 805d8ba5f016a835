"""What serves an outcome, as a bar of its shares."""

from __future__ import annotations

from orgdesign.diagnosis.outcome_shares import Amount, OutcomeService, Serving
from orgdesign.value_objects import value_object

NAMES = {
    "direct": "directly",
    "enabling": "by enabling others",
    "unsaid": "without saying how",
    "beneath": "through the outcomes under it",
}
"""How functions serve an outcome, in the order in which it is told."""


@value_object
class Piece:
    """One share of a bar: how it serves, where it begins and how long it is, in per cent."""

    kind: str
    start: int
    amount: Amount


Bar = tuple[Piece, ...]


def bar_of(served: OutcomeService) -> Bar:
    """Return what serves an outcome, piece by piece."""
    return _place_pieces([(kind, getattr(served, kind)) for kind in NAMES])


def whole_bar(serving: Serving) -> Bar:
    """Return how all that a file counts serves, whichever outcome, piece by piece."""
    own = ("direct", "enabling", "unsaid")
    totals = [
        (kind, sum((getattr(one, kind) for one in serving.outcomes.values()), Amount()))
        for kind in own
    ]
    return _place_pieces([*totals, ("none", serving.none)])


def _place_pieces(amounts: list[tuple[str, Amount]]) -> Bar:
    pieces, start = [], 0
    for kind, amount in amounts:
        if amount.value:
            pieces.append(Piece(kind, start, amount))
        start += amount.percent
    return tuple(pieces)

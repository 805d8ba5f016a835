"""How many people, and how much cost, serve each outcome in two structures."""

from __future__ import annotations

from orgdesign.diagnosis.outcome_shares import UNITS, Serving, serving
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object

Pair = tuple[float | None, float | None]


@value_object
class OutcomeEffect:
    """What serves an outcome itself, before and after; None where the outcome is not there.

    ``outcome`` is its id, None for what serves no customer outcome. People and cost are as far as
    the file gives them.
    """

    outcome: str | None
    statement: str
    functions: Pair
    people: Pair
    cost: Pair


def outcome_effects(before: Organisation, after: Organisation) -> tuple[OutcomeEffect, ...]:
    """Return what serves each outcome before and after, and at last what serves none."""
    was, now = serving(before), serving(after)
    statements = {one.id: one.statement for each in (before, after) for one in each.outcome.walk()}
    rows = [
        OutcomeEffect(id_, said, *((_own(was[unit], id_), _own(now[unit], id_)) for unit in UNITS))
        for id_, said in statements.items()
    ]
    none = ((was[unit].none.value, now[unit].none.value) for unit in UNITS)
    return (*rows, OutcomeEffect(None, "No customer outcome", *none))


def _own(counted: Serving, outcome: str) -> float | None:
    served = counted.outcomes.get(outcome)
    return served.own.value if served else None

"""Whom a difference concerns: an outcome with all that serves it, or a role."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.comparison.difference import Difference
from orgdesign.model import Function, Handoff, Organisation


class DifferenceScope:
    """The parts of two organisations that an outcome, or a role, has to do with."""

    def __init__(self, before: Organisation, after: Organisation) -> None:
        self._sides = (before, after)

    def concerns_outcome(self, difference: Difference, outcome: str) -> bool:
        """Whether a difference is about an outcome, those under it, or what serves them."""
        return any(
            outcome in self._above(side, each) for side, each in self._outcomes_of(difference)
        )

    def concerns_role(self, difference: Difference, role: str) -> bool:
        """Whether a difference is about a role, or about what it is in or answers for."""
        return any(role in (each, *roles) for each, roles in self._roles(difference))

    def _parts(self, difference: Difference) -> Iterator[tuple[Organisation, str]]:
        for side, ids in zip(self._sides, (difference.origins, difference.ids), strict=True):
            yield from ((side, id_) for id_ in ids)

    def _outcomes_of(self, difference: Difference) -> Iterator[tuple[Organisation, str]]:
        for side, id_ in self._parts(difference):
            match difference.of:
                case "outcome":
                    yield side, id_
                case "stage":
                    stage = side.journey.get(id_)
                    yield from ((side, each) for each in (stage and stage.outcome,) if each)
                case "measure":
                    yield from ((side, each) for each in _outcomes_measured(side, id_))
                case _:
                    for function in _functions(side, difference, id_):
                        served = (function.alignment.outcome, *function.alignment.also)
                        yield from ((side, each) for each in served if each)

    def _above(self, side: Organisation, outcome: str) -> set[str]:
        """Return an outcome with those above it."""
        return {one.id for one in side.outcome.walk() if any(o.id == outcome for o in one.walk())}

    def _roles(self, difference: Difference) -> Iterator[tuple[str, list[str]]]:
        for side, id_ in self._parts(difference):
            held = [each.accountable for each in _functions(side, difference, id_)]
            if difference.of == "outcome":
                held = [one.accountable for one in side.outcome.walk() if one.id == id_]
            if difference.of == "handoff" and id_ in side.handoffs:
                held = [side.handoffs[id_].accountable]
            if difference.of == "measure":
                held = [role.id for role in side.roles.values() if id_ in role.measured_by]
            yield id_ if difference.of == "role" else "", [each for each in held if each]


def _outcomes_measured(side: Organisation, measure: str) -> Iterator[str]:
    """Yield the outcomes that a measure, or a function measured by it, is about."""
    yield from (one.id for one in side.outcome.walk() if measure in one.measures)
    for function in side.functions.values():
        if measure in function.measures and function.alignment.outcome:
            yield function.alignment.outcome


def _functions(side: Organisation, difference: Difference, id_: str) -> Iterator[Function]:
    """Yield the functions that a function, a role or a hand-off is about."""
    role, handoff = side.roles.get(id_), side.handoffs.get(id_)
    ids: tuple[str | None, ...] = ()
    if difference.of == "function":
        ids = (id_,)
    elif difference.of == "role" and role:
        ids = (role.function,)
    elif difference.of == "handoff" and isinstance(handoff, Handoff):
        ids = (handoff.giver, handoff.taker)
    yield from (side.functions[each] for each in ids if each and each in side.functions)

"""What a proposal may not go beyond: who stays, how many report to one, how many people move."""

from __future__ import annotations

from math import inf

from orgdesign.diagnosis.rules.spans import SPANS, WIDE
from orgdesign.model import Function, Organisation
from orgdesign.value_objects import value_object

MOVES = 5
"""So many moves are proposed at most, unless somebody says otherwise."""
PEOPLE = 0.1
"""The share of all people who move at most, unless somebody says otherwise."""


@value_object
class Limits:
    """What people will not have: ``stays`` are ids of functions that stay where they are.

    ``span`` is how many functions report to one at most; without it each kind of work has its
    own. Without ``people`` a tenth of all move at most.
    """

    stays: frozenset[str] = frozenset()
    span: int | None = None
    people: float | None = None
    moves: int = MOVES

    def most_reports(self, function: Function) -> float:
        """Return how many functions may report to one."""
        if self.span is not None:
            return self.span
        return (SPANS[function.work] if function.work else WIDE).most

    def most_people(self, organisation: Organisation) -> float:
        """Return how many people may move; without a limit where nobody is counted."""
        if self.people is not None:
            return self.people
        known = sum(each.headcount or 0 for each in organisation.functions.values())
        return known * PEOPLE if known else inf

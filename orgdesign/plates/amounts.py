"""What ribbons and bars count: people, cost or functions; and how much of it is known."""

from __future__ import annotations

from typing import Literal

from orgdesign.model import Function, Organisation, number_text
from orgdesign.value_objects import value_object

By = Literal["people", "cost", "functions"]


@value_object
class Unit:
    """A way to count functions: people, cost a year, or one each."""

    by: By

    def amount_of(self, function: Function) -> float:
        """Return how much of it a function has of its own; nothing where that is not known."""
        if self.by == "functions":
            return 1.0
        return (function.headcount if self.by == "people" else function.cost) or 0.0

    def is_known(self, function: Function) -> bool:
        """Whether a function says how much of it it has."""
        value = function.headcount if self.by == "people" else function.cost
        return self.by == "functions" or value is not None

    def words(self, amount: float) -> str:
        """Return an amount with what it counts."""
        text = number_text(round(amount) if abs(amount) >= 10 else amount)
        one = {"people": "person", "cost": "cost a year", "functions": "function"}
        many = one | {"people": "people", "functions": "functions"}
        return f"{text} {(one if text == '1' else many)[self.by]}"

    def coverage_note(self, organisation: Organisation) -> str:
        """Return of how many functions it is known, unless of all of them."""
        functions = organisation.functions.values()
        there = sum(map(self.is_known, functions))
        if there == len(functions):
            return ""
        what = "Headcount" if self.by == "people" else "Cost"
        return f"{what} is known for {there:,} of {len(functions):,} functions."


def unit_for(organisation: Organisation, by: By | None = None) -> Unit:
    """Return what is asked for, or else people where anyone is counted, or else functions."""
    if by is None:
        counted = any(function.headcount for function in organisation.functions.values())
        by = "people" if counted else "functions"
    return Unit(by)

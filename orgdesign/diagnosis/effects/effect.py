"""One figure of two structures, and what to make of the difference."""

from __future__ import annotations

from typing import Literal

from orgdesign.model import Better
from orgdesign.value_objects import value_object

Group = Literal[
    "Who serves the customer", "Customer quicksand", "Size", "Span of control", "Distance"
]
Unit = Literal[
    "%", "functions", "people", "cost", "reports", "layers", "steps", "findings", "handoffs"
]


@value_object
class Effect:
    """A figure before and after, None where it cannot be told.

    ``better`` says which way customers gain; None where that is for people to say. A figure
    that moved ``only_by_counting`` is not judged: nothing that stays is served better or worse.
    The difference of two per cents is in points.
    """

    group: Group
    name: str
    unit: Unit
    before: float | None
    after: float | None
    better: Better | None = None
    only_by_counting: bool = False

    @property
    def difference(self) -> float | None:
        """Return after less before, to one decimal as figures are shown; None where untold."""
        if self.before is None or self.after is None:
            return None
        return round(self.after - self.before, 1)

    @property
    def word(self) -> str:
        """Return whether customers gain or lose by it, in a word; empty where nobody can say."""
        if not self.difference or self.better is None or self.only_by_counting:
            return ""
        return "better" if (self.difference > 0) == (self.better == "higher") else "worse"

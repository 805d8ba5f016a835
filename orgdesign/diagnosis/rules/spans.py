"""How many reports suit which kind of work.

The five kinds and their spans are those of Acharya, Lieber, Seem and Welchman, "How to identify
the right 'spans of control' for your organization", McKinsey, 2017.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from orgdesign.model import Work
from orgdesign.value_objects import value_object


@value_object
class ReportSpan:
    """The fewest and the most reports that suit a leader."""

    leader: str
    fewest: int
    most: float

    def __str__(self) -> str:
        """Return the span as a sentence says it."""
        if self.most == inf:
            return f"{self.fewest} or more"
        return f"{self.fewest} {'or' if self.most == self.fewest + 1 else 'to'} {self.most}"

    def suits(self, reports: int) -> bool:
        """Whether so many reports are neither too few nor too many."""
        return self.fewest <= reports <= self.most


SPANS: Mapping[Work, ReportSpan] = {
    "player-coach": ReportSpan("a player-coach", 3, 5),
    "coach": ReportSpan("a coach", 6, 7),
    "supervisor": ReportSpan("a supervisor", 8, 10),
    "facilitator": ReportSpan("a facilitator", 11, 15),
    "coordinator": ReportSpan("a coordinator", 15, inf),
}
WIDE = ReportSpan("most kinds of work", 3, 15)
"""What is asked of a function that does not say its kind of work."""

"""What the form of a function asks for, and what it offers to choose from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from orgdesign.model import Organisation, Outcome
from orgdesign.web.forms import Field

FIELDS = (
    Field("outcome", ("alignment", "outcome"), "customer outcome", "part", "outcome"),
    Field("contribution", ("alignment", "contribution"), "contribution"),
    Field("link", ("alignment", "link"), "direct or enabling"),
    Field("also", ("alignment", "also"), "further outcomes", "several", "outcome"),
    Field("accountable", ("accountable",), "accountable role", "part", "role"),
    Field("name", ("name",), "name"),
    Field("reports_to", ("reports_to",), "reporting line", "part", "function"),
    Field("measures", ("measures",), "measures", "several", "measure"),
    Field("headcount", ("headcount",), "headcount", "number"),
    Field("cost", ("cost",), "cost", "number"),
)
STEP = "\u2003"
"""What moves a choice in by one level."""

Choice = tuple[str, str]
"""An id, and what people read."""


class Choices:
    """What an organisation has to choose from, each kind as ids and words."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation

    @cached_property
    def outcomes(self) -> list[Choice]:
        """Return all outcomes with their depth, the desired customer outcome first."""
        return [(one.id, STEP * depth + one.statement) for one, depth in self._outcomes()]

    def _outcomes(self) -> Iterator[tuple[Outcome, int]]:
        waiting = [(self._organisation.outcome, 0)]
        while waiting:
            outcome, depth = waiting.pop()
            yield outcome, depth
            waiting.extend((one, depth + 1) for one in [*outcome.outcomes.values()][::-1])

    @cached_property
    def roles(self) -> list[Choice]:
        """Return the roles by title."""
        titles = ((role.id, role.title) for role in self._organisation.roles.values())
        return sorted(titles, key=lambda choice: choice[1].casefold())

    @cached_property
    def measures(self) -> list[Choice]:
        """Return the measures by name."""
        names = ((one.id, one.name) for one in self._organisation.measures.values())
        return sorted(names, key=lambda choice: choice[1].casefold())

    def above(self, function: str) -> list[Choice]:
        """Return the functions that a function may report to: none that reports to it."""
        below = self._below(function)
        every = self._organisation.functions.values()
        return [(one.id, one.name) for one in every if one.id not in below]

    def _below(self, function: str) -> Collection[str]:
        lines = self._organisation.reporting_lines()
        below = {function: None}
        waiting = [function]
        while waiting:
            reports = [one.id for one in lines.get(waiting.pop(), ()) if one.id not in below]
            below.update(dict.fromkeys(reports))
            waiting += reports
        return below

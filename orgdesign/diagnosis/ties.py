"""The relations of an organisation's parts as places of findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from orgdesign.diagnosis.finding import Place
from orgdesign.model import Function, Measure, Organisation, Outcome, PartReference, Role


class Ties:
    """Who answers for what, which outcomes reach whom, who uses which measure."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.index = organisation.index
        self.outcomes: Mapping[str, Outcome] = self.index.outcomes

    @cached_property
    def answers_for(self) -> Mapping[str, list[Place]]:
        """Return the outcomes, functions and hand-offs that each role is accountable for."""
        return _places(self.index.answers_for)

    @cached_property
    def users(self) -> Mapping[str, list[Place]]:
        """Return where each measure is used to tell success, or to pay for it."""
        return _places(self.index.measure_users)

    @cached_property
    def crossing_measures(self) -> Mapping[tuple[str, str], set[str]]:
        """Return the measures of the hand-offs of each function and each accountable role."""
        measures: dict[tuple[str, str], set[str]] = {}
        for handoff in self.organisation.handoffs.values():
            ends = (("function", handoff.giver), ("function", handoff.taker))
            for part in (*ends, ("role", handoff.accountable or "")):
                if handoff.measure:
                    measures.setdefault(part, set()).add(handoff.measure)
        return measures

    def functions_of(self, role: Role) -> list[Function]:
        """Return the function that a role belongs to and those it is accountable for."""
        return self.index.functions_of(role)

    def outcomes_of(self, role: Role) -> list[str]:
        """Return the outcomes that reach a role: its own, and those its functions serve."""
        return self.index.outcomes_of(role)

    def measures(self, ids: Iterable[str]) -> list[Measure]:
        """Return measures by their ids."""
        return self.index.measures(ids)

    def is_filled(self, role: str | None) -> bool:
        """Whether somebody is accountable: a role is named and its seat is not vacant."""
        return self.index.is_filled(role)


def _places(parts: Mapping[str, list[PartReference]]) -> Mapping[str, list[Place]]:
    return {id_: [Place(*part) for part in held] for id_, held in parts.items()}

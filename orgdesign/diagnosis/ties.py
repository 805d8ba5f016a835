"""How the parts of an organisation hang together, as several rules and figures ask it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from orgdesign.diagnosis.finding import Place
from orgdesign.model import Function, Measure, Organisation, Outcome, Role


class Ties:
    """Who answers for what, which outcomes reach whom, who uses which measure.

    Each is worked out once, when it is first asked for, in the order of the file.
    """

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Return every outcome by its id, the desired one first."""
        return {outcome.id: outcome for outcome in self.organisation.outcome.walk()}

    @cached_property
    def answers_for(self) -> Mapping[str, list[Place]]:
        """Return the outcomes, functions and hand-offs that each role is accountable for."""
        held: dict[str, list[Place]] = {}
        for place, role in self._accountable():
            if role is not None:
                held.setdefault(role, []).append(place)
        return held

    def _accountable(self) -> Iterator[tuple[Place, str | None]]:
        for outcome in self.outcomes.values():
            yield Place("outcome", outcome.id), outcome.accountable
        for function in self.organisation.functions.values():
            yield Place("function", function.id), function.accountable
        for handoff in self.organisation.handoffs.values():
            yield Place("handoff", handoff.id), handoff.accountable

    def functions_of(self, role: Role) -> list[Function]:
        """Return the function that a role belongs to and those it is accountable for."""
        held = [each.id for each in self.answers_for.get(role.id, ()) if each.kind == "function"]
        ids = dict.fromkeys([*([role.function] if role.function else []), *held])
        return [self.organisation.functions[each] for each in ids]

    def outcomes_of(self, role: Role) -> list[str]:
        """Return the outcomes that reach a role: its own, and those its functions serve."""
        held = [each.id for each in self.answers_for.get(role.id, ()) if each.kind == "outcome"]
        served = [function.alignment.outcome for function in self.functions_of(role)]
        return [*dict.fromkeys([*held, *(each for each in served if each)])]

    @cached_property
    def users(self) -> Mapping[str, list[Place]]:
        """Return where each measure is used to tell success, or to pay for it."""
        used: dict[str, list[Place]] = {}
        for measure, place in self._uses():
            used.setdefault(measure, []).append(place)
        return used

    def _uses(self) -> Iterator[tuple[str, Place]]:
        for outcome in self.outcomes.values():
            yield from ((each, Place("outcome", outcome.id)) for each in outcome.measures)
        for function in self.organisation.functions.values():
            yield from ((each, Place("function", function.id)) for each in function.measures)
        for role in self.organisation.roles.values():
            yield from ((each, Place("role", role.id)) for each in role.measured_by)
            yield from ((each.measure, Place("role", role.id)) for each in role.rewarded_for)
        for handoff in self.organisation.handoffs.values():
            if handoff.measure:
                yield handoff.measure, Place("handoff", handoff.id)

    def measures(self, ids: tuple[str, ...]) -> list[Measure]:
        """Return measures by their ids."""
        return [self.organisation.measures[each] for each in ids]

    def is_filled(self, role: str | None) -> bool:
        """Whether somebody is accountable: a role is named and its seat is not vacant."""
        return role is not None and not self.organisation.roles[role].is_vacant

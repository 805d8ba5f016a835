"""Where each role stands: its function, whom it reports to, what is handed to and by it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Function, Handoff, Organisation, Role


class Seats:
    """The roles of one organisation and what surrounds them, each worked out once."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.ties = Ties(organisation)

    def home(self, role: Role) -> Function | None:
        """Return the function that a role stands at the head of, or else belongs to."""
        functions = self.ties.functions_of(role)
        headed = [each for each in functions if each.accountable == role.id]
        return next(iter(headed or functions), None)

    def above(self, role: Role) -> Role | None:
        """Return the role that answers for a role's function or, for that role, the one above."""
        organisation, function = self.organisation, self.home(role)
        while function:
            if function.accountable and function.accountable != role.id:
                return organisation.roles[function.accountable]
            function = organisation.functions[function.reports_to] if function.reports_to else None
        return None

    def below(self, role: Role) -> list[Role]:
        """Return the roles that report to a role."""
        return self._below.get(role.id, [])

    @cached_property
    def _below(self) -> Mapping[str, list[Role]]:
        found: dict[str, list[Role]] = {}
        for role in self.organisation.roles.values():
            if above := self.above(role):
                found.setdefault(above.id, []).append(role)
        return found

    def taken(self, role: Role) -> list[Handoff]:
        """Return what other functions hand to those of a role, in the order of the file."""
        return self._crossing(role, self._passed[1])

    def given(self, role: Role) -> list[Handoff]:
        """Return what the functions of a role hand to others, in the order of the file."""
        return self._crossing(role, self._passed[0])

    def overseen(self, role: Role) -> list[Handoff]:
        """Return the hand-offs that a role answers for between functions of others."""
        near = {each.id for each in (*self.taken(role), *self.given(role))}
        held = self.ties.answers_for.get(role.id, ())
        ids = [each.id for each in held if each.kind == "handoff" and each.id not in near]
        return [self.organisation.handoffs[each] for each in ids]

    def _crossing(self, role: Role, passed: Mapping[str, list[Handoff]]) -> list[Handoff]:
        own = {each.id: each for each in self.ties.functions_of(role)}
        found = [handoff for id_ in own for handoff in passed.get(id_, ())]
        return [each for each in found if not (each.giver in own and each.taker in own)]

    @cached_property
    def _passed(self) -> tuple[dict[str, list[Handoff]], dict[str, list[Handoff]]]:
        """Return the hand-offs by the function that hands over, and by the one that takes."""
        giving: dict[str, list[Handoff]] = {}
        taking: dict[str, list[Handoff]] = {}
        for each in self.organisation.handoffs.values():
            giving.setdefault(each.giver, []).append(each)
            taking.setdefault(each.taker, []).append(each)
        return giving, taking

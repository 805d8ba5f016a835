"""How the parts of an organisation hang together, each relation worked out once when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from orgdesign.model.outcomes import Handoff, Measure, Outcome
from orgdesign.model.part_kinds import PartKindName
from orgdesign.model.structure import Function, Role

if TYPE_CHECKING:
    from orgdesign.model.organisation import Organisation

Lines = Mapping[str | None, list[Function]]


class PartReference(NamedTuple):
    """One part of an organisation, by its kind and its id."""

    kind: PartKindName
    id: str


class OrganisationIndex:
    """Who leads whom, who answers for what, which outcomes reach whom, who uses which measure.

    All is in the order of the file.
    """

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Every outcome by its id, the desired one first."""
        return {outcome.id: outcome for outcome in self._organisation.outcome.walk()}

    @cached_property
    def lines(self) -> Lines:
        """The functions that report to each function; under None, those at the top."""
        lines: dict[str | None, list[Function]] = {}
        for function in self._organisation.functions.values():
            lines.setdefault(function.reports_to, []).append(function)
        return lines

    def functions_above(self, function: Function) -> Iterator[Function]:
        """Yield the functions over a function, upwards."""
        functions = self._organisation.functions
        while function.reports_to:
            function = functions[function.reports_to]
            yield function

    def branch(self, function: str) -> list[str]:
        """Return the ids of a function and of all under it, parents before children."""
        ids = [function]
        for id_ in ids:
            ids.extend(below.id for below in self.lines.get(id_, ()))
        return ids

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many functions hang from each, itself included."""
        above_first = [*self.lines.get(None, [])]
        for function in above_first:
            above_first += self.lines.get(function.id, [])
        sizes = dict.fromkeys(self._organisation.functions, 1)
        for function in reversed(above_first):
            if function.reports_to:
                sizes[function.reports_to] += sizes[function.id]
        return sizes

    @cached_property
    def branch_heads(self) -> Mapping[str, str]:
        """The branch of each function: the highest one above it that is no head of the whole.

        A function over more than half of all is such a head, and its reports are branches instead.
        """
        heads: dict[str, str] = {}
        waiting = [(function, "") for function in reversed(self.lines.get(None, []))]
        while waiting:
            function, branch = waiting.pop()
            below = self.lines.get(function.id, [])
            heads[function.id] = branch or function.id
            within = "" if not branch and self.heads_the_whole(function) else heads[function.id]
            waiting += [(report, within) for report in reversed(below)]
        return {function: heads[function] for function in self._organisation.functions}

    def heads_the_whole(self, function: Function) -> bool:
        """Whether more than half of all functions hang from one, itself included."""
        has_reports = bool(self.lines.get(function.id))
        return has_reports and 2 * self.sizes[function.id] > len(self._organisation.functions)

    @cached_property
    def answers_for(self) -> Mapping[str, list[PartReference]]:
        """The outcomes, functions and hand-offs that each role is accountable for."""
        answers: dict[str, list[PartReference]] = {}
        for part, role in self._accountable():
            if role is not None:
                answers.setdefault(role, []).append(part)
        return answers

    def _accountable(self) -> Iterator[tuple[PartReference, str | None]]:
        for outcome in self.outcomes.values():
            yield PartReference("outcome", outcome.id), outcome.accountable
        for function in self._organisation.functions.values():
            yield PartReference("function", function.id), function.accountable
        for handoff in self._organisation.handoffs.values():
            yield PartReference("handoff", handoff.id), handoff.accountable

    def functions_headed(self, role: Role) -> list[Function]:
        """Return the functions that a role is accountable for."""
        answers = self.answers_for.get(role.id, ())
        return [self._organisation.functions[id_] for kind, id_ in answers if kind == "function"]

    def functions_of(self, role: Role) -> list[Function]:
        """Return the function that a role belongs to and those it is accountable for."""
        own = [self._organisation.functions[role.function]] if role.function else []
        return list({one.id: one for one in (*own, *self.functions_headed(role))}.values())

    def outcomes_of(self, role: Role) -> list[str]:
        """Return the outcomes that reach a role: its own, and those its functions serve."""
        own = [id_ for kind, id_ in self.answers_for.get(role.id, ()) if kind == "outcome"]
        served = [function.alignment.outcome for function in self.functions_of(role)]
        return [*dict.fromkeys([*own, *(outcome for outcome in served if outcome)])]

    @cached_property
    def roles_in(self) -> Mapping[str | None, list[Role]]:
        """The roles that belong to each function; under None, those that belong to none."""
        roles: dict[str | None, list[Role]] = {}
        for role in self._organisation.roles.values():
            roles.setdefault(role.function, []).append(role)
        return roles

    def home_function(self, role: Role) -> Function | None:
        """Return where a role has its seat: at the head of a function, or else in one.

        Who heads several sits at the highest of them, as each leads to the one above it.
        """
        headed = self.functions_headed(role)
        if len(headed) > 1:
            own = role.function
            return min(headed, key=lambda one: (self._depth(one), one.id != own))
        belongs = self._organisation.functions.get(role.function or "")
        return headed[0] if headed else belongs

    def _depth(self, function: Function) -> int:
        return sum(1 for _ in self.functions_above(function))

    def manager_of(self, role: Role) -> Role | None:
        """Return the role that a role reports to.

        That is the one that the file names; where it names none, the one that is accountable for
        the function in which the role has its seat or, for that one, for the nearest above.
        """
        manager = self._managers.get(role.id)
        return self._organisation.roles[manager] if manager else None

    @cached_property
    def _managers(self) -> Mapping[str, str]:
        roles = self._organisation.roles
        managers = {role.id: role.reports_to for role in roles.values() if role.reports_to}
        for role in roles.values():
            if role.id not in managers:
                heads = (head for head in self._heads_over(role) if head != role.id)
                manager = next((h for h in heads if not _leads_to(h, role.id, managers)), None)
                if manager:
                    managers[role.id] = manager
        return managers

    def _heads_over(self, role: Role) -> Iterator[str]:
        home = self.home_function(role)
        for function in (home, *self.functions_above(home)) if home else ():
            if function.accountable:
                yield function.accountable

    def reports_of(self, role: Role) -> list[Role]:
        """Return the roles that report to a role."""
        return self._reports.get(role.id, [])

    @cached_property
    def _reports(self) -> Mapping[str, list[Role]]:
        reports: dict[str, list[Role]] = {}
        for role in self._organisation.roles.values():
            if manager := self._managers.get(role.id):
                reports.setdefault(manager, []).append(role)
        return reports

    def is_filled(self, role: str | None) -> bool:
        """Whether somebody is accountable: a role is named and its seat is not vacant."""
        return role is not None and not self._organisation.roles[role].is_vacant

    def handed_to(self, role: Role) -> list[Handoff]:
        """Return what other functions hand to those of a role."""
        return self._crossing(role, self.handoffs_by_taker)

    def handed_by(self, role: Role) -> list[Handoff]:
        """Return what the functions of a role hand to others."""
        return self._crossing(role, self.handoffs_by_giver)

    def handoffs_overseen(self, role: Role) -> list[Handoff]:
        """Return the hand-offs that a role answers for between functions of others."""
        near = {handoff.id for handoff in (*self.handed_to(role), *self.handed_by(role))}
        answers = self.answers_for.get(role.id, ())
        ids = [id_ for kind, id_ in answers if kind == "handoff" and id_ not in near]
        return [self._organisation.handoffs[id_] for id_ in ids]

    def _crossing(self, role: Role, handoffs: Mapping[str, list[Handoff]]) -> list[Handoff]:
        own = {function.id for function in self.functions_of(role)}
        passed = [each for one in self.functions_of(role) for each in handoffs.get(one.id, ())]
        return [each for each in passed if not (each.giver in own and each.taker in own)]

    @cached_property
    def handoffs_by_giver(self) -> Mapping[str, list[Handoff]]:
        """The hand-offs by the function that hands over."""
        return _handoffs_by((each.giver, each) for each in self._organisation.handoffs.values())

    @cached_property
    def handoffs_by_taker(self) -> Mapping[str, list[Handoff]]:
        """The hand-offs by the function that takes."""
        return _handoffs_by((each.taker, each) for each in self._organisation.handoffs.values())

    @cached_property
    def measure_users(self) -> Mapping[str, list[PartReference]]:
        """Where each measure is used to tell success, or to pay for it."""
        users: dict[str, list[PartReference]] = {}
        for measure, part in self._measure_uses():
            users.setdefault(measure, []).append(part)
        return users

    def _measure_uses(self) -> Iterator[tuple[str, PartReference]]:
        whole = self._organisation
        for outcome in self.outcomes.values():
            yield from ((id_, PartReference("outcome", outcome.id)) for id_ in outcome.measures)
        for function in whole.functions.values():
            yield from ((id_, PartReference("function", function.id)) for id_ in function.measures)
        for role in whole.roles.values():
            paid_for = (reward.measure for reward in role.rewarded_for)
            measures = (*role.measured_by, *paid_for)
            yield from ((id_, PartReference("role", role.id)) for id_ in measures)
        for handoff in whole.handoffs.values():
            if handoff.measure:
                yield handoff.measure, PartReference("handoff", handoff.id)

    def measures(self, ids: Iterable[str]) -> list[Measure]:
        """Return measures by their ids."""
        return [self._organisation.measures[id_] for id_ in ids]


def _leads_to(role: str, wanted: str, managers: Mapping[str, str]) -> bool:
    """Return whether the line up from a role passes another one."""
    at: str | None = role
    while at is not None and at != wanted:
        at = managers.get(at)
    return at == wanted


def _handoffs_by(pairs: Iterable[tuple[str, Handoff]]) -> Mapping[str, list[Handoff]]:
    groups: dict[str, list[Handoff]] = {}
    for key, handoff in pairs:
        groups.setdefault(key, []).append(handoff)
    return groups

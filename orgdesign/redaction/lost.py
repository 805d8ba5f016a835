"""Which parts go when branches are left out: their functions, and what only those have."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from orgdesign.designs.replay import Lineage
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Organisation, Role


@dataclass(frozen=True, slots=True)
class Lost:
    """The ids of the functions, roles, hand-offs and measures that are left out."""

    functions: Set[str] = frozenset()
    roles: Set[str] = frozenset()
    handoffs: Set[str] = frozenset()
    measures: Set[str] = frozenset()

    def function(self, id_: str | None) -> str | None:
        """Return a reference to a function, or none where it leads to what is left out."""
        return None if id_ in self.functions else id_

    def role(self, id_: str | None) -> str | None:
        """Return a reference to a role, or none where it leads to what is left out."""
        return None if id_ in self.roles else id_


def lost_with(
    branches: Iterable[str], today: Organisation, then: tuple[Organisation, Lineage] | None
) -> Lost:
    """Return what is left out with branches, of today and of an organisation that it becomes.

    What is in a branch on one of the two sides, or comes from there, is left out of both: what
    has moved out of it would tell of it.
    """
    functions = _under(today, set(branches))
    sides = [today]
    if then:
        after, lineage = then
        heirs = {id_ for id_, origins in lineage.items() if functions & {*origins}}
        functions |= _under(after, functions | heirs | set(branches))
        functions |= {origin for id_ in functions for origin in lineage.get(id_, ())}
        sides.append(after)
    roles = {id_ for side in sides for id_ in _roles(side, functions)}
    handoffs = {
        each.id
        for side in sides
        for each in side.handoffs.values()
        if functions & {each.giver, each.taker}
    }
    lost = Lost(functions, roles, handoffs)
    return replace(lost, measures=_measures(sides, lost))


def _under(organisation: Organisation, branches: set[str]) -> set[str]:
    lines = organisation.reporting_lines()
    waiting, found = [*branches], set[str]()
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += [each.id for each in lines.get(id_, ())]
    return found


def _roles(side: Organisation, functions: set[str]) -> set[str]:
    ties = Ties(side)
    return {role.id for role in side.roles.values() if _is_lost(role, ties, functions)}


def _is_lost(role: Role, ties: Ties, functions: set[str]) -> bool:
    """Tell whether a role goes: with its function or, where it has none, all it answers for."""
    if role.function:
        return role.function in functions
    held = ties.answers_for.get(role.id, ())
    return bool(held) and all(each.kind == "function" and each.id in functions for each in held)


def _measures(sides: Iterable[Organisation], lost: Lost) -> set[str]:
    """Return the measures that only parts that are left out use."""
    gone = {"function": lost.functions, "role": lost.roles, "handoff": lost.handoffs}
    told: set[str] = set()
    kept: set[str] = set()
    for side in sides:
        for id_, used in Ties(side).users.items():
            for place in used:
                (told if place.id in gone.get(place.kind, ()) else kept).add(id_)
    return told - kept

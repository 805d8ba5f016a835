"""What people ask an export to leave out, and which parts of an organisation go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import Literal, get_args

from orgdesign.designs.replay import Lineage
from orgdesign.model import Organisation, OrganisationIndex, Role
from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object

RedactedKind = Literal["holders", "headcount", "cost", "measures", "reasons"]
REDACTED_KINDS: tuple[RedactedKind, ...] = get_args(RedactedKind)
_BRANCH = "branch:"


@value_object
class Redaction:
    """What to leave out: kinds of facts everywhere, and functions with all that is under them."""

    kinds: frozenset[str] = frozenset()
    branches: tuple[str, ...] = ()

    @classmethod
    def parse(cls, words: Iterable[str]) -> Redaction:
        """Return what words such as ``holders`` and ``branch:legal`` mean.

        Raises:
            OrgdesignError: a word means nothing here.
        """
        kinds: set[str] = set()
        branches: list[str] = []
        for word in words:
            if word.startswith(_BRANCH):
                branches.append(word.removeprefix(_BRANCH))
            elif word in REDACTED_KINDS:
                kinds.add(word)
            else:
                known = ", ".join((*REDACTED_KINDS, f"{_BRANCH}ID"))
                raise OrgdesignError(f'"{word}" cannot be left out; choose from {known}.')
        return cls(frozenset(kinds), tuple(branches))

    def removes(self, kind: str) -> bool:
        """Whether facts of a kind are left out."""
        return kind in self.kinds

    def check(self, *organisations: Organisation) -> None:
        """Refuse branches that are in none of the organisations.

        Raises:
            OrgdesignError: a branch is not there; nothing may go out by a slip of the pen.
        """
        for branch in self.branches:
            if not any(branch in each.functions for each in organisations):
                raise OrgdesignError(
                    f'No function is called "{branch}", so that nothing can be left out by it; '
                    "use the id of one in the file."
                )


NOTHING_REMOVED = Redaction()
"""Nothing is left out."""


@value_object
class RemovedIds:
    """The ids of the functions, roles, hand-offs and measures that are left out."""

    functions: Set[str] = frozenset()
    roles: Set[str] = frozenset()
    handoffs: Set[str] = frozenset()
    measures: Set[str] = frozenset()

    def parts(self) -> Iterator[tuple[str, str]]:
        """Yield the kind and id of each, as the file calls them."""
        yield from (("function", id_) for id_ in self.functions)
        yield from (("role", id_) for id_ in self.roles)
        yield from (("hand-off", id_) for id_ in self.handoffs)
        yield from (("measure", id_) for id_ in self.measures)


def removed_with(
    branches: Iterable[str], today: Organisation, then: tuple[Organisation, Lineage] | None
) -> RemovedIds:
    """Return what is left out with branches, of today and of an organisation that it becomes.

    What is in a branch on one of the two sides, or comes from there, is left out of both: what
    has moved out of it would tell of it.
    """
    functions = _branch_ids(today, set(branches))
    sides = [today]
    if then:
        after, lineage = then
        heirs = {id_ for id_, origins in lineage.items() if functions & {*origins}}
        functions |= _branch_ids(after, functions | heirs | set(branches))
        functions |= {origin for id_ in functions for origin in lineage.get(id_, ())}
        sides.append(after)
    roles = {id_ for side in sides for id_ in _roles(side, functions)}
    handoffs = {
        each.id
        for side in sides
        for each in side.handoffs.values()
        if functions & {each.giver, each.taker}
    }
    removed = RemovedIds(functions, roles, handoffs)
    return replace(removed, measures=_measures(sides, removed))


def _branch_ids(organisation: Organisation, branches: set[str]) -> set[str]:
    lines = organisation.reporting_lines()
    waiting, found = [*branches], set[str]()
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += [each.id for each in lines.get(id_, ())]
    return found


def _roles(side: Organisation, functions: set[str]) -> set[str]:
    return {role.id for role in side.roles.values() if _is_removed(role, side.index, functions)}


def _is_removed(role: Role, index: OrganisationIndex, functions: set[str]) -> bool:
    """Tell whether a role goes: with its function or, where it has none, all it answers for."""
    if role.function:
        return role.function in functions
    held = index.answers_for.get(role.id, ())
    return bool(held) and all(each.kind == "function" and each.id in functions for each in held)


def _measures(sides: Iterable[Organisation], removed: RemovedIds) -> set[str]:
    """Return the measures that only parts that are left out use."""
    gone = {"function": removed.functions, "role": removed.roles, "handoff": removed.handoffs}
    told: set[str] = set()
    kept: set[str] = set()
    for side in sides:
        for id_, used in side.index.measure_users.items():
            for place in used:
                (told if place.id in gone.get(place.kind, ()) else kept).add(id_)
    return told - kept

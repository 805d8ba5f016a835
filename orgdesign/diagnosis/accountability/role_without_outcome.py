"""A role that no customer outcome reaches."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Function, Organisation, Role


@rule(
    "accountability",
    "warning",
    title="Role that no customer outcome reaches",
    why="Whoever holds it can have a perfect year in which no customer is better off.",
)
def role_without_outcome(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that answers for no outcome and for no hand-off, in no aligned function."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        held = ties.answers_for.get(role.id, [])
        if ties.outcomes_of(role) or any(place.kind == "handoff" for place in held):
            continue
        yield _unreached(role, ties.functions_of(role))


def _unreached(role: Role, functions: list[Function]) -> Finding:
    message = f"No customer outcome reaches {role.title}."
    if not functions:
        mend = f"Say which function {role.title} belongs to, or what it answers for."
        return Finding(message, Place("role", role.id, ("function",)), mend)
    first, *others = (Place("function", each.id, ("alignment", "outcome")) for each in functions)
    mend = f"Choose the outcome that {functions[0].name} serves."
    return Finding(message, first, mend, (*others, Place("role", role.id)))

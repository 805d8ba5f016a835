"""Measures of outcomes that a role and its functions do not serve."""

from __future__ import annotations

from collections.abc import Iterable

from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Function, Role


def is_of_other_outcomes(ties: Ties, role: Role, measure: str, owners: Iterable[str]) -> bool:
    """Whether a measure stands for outcomes that neither a role nor its functions serve.

    Those above what they serve count as theirs; so does what functions with theirs go by.
    """
    asking = {each.id for each in ties.organisation.outcome.walk() if measure in each.measures}
    going_by_it = [ties.organisation.functions[each] for each in owners]
    near = _near(ties, role)
    ids = [each.id for each in near]
    served = _served(ties, role, near)
    has_it = measure in role.measured_by or any(each.id in ids for each in going_by_it)
    parts = (("role", role.id), *(("function", each) for each in ids))
    crosses = any(measure in ties.crossing_measures.get(part, ()) for part in parts)
    theirs = asking.union(*map(_outcomes, going_by_it))
    return bool(asking) and not has_it and not crosses and theirs.isdisjoint(served)


def _near(ties: Ties, role: Role) -> list[Function]:
    """Return the functions of a role and those that report to them."""
    lines = ties.organisation.reporting_lines()
    own = [*ties.functions_of(role)]
    below = (under for each in own for under in lines.get(each.id, ()))
    return [*{each.id: each for each in (*own, *below)}.values()]


def _served(ties: Ties, role: Role, near: Iterable[Function]) -> set[str]:
    """Return the outcomes that a role and its functions serve, with those above them."""
    served = {*ties.outcomes_of(role)}.union(*map(_outcomes, near))
    return {
        each.id
        for each in ties.organisation.outcome.walk()
        if any(part.id in served for part in each.walk())
    }


def _outcomes(function: Function) -> set[str]:
    alignment = function.alignment
    return {each for each in (alignment.outcome, *alignment.also) if each}

"""The comparison of two organisations, and what of it no sentence tells."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.comparison.difference import Difference
from orgdesign.designs.comparison.functions import FunctionDifferences
from orgdesign.designs.comparison.parts import (
    HANDOFFS,
    MEASURES,
    OUTCOMES,
    ROLES,
    STAGES,
    part_differences,
)
from orgdesign.designs.replay import Lineage
from orgdesign.model import Organisation


def compare(
    before: Organisation, after: Organisation, lineage: Lineage | None = None
) -> tuple[Difference, ...]:
    """Return what differs between two organisations, outcomes and functions first.

    ``lineage`` says which functions before each function afterwards comes from; without it,
    functions with the same id are the same.
    """
    functions = FunctionDifferences(
        before, after, lineage_by_id(before, after) if lineage is None else lineage
    )
    expected = functions.with_heirs()
    return (
        *_new_name(before, after),
        *part_differences(OUTCOMES, before, expected, after),
        *functions.differences(),
        *(
            each
            for section in (ROLES, MEASURES, STAGES, HANDOFFS)
            for each in part_differences(section, before, expected, after)
        ),
    )


def _new_name(before: Organisation, after: Organisation) -> Iterator[Difference]:
    if before.name != after.name:
        sentence = f"{before.name} is renamed {after.name}."
        yield Difference("renamed", "organisation", (), (), sentence)


def lineage_by_id(before: Organisation, after: Organisation) -> Lineage:
    """Return where functions come from when those with the same id are the same."""
    return {each: (each,) if each in before.functions else () for each in after.functions}


def unreported_changes(before: Organisation, after: Organisation) -> Iterator[str]:
    """Yield what differs apart from the parts that are compared, in words."""
    if _differ(before, after, "roles", "sections") or _differ(before, after, "roles", "document"):
        yield "the descriptions of roles"
    if before.designs != after.designs:
        yield "the designs"
    if before.assessment != after.assessment:
        yield "the assessment"
    if before.rules != after.rules:
        yield "how severe rules are"


def _differ(before: Organisation, after: Organisation, section: str, field: str) -> bool:
    old, new = getattr(before, section), getattr(after, section)
    return any(
        getattr(old[id_], field) != getattr(each, field) for id_, each in new.items() if id_ in old
    )

"""What else differs between two organisations, that no sentence of a comparison tells."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import Organisation


def unreported_changes(before: Organisation, after: Organisation) -> Iterator[str]:
    """Yield what differs apart from the parts that are compared, in words."""
    if before.name != after.name:
        yield "the organisation's name"
    if _differ(before, after, "roles", "holder"):
        yield "who holds a role"
    if _differ(before, after, "functions", "work"):
        yield "how leaders work with their people"
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

"""What else differs between two organisations, that no sentence of a comparison tells."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import Organisation


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

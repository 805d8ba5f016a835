"""The role descriptions of the structures that were shown lately, each written once."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.designs.replay import Structure
from orgdesign.documents.roles import RoleDescription, describe_roles
from orgdesign.model import Organisation
from orgdesign.redaction import disclose
from orgdesign.web.kit import recent
from orgdesign.workspace import Edition

REMEMBERED = 6
"""Of how many structures the descriptions are remembered."""


def _describe(today: Organisation, then: Structure | None) -> tuple[RoleDescription, ...]:
    has_roles = today.roles or (then and then.organisation.roles)
    return describe_roles(disclose(today, then)) if has_roles else ()


def cached_descriptions(
    edition: Edition, today: Organisation, then: Structure | None
) -> tuple[RoleDescription, ...]:
    """Return the descriptions of all roles of a structure; none where there are no roles."""
    which = (edition.digest, (then and then.design) or "", (then and then.phase) or "")
    return recent("descriptions", REMEMBERED, which, lambda: _describe(today, then))


def roles_of(sides: Sequence[Organisation], function: str) -> set[str]:
    """Return the roles that a function has, in any of the structures."""
    found: set[str] = set()
    for side in sides:
        for role in side.roles.values():
            if function in [each.id for each in side.index.functions_of(role)]:
                found.add(role.id)
    return found

"""The role descriptions of the structures that were shown lately, each written once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from flask import current_app

from orgdesign.designs.replay import Structure
from orgdesign.documents.roles import RoleDescription, describe_roles
from orgdesign.model import Organisation
from orgdesign.redaction import disclose
from orgdesign.workspace import Edition

REMEMBERED = 6
"""Of how many structures the descriptions are remembered."""

_Which = tuple[str, str, str]


class DescriptionCache:
    """Role descriptions by edition and structure; safe to share between threads."""

    def __init__(self) -> None:
        self._found: OrderedDict[_Which, tuple[RoleDescription, ...]] = OrderedDict()
        self._lock = Lock()

    def descriptions(
        self, edition: Edition, today: Organisation, then: Structure | None
    ) -> tuple[RoleDescription, ...]:
        """Return the descriptions of all roles of a structure; none where there are no roles."""
        which = (edition.digest, (then and then.design) or "", (then and then.phase) or "")
        with self._lock:
            if which not in self._found:
                self._found[which] = _describe(today, then)
                while len(self._found) > REMEMBERED:
                    self._found.popitem(last=False)
            self._found.move_to_end(which)
            return self._found[which]


def _describe(today: Organisation, then: Structure | None) -> tuple[RoleDescription, ...]:
    has_roles = today.roles or (then and then.organisation.roles)
    return describe_roles(disclose(today, then)) if has_roles else ()


def cached_descriptions(
    edition: Edition, today: Organisation, then: Structure | None
) -> tuple[RoleDescription, ...]:
    """Return the role descriptions that the app remembers, or writes now."""
    kept: DescriptionCache = current_app.extensions.setdefault("descriptions", DescriptionCache())
    return kept.descriptions(edition, today, then)


def roles_of(sides: Sequence[Organisation], function: str) -> set[str]:
    """Return the roles that a function has, in any of the structures."""
    found: set[str] = set()
    for side in sides:
        for role in side.roles.values():
            if function in [each.id for each in side.index.functions_of(role)]:
                found.add(role.id)
    return found

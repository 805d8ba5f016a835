"""Grants: what people and groups may do in an organisation, in which branch, seeing which facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, delete, insert, or_, select

from orgdesign.problems import OrgdesignError
from orgdesign.redaction import FACT_KINDS, Scope, Sight
from orgdesign.team.log.chain import append_entry
from orgdesign.team.people.people import members, tell_access_changed
from orgdesign.team.people.tables import MEMBERSHIP
from orgdesign.team.rights.tables import GRANT
from orgdesign.value_objects import value_object

Level = Literal["read", "comment", "propose", "edit", "manage"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""What somebody may do; each includes those before it."""
LEVEL_WORDS: dict[Level, str] = {
    "read": "Read",
    "comment": "Comment",
    "propose": "Propose in a design",
    "edit": "Edit today",
    "manage": "Manage and share",
}


class WrongGrant(OrgdesignError):  # noqa: N818 - what a user calls it
    """A grant that cannot be."""


@value_object
class AccessGrant:
    """What a person or a group may do in an organisation."""

    id: int
    organisation: int
    person: str | None
    group: str | None
    may: Level
    scope: Scope

    @property
    def holder(self) -> str:
        """Return the id of the person or group."""
        return self.person or self.group or ""


@value_object
class Rights:
    """All that somebody may do in one organisation: each level, with where it holds."""

    allowed: tuple[tuple[Level, Scope], ...] = ()

    @property
    def sight(self) -> Sight:
        """Return what they see."""
        return Sight.union(scope for _, scope in self.allowed)

    def may(self, level: Level) -> bool:
        """Tell whether they may do something, if only in a branch."""
        return bool(self.scopes(level))

    def scopes(self, level: Level) -> list[Scope]:
        """Return where they may do something."""
        least = LEVELS.index(level)
        return [scope for may, scope in self.allowed if LEVELS.index(may) >= least]

    def branches(self, level: Level) -> frozenset[str] | None:
        """Return the branches in which they may do something; None for everywhere."""
        branches = {scope.branch for scope in self.scopes(level)}
        return None if None in branches else frozenset(each for each in branches if each)

    def at_most(self, level: Level) -> Rights:
        """Return the same sight with less that may be done, as for whoever only looks."""
        most = LEVELS.index(level)
        lowered = ((LEVELS[min(LEVELS.index(may), most)], scope) for may, scope in self.allowed)
        return Rights(tuple(lowered))


NO_RIGHTS = Rights()
ALL_RIGHTS = Rights((("manage", Scope()),))


def rights_of(connection: Connection, person: str, organisation: int) -> Rights:
    """Return what somebody may do, by their own grants and by those of their groups."""
    return rights_by_organisation(connection, person).get(organisation, NO_RIGHTS)


def rights_by_organisation(connection: Connection, person: str) -> dict[int, Rights]:
    """Return what somebody may do in each organisation in which they may do anything."""
    allowed: dict[int, list[tuple[Level, Scope]]] = {}
    for grant in map(_grant, connection.execute(_held_by(person).order_by(GRANT.c.id))):
        allowed.setdefault(grant.organisation, []).append((grant.may, grant.scope))
    return {organisation: Rights(tuple(each)) for organisation, each in allowed.items()}


def _held_by(person: str) -> Any:
    mine = select(MEMBERSHIP.c.group).where(MEMBERSHIP.c.person == person)
    return select(GRANT).where(or_(GRANT.c.person == person, GRANT.c.group.in_(mine)))


def grants_on(connection: Connection, organisation: int) -> list[AccessGrant]:
    """Return the grants of an organisation, the oldest first."""
    found = select(GRANT).where(GRANT.c.organisation == organisation).order_by(GRANT.c.id)
    return [_grant(row) for row in connection.execute(found)]


def _grant(row: Row[Any]) -> AccessGrant:
    scope = Scope(frozenset(row.facts), row.branch)
    return AccessGrant(row.id, row.organisation, row.person, row.group, row.may, scope)


def add_grant(
    connection: Connection,
    actor: str,
    organisation: int,
    may: Level,
    scope: Scope,
    *,
    person: str | None = None,
    group: str | None = None,
) -> int:
    """Let a person or a group do something.

    Raises ``WrongGrant`` where it cannot be: who manages sees everything, everywhere.
    """
    _require_possible(may, scope)
    values: dict[str, Any] = {"organisation": organisation, "may": may}
    values |= {"person": person, "group": group}
    values |= {"branch": scope.branch, "facts": sorted(scope.facts)}
    identity: int = connection.execute(
        insert(GRANT).values(values).returning(GRANT.c.id)
    ).scalar_one()
    append_entry(connection, actor, "grant added", chain=organisation, grant=identity, **values)
    tell_access_changed(connection, _people(connection, person, group))
    return identity


def remove_grant(connection: Connection, actor: str, organisation: int, identity: int) -> bool:
    """Take a grant back, and tell whether there was one; the last that manages stays.

    Raises ``WrongGrant`` where nobody could share the organisation any more.
    """
    there = grants_on(connection, organisation)
    grant = next((each for each in there if each.id == identity), None)
    if grant is None:
        return False
    if grant.may == "manage" and sum(each.may == "manage" for each in there) == 1:
        raise WrongGrant("Somebody has to manage it: let another manage it before you take this.")
    connection.execute(delete(GRANT).where(GRANT.c.id == identity))
    holder = {"may": grant.may, "person": grant.person, "group": grant.group}
    append_entry(connection, actor, "grant removed", chain=organisation, grant=identity, **holder)
    tell_access_changed(connection, _people(connection, grant.person, grant.group))
    return True


def _require_possible(may: Level, scope: Scope) -> None:
    if may not in LEVELS or not scope.facts <= {*FACT_KINDS}:
        raise WrongGrant("This is not something that can be allowed.")
    if may == "manage" and (scope.branch or scope.facts != {*FACT_KINDS}):
        raise WrongGrant("Whoever manages an organisation sees all of it: leave branch and facts.")


def _people(connection: Connection, person: str | None, group: str | None) -> Iterable[str]:
    found: Sequence[str] = members(connection, group) if group else [person] if person else []
    return found

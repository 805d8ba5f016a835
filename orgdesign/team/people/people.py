"""The people and groups of a team server, and the links by which people first come in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or

from orgdesign.team.log.chain import append_entry
from orgdesign.team.people.passwords import password_digest
from orgdesign.team.people.tables import MEMBERSHIP, ONE_TIME, PERSON, PERSON_GROUP, SIGN_IN
from orgdesign.team.people.tokens import new_identity, new_token, token_digest
from orgdesign.value_objects import value_object

Purpose = Literal["invitation", "new password"]
LIFE: dict[Purpose, timedelta] = {
    "invitation": timedelta(days=7),
    "new password": timedelta(hours=1),
}
ACCESS = "orgdesign_access"
"""The channel on which every process hears whose rights changed."""


@value_object
class Person:
    """Somebody who can sign in."""

    id: str
    email: str
    name: str
    is_admin: bool = False
    is_disabled: bool = False
    has_password: bool = False
    has_provider: bool = False


@value_object
class PersonGroup:
    """People who get rights together."""

    id: str
    name: str
    size: int = 0


def _person(row: Row[Any]) -> Person:
    return Person(
        row.id,
        row.email,
        row.name,
        row.is_admin,
        row.disabled_at is not None,
        row.password is not None,
        row.subject is not None,
    )


def everybody(connection: Connection) -> list[Person]:
    """Return all people, by name."""
    return [_person(row) for row in connection.execute(select(PERSON).order_by(PERSON.c.name))]


def find_person(connection: Connection, identity: str) -> Person | None:
    """Return the person with an id."""
    row = connection.execute(select(PERSON).where(PERSON.c.id == identity)).one_or_none()
    return _person(row) if row else None


def find_by_email(connection: Connection, email: str) -> Person | None:
    """Return the person with an address."""
    row = connection.execute(select(PERSON).where(PERSON.c.email == _plain(email))).one_or_none()
    return _person(row) if row else None


def password_of(connection: Connection, identity: str) -> str | None:
    """Return what is kept of a person's password."""
    return connection.execute(select(PERSON.c.password).where(PERSON.c.id == identity)).scalar()


def add_person(
    connection: Connection, actor: str, email: str, name: str, *, is_admin: bool = False
) -> Person:
    """Add somebody, who cannot sign in yet; whoever has the address already is returned."""
    there = find_by_email(connection, email)
    if there:
        return there
    person = Person(new_identity(), _plain(email), name.strip() or _plain(email), is_admin)
    values = {"id": person.id, "email": person.email, "name": person.name, "is_admin": is_admin}
    connection.execute(insert(PERSON).values(values))
    append_entry(connection, actor, "person added", person=person.id, is_admin=is_admin)
    return person


def set_admin(connection: Connection, actor: str, person: str, *, is_admin: bool) -> None:
    """Let somebody look after the server, or no more."""
    connection.execute(update(PERSON).where(PERSON.c.id == person).values(is_admin=is_admin))
    append_entry(connection, actor, "administrator set", person=person, is_admin=is_admin)
    tell_access_changed(connection, [person])


def rename_person(connection: Connection, actor: str, person: str, name: str) -> None:
    """Call somebody something else from now on; what they wrote before keeps the name it has."""
    connection.execute(update(PERSON).where(PERSON.c.id == person).values(name=name))
    append_entry(connection, actor, "person renamed", person=person)


def disable_person(connection: Connection, actor: str, person: str) -> None:
    """Keep somebody out: signed out everywhere, and every page of theirs is told to close."""
    connection.execute(
        update(PERSON).where(PERSON.c.id == person).values(disabled_at=datetime.now(UTC))
    )
    connection.execute(delete(SIGN_IN).where(SIGN_IN.c.person == person))
    connection.execute(delete(ONE_TIME).where(ONE_TIME.c.person == person))
    append_entry(connection, actor, "person disabled", person=person)
    tell_access_changed(connection, [person])


def enable_person(connection: Connection, actor: str, person: str) -> None:
    """Let somebody in again who was kept out."""
    connection.execute(update(PERSON).where(PERSON.c.id == person).values(disabled_at=None))
    append_entry(connection, actor, "person enabled", person=person)


def set_password(connection: Connection, actor: str, person: str, password: str) -> None:
    """Give somebody a new password, and sign them out wherever they are."""
    kept = password_digest(password)
    connection.execute(update(PERSON).where(PERSON.c.id == person).values(password=kept))
    connection.execute(delete(SIGN_IN).where(SIGN_IN.c.person == person))
    connection.execute(delete(ONE_TIME).where(ONE_TIME.c.person == person))
    append_entry(connection, actor, "password set", person=person)
    tell_access_changed(connection, [person])


def new_one_time(connection: Connection, actor: str, person: str, purpose: Purpose) -> str:
    """Return the token of a link that lets somebody set a password, once; none before counts."""
    token = new_token()
    connection.execute(delete(ONE_TIME).where(ONE_TIME.c.person == person))
    expires = datetime.now(UTC) + LIFE[purpose]
    values = {"digest": token_digest(token), "purpose": purpose, "person": person}
    connection.execute(insert(ONE_TIME).values(values | {"expires_at": expires}))
    append_entry(connection, actor, purpose, person=person)
    return token


def one_time_person(connection: Connection, token: str) -> Person | None:
    """Return whose link this is, if it counts still."""
    found = (
        select(PERSON)
        .join(ONE_TIME, ONE_TIME.c.person == PERSON.c.id)
        .where(ONE_TIME.c.digest == token_digest(token))
        .where(ONE_TIME.c.expires_at > func.now(), PERSON.c.disabled_at.is_(None))
    )
    row = connection.execute(found).one_or_none()
    return _person(row) if row else None


def groups(connection: Connection) -> list[PersonGroup]:
    """Return all groups, by name, with how many people are in each."""
    found = (
        select(PERSON_GROUP, func.count(MEMBERSHIP.c.person).label("size"))
        .outerjoin(MEMBERSHIP, MEMBERSHIP.c.group == PERSON_GROUP.c.id)
        .group_by(PERSON_GROUP.c.id)
        .order_by(PERSON_GROUP.c.name)
    )
    return [PersonGroup(row.id, row.name, row.size) for row in connection.execute(found)]


def add_group(connection: Connection, actor: str, name: str) -> PersonGroup:
    """Add a group; one of the name that is there already is returned."""
    wanted = name.strip()
    there = next((group for group in groups(connection) if group.name == wanted), None)
    if there or not wanted:
        return there or PersonGroup("", "")
    group = PersonGroup(new_identity(), wanted)
    connection.execute(insert(PERSON_GROUP).values(id=group.id, name=group.name))
    append_entry(connection, actor, "group added", group=group.id)
    return group


def names_of_all(connection: Connection) -> dict[str, str]:
    """Return what people and groups are called, by their ids."""
    people = {person.id: person.name for person in everybody(connection)}
    return people | {group.id: group.name for group in groups(connection)}


def groups_of(connection: Connection, person: str) -> list[str]:
    """Return the ids of the groups that somebody is in."""
    found = select(MEMBERSHIP.c.group).where(MEMBERSHIP.c.person == person)
    return list(connection.execute(found.order_by(MEMBERSHIP.c.group)).scalars())


def members(connection: Connection, group: str) -> list[str]:
    """Return the ids of the people in a group."""
    found = select(MEMBERSHIP.c.person).where(MEMBERSHIP.c.group == group)
    return list(connection.execute(found.order_by(MEMBERSHIP.c.person)).scalars())


def join_group(connection: Connection, actor: str, group: str, person: str) -> None:
    """Put somebody into a group."""
    values = {"group": group, "person": person}
    connection.execute(insert_or(MEMBERSHIP).values(values).on_conflict_do_nothing())
    append_entry(connection, actor, "group joined", group=group, person=person)
    tell_access_changed(connection, [person])


def leave_group(connection: Connection, actor: str, group: str, person: str) -> None:
    """Take somebody out of a group."""
    mine = (MEMBERSHIP.c.group == group, MEMBERSHIP.c.person == person)
    connection.execute(delete(MEMBERSHIP).where(*mine))
    append_entry(connection, actor, "group left", group=group, person=person)
    tell_access_changed(connection, [person])


def set_claimed_groups(connection: Connection, person: str, names: Iterable[str]) -> None:
    """Put somebody into the groups that the provider says, and out of those it says no more."""
    wanted = {add_group(connection, "provider", name).id for name in names if name.strip()}
    claimed = (MEMBERSHIP.c.person == person, MEMBERSHIP.c.is_claimed)
    held = set(connection.execute(select(MEMBERSHIP.c.group).where(*claimed)).scalars())
    for group in sorted(held - wanted):
        leave_group(connection, "provider", group, person)
    for group in sorted(wanted - held):
        values = {"group": group, "person": person, "is_claimed": True}
        connection.execute(insert_or(MEMBERSHIP).values(values).on_conflict_do_nothing())
        append_entry(connection, "provider", "group joined", group=group, person=person)
    if held != wanted:
        tell_access_changed(connection, [person])


def tell_access_changed(connection: Connection, who: Iterable[str]) -> None:
    """Let every process know whose rights changed, so that open pages are looked at anew."""
    for each in who:
        connection.execute(select(func.pg_notify(ACCESS, each)))


def _plain(email: str) -> str:
    return email.strip().casefold()


def person_of_provider(
    connection: Connection, issuer: str, subject: str, email: str, name: str, *, is_verified: bool
) -> Person | None:
    """Return who the provider means; somebody new where nobody has the address yet.

    None where an address is somebody's here, and the provider does not vouch for it, or means
    another of the same address.
    """
    found = select(PERSON).where(PERSON.c.issuer == issuer, PERSON.c.subject == subject)
    row = connection.execute(found).one_or_none()
    if row:
        return _person(row)
    if not email or not is_verified:
        return None
    person = add_person(connection, "provider", email, name)
    mine = (PERSON.c.id == person.id, PERSON.c.subject.is_(None))
    values = {"issuer": issuer, "subject": subject}
    done = connection.execute(update(PERSON).where(*mine).values(values))
    return person if done.rowcount else None

"""What whoever runs the server does from a terminal: the first administrator, and whose is what."""

from __future__ import annotations

from sqlalchemy import Connection

from orgdesign.redaction import Scope
from orgdesign.team.database import TeamDatabase
from orgdesign.team.people.people import add_person, new_one_time, set_admin
from orgdesign.team.rights.grants import add_grant

SERVER = ""
"""Who did it, in the log: the server itself."""


def make_administrator(database: TeamDatabase, email: str, url: str) -> str:
    """Let somebody look after the server, and return the link by which they choose a password."""
    with database.writing() as connection:
        person = add_person(connection, SERVER, email, email.partition("@")[0], is_admin=True)
        if not person.is_admin:
            set_admin(connection, SERVER, person.id, is_admin=True)
        token = new_one_time(connection, SERVER, person.id, "invitation")
    return f"{url}{password_path(token)}"


def let_manage(connection: Connection, email: str, organisations: list[int]) -> None:
    """Let somebody manage organisations that a command took in."""
    person = add_person(connection, SERVER, email, email.partition("@")[0])
    for organisation in organisations:
        add_grant(connection, SERVER, organisation, "manage", Scope(), person=person.id)


def password_path(token: str) -> str:
    """Return the path of the page on which a password is chosen."""
    return f"/password/{token}"

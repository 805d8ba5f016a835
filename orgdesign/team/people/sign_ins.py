"""Where people are signed in: browsers, each with a cookie of which only a digest is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, RowMapping, delete, func, insert, or_, select, update

from orgdesign.team.log.chain import append_entry
from orgdesign.team.people.people import Person, tell_access_changed
from orgdesign.team.people.tables import PERSON, SIGN_IN
from orgdesign.team.people.tokens import new_token, token_digest
from orgdesign.value_objects import value_object

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
"""How long a browser stays signed in without being used, and at all."""
NOTED = timedelta(minutes=1)
ASKED_AGAIN = timedelta(minutes=10)
"""After how long the provider is asked again whether somebody is still who may sign in."""


@value_object
class SignIn:
    """A browser in which somebody is signed in."""

    digest: str
    person: Person
    created_at: datetime
    seen_at: datetime
    asked_at: datetime | None
    provider: bytes | None
    browser: str
    views_as: str = ""

    @property
    def is_to_be_asked(self) -> bool:
        """Whether it is time to ask the provider again."""
        asked = self.asked_at
        return asked is not None and datetime.now(UTC) - asked > ASKED_AGAIN

    @property
    def is_to_be_noted(self) -> bool:
        """Whether it was last noted long enough ago that the browser is used."""
        return datetime.now(UTC) - self.seen_at > NOTED


def sign_in(
    connection: Connection,
    person: Person,
    browser: str,
    *,
    before: str = "",
    provider: bytes | None = None,
) -> str:
    """Sign somebody in, and return the token of the cookie: a new one, whatever was before."""
    if before:
        connection.execute(delete(SIGN_IN).where(SIGN_IN.c.digest == token_digest(before)))
    token = new_token()
    asked = datetime.now(UTC) if provider is not None else None
    values = {"digest": token_digest(token), "person": person.id, "browser": browser[:200]}
    connection.execute(insert(SIGN_IN).values(values | {"provider": provider, "asked_at": asked}))
    append_entry(connection, person.id, "signed in", by="provider" if provider else "password")
    return token


def find_sign_in(connection: Connection, token: str) -> SignIn | None:
    """Return who is signed in with a cookie; none where that ended or they are kept out."""
    found = (
        select(SIGN_IN, PERSON)
        .join(PERSON, PERSON.c.id == SIGN_IN.c.person)
        .where(SIGN_IN.c.digest == token_digest(token))
        .where(SIGN_IN.c.seen_at > func.now() - IDLE, SIGN_IN.c.created_at > func.now() - LONGEST)
        .where(PERSON.c.disabled_at.is_(None))
    )
    row = connection.execute(found).mappings().one_or_none()
    return _sign_in_of(row) if row else None


def sign_ins_to_ask(connection: Connection, before: timedelta) -> list[SignIn]:
    """Return the sign-ins in use of which the provider was last asked so long ago."""
    found = (
        select(SIGN_IN, PERSON)
        .join(PERSON, PERSON.c.id == SIGN_IN.c.person)
        .where(SIGN_IN.c.asked_at < func.now() - before, SIGN_IN.c.seen_at > func.now() - IDLE)
        .order_by(SIGN_IN.c.asked_at)
    )
    return [_sign_in_of(row) for row in connection.execute(found).mappings()]


def _sign_in_of(row: RowMapping) -> SignIn:
    person = Person(
        row[PERSON.c.id],
        row[PERSON.c.email],
        row[PERSON.c.name],
        row[PERSON.c.is_admin],
        has_password=row[PERSON.c.password] is not None,
        has_provider=row[PERSON.c.subject] is not None,
    )
    return SignIn(
        row[SIGN_IN.c.digest],
        person,
        row[SIGN_IN.c.created_at],
        row[SIGN_IN.c.seen_at],
        row[SIGN_IN.c.asked_at],
        row[SIGN_IN.c.provider],
        row[SIGN_IN.c.browser],
        row[SIGN_IN.c.views_as] or "",
    )


def note_seen(connection: Connection, found: SignIn) -> None:
    """Note that a browser is used, at most once a minute."""
    is_due = or_(SIGN_IN.c.seen_at < func.now() - NOTED)
    mine = SIGN_IN.c.digest == found.digest
    connection.execute(update(SIGN_IN).where(mine, is_due).values(seen_at=func.now()))


def note_asked(connection: Connection, found: SignIn, provider: bytes) -> None:
    """Note that the provider said again who somebody is."""
    values = {"asked_at": func.now(), "provider": provider}
    connection.execute(update(SIGN_IN).where(SIGN_IN.c.digest == found.digest).values(values))


def view_as(connection: Connection, found: SignIn, whom: str) -> None:
    """Let an administrator's browser show what somebody else sees; nobody to end that."""
    mine = SIGN_IN.c.digest == found.digest
    connection.execute(update(SIGN_IN).where(mine).values(views_as=whom or None))
    append_entry(connection, found.person.id, "viewed as", whom=whom)


def sign_out(connection: Connection, found: SignIn) -> None:
    """End what a browser is signed in with."""
    connection.execute(delete(SIGN_IN).where(SIGN_IN.c.digest == found.digest))
    append_entry(connection, found.person.id, "signed out")
    tell_access_changed(connection, [found.person.id])


def sign_ins_of(connection: Connection, person: str) -> list[tuple[str, datetime, datetime, str]]:
    """Return where somebody is signed in: digest, since when, last used, and the browser."""
    columns = (SIGN_IN.c.digest, SIGN_IN.c.created_at, SIGN_IN.c.seen_at, SIGN_IN.c.browser)
    mine = select(*columns).where(SIGN_IN.c.person == person).order_by(SIGN_IN.c.seen_at.desc())
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(mine)]


def sign_out_others(connection: Connection, found: SignIn) -> None:
    """Sign somebody out of every browser but this one."""
    others = (SIGN_IN.c.person == found.person.id, SIGN_IN.c.digest != found.digest)
    connection.execute(delete(SIGN_IN).where(*others))
    append_entry(connection, found.person.id, "signed out elsewhere")
    tell_access_changed(connection, [found.person.id])

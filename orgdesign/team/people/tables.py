"""What is kept of people: who they are, how they sign in, and where they are signed in."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
)

from orgdesign.team import database

PERSON = database.team_table(
    "person",
    database.key_column(),
    Column("email", Text, nullable=False, unique=True),
    database.text_column("name"),
    Column("is_admin", Boolean, nullable=False, server_default="false"),
    Column("password", Text),
    Column("issuer", Text),
    Column("subject", Text),
    database.moment_column("created_at"),
    Column("disabled_at", DateTime(timezone=True)),
    UniqueConstraint("issuer", "subject", name="uq_person_issuer"),
)
"""``email`` is in lower case; ``password`` is argon2's; ``issuer`` and ``subject`` are those of
the provider that they sign in with."""

PERSON_GROUP = database.team_table(
    "person_group",
    database.key_column(),
    Column("name", Text, nullable=False, unique=True),
)
"""``name`` is also what the provider's claims call it."""

MEMBERSHIP = database.team_table(
    "membership",
    Column("group", Text, ForeignKey("person_group.id", ondelete="CASCADE"), primary_key=True),
    database.person_column(primary_key=True),
    Column("is_claimed", Boolean, nullable=False, server_default="false"),
    Index("ix_membership_person", "person"),
)
"""``is_claimed`` where the provider says so, and not an administrator."""

SIGN_IN = database.team_table(
    "sign_in",
    database.key_column("digest"),
    database.person_column(),
    database.moment_column("created_at"),
    database.moment_column("seen_at"),
    Column("asked_at", DateTime(timezone=True)),
    Column("provider", LargeBinary),
    database.text_column("browser", ""),
    Column("views_as", Text),
    Index("ix_sign_in_person", "person"),
)
"""A browser in which somebody is signed in; ``digest`` is of its cookie, which is kept nowhere.

``provider`` is what the provider is asked again with, encrypted; ``asked_at`` when that last was;
``views_as`` whose view an administrator looks at.
"""

ONE_TIME = database.team_table(
    "one_time",
    database.key_column("digest"),
    database.text_column("purpose"),
    database.person_column(),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Index("ix_one_time_person", "person"),
)
"""The links that work once: ``purpose`` is an invitation or a new password."""

ATTEMPT = database.team_table(
    "attempt",
    database.text_column("key"),
    database.moment_column("at"),
    Index("ix_attempt_key", "key", "at"),
)
"""What failed lately: ``key`` is a digest of the account or of the address it came from."""

SECOND_FACTOR = database.team_table(
    "second_factor",
    database.person_column(primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("confirmed_at", DateTime(timezone=True)),
    Column("last_step", BigInteger, nullable=False, server_default="0"),
)
"""What an authenticator makes codes of, encrypted; ``last_step`` is the period of the last code
that was taken, so that none is taken twice."""

RECOVERY_CODE = database.team_table(
    "recovery_code",
    database.person_column(primary_key=True),
    database.key_column("digest"),
)
"""The codes for whoever lost their authenticator, each of which works once."""

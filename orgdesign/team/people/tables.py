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

from orgdesign.team.database import (
    key_column,
    moment_column,
    person_column,
    team_table,
    text_column,
)

PERSON = team_table(
    "person",
    key_column(),
    Column("email", Text, nullable=False, unique=True),
    text_column("name"),
    Column("is_admin", Boolean, nullable=False, server_default="false"),
    Column("password", Text),
    Column("issuer", Text),
    Column("subject", Text),
    moment_column("created_at"),
    Column("disabled_at", DateTime(timezone=True)),
    UniqueConstraint("issuer", "subject", name="uq_person_issuer"),
)
"""``email`` is in lower case; ``password`` is argon2's; ``issuer`` and ``subject`` are those of
the provider that they sign in with."""

PERSON_GROUP = team_table(
    "person_group",
    key_column(),
    Column("name", Text, nullable=False, unique=True),
)
"""``name`` is also what the provider's claims call it."""

MEMBERSHIP = team_table(
    "membership",
    Column("group", Text, ForeignKey("person_group.id", ondelete="CASCADE"), primary_key=True),
    person_column(primary_key=True),
    Column("is_claimed", Boolean, nullable=False, server_default="false"),
    Index("ix_membership_person", "person"),
)
"""``is_claimed`` where the provider says so, and not an administrator."""

SIGN_IN = team_table(
    "sign_in",
    key_column("digest"),
    person_column(),
    moment_column("created_at"),
    moment_column("seen_at"),
    Column("asked_at", DateTime(timezone=True)),
    Column("provider", LargeBinary),
    text_column("browser", ""),
    Column("views_as", Text),
    Index("ix_sign_in_person", "person"),
)
"""A browser in which somebody is signed in; ``digest`` is of its cookie, which is kept nowhere.

``provider`` is what the provider is asked again with, encrypted; ``asked_at`` when that last was;
``views_as`` whose view an administrator looks at.
"""

ONE_TIME = team_table(
    "one_time",
    key_column("digest"),
    text_column("purpose"),
    person_column(),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Index("ix_one_time_person", "person"),
)
"""The links that work once: ``purpose`` is an invitation or a new password."""

ATTEMPT = team_table(
    "attempt",
    text_column("key"),
    moment_column("at"),
    Index("ix_attempt_key", "key", "at"),
)
"""What failed lately: ``key`` is a digest of the account or of the address it came from."""

SECOND_FACTOR = team_table(
    "second_factor",
    person_column(primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("confirmed_at", DateTime(timezone=True)),
    Column("last_step", BigInteger, nullable=False, server_default="0"),
)
"""What an authenticator makes codes of, encrypted; ``last_step`` is the period of the last code
that was taken, so that none is taken twice."""

RECOVERY_CODE = team_table(
    "recovery_code",
    person_column(primary_key=True),
    key_column("digest"),
)
"""The codes for whoever lost their authenticator, each of which works once."""

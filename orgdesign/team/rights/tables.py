"""What is kept of rights: grants to people and groups, and links."""

from __future__ import annotations

from sqlalchemy import ARRAY, CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, Text

from orgdesign.team.database import (
    key_column,
    moment_column,
    number_column,
    organisation_column,
    team_table,
    text_column,
)

GRANT = team_table(
    "access_grant",
    number_column(),
    organisation_column(),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE")),
    Column("group", Text, ForeignKey("person_group.id", ondelete="CASCADE")),
    text_column("may"),
    Column("branch", Text),
    Column("facts", ARRAY(Text), nullable=False),
    moment_column("created_at"),
    CheckConstraint('num_nonnulls(person, "group") = 1', name="one_holder"),
    Index("ix_access_grant_organisation", "organisation"),
    Index("ix_access_grant_person", "person"),
)
"""What a person or a group may do in an organisation, in a branch of it or in all of it."""

LINK = team_table(
    "link",
    key_column(),
    Column("digest", Text, nullable=False, unique=True),
    organisation_column(),
    text_column("name"),
    text_column("may"),
    Column("branch", Text),
    Column("facts", ARRAY(Text), nullable=False),
    Column("view", Text),
    Column("password", Text),
    Column("sites", ARRAY(Text), nullable=False, server_default="{}"),
    Column("created_by", Text, ForeignKey("person.id", ondelete="SET NULL")),
    moment_column("created_at"),
    Column("expires_at", DateTime(timezone=True)),
    Column("revoked_at", DateTime(timezone=True)),
    Column("opened", Integer, nullable=False, server_default="0"),
    Column("opened_at", DateTime(timezone=True)),
    Index("ix_link_organisation", "organisation"),
)
"""A link that shows an organisation to whoever has it; ``digest`` is of its token, which is kept
nowhere; ``sites`` are those that may show it in a frame."""

LINK_VISIT = team_table(
    "link_visit",
    key_column("digest"),
    Column("link", Text, ForeignKey("link.id", ondelete="CASCADE"), nullable=False),
    moment_column("created_at"),
)
"""A browser that opened a link; ``digest`` is of its cookie."""

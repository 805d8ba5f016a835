"""What is kept of organisations: which there are, each version of their texts, and the texts."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
)

from orgdesign.team.database import (
    key_column,
    moment_column,
    number_column,
    team_table,
    text_column,
)

ORGANISATION = team_table(
    "organisation",
    number_column(),
    Column("name", Text, nullable=False, unique=True),
    text_column("digest"),
    Column("number", Integer, nullable=False),
    moment_column("changed_at"),
)
"""``name`` is that of its file, such as ``northwind.yaml``; ``number`` its newest version."""

CONTENT = team_table(
    "content",
    key_column("digest"),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes of a text, packed by zlib, under the SHA-256 of what they are unpacked."""

VERSION = team_table(
    "version",
    number_column(),
    Column("organisation", BigInteger, ForeignKey("organisation.id"), nullable=False),
    Column("number", Integer, nullable=False),
    moment_column("at"),
    text_column("author"),
    text_column("author_name"),
    text_column("sentence"),
    Column("digest", Text, ForeignKey("content.digest"), nullable=False),
    Column("size", Integer, nullable=False),
    Column("takes_back", BigInteger, ForeignKey("version.id")),
    Column("submission", Text),
    UniqueConstraint("organisation", "number", name="uq_version_organisation"),
    UniqueConstraint("organisation", "submission", name="uq_version_submission"),
    Index("ix_version_author", "organisation", "author", "id"),
)
"""``author`` is the id of a person, ``author_name`` what they were called when they did it.

``takes_back`` is the version that an undo takes back, or the undo that a redo takes back;
``submission`` tells one form that was sent from another, so that none is made twice.
"""

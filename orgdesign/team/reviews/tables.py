"""What is kept of reviews: each round in which a design was submitted, and each decision in it."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from orgdesign.team.database import (
    METADATA,
    moment_column,
    organisation_column,
)

REVIEW = Table(
    "review",
    METADATA,
    Column("id", Text, primary_key=True),
    organisation_column(),
    Column("design", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("submitted_by", Text, nullable=False),
    Column("submitted_name", Text, nullable=False),
    moment_column("submitted_at"),
    Column("ended_at", DateTime(timezone=True)),
    UniqueConstraint("organisation", "design", "round"),
    Index("ix_review_organisation", "organisation", "status"),
)
"""``version`` is the number of the version whose text was submitted; ``round`` counts from 1."""

REVIEW_DECISION = Table(
    "review_decision",
    METADATA,
    Column("review", Text, ForeignKey("review.id", ondelete="CASCADE"), primary_key=True),
    Column("change", Text, primary_key=True),
    Column("branch", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("person_name", Text, nullable=False),
    moment_column("at"),
)
"""What a branch says to a change, by the id of the change; an empty branch is the whole."""

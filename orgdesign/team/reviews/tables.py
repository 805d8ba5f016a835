"""What is kept of reviews: each round in which a design was submitted, and each decision in it."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    func,
)

from orgdesign.team.database import METADATA

REVIEW = Table(
    "review",
    METADATA,
    Column("id", Text, primary_key=True),
    Column(
        "organisation",
        BigInteger,
        ForeignKey("organisation.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("design", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("submitted_by", Text, nullable=False),
    Column("submitted_name", Text, nullable=False),
    Column("submitted_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
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
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
)
"""What a branch says to a change, by the id of the change; an empty branch is the whole."""

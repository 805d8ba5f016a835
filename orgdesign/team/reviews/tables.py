"""What is kept of reviews: each round in which a design was submitted, and each decision in it."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Text, UniqueConstraint

from orgdesign.team.database import (
    key_column,
    moment_column,
    organisation_column,
    team_table,
    text_column,
)

REVIEW = team_table(
    "review",
    key_column(),
    organisation_column(),
    text_column("design"),
    Column("round", Integer, nullable=False),
    text_column("status"),
    Column("version", Integer, nullable=False),
    text_column("submitted_by"),
    text_column("submitted_name"),
    moment_column("submitted_at"),
    Column("ended_at", DateTime(timezone=True)),
    UniqueConstraint("organisation", "design", "round"),
    Index("ix_review_organisation", "organisation", "status"),
)
"""``version`` is the number of the version whose text was submitted; ``round`` counts from 1."""

REVIEW_DECISION = team_table(
    "review_decision",
    Column("review", Text, ForeignKey("review.id", ondelete="CASCADE"), primary_key=True),
    key_column("change"),
    key_column("branch"),
    text_column("verdict"),
    text_column("reason"),
    text_column("person"),
    text_column("person_name"),
    moment_column("at"),
)
"""What a branch says to a change, by the id of the change; an empty branch is the whole."""

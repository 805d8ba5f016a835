"""What is kept of messages: those that are not sent yet."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer

from orgdesign.team.database import (
    moment_column,
    number_column,
    person_column,
    team_table,
    text_column,
)

OUTBOX = team_table(
    "outbox",
    number_column(),
    person_column(),
    text_column("occasion"),
    text_column("by_name"),
    text_column("address"),
    moment_column("created_at"),
    moment_column("due_at"),
    Column("tries", Integer, nullable=False, server_default="0"),
    Index("ix_outbox_due_at", "due_at"),
)
"""``address`` is where a page of ours is, which tells nothing; a row goes once it is sent."""

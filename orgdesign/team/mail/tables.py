"""What is kept of messages: those that are not sent yet."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from orgdesign.team.database import (
    METADATA,
    moment_column,
    number_column,
    person_column,
    text_column,
)

OUTBOX = Table(
    "outbox",
    METADATA,
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

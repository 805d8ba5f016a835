"""What is kept of who is here: one row for each open page, for as long as it is open."""

from __future__ import annotations

from sqlalchemy import Index

from orgdesign.team.database import (
    key_column,
    moment_column,
    organisation_column,
    team_table,
    text_column,
)

PRESENCE = team_table(
    "presence",
    key_column("page"),
    text_column("process"),
    organisation_column(),
    text_column("viewer"),
    text_column("name"),
    text_column("kind", ""),
    text_column("part", ""),
    moment_column("seen_at"),
    Index("ix_presence_organisation", "organisation"),
    Index("ix_presence_process", "process"),
)
"""``kind`` and ``part`` say what is chosen there; a row whose process tells no more is gone."""

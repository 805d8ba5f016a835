"""What is kept of comments: threads, each on a part of an organisation, and what was written."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Index, Text, func

from orgdesign.team.database import (
    key_column,
    moment_column,
    organisation_column,
    person_column,
    team_table,
    text_column,
)

THREAD = team_table(
    "thread",
    key_column(),
    organisation_column(),
    text_column("kind"),
    text_column("part"),
    text_column("design", ""),
    text_column("rule", ""),
    moment_column("created_at"),
    moment_column("changed_at"),
    Column("resolved_at", DateTime(timezone=True)),
    Column("resolved_by", Text),
    Index("ix_thread_organisation", "organisation", "kind", "part"),
)
"""``kind`` and ``part`` say what it is about; ``design`` where that is a part of a design, and
``rule`` where it is what a rule finds there. The id is chance: a number would tell how many there
are."""

COMMENT = team_table(
    "comment",
    key_column(),
    Column("thread", Text, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    text_column("author"),
    text_column("author_name"),
    text_column("text"),
    Column(
        "created_at",
        DateTime(timezone=True),
        nullable=False,
        server_default=func.clock_timestamp(),
    ),
    Column("edited_at", DateTime(timezone=True)),
    Column("submission", Text, unique=True),
    Index("ix_comment_thread", "thread", "created_at"),
)
"""``author`` is the id of a person or a link; ``submission`` tells a form that comes twice."""

MENTION = team_table(
    "mention",
    Column("comment", Text, ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True),
    person_column(primary_key=True),
    Index("ix_mention_person", "person"),
)

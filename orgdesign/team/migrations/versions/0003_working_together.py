"""comments, reviews of designs, who is here, and messages to be sent."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    _comments()
    _reviews()
    _presence()
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("occasion", sa.Text, nullable=False),
        sa.Column("by_name", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        _timestamp("created_at", sa.func.now()),
        _timestamp("due_at", sa.func.now()),
        sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        _reference("person", "person.id", "outbox"),
    )
    op.create_index("ix_outbox_due_at", "outbox", ["due_at"])


def _timestamp(name: str, now: Any = None) -> sa.Column[Any]:
    kind = sa.DateTime(timezone=True)
    return sa.Column(name, kind, nullable=now is None, server_default=now)


def _reference(name: str, to: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [to], name=f"fk_{table}_{name}", ondelete="CASCADE")


def _comments() -> None:
    op.create_table(
        "thread",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("organisation", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("design", sa.Text, nullable=False, server_default=""),
        sa.Column("rule", sa.Text, nullable=False, server_default=""),
        _timestamp("created_at", sa.func.now()),
        _timestamp("changed_at", sa.func.now()),
        _timestamp("resolved_at"),
        sa.Column("resolved_by", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_thread"),
        _reference("organisation", "organisation.id", "thread"),
    )
    op.create_index("ix_thread_organisation", "thread", ["organisation", "kind", "part"])
    op.create_table(
        "comment",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("thread", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        _timestamp("created_at", sa.func.clock_timestamp()),
        _timestamp("edited_at"),
        sa.Column("submission", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
        sa.UniqueConstraint("submission", name="uq_comment_submission"),
        _reference("thread", "thread.id", "comment"),
    )
    op.create_index("ix_comment_thread", "comment", ["thread", "created_at"])
    op.create_table(
        "mention",
        sa.Column("comment", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("comment", "person", name="pk_mention"),
        _reference("comment", "comment.id", "mention"),
        _reference("person", "person.id", "mention"),
    )
    op.create_index("ix_mention_person", "mention", ["person"])


def _reviews() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("organisation", sa.BigInteger, nullable=False),
        sa.Column("design", sa.Text, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("submitted_by", sa.Text, nullable=False),
        sa.Column("submitted_name", sa.Text, nullable=False),
        _timestamp("submitted_at", sa.func.now()),
        _timestamp("ended_at"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.UniqueConstraint("organisation", "design", "round", name="uq_review_organisation"),
        _reference("organisation", "organisation.id", "review"),
    )
    op.create_index("ix_review_organisation", "review", ["organisation", "status"])
    op.create_table(
        "review_decision",
        sa.Column("review", sa.Text, nullable=False),
        sa.Column("change", sa.Text, nullable=False),
        sa.Column("branch", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("person_name", sa.Text, nullable=False),
        _timestamp("at", sa.func.now()),
        sa.PrimaryKeyConstraint("review", "change", "branch", name="pk_review_decision"),
        _reference("review", "review.id", "review_decision"),
    )


def _presence() -> None:
    op.create_table(
        "presence",
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("process", sa.Text, nullable=False),
        sa.Column("organisation", sa.BigInteger, nullable=False),
        sa.Column("viewer", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, server_default=""),
        sa.Column("part", sa.Text, nullable=False, server_default=""),
        _timestamp("seen_at", sa.func.now()),
        sa.PrimaryKeyConstraint("page", name="pk_presence"),
        _reference("organisation", "organisation.id", "presence"),
    )
    op.create_index("ix_presence_organisation", "presence", ["organisation"])
    op.create_index("ix_presence_process", "presence", ["process"])

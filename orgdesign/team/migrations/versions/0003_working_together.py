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
        _at("created_at", sa.func.now()),
        _at("due_at", sa.func.now()),
        sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        _of("person", "person.id", "outbox"),
    )
    op.create_index("ix_outbox_due_at", "outbox", ["due_at"])


def _at(name: str, now: Any = None) -> sa.Column[Any]:
    kind = sa.DateTime(timezone=True)
    return sa.Column(name, kind, nullable=now is None, server_default=now)


def _of(name: str, to: str, table: str) -> sa.ForeignKeyConstraint:
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
        _at("created_at", sa.func.now()),
        _at("changed_at", sa.func.now()),
        _at("resolved_at"),
        sa.Column("resolved_by", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_thread"),
        _of("organisation", "organisation.id", "thread"),
    )
    op.create_index("ix_thread_organisation", "thread", ["organisation", "kind", "part"])
    op.create_table(
        "comment",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("thread", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        _at("created_at", sa.func.clock_timestamp()),
        _at("edited_at"),
        sa.Column("submission", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
        sa.UniqueConstraint("submission", name="uq_comment_submission"),
        _of("thread", "thread.id", "comment"),
    )
    op.create_index("ix_comment_thread", "comment", ["thread", "created_at"])
    op.create_table(
        "mention",
        sa.Column("comment", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("comment", "person", name="pk_mention"),
        _of("comment", "comment.id", "mention"),
        _of("person", "person.id", "mention"),
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
        _at("submitted_at", sa.func.now()),
        _at("ended_at"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.UniqueConstraint("organisation", "design", "round", name="uq_review_organisation"),
        _of("organisation", "organisation.id", "review"),
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
        _at("at", sa.func.now()),
        sa.PrimaryKeyConstraint("review", "change", "branch", name="pk_review_decision"),
        _of("review", "review.id", "review_decision"),
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
        _at("seen_at", sa.func.now()),
        sa.PrimaryKeyConstraint("page", name="pk_presence"),
        _of("organisation", "organisation.id", "presence"),
    )
    op.create_index("ix_presence_organisation", "presence", ["organisation"])
    op.create_index("ix_presence_process", "presence", ["process"])

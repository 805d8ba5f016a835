"""organisations, their versions and texts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "organisation",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column(
            "changed_at",
            sa.DateTime(timezone=True),
            nullable=False,
            server_default=sa.func.now(),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("name", name="uq_organisation_name"),
    )
    op.create_table(
        "content",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_content"),
    )
    op.execute("ALTER TABLE content ALTER COLUMN data SET STORAGE EXTERNAL")  # packed already
    op.create_table(
        "version",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), nullable=False),
        sa.Column("organisation", sa.BigInteger, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_name", sa.Text, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("takes_back", sa.BigInteger),
        sa.Column("submission", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name="fk_version_organisation"
        ),
        sa.ForeignKeyConstraint(["digest"], ["content.digest"], name="fk_version_digest"),
        sa.ForeignKeyConstraint(["takes_back"], ["version.id"], name="fk_version_takes_back"),
        sa.UniqueConstraint("organisation", "number", name="uq_version_organisation"),
        sa.UniqueConstraint("organisation", "submission", name="uq_version_submission"),
    )
    op.create_index("ix_version_author", "version", ["organisation", "author", "id"])

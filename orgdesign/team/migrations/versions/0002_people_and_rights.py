"""people, groups, grants, links and the log."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _people()
    _signing_in()
    _rights()
    op.create_table(
        "log",
        sa.Column("chain", sa.BigInteger, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("chain", "number", name="pk_log"),
    )
    op.execute(
        """
        CREATE FUNCTION log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$
        """
    )
    op.execute(
        "CREATE TRIGGER log_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON log"
        " FOR EACH STATEMENT EXECUTE FUNCTION log_is_only_added_to()"
    )


def _time_column(name: str, *, is_now: bool = False) -> sa.Column[Any]:
    now = sa.func.now() if is_now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not is_now, server_default=now)


def _reference(
    name: str, to: str, table: str, *, loses: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    named = f"fk_{table}_{name}"
    return sa.ForeignKeyConstraint([name], [to], name=named, ondelete=loses)


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("is_admin", sa.Boolean, nullable=False, server_default="false"),
        sa.Column("password", sa.Text),
        sa.Column("issuer", sa.Text),
        sa.Column("subject", sa.Text),
        _time_column("created_at", is_now=True),
        _time_column("disabled_at"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("email", name="uq_person_email"),
        sa.UniqueConstraint("issuer", "subject", name="uq_person_issuer"),
    )
    op.create_table(
        "person_group",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person_group"),
        sa.UniqueConstraint("name", name="uq_person_group_name"),
    )
    op.create_table(
        "membership",
        sa.Column("group", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("is_claimed", sa.Boolean, nullable=False, server_default="false"),
        sa.PrimaryKeyConstraint("group", "person", name="pk_membership"),
        _reference("group", "person_group.id", "membership"),
        _reference("person", "person.id", "membership"),
    )
    op.create_index("ix_membership_person", "membership", ["person"])


def _signing_in() -> None:
    op.create_table(
        "sign_in",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        _time_column("created_at", is_now=True),
        _time_column("seen_at", is_now=True),
        _time_column("asked_at"),
        sa.Column("provider", sa.LargeBinary),
        sa.Column("browser", sa.Text, nullable=False, server_default=""),
        sa.Column("views_as", sa.Text),
        sa.PrimaryKeyConstraint("digest", name="pk_sign_in"),
        _reference("person", "person.id", "sign_in"),
    )
    op.create_index("ix_sign_in_person", "sign_in", ["person"])
    op.create_table(
        "one_time",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_one_time"),
        _reference("person", "person.id", "one_time"),
    )
    op.create_index("ix_one_time_person", "one_time", ["person"])
    op.create_table(
        "attempt", sa.Column("key", sa.Text, nullable=False), _time_column("at", is_now=True)
    )
    op.create_index("ix_attempt_key", "attempt", ["key", "at"])


def _rights() -> None:
    op.create_table(
        "access_grant",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), nullable=False),
        sa.Column("organisation", sa.BigInteger, nullable=False),
        sa.Column("person", sa.Text),
        sa.Column("group", sa.Text),
        sa.Column("may", sa.Text, nullable=False),
        sa.Column("branch", sa.Text),
        sa.Column("facts", sa.ARRAY(sa.Text), nullable=False),
        _time_column("created_at", is_now=True),
        sa.PrimaryKeyConstraint("id", name="pk_access_grant"),
        sa.CheckConstraint('num_nonnulls(person, "group") = 1', name="ck_access_grant_one_holder"),
        _reference("organisation", "organisation.id", "access_grant"),
        _reference("person", "person.id", "access_grant"),
        _reference("group", "person_group.id", "access_grant"),
    )
    op.create_index("ix_access_grant_organisation", "access_grant", ["organisation"])
    op.create_index("ix_access_grant_person", "access_grant", ["person"])
    op.create_table(
        "link",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("organisation", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("may", sa.Text, nullable=False),
        sa.Column("branch", sa.Text),
        sa.Column("facts", sa.ARRAY(sa.Text), nullable=False),
        sa.Column("view", sa.Text),
        sa.Column("password", sa.Text),
        sa.Column("sites", sa.ARRAY(sa.Text), nullable=False, server_default="{}"),
        sa.Column("created_by", sa.Text),
        _time_column("created_at", is_now=True),
        _time_column("expires_at"),
        _time_column("revoked_at"),
        sa.Column("opened", sa.Integer, nullable=False, server_default="0"),
        _time_column("opened_at"),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
        sa.UniqueConstraint("digest", name="uq_link_digest"),
        _reference("organisation", "organisation.id", "link"),
        _reference("created_by", "person.id", "link", loses="SET NULL"),
    )
    op.create_index("ix_link_organisation", "link", ["organisation"])
    op.create_table(
        "link_visit",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        _time_column("created_at", is_now=True),
        sa.PrimaryKeyConstraint("digest", name="pk_link_visit"),
        _reference("link", "link.id", "link_visit"),
    )

"""The connections of a process: PostgreSQL may go and come, and they cost no more than is asked."""

from __future__ import annotations

from sqlalchemy import Connection, text

from orgdesign.team.database import TeamDatabase

OTHERS = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""
BEGUN = "SELECT now() = statement_timestamp()"


def number(connection: Connection) -> int:
    return connection.execute(text("SELECT pg_backend_pid()")).scalar_one()


def test_a_connection_at_rest_that_was_ended_is_not_given_out(database: TeamDatabase):
    with database.reading() as first, database.writing() as second:
        resting = {number(first), number(second)}
    with database.engine.connect() as killer:
        kept = number(killer)
        killer.execute(text(OTHERS))
    with database.writing() as one, database.reading() as two:
        assert {number(one), number(two)}.isdisjoint(resting - {kept})


def test_a_look_up_begins_no_transaction(database: TeamDatabase):
    with database.reading() as connection:
        assert not connection.execute(text("SELECT pg_current_xact_id_if_assigned()")).scalar()
        connection.execute(text("SELECT 1"))
        assert connection.execute(text(BEGUN)).scalar()


def test_changes_are_one_transaction_after_a_look_up_on_the_same_connection(
    database: TeamDatabase,
):
    with database.reading() as connection:
        before = number(connection)
    with database.writing() as connection:
        assert number(connection) == before
        connection.execute(text("SELECT 1"))
        assert not connection.execute(text(BEGUN)).scalar()

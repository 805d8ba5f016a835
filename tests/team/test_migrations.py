"""The steps of a database lead to the tables that the code works with."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from orgdesign.team.database import METADATA, TeamDatabase
from orgdesign.team.discussion.tables import THREAD
from orgdesign.team.log.tables import LOG
from orgdesign.team.mail.tables import OUTBOX
from orgdesign.team.migrations import (
    NotMigrated,
    migrate_database,
    missing_migrations,
    require_migrated,
)
from orgdesign.team.organisations import tables
from orgdesign.team.people.tables import PERSON
from orgdesign.team.presence.tables import PRESENCE
from orgdesign.team.reviews.tables import REVIEW
from orgdesign.team.rights.tables import GRANT
from orgdesign.team.trial_database import TrialDatabase
from tests.team.conftest import sqlalchemy_url


def test_the_steps_make_the_tables_that_the_code_knows(database: TeamDatabase):
    known = (tables.VERSION, PERSON, GRANT, LOG, THREAD, REVIEW, PRESENCE, OUTBOX)
    assert {table.metadata for table in known} == {METADATA}
    with database.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []


def test_a_step_is_taken_once(database: TeamDatabase):
    assert missing_migrations(database) == []
    assert migrate_database(database) == []


def test_an_older_database_is_told_before_anything_is_served(postgres: TrialDatabase):
    postgres.create("empty")
    database = TeamDatabase(sqlalchemy_url(postgres.url("empty")))

    with pytest.raises(NotMigrated, match="orgdesign team migrate"):
        require_migrated(database)

    database.close()

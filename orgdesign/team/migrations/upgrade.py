"""Bringing a database to what this release needs, by one process at a time."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from orgdesign.problems import OrgdesignError
from orgdesign.team.database import TeamDatabase

ALONE = 0x6F726764
"""The advisory lock that keeps two processes from migrating at once."""


class NotMigrated(OrgdesignError):  # noqa: N818 - what a user calls it
    """The database is not what this release needs."""


def migrate_database(database: TeamDatabase) -> list[str]:
    """Take every step that the database lacks, all or none, and return what they are called."""
    with database.writing() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ALONE})
        missing = _missing(connection)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return missing


def missing_migrations(database: TeamDatabase) -> list[str]:
    """Return what the steps are called that a database lacks."""
    with database.reading() as connection:
        return _missing(connection)


def require_migrated(database: TeamDatabase) -> None:
    """Raise ``NotMigrated`` unless the database is what this release needs."""
    if missing_migrations(database):
        raise NotMigrated(
            "The database is older than this release. Back it up, then: orgdesign team migrate"
        )


def _missing(connection: Connection) -> list[str]:
    scripts = ScriptDirectory.from_config(_config())
    has = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if has is not None and has not in known:
        raise NotMigrated("The database is newer than this release. Update orgdesign.")
    steps = scripts.iterate_revisions("head", has or "base")
    return [f"{step.revision} {step.doc}" for step in steps][::-1]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config

"""The steps by which a database comes to what this release needs, the oldest first."""

from orgdesign.team.migrations.upgrade import (
    NotMigrated,
    migrate_database,
    missing_migrations,
    require_migrated,
)

__all__ = ["NotMigrated", "migrate_database", "missing_migrations", "require_migrated"]

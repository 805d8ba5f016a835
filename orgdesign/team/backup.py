"""A copy of the whole database in one file, by PostgreSQL's own program."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from orgdesign.problems import OrgdesignError
from orgdesign.team.trial_database import program


def back_up(url: str, target: Path) -> int:
    """Write everything that the database holds into a file, whole or not at all; return its size.

    It is read with ``pg_restore``. Raises ``OrgdesignError`` where the database cannot be read.
    """
    part = target.with_name(f"{target.name}.part")
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    command = [program("pg_dump"), "--format=custom", f"--file={part}"]
    done = subprocess.run(  # noqa: S603
        command,
        env={**os.environ, **_connection(plain)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        part.unlink(missing_ok=True)
        raise OrgdesignError("pg_dump could not read the database, so there is no backup.")
    part.chmod(0o600)
    part.replace(target)
    return target.stat().st_size


def _connection(url: str) -> dict[str, str]:
    """Return a connection as the environment says it, so that no list of programs shows it."""
    from psycopg.conninfo import conninfo_to_dict

    names = {"dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD"}
    names |= {"host": "PGHOST", "port": "PGPORT", "sslmode": "PGSSLMODE"}
    said = conninfo_to_dict(url)
    return {names[key]: str(value) for key, value in said.items() if key in names and value}

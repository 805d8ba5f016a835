"""The mirror in git, kept up to date by whichever process hears of a change first."""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Event

from orgdesign.problems import OrgdesignError
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations.git_history import mirror_versions

log = logging.getLogger("orgdesign.team")

PACE = 2.0
"""How often the database is asked for versions that the mirror lacks, in seconds."""


def keep_mirror(database: TeamDatabase, folder: Path, ended: Event) -> None:
    """Commit what is new again and again, until the process ends; a failure is told once."""
    told = ""
    while not ended.wait(PACE):
        try:
            mirror_versions(database, folder)
            told = ""
        except OrgdesignError as failure:
            if str(failure) != told:
                told = str(failure)
                log.error("The mirror waits: %s", told)

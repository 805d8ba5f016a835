"""``orgdesign team audit``: whether the log is what was written, and all of it as a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from orgdesign.cli.team_server import needs_team, team_settings


@click.group()
def audit() -> None:
    """Verify the log of a team server, or write it out."""


@audit.command()
@needs_team
def verify() -> None:
    """Tell whether every entry of the log is what was written; ends with 1 where one is not."""
    from orgdesign.team.database import TeamDatabase
    from orgdesign.team.log.chain import breaks_in_log, chain_ends
    from orgdesign.team.settings import DATABASE_URL

    database = TeamDatabase(team_settings(DATABASE_URL).database_url)
    with database.reading() as connection:
        breaks = list(breaks_in_log(connection))
        count = sum(number for number, _ in chain_ends(connection).values())
    for broken in breaks:
        click.echo(f"chain {broken.chain}, entry {broken.number}: {broken.reason}", err=True)
    if breaks:
        sys.exit(1)
    click.echo(f"{count:,} entries, each what was written")


@audit.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@needs_team
def export(file: Path) -> None:
    """Write the log into FILE, an entry a line, for docs/verify_log.py."""
    from orgdesign.team.database import TeamDatabase
    from orgdesign.team.log.chain import log_lines
    from orgdesign.team.settings import DATABASE_URL

    database = TeamDatabase(team_settings(DATABASE_URL).database_url)
    with database.reading() as connection, file.open("w", encoding="utf-8") as written:
        count = sum(1 for line in log_lines(connection) if written.write(f"{line}\n"))
    click.echo(f"{file}: {count:,} entries")


@audit.command()
@needs_team
def ends() -> None:
    """Print the last entry of each chain: kept elsewhere, it tells later what was cut off."""
    from orgdesign.team.database import TeamDatabase
    from orgdesign.team.log.chain import chain_ends
    from orgdesign.team.settings import DATABASE_URL

    database = TeamDatabase(team_settings(DATABASE_URL).database_url)
    with database.reading() as connection:
        click.echo(json.dumps(chain_ends(connection)))

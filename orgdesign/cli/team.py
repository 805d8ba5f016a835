"""``orgdesign team``: what whoever runs a team server does from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.team_audit import audit
from orgdesign.cli.team_server import needs_team, team_settings

if TYPE_CHECKING:
    from orgdesign.team.database import TeamDatabase


@click.group()
def team() -> None:
    """Look after a team server, which the environment describes.

    The database is where ORGDESIGN_DATABASE_URL says.
    """


team.add_command(audit)


@team.command()
@needs_team
def migrate() -> None:
    """Bring the database to what this release needs."""
    from orgdesign.team.migrations import migrate_database

    steps = migrate_database(_database())
    click.echo("\n".join(steps) if steps else "The database is what this release needs.")


@team.command("import")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--manager", metavar="EMAIL", help="Who is to manage what is new.")
@needs_team
def import_files(folder: Path, manager: str | None) -> None:
    """Take the organisation files of FOLDER in: all of them, or none.

    One that is there already gets a new version. A folder that is a mirror brings its history.
    """
    from orgdesign.team.administration import let_manage
    from orgdesign.team.organisations.exchange import import_folder

    database = _database()
    taken = import_folder(database, folder)
    if manager:
        with database.writing() as connection:
            let_manage(connection, manager, [one.organisation.id for one in taken if one.is_new])
    for one in taken:
        click.echo(f"{one.organisation.name} {one.told}")


@team.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--history", is_flag=True, help="Make it a git repository: a commit a version.")
@needs_team
def export(folder: Path, history: bool) -> None:
    """Write every organisation into FOLDER as a file, byte for byte."""
    from orgdesign.team.organisations.exchange import export_folder
    from orgdesign.team.organisations.git_history import mirror_versions

    if history:
        click.echo(f"{mirror_versions(_database(), folder)} versions committed")
        return
    for name in export_folder(_database(), folder):
        click.echo(name)


@team.command()
@click.argument("email")
@needs_team
def admin(email: str) -> None:
    """Make EMAIL an administrator, and print a link to choose a password."""
    from orgdesign.team.administration import make_administrator
    from orgdesign.team.settings import DATABASE_URL, URL

    url = team_settings(DATABASE_URL, URL).url
    click.echo(make_administrator(_database(), email, url))


@team.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@needs_team
def backup(file: Path) -> None:
    """Write the whole database into FILE, which pg_restore reads."""
    from orgdesign.team.backup import back_up
    from orgdesign.team.settings import DATABASE_URL

    size = back_up(team_settings(DATABASE_URL).database_url, file)
    click.echo(f"{file}: {size:,} bytes")


@team.command("try")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--port", type=click.IntRange(1, 65535), default=8080, help="The port to listen on.")
@click.option(
    "--organisations",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The files to begin with; without it, the examples.",
)
@click.option("--new-link", is_flag=True, help="Print a link to choose a new password.")
@needs_team
def try_it(folder: Path, port: int, organisations: Path | None, new_link: bool) -> None:
    """Serve a team of your own from FOLDER, with a PostgreSQL in it, to try it.

    It prints a link for the first administrator until that has been used. Stop with Ctrl+C.
    """
    from orgdesign import resources
    from orgdesign.team.trial import try_team

    beginning = organisations or Path(resources.folder("examples"))
    try_team(folder.absolute(), port, beginning, new_link=new_link)


def _database() -> TeamDatabase:
    from orgdesign.team.database import TeamDatabase
    from orgdesign.team.settings import DATABASE_URL

    return TeamDatabase(team_settings(DATABASE_URL).database_url)

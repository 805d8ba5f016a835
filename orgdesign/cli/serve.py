"""``orgdesign serve``: the charts in the browser, following the file as it is edited."""

from __future__ import annotations

import os
from pathlib import Path

import click

from orgdesign.cli.team_server import needs_team
from orgdesign.cli.terminal import shell_word


@click.command()
@click.argument(
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE-OR-FOLDER",
    required=False,
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port to listen on; without it, any that is free.",
)
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening it.")
@click.option("--team", is_flag=True, help="Serve a team, as the environment says.")
def serve(path: Path | None, port: int, no_browser: bool, team: bool) -> None:
    """Open FILE, or every organisation in FOLDER, in the browser.

    The page follows the file within a second as you edit it. Only this computer, and only the
    person who started it, can see the page. Stop with Ctrl+C.
    """
    if team:
        return _serve_team(path, port)
    if path is None:
        raise click.UsageError("Say which FILE-OR-FOLDER to open.")
    if not path.exists():
        raise click.UsageError(_nothing_there(path))
    from orgdesign.web.serve import serve as serve_pages

    return serve_pages(path, port=port, browser=not no_browser)


def _nothing_there(path: Path) -> str:
    if path.suffix.lower() in {".yaml", ".yml"} and path.parent.is_dir():
        return f"There is no {path} yet. Begin it with: orgdesign new {shell_word(path)}"
    return f"There is no {path}. Correct the path, or make the folder first."


@needs_team
def _serve_team(path: Path | None, port: int) -> None:
    if path is not None or port:
        raise click.UsageError("--team serves the database where ORGDESIGN_LISTEN says, alone.")
    from orgdesign.team.serve import serve_team

    serve_team(os.environ)

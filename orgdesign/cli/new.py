"""``orgdesign new``: a first file that teaches the format."""

from __future__ import annotations

from pathlib import Path

import click

from orgdesign.cli.file_output import create
from orgdesign.cli.schema import schema_text
from orgdesign.cli.terminal import say, shell_word

SCHEMA_NAME = "orgdesign.schema.json"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--sector",
    metavar="SECTOR",
    help="Start from the library's organisation of a sector: bank, hospital, insurance,"
    " public-service, retail or software.",
)
@click.option("--organisation", metavar="NAME", help="What the organisation is called.")
def new(file: Path, sector: str | None, organisation: str | None) -> None:
    """Write a starter FILE that teaches the format, or one that is typical of a sector.

    Beside it goes orgdesign.schema.json, from which editors complete and check while you type.
    A file that is there already is never overwritten.
    """
    if file.suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(f"Give the file a name that ends in .yaml, such as {file.stem}.yaml")
    create(file, _text(sector, organisation))
    say(f"Wrote {file}: open it in any editor.")
    _write_schema(file.with_name(SCHEMA_NAME))
    say(f"Then see its charts with: orgdesign serve {shell_word(file)}")


def _text(sector: str | None, organisation: str | None) -> str:
    from orgdesign.library import UnknownSector, UnusableName, beginning, require_sector

    try:
        known = "" if sector is None else require_sector(sector)
        return beginning(known, organisation, SCHEMA_NAME)
    except (UnknownSector, UnusableName) as failure:
        raise click.UsageError(str(failure)) from None


def _write_schema(path: Path) -> None:
    """Write the schema for editors, unless one is there; an older one is left to the user."""
    text = schema_text()
    if not path.exists():
        create(path, text)
        say(f"Wrote {path}: editors complete and check from it.")
    elif path.read_text("utf-8", "replace") == text:
        say(f"Kept {path}: it is the same.")
    else:
        say(f"Kept {path}, which differs; bring it up to date with: orgdesign schema > {path}")

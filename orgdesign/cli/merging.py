"""What comes out of an import: shown, asked about at a terminal, and written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.terminal import complain, say
from orgdesign.cli.writing import create

if TYPE_CHECKING:
    from orgdesign.imports import MergeResult
    from orgdesign.yamlfile import Reading


def settle(
    existing: Path, reading: Reading, result: MergeResult, output: Path | None, yes: bool, step: str
) -> int:
    """Write what was merged into a file; what it said before is in its history."""
    for sentence in result.sentences:
        say(f"- {sentence}")
    if reading.source is None or not result.is_changed:
        say(f"{existing} says all that is in the export; nothing was written.")
    elif output is not None:
        return write_new(output, result.data.decode(), yes)
    elif not yes and not sys.stdin.isatty():
        complain(f"Nothing was written: say -y to change {existing} where nobody can be asked.")
        return 1
    elif is_agreed(f"Change {existing}?", yes):
        from orgdesign.workspace.file_store import save_edited

        told = save_edited(existing, result.data, reading.source.digest, step)
        say(f"Changed {existing}.{f' {told}' if told else ''}")
    return 0


def write_new(output: Path, text: str, yes: bool) -> int:
    """Write a new file, if that is agreed to."""
    if is_agreed(f"Write {output}?", yes):
        create(output, text)
        say(f"Wrote {output}. See its charts with: orgdesign serve {output}")
    return 0


def is_agreed(question: str, yes: bool) -> bool:
    """Ask at a terminal, unless the answer was given."""
    if yes or not sys.stdin.isatty() or click.confirm(question, default=True):
        return True
    say("Nothing was written.")
    return False

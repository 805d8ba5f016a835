"""What comes out of an import: shown, asked about at a terminal, and written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Container
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.file_output import create
from orgdesign.cli.terminal import complain, say, shell_word

if TYPE_CHECKING:
    from orgdesign.imports import ImportChange, MergeResult
    from orgdesign.yamlfile import Reading


_SEVERAL = 2
Merge = Callable[[Container[str]], "MergeResult"]
"""What brings something into a file, without the changes that are refused."""


def settle(
    existing: Path, reading: Reading, merge: Merge, output: Path | None, yes: bool, step: str
) -> int:
    """Write what was merged into a file; what it said before is in its history."""
    result = merge(frozenset())
    for sentence in result.sentences:
        say(f"- {sentence}")
    if reading.source is None or not result.is_changed:
        say(f"{existing} says all that is in the export; nothing was written.")
        return 0
    if output is None and not yes and not sys.stdin.isatty():
        complain(f"Nothing was written: say -y to change {existing} where nobody can be asked.")
        return 1
    agreed = _agreed(result, merge, f"Write {output}?" if output else f"Change {existing}?", yes)
    if agreed is None or not agreed.is_changed:
        say("Nothing was written.")
    elif output is not None:
        return write_new(output, agreed.data.decode(), yes=True)
    else:
        from orgdesign.workspace import save_edited

        told = save_edited(existing, agreed.data, reading.source.digest, step)
        say(f"Changed {existing}.{f' {told}' if told else ''}")
    return 0


def _agreed(result: MergeResult, merge: Merge, question: str, yes: bool) -> MergeResult | None:
    """Return what is agreed to at a terminal: all of it, some of it one by one, or nothing."""
    if yes or not sys.stdin.isatty():
        return result
    if len(result.proposals) < _SEVERAL:
        return result if click.confirm(question, default=True) else None
    choice = click.prompt(
        f"{question} Yes, no, or ask about each of {len(result.proposals)} changes",
        type=click.Choice(["y", "n", "each"]),
        default="y",
    )
    if choice == "each":
        return merge({each.key for each in result.proposals if not _is_taken(each)})
    return result if choice == "y" else None


def _is_taken(change: ImportChange) -> bool:
    """Show one change, and ask about it."""
    say(change.sentence)
    for mark, lines in (("-", change.goes), ("+", change.comes)):
        for text in lines:
            say(f"  {mark} {text}")
    return click.confirm("Take it?", default=True)


def write_new(output: Path, text: str, yes: bool) -> int:
    """Write a new file, if that is agreed to."""
    if is_agreed(f"Write {output}?", yes):
        create(output, text)
        say(f"Wrote {output}. See its charts with: orgdesign serve {shell_word(output)}")
    return 0


def is_agreed(question: str, yes: bool) -> bool:
    """Ask at a terminal, unless the answer was given."""
    if yes or not sys.stdin.isatty() or click.confirm(question, default=True):
        return True
    say("Nothing was written.")
    return False

"""``orgdesign check``: every problem of every file."""

from __future__ import annotations

from pathlib import Path

import click

from orgdesign.cli.terminal import described, say


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
def check(files: tuple[Path, ...]) -> int:
    """List every problem of every FILE.

    Each is one line: file:line:column, what is wrong, and what to do. The exit code is 0 when
    there are no problems and 1 when there are.
    """
    counts = [_check(path) for path in files]
    say(_summary(counts))
    return 1 if any(counts) else 0


def _check(path: Path) -> int:
    """Print the problems of one file and return how many there are."""
    from orgdesign.reading import read_file

    reading = read_file(path)
    for line in described(path, reading):
        say(line)
    return len(reading.problems)


def _summary(counts: list[int]) -> str:
    """Return the closing line: how many problems, in how many of the files."""
    checked = f"{_counted(len(counts), 'file')} checked"
    if not any(counts):
        return f"{checked}, no problems."
    troubled = sum(1 for count in counts if count)
    where = f" in {troubled:,} of them" if len(counts) > 1 else ""
    return f"{checked}: {_counted(sum(counts), 'problem')}{where}."


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

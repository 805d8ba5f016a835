"""What git asks for: the difference of one file between two commits, or a file told in lines.

Whatever is wrong with a file is told as a line of the answer and never as an exit code: git would
stop at it, and leave the other files of a commit untold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import click

from orgdesign.cli.differences import compare_sides, text_lines
from orgdesign.cli.sides import StructureSide, Unread, whole
from orgdesign.cli.terminal import say

ABSENT = ("/dev/null", "nul")
"""What git names where a file was not there yet, or is no longer."""
_ENCODING = "utf-8-sig"


def tell(handed: Sequence[str]) -> int:
    """Tell what differs in a file, as git asks its external diff drivers.

    It hands over the path, the old file with its hash and mode, the new one with its own, and
    the new name of a file that has another; of a file in conflict, the path alone.
    """
    if len(handed) == 1:
        say(f"{handed[0]}: both sides changed it; mend the conflict first.")
        return 0
    if len(handed) < 7:
        raise click.UsageError("--git is for git to call: see “In git” in docs/commands.md.")
    path, old, new = handed[0], handed[1], handed[4]
    name = handed[7] if len(handed) > 7 else path
    for line in _lines(path, old, name, new):
        say(line)
    return 0


def tell_one(files: Sequence[str]) -> int:
    """Tell what one file says, a line for each thing, so that git can compare those lines."""
    if len(files) != 1:
        raise click.UsageError("--textconv is for one FILE.")
    try:
        lines = _side_lines(whole(files[0], files[0]))
    except Unread:
        lines = iter(_text(files[0]))
    for line in lines:
        say(line)
    return 0


def _lines(path: str, old: str, name: str, new: str) -> Iterator[str]:
    try:
        before, after = _side(old, path), _side(new, name)
    except Unread as unread:
        yield f"{name} cannot be compared as an organisation:"
        yield from unread.lines
        yield from unified_diff(_text(old), _text(new), path, name, lineterm="")
        return
    if before and after:
        yield from text_lines(compare_sides(before, after))
    else:
        yield from (f"{path} is gone: {_counted(each)}" for each in [before] if each)
        yield from (f"{name} is new: {_counted(each)}" for each in [after] if each)
    yield ""


def _side(file: str, called: str) -> StructureSide | None:
    return None if file.lower() in ABSENT else whole(file, called)


def _counted(side: StructureSide) -> str:
    organisation = side.structure.organisation
    count = len(organisation.functions)
    return f"{organisation.name}, {count:,} function{'s' if count != 1 else ''}."


def _side_lines(side: StructureSide) -> Iterator[str]:
    from orgdesign.designs.comparison import organisation_lines

    return organisation_lines(side.structure.organisation)


def _text(file: str) -> list[str]:
    if file.lower() in ABSENT:
        return []
    return Path(file).read_text(_ENCODING, "replace").splitlines()

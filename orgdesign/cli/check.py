"""``orgdesign check``: every problem of every file, or else what the rules find in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from orgdesign.cli.formats import Format, lines
from orgdesign.cli.terminal import say

if TYPE_CHECKING:
    from orgdesign.cli.remarks import Checked, Diagnose


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option(
    "--format",
    "asked",
    type=click.Choice(get_args(Format)),
    default="text",
    show_default=True,
    help="Text for people, or JSON, SARIF or GitHub annotations for programs.",
)
@click.option("--select", multiple=True, metavar="RULES", help="Ask only these rules or groups.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave out these rules or groups.")
@click.option(
    "--severity",
    multiple=True,
    metavar="RULE=SEVERITY",
    help="Make a rule's findings an error, a warning or a hint, or turn it off.",
)
@click.option("--all", "shows_all", is_flag=True, help="Tell every finding in a line of its own.")
@click.option(
    "--no-language", is_flag=True, help="Do not read what people wrote: no encoder is loaded."
)
@click.option("--design", metavar="NAME", help="Ask of what this design comes to, not of today.")
@click.option("--phase", metavar="PHASE", help="Ask of what there is after this phase of it.")
@click.option("--strict", is_flag=True, help="Let warnings fail the check, too.")
def check(
    files: tuple[Path, ...],
    asked: Format,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    shows_all: bool,
    no_language: bool,
    design: str | None,
    phase: str | None,
    strict: bool,
) -> int:
    """List every problem of every FILE, or else what the diagnosis finds in it.

    Each is one line: file:line:column, what is wrong, and what to do. The exit code is 1 when
    there are problems, errors or, with --strict, warnings, and otherwise 0.
    """
    from orgdesign.cli.choosing import choose

    choice = choose(select, ignore, severity, not no_language)
    ask = choice.diagnose
    if design is not None or phase is not None:
        from orgdesign.cli.planned import findings_in_design

        ask = partial(findings_in_design, ask, design, phase)
    checked = [_checked(path, ask, shows_all) for path in files]
    for line in lines(checked, asked):
        say(line)
    return 1 if _fails(checked, strict) else 0


def _checked(path: Path, ask: Diagnose, shows_all: bool) -> Checked:
    from orgdesign.cli.remarks import Checked, remarks_on
    from orgdesign.yamlfile import read_file

    reading = read_file(path)
    return Checked(path, reading, remarks_on(reading, ask), shows_all)


def _fails(files: Sequence[Checked], strict: bool) -> bool:
    return any(
        each.reading.problems or each.count("error") or (strict and each.count("warning"))
        for each in files
    )

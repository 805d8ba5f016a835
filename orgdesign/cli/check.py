"""``orgdesign check``: every problem of every file, or else what the rules find in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.formats import Format, lines
from orgdesign.cli.options import format_option
from orgdesign.cli.terminal import say
from orgdesign.process import collection_paused

if TYPE_CHECKING:
    from orgdesign.cli.remarks import CheckedFile, Diagnose
    from orgdesign.cli.rule_choice import RuleChoice
    from orgdesign.diagnosis import RuleHit
    from orgdesign.model import Organisation


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@format_option(Format, "Text for people, or JSON, SARIF or GitHub annotations for programs.")
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
@collection_paused()
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
    from orgdesign.cli.rule_choice import choose

    choice = choose(select, ignore, severity, not no_language)
    ask: Callable[[Organisation], tuple[RuleHit, ...]] = choice.diagnose
    looks_ahead = design is None and phase is None
    if design is not None or phase is not None:
        from orgdesign.cli.design_findings import findings_in_design

        ask = partial(findings_in_design, ask, design, phase)
    ahead = choice if looks_ahead else None
    checked = [_checked(path, ask, shows_all, ahead) for path in files]
    for line in lines(checked, asked):
        say(line)
    return 1 if _fails(checked, strict) else 0


def _checked(path: Path, ask: Diagnose, shows_all: bool, choice: RuleChoice | None) -> CheckedFile:
    """Return a file that was read and diagnosed; its designs, too, where a choice is given."""
    from orgdesign.cli.remarks import CheckedFile, remarks_on
    from orgdesign.yamlfile import read_file

    reading = read_file(path)
    organisation = reading.organisation
    if choice is None or organisation is None:
        return CheckedFile(path, reading, remarks_on(reading, ask), shows_all)
    outlooks = choice.outlooks(organisation)
    remarks = remarks_on(reading, partial(choice.diagnose, outlooks=outlooks))
    ignored = choice.ignored_hits(organisation)
    return CheckedFile(path, reading, remarks, shows_all, outlooks, ignored)


def _fails(files: Sequence[CheckedFile], strict: bool) -> bool:
    return any(
        each.reading.problems or each.count("error") or (strict and each.count("warning"))
        for each in files
    )

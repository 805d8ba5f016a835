"""``orgdesign diff``: what differs between two structures of an organisation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from orgdesign.cli.options import format_option, output_option
from orgdesign.cli.terminal import complain, say
from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.cli.differences import SideComparison

Format = Literal["text", "json"]
DIFFERS, TROUBLE = 1, 2


@click.command()
@click.argument("sides", nargs=-1, required=True, metavar="A [B]")
@format_option(Format, "Sentences for people, or JSON for programs.")
@output_option("Draw the changes instead; the name of the picture ends in .svg, .pdf or .png.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where the two sides differ.")
@click.option("--git", is_flag=True, help="Take what git hands to an external diff driver.")
@click.option("--textconv", is_flag=True, help="Tell one FILE in lines, for git to compare.")
def diff(
    sides: tuple[str, ...],
    asked: Format,
    output: Path | None,
    exit_code: bool,
    git: bool,
    textconv: bool,
) -> int:
    """Say what differs between A and B.

    Each is FILE, FILE@today, FILE@design, FILE@design/phase, FILE@-1 (one version back) or
    FILE@2026-01-31 (that day's last version); B can leave out FILE. With A alone, a file is
    compared with its only design, and a design with today.
    """
    if git:
        from orgdesign.cli.git import tell

        return tell(sides)
    if textconv:
        from orgdesign.cli.git import tell_one

        return tell_one(sides)
    try:
        compared = _compared(sides)
    except OrgdesignError as failure:
        for line in getattr(failure, "lines", ()):
            complain(line)
        complain(str(failure))
        return TROUBLE
    if output:
        _draw(compared, output)
    else:
        _tell(compared, asked)
    return DIFFERS if exit_code and compared.differs else 0


def _compared(sides: Sequence[str]) -> SideComparison:
    from orgdesign.cli.differences import compare_sides
    from orgdesign.cli.sides import only_design, side

    if len(sides) > 2:
        raise click.UsageError("Name two sides to compare, such as FILE@today FILE@design.")
    if len(sides) == 2:
        before, after = sides
        return compare_sides(side(before), side(after, before))
    one = side(sides[0])
    if one.structure.design is None:
        return compare_sides(one, only_design(one))
    return compare_sides(side("@today", sides[0]), one)


def _tell(compared: SideComparison, asked: Format) -> None:
    from orgdesign.cli.differences import json_lines, text_lines

    for line in json_lines(compared) if asked == "json" else text_lines(compared):
        say(line)


def _draw(compared: SideComparison, output: Path) -> None:
    from orgdesign.cli.file_output import replace
    from orgdesign.cli.render import picture_format
    from orgdesign.render import Engine, draw_charts

    picture = picture_format(output)
    charts = compared.comparison.charts
    with Engine() as engine:
        replace(output, draw_charts([charts.changes], engine, picture, [*charts]))
    say(f"Wrote {output}.")

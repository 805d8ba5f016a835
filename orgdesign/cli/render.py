"""``orgdesign render``: the charts as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from orgdesign.cli.pictured import Asked, By, View, pictured
from orgdesign.cli.plates import PLATE_NAMES, plate_pictures, write_pictures
from orgdesign.cli.terminal import complain, described, say
from orgdesign.cli.writing import replace
from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.model import Organisation
    from orgdesign.yamlfile import Reading

Format = Literal["svg", "pdf", "png"]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--view",
    type=click.Choice(get_args(View)),
    default="both",
    show_default=True,
    help="Today's reporting lines, what a design changes in them, the chart hung from the "
    "outcome, before and after side by side, the customer's journey, or a plate: alluvial (who "
    "reports where and serves what), matrix (functions and outcomes), shape (layers and spans), "
    "overview (the whole on one page).",
)
@click.option(
    "--design",
    metavar="NAME",
    help="The design that *after* shows. Without it: the one in the file if there is just one.",
)
@click.option("--phase", metavar="PHASE", help="The last phase that is done; otherwise all of it.")
@click.option(
    "--by",
    type=click.Choice(get_args(By)),
    default="outcome",
    show_default=True,
    help="Hang *after* from the customer outcome, or draw its reporting lines.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The picture to write; its name ends in .svg, .pdf or .png.",
)
@click.option(
    "--depth", type=click.IntRange(min=1), help="Draw this many levels and fold what is below."
)
@click.option("--focus", metavar="FUNCTION", help="Draw only this function and what is under it.")
def render(file: Path, output: Path, view: View, **said: Any) -> int:
    """Draw the charts of FILE.

    The picture is written in one step, over one that is there; FILE is never changed.
    """
    picture = picture_format(output)
    asked = Asked(view, **said)
    if view == "journey" and asked != Asked(view):
        raise click.UsageError(
            "The journey is today's, and drawn whole: leave out --depth and --focus, "
            "and all that is about a design."
        )
    if output.resolve() == file.resolve():
        raise click.UsageError(f"{output} is the organisation itself; choose another name with -o.")
    from orgdesign.yamlfile import read_file

    reading = read_file(file)
    if reading.organisation is None:
        for line in described(file, reading):
            complain(line)
        complain("Nothing was drawn: mend these problems first.")
        return 1
    if view in PLATE_NAMES:
        return _plates(reading.organisation, asked, output, picture)
    if view == "journey":
        drawn = _journey(reading.organisation, picture)
    else:
        drawn = _drawn(file, reading, asked, picture)
    replace(output, drawn)
    say(f"Wrote {output}.")
    return 0


def _plates(organisation: Organisation, asked: Asked, output: Path, picture: Format) -> int:
    from orgdesign.render import Engine

    if asked != Asked(asked.view, design=asked.design, phase=asked.phase):
        raise click.UsageError("A plate shows everything: leave out --depth, --focus and --by.")
    structure = asked.structure(organisation)
    with Engine() as engine:
        drawn = plate_pictures(asked.view, organisation, structure, engine, picture)  # type: ignore[arg-type]
        for path in write_pictures(output, drawn):
            say(f"Wrote {path}.")
    return 0


def picture_format(output: Path) -> Format:
    """Return the picture's format, told by the end of its name."""
    suffix = output.suffix.lower().removeprefix(".")
    for known in get_args(Format):
        if suffix == known:
            return known  # type: ignore[no-any-return]
    raise click.UsageError(f"{output} does not end in .svg, .pdf or .png; choose one with -o.")


def _drawn(file: Path, reading: Reading, asked: Asked, picture: Format) -> bytes:
    from orgdesign.render import Engine, draw_charts

    charts, among = pictured(file, reading, asked)
    with Engine() as engine:
        return draw_charts(charts, engine, picture, among)


def _journey(organisation: Organisation, picture: Format) -> bytes:
    from orgdesign.charts import journey
    from orgdesign.render import Engine, draw_journey

    chart = journey(organisation)
    if not chart.stages:
        raise OrgdesignError(
            "There is no journey to draw: write the customer's stages under journey: in the file."
        )
    with Engine() as engine:
        return draw_journey(chart, engine, picture)

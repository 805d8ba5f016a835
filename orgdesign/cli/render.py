"""``orgdesign render``: the charts as a picture."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from orgdesign.cli.terminal import complain, described, say
from orgdesign.cli.writing import replace
from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.charts import Chart
    from orgdesign.organisation import Organisation

View = Literal["before", "after", "both", "journey"]
Format = Literal["svg", "pdf", "png"]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--view",
    type=click.Choice(get_args(View)),
    default="both",
    show_default=True,
    help="Today's reporting lines, the chart hung from the outcome, the two side by side, "
    "or the customer's journey across the functions.",
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
def render(file: Path, view: View, output: Path, depth: int | None, focus: str | None) -> int:
    """Draw the charts of FILE.

    The picture is written in one step, over one that is there; FILE is never changed.
    """
    picture = _format(output)
    if view == "journey" and (depth or focus):
        raise click.UsageError("The journey is drawn whole: leave out --depth and --focus.")
    if output.resolve() == file.resolve():
        raise click.UsageError(f"{output} is the organisation itself; choose another name with -o.")
    from orgdesign.reading import read_file

    reading = read_file(file)
    if reading.organisation is None:
        for line in described(file, reading):
            complain(line)
        complain("Nothing was drawn: mend these problems first.")
        return 1
    if view == "journey":
        drawn = _journey(reading.organisation, picture)
    else:
        drawn = _draw(_charts(reading.organisation, view, depth, focus), picture)
    replace(output, drawn)
    say(f"Wrote {output}.")
    return 0


def _format(output: Path) -> Format:
    """Return the picture's format, told by the end of its name."""
    suffix = output.suffix.lower().removeprefix(".")
    for known in get_args(Format):
        if suffix == known:
            return known  # type: ignore[no-any-return]
    raise click.UsageError(f"{output} does not end in .svg, .pdf or .png; choose one with -o.")


def _charts(
    organisation: Organisation, view: View, depth: int | None, function: str | None
) -> list[Chart]:
    """Return the charts to draw, cut to what the user asked to see."""
    from orgdesign import charts

    views = {"before": charts.before, "after": charts.after}
    drawn = [make(organisation) for name, make in views.items() if view in (name, "both")]
    if function is not None:
        _require(organisation, function)
        drawn = [charts.focus(chart, _box(chart, function)) for chart in drawn]
    return [charts.fold(chart, depth) for chart in drawn]


def _require(organisation: Organisation, function: str) -> None:
    """Refuse a function that the organisation does not have."""
    if function in organisation.functions:
        return
    close = get_close_matches(function, organisation.functions, n=1)
    hint = f'did you mean "{close[0]}"?' if close else "use the id of one in the file."
    raise OrgdesignError(f'No function is called "{function}"; {hint}')


def _box(chart: Chart, function: str) -> str:
    """Return the id of the box that shows a function."""
    return next(box.id for box in chart.boxes if (box.kind, box.subject) == ("function", function))


def _draw(charts: list[Chart], picture: Format) -> bytes:
    from orgdesign.render import Engine, draw_charts

    with Engine() as engine:
        return draw_charts(charts, engine, picture)


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

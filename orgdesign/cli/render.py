"""``orgdesign render``: the charts as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from dataclasses import replace as replaced
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from orgdesign.cli.card_options import PictureOptions, check_fields, picture_options
from orgdesign.cli.chart_request import TODAY, By, ChartRequest, View, charts_to_draw
from orgdesign.cli.file_output import replace
from orgdesign.cli.options import output_option, phase_option
from orgdesign.cli.plates import PLATE_NAMES, plate_pictures, write_pictures
from orgdesign.cli.terminal import say, tell_problems
from orgdesign.problems import OrgdesignError
from orgdesign.process import collection_paused

if TYPE_CHECKING:
    from orgdesign.charts import Chart
    from orgdesign.model import Organisation

Format = Literal["svg", "pdf", "png"]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--view",
    type=click.Choice(get_args(View)),
    default="both",
    show_default=True,
    help="Today's reporting lines, what a design changes in them, the chart hung from the "
    "outcome, before and after side by side, who holds which role under whom, the customer's "
    "journey, or a plate: alluvial (who reports where and serves what), matrix "
    "(functions and outcomes), handoffs (who passes work to whom), "
    "shape (layers and spans), overview (the whole on one page), "
    "poster (the argument: what to mend first).",
)
@click.option(
    "--design",
    metavar="NAME",
    help="The design that *after* shows. Without it: the one in the file if there is just one.",
)
@phase_option
@click.option(
    "--by",
    type=click.Choice(get_args(By)),
    default="outcome",
    show_default=True,
    help="Hang *after* from the customer outcome, or draw its reporting lines.",
)
@output_option("The picture to write; its name ends in .svg, .pdf or .png.", required=True)
@click.option(
    "--depth", type=click.IntRange(min=1), help="Draw this many levels and fold what is below."
)
@click.option("--focus", metavar="FUNCTION", help="Draw only this function and what is under it.")
@click.option("--views", "shared", metavar="NAME", help="Draw a view that the file keeps.")
@picture_options
@collection_paused()
def render(file: Path, output: Path, view: View, shared: str | None, **said: Any) -> int:
    """Draw the charts of FILE.

    The picture is written in one step, over one that is there; FILE is never changed.
    """
    picture_format(output)
    options = PictureOptions(**{each.name: said.pop(each.name) for each in fields(PictureOptions)})
    asked = ChartRequest(view, **said)
    _check_plate(asked, options)
    if output.resolve() == file.resolve():
        raise click.UsageError(f"{output} is the organisation itself; choose another name with -o.")
    return _render(file, output, shared, asked, options)


def _render(
    file: Path, output: Path, shared: str | None, asked: ChartRequest, options: PictureOptions
) -> int:
    from orgdesign.render import find_brand_face, set_in
    from orgdesign.yamlfile import read_file

    reading = read_file(file)
    organisation = reading.organisation
    if organisation is None:
        return tell_problems(file, reading, "drawn")
    if shared:
        asked, options = _as_shared(organisation, shared, asked, options)
    with set_in(find_brand_face(organisation.brand, file.parent)):
        if asked.view in PLATE_NAMES:
            return _plates(organisation, asked, output, options)
        if asked.view != "journey":
            check_fields(options, organisation)
            drawn = charts_to_draw(file, reading, asked, options)
            del reading  # its text and tree, which take most of the memory of a large file
            return _charts(*drawn, options, output)
        replace(output, _journey(organisation, asked, options, picture_format(output)))
    say(f"Wrote {output}.")
    return 0


def _as_shared(
    organisation: Organisation, name: str, asked: ChartRequest, options: PictureOptions
) -> tuple[ChartRequest, PictureOptions]:
    """Return what is to be drawn as a view of the file says, and what the user says besides."""
    from orgdesign.charts import current_field, shared_view

    found = shared_view(organisation, name)
    by_lines = found.view == "reporting"
    if found.view and found.view not in get_args(View) and not by_lines:
        raise OrgdesignError(f'The view "{name}" is no picture but a {found.view}.')
    view: View = next((one for one in get_args(View) if one == found.view), asked.view)
    is_of_design = by_lines or found.phase or view == "changes"
    return (
        ChartRequest(
            "after" if by_lines else view,
            asked.design or found.design or (None if is_of_design else TODAY),
            asked.phase or found.phase,
            "reporting-lines" if by_lines else asked.by,
            int(found.depth) if found.depth else asked.depth,
            asked.focus or found.focus,
            found.folded,
        ),
        replaced(
            options,
            show=options.show or tuple(map(current_field, found.show)),
            colour_by=current_field(found.colour_by or options.colour_by),
            gaps="mark" if found.gaps else "none",
            title=options.title or found.name,
        ),
    )


def _plates(
    organisation: Organisation, asked: ChartRequest, output: Path, options: PictureOptions
) -> int:
    from orgdesign.render import Engine

    if asked != ChartRequest(asked.view, design=asked.design, phase=asked.phase):
        raise click.UsageError("A plate shows everything: leave out --depth, --focus and --by.")
    structure, picture = asked.structure(organisation), picture_format(output)
    with Engine() as engine:
        drawn = plate_pictures(
            asked.view,  # type: ignore[arg-type]
            organisation,
            structure,
            engine,
            picture,
            options.paper or "a3",
            title=options.title,
            note=options.note,
            has_legend=options.legend is not False,
        )
        for path in write_pictures(output, drawn):
            say(f"Wrote {path}.")
    return 0


def _check_plate(asked: ChartRequest, options: PictureOptions) -> None:
    """Refuse what is about cards where a plate is asked for, which has none."""
    framed = replaced(PictureOptions(), title=options.title, note=options.note)
    framed = replaced(framed, legend=options.legend, paper=options.paper)
    if asked.view in PLATE_NAMES and options != framed:
        raise click.UsageError(
            "A plate has no cards, and its own colours: leave out --show, --colour-by and --gaps."
        )


def picture_format(output: Path) -> Format:
    """Return the picture's format, told by the end of its name."""
    suffix = output.suffix.lower().removeprefix(".")
    for known in get_args(Format):
        if suffix == known:
            return known  # type: ignore[no-any-return]
    raise click.UsageError(f"{output} does not end in .svg, .pdf or .png; choose one with -o.")


def _charts(
    charts: Sequence[Chart],
    among: Sequence[Chart],
    organisation: Organisation,
    options: PictureOptions,
    output: Path,
) -> int:
    from orgdesign.render import PAPERS, Engine, draw_charts, draw_posters

    picture = picture_format(output)
    frame = options.frame(charts[-1], organisation)
    with Engine() as engine:
        if options.paper:
            paper = PAPERS[options.paper]
            sheets = [draw_posters(chart, engine, picture, paper, frame) for chart in charts]
            drawn = [page for pages in sheets for page in pages]
            if picture == "pdf":
                drawn = [join_pdf(drawn)]
        else:
            drawn = [draw_charts(charts, engine, picture, among, frame)]
    for path in write_pictures(output, drawn):
        say(f"Wrote {path}.")
    return 0


def join_pdf(pages: list[bytes]) -> bytes:
    """Return PDF files as one."""
    from orgdesign.render import joined_pdf

    return joined_pdf(pages)


def _journey(
    organisation: Organisation, asked: ChartRequest, options: PictureOptions, picture: Format
) -> bytes:
    from orgdesign.charts import journey
    from orgdesign.render import Engine, PictureFrame, draw_journey, heading_colour

    framed = PictureOptions(title=options.title, note=options.note, gaps=options.gaps)
    if asked != ChartRequest(asked.view) or options != framed:
        raise click.UsageError(
            "The journey is today's, and drawn whole: leave out --depth and --focus, "
            "what is about a design, and what is about cards, colours and paper."
        )
    chart = journey(organisation)
    if not chart.stages:
        raise OrgdesignError(
            "There is no journey to draw: write the customer's stages under journey: in the file."
        )
    colour = heading_colour(organisation.brand)
    frame = PictureFrame(options.title, options.note, primary=colour)
    with Engine() as engine:
        return draw_journey(chart, engine, picture, frame)

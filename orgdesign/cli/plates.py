"""``orgdesign plates``: pictures of alignment, and the same for ``render --view``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from orgdesign.cli.file_output import replace
from orgdesign.cli.options import phase_option
from orgdesign.cli.structures import design_called, phase_called
from orgdesign.cli.terminal import say, tell_problems
from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.designs.replay import Structure
    from orgdesign.model import Organisation
    from orgdesign.plates import By, Plate
    from orgdesign.render import Engine, Format

PlateName = Literal["alluvial", "matrix", "handoffs", "shape", "overview", "poster"]
PLATE_NAMES: tuple[PlateName, ...] = get_args(PlateName)
PAPER_NAMES = ("screen", "a4", "a3", "a2", "a1", "a0", "letter", "tabloid")
COUNTS = ("people", "cost", "functions")
PictureFormat = Literal["svg", "pdf", "png"]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write the pictures into; it is made where it is not there.",
)
@click.option(
    "--plate",
    "plates",
    type=click.Choice(PLATE_NAMES),
    multiple=True,
    help="Only this plate; may be given again. Otherwise all of them.",
)
@click.option(
    "--design", metavar="NAME", help="The design to show beside today; otherwise today alone."
)
@phase_option
@click.option(
    "--paper",
    type=click.Choice(PAPER_NAMES),
    default="a3",
    show_default=True,
    help="The size of a page; screen is 1440 by 900 pixels.",
)
@click.option(
    "--format",
    "picture",
    type=click.Choice(("pdf", "svg", "png")),
    default="pdf",
    show_default=True,
    help="The kind of pictures to write.",
)
@click.option(
    "--count",
    type=click.Choice(COUNTS),
    help="What ribbons and bars count; otherwise people where anyone is counted.",
)
def plates(
    file: Path,
    folder: Path,
    plates: tuple[Plate, ...],
    design: str | None,
    phase: str | None,
    paper: str,
    picture: PictureFormat,
    count: By | None,
) -> int:
    """Draw the plates of FILE: who serves what, and the shape of the organisation.

    Each is written in one step, over one that is there; FILE is never changed.
    """
    from orgdesign.render import Engine, find_brand_face, set_in
    from orgdesign.yamlfile import read_file

    reading = read_file(file)
    if reading.organisation is None:
        return tell_problems(file, reading, "drawn")
    structure = _structure(reading.organisation, design, phase)
    _make_folder(folder)
    face = find_brand_face(reading.organisation.brand, file.parent)
    with set_in(face), Engine() as engine:
        for plate in plates or _worth_drawing(reading.organisation, structure):
            drawn = plate_pictures(
                plate, reading.organisation, structure, engine, picture, paper, count
            )
            for path in write_pictures(folder / f"{plate}.{picture}", drawn):
                say(f"Wrote {path}.")
    return 0


def _structure(
    organisation: Organisation, design: str | None, phase: str | None
) -> Structure | None:
    from orgdesign.designs.replay import structure_after

    if design is None and phase is None:
        return None
    chosen = design_called(organisation, design)
    return structure_after(organisation, chosen, phase_called(chosen, phase))


def _worth_drawing(organisation: Organisation, structure: Structure | None) -> Iterator[PlateName]:
    """Yield the plates that show anything, and say which ones are left out."""
    from orgdesign.plates import shows_anything

    shown = structure.organisation if structure else organisation
    for plate in PLATE_NAMES:
        if shows_anything(plate, shown):
            yield plate
        else:
            say(f"Left out {plate}: the file has no hand-off and no journey.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OrgdesignError(f"{folder} cannot be made: {reason}. Choose another.") from error


def plate_pictures(
    plate: Plate,
    organisation: Organisation,
    structure: Structure | None,
    engine: Engine,
    picture: Format,
    paper: str = "a3",
    count: By | None = None,
    title: str = "",
    note: str = "",
    has_legend: bool = True,
) -> list[bytes]:
    """Return a plate as pictures: one, and one for each further sheet where there is no PDF."""
    from orgdesign.plates import PAPERS, PlateWishes, draw_sheet, titled_sheets
    from orgdesign.render import joined_pdf

    wishes: PlateWishes = {"size": PAPERS[paper], "by": count, "has_legend": has_legend}
    sheets = titled_sheets(plate, organisation, structure, title, note, **wishes)
    drawn = [draw_sheet(sheet, engine, picture) for sheet in sheets]
    return [joined_pdf(drawn)] if picture == "pdf" else drawn


def write_pictures(path: Path, pictures: Iterable[bytes]) -> Iterator[Path]:
    """Write pictures, the first by its name and the others numbered, and yield where they are."""
    for number, picture in enumerate(pictures, 1):
        target = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        replace(target, picture)
        yield target

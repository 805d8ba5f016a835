"""``orgdesign export``: the documents that people present, sign, file and calculate with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.chart_request import warn
from orgdesign.cli.export_options import ExportRequest
from orgdesign.cli.file_output import replace
from orgdesign.cli.options import output_option, phase_option
from orgdesign.cli.progress import progress_bar
from orgdesign.cli.structures import design_called, phase_called
from orgdesign.cli.terminal import complain, say, tell_problems
from orgdesign.documents.kinds import ENDINGS, GAPS, ORIENTATIONS, PAPERS

if TYPE_CHECKING:
    from orgdesign.designs.replay import Structure
    from orgdesign.documents.archive import Attachment
    from orgdesign.documents.exports import ExportFile
    from orgdesign.model import Organisation
    from orgdesign.redaction import Disclosure

_file = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "kind",
    type=click.Choice([*ENDINGS]),
    required=True,
    help="Role descriptions, sheets of what changes in roles, texts for job advertisements, a deck "
    "of slides, a booklet to print, a stand-alone page, tables for a spreadsheet, the whole model "
    "as JSON, or the charts as a draw.io or Mermaid diagram.",
)
@output_option("The file to write; its name decides the format.", required=True)
@click.option("--design", metavar="NAME", help="Show what this design makes of today.")
@phase_option
@click.option(
    "--leave-out",
    metavar="WHAT",
    multiple=True,
    help="holders, headcount, cost, measures, branch:ID; with commas between them.",
)
@click.option("--role", metavar="ID", help="Only the description of this role.")
@click.option("--function", metavar="ID", help="Only the roles of this function.")
@click.option("--manager", metavar="ID", help="The sheets of changes of this role's team.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("docx", "pdf", "md")),
    help="What the documents in a .zip are.  [default: docx]",
)
@click.option(
    "--template",
    type=_file,
    help="A Word document or a presentation whose pages and styles are used.",
)
@click.option(
    "--theme",
    type=_file,
    help="A small file with the colours, font, logo and footer of a deck.",
)
@click.option(
    "--paper", type=click.Choice(PAPERS), help="What a booklet is printed on.  [default: a4]"
)
@click.option(
    "--orientation",
    type=click.Choice(ORIENTATIONS),
    help="How a booklet is held.  [default: landscape]",
)
@click.option(
    "--gaps",
    type=click.Choice(GAPS),
    help="Whether charts say gaps in words.  [default: none]",
)
@click.option(
    "--views",
    "view",
    metavar="NAME",
    help="Set the charts as this view of the file: what cards say, what their colours mean, and "
    "its design where none is named.",
)
def export(
    file: Path,
    kind: str,
    output: Path,
    design: str | None,
    phase: str | None,
    leave_out: tuple[str, ...],
    **said: Any,
) -> int:
    """Write what FILE says as the documents that people work with.

    The document is written in one step, over one that is there; FILE is never changed.
    """
    asked = ExportRequest(kind, _ending(kind, output), said)
    asked.check()
    if output.resolve() == file.resolve():
        raise click.UsageError(f"{output} is the organisation itself; choose another name with -o.")
    from orgdesign.yamlfile import read_file

    reading = read_file(file)
    if reading.organisation is None:
        return tell_problems(file, reading, "exported")
    design, phase = _named(reading.organisation, design, phase, asked.said["view"])
    then = _then(reading.organisation, design, phase)
    if then:
        warn(file, reading, then)
    disclosure = _going(reading.organisation, then, leave_out)
    from orgdesign.documents.exports import skipped_parts

    for sentence in skipped_parts(disclosure, kind):  # type: ignore[arg-type]
        complain(sentence)
    made = _make_export(file, disclosure, asked)
    replace(output, made.data)
    for sentence in made.notes:
        complain(sentence)
    say(f"Wrote {output}.")
    return 0


def _ending(kind: str, output: Path) -> str:
    ending, known = output.suffix.lower().removeprefix("."), ENDINGS[kind]  # type: ignore[index]
    if ending not in known:
        *first, last = (f".{each}" for each in known)
        named = f"{', '.join(first)} or {last}" if first else last
        raise click.UsageError(f"{output} does not end in {named}; choose a name with -o.")
    return ending


def _named(
    today: Organisation, design: str | None, phase: str | None, view: str | None
) -> tuple[str | None, str | None]:
    """Return the design and the phase that are named, or else those of a view of the file."""
    if view is None:
        return design, phase
    from orgdesign.charts import shared_view

    found = shared_view(today, view)
    return (design, phase) if design or phase else (found.design, found.phase)


def _then(today: Organisation, design: str | None, phase: str | None) -> Structure | None:
    from orgdesign.designs.replay import structure_after

    if design is None and phase is None:
        return None
    chosen = design_called(today, design)
    return structure_after(today, chosen, phase_called(chosen, phase))


def _going(today: Organisation, then: Structure | None, leave_out: tuple[str, ...]) -> Disclosure:
    from orgdesign.redaction import Redaction, disclose

    words = [word.strip() for each in leave_out for word in each.split(",") if word.strip()]
    return disclose(today, then, Redaction.parse(words))


def _make_export(file: Path, disclosure: Disclosure, asked: ExportRequest) -> ExportFile:
    from orgdesign.documents.exports import ExportOptions, export
    from orgdesign.render import find_brand_face

    files = {name: _attached(asked.said[name]) for name in ("template", "theme")}
    files["logo"] = _logo(files["theme"]) or _brand_logo(file, disclosure)
    face = find_brand_face(disclosure.organisation.brand, file.parent)
    with progress_bar("Making it") as progress:
        wishes = ExportOptions(**{**asked.said, **files, "face": face})
        return export(disclosure, asked.kind, asked.ending, wishes, progress)  # type: ignore[arg-type]


def _logo(theme: Attachment | None) -> Attachment | None:
    """Return the logo that a theme names, which lies where the theme says, seen from there."""
    if theme is None:
        return None
    from orgdesign.documents.deck import logo_of

    named = logo_of(theme)
    return _attached(Path(theme.name).parent / named) if named else None


def _brand_logo(file: Path, disclosure: Disclosure) -> Attachment | None:
    """Return the logo that the organisation names, where it lies beside its file."""
    named = disclosure.organisation.brand.logo
    path = file.parent / named if named else None
    return _attached(path) if path and path.is_file() else None


def _attached(path: Path | None) -> Attachment | None:
    from orgdesign.cli.file_output import attached_bytes
    from orgdesign.documents.archive import Attachment

    return Attachment(str(path), attached_bytes(path)) if path else None

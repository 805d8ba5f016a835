"""``orgdesign export``: the documents that people present, sign, file and calculate with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from orgdesign.cli.pictured import warn
from orgdesign.cli.structures import design_called, phase_called
from orgdesign.cli.terminal import complain, described, say
from orgdesign.cli.writing import replace

if TYPE_CHECKING:
    from orgdesign.exporting.leaving_out import Exported
    from orgdesign.exporting.roles import Description
    from orgdesign.organisation import Organisation
    from orgdesign.redesign.structure import Structure

As = Literal["roles", "advertisement", "tables", "model"]
ENDINGS = {
    "roles": ("docx", "pdf", "md", "zip"),
    "advertisement": ("docx", "pdf", "md", "zip"),
    "tables": ("xlsx", "zip"),
    "model": ("json",),
}
_FEW = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be exported, and as what."""

    kind: As
    ending: str
    role: str | None
    function: str | None
    form: Any
    template: Path | None

    def check(self) -> None:
        """Refuse options that would do nothing."""
        is_written = self.kind in ("roles", "advertisement")
        if (self.role or self.function) and not is_written:
            raise click.UsageError(
                "--role and --function choose role descriptions: use --as roles."
            )
        if self.role and self.function:
            raise click.UsageError("Choose with --role or with --function, not with both.")
        if self.form and not (is_written and self.ending == "zip"):
            raise click.UsageError("--format is for the documents in a .zip of role descriptions.")
        made = (self.form or "docx") if self.ending == "zip" else self.ending
        if self.template and not (is_written and made == "docx"):
            raise click.UsageError("--template is for Word documents: choose .docx with -o.")


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "kind",
    type=click.Choice(get_args(As)),
    required=True,
    help="Role descriptions, texts for job advertisements, tables for a spreadsheet, or the "
    "whole model as JSON.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write; its name decides the format.",
)
@click.option("--design", metavar="NAME", help="Show what this design makes of today.")
@click.option("--phase", metavar="PHASE", help="The last phase that is done; otherwise all of it.")
@click.option(
    "--leave-out",
    metavar="WHAT",
    multiple=True,
    help="holders, headcount, cost, measures, branch:ID; with commas between them.",
)
@click.option("--role", metavar="ID", help="Only the description of this role.")
@click.option("--function", metavar="ID", help="Only the roles of this function.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("docx", "pdf", "md")),
    help="What the documents in a .zip are.  [default: docx]",
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A Word document whose page, header and styles are used.",
)
def export(
    file: Path,
    kind: As,
    output: Path,
    design: str | None,
    phase: str | None,
    leave_out: tuple[str, ...],
    **said: Any,
) -> int:
    """Write what FILE says as the documents that people work with.

    The document is written in one step, over one that is there; FILE is never changed.
    """
    asked = Asked(kind, _ending(kind, output), **said)
    asked.check()
    if output.resolve() == file.resolve():
        raise click.UsageError(f"{output} is the organisation itself; choose another name with -o.")
    from orgdesign.reading import read_file

    reading = read_file(file)
    if reading.organisation is None:
        for line in described(file, reading):
            complain(line)
        complain("Nothing was exported: mend these problems first.")
        return 1
    then = _then(reading.organisation, design, phase)
    if then:
        warn(file, reading, then)
    replace(output, _written(_going(reading.organisation, then, leave_out), asked))
    say(f"Wrote {output}.")
    return 0


def _ending(kind: As, output: Path) -> str:
    ending = output.suffix.lower().removeprefix(".")
    if ending not in ENDINGS[kind]:
        *first, last = (f".{each}" for each in ENDINGS[kind])
        known = f"{', '.join(first)} or {last}" if first else last
        raise click.UsageError(f"{output} does not end in {known}; choose a name with -o.")
    return ending


def _then(today: Organisation, design: str | None, phase: str | None) -> Structure | None:
    from orgdesign.redesign.structure import after

    if design is None and phase is None:
        return None
    chosen = design_called(today, design)
    return after(today, chosen, phase_called(chosen, phase))


def _going(today: Organisation, then: Structure | None, leave_out: tuple[str, ...]) -> Exported:
    from orgdesign.exporting.leaving_out import Leave, exported

    words = [word.strip() for each in leave_out for word in each.split(",") if word.strip()]
    return exported(today, then, Leave.said(words))


def _written(going: Exported, asked: Asked) -> bytes:
    match asked.kind:
        case "tables":
            from orgdesign.exporting.tables import plain_tables, tables, workbook

            made = tables(going)
            return plain_tables(made) if asked.ending == "zip" else workbook(made, going.shown.name)
        case "model":
            from orgdesign.exporting.model import model

            return model(going)
    return _roles(going, asked)


def _roles(going: Exported, asked: Asked) -> bytes:
    from orgdesign.exporting.documents import written
    from orgdesign.exporting.roles import advertised, descriptions, documents, laid_out, silent

    chosen = descriptions(going, asked.role, asked.function)
    _warn_of_silence(silent(chosen))
    is_advertisement = asked.kind == "advertisement"
    if asked.ending == "zip":
        return documents(going, chosen, asked.form or "docx", asked.template, is_advertisement)
    document = advertised(going, chosen) if is_advertisement else laid_out(chosen, going.shown.name)
    return written(document, asked.ending, asked.template)  # type: ignore[arg-type]


def _warn_of_silence(quiet: list[Description]) -> None:
    """Tell which descriptions say nothing about the customer: they are worth writing first."""
    if quiet:
        titles = ", ".join(each.title for each in quiet[:_FEW])
        rest = f" and {len(quiet) - _FEW} others" if len(quiet) > _FEW else ""
        complain(f"These role descriptions say nothing about the customer: {titles}{rest}.")

"""``orgdesign import``: an organisation file from the exports of an HR system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.file_output import create
from orgdesign.cli.import_questions import answers_given, asked_about
from orgdesign.cli.merging import settle, write_new
from orgdesign.cli.returned_exports import (
    bring_back,
    bring_descriptions,
    bring_design,
    issued_files,
    returned_files,
)
from orgdesign.cli.terminal import complain, say
from orgdesign.problems import OrgdesignError
from orgdesign.process import collection_paused
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.imports import Answers, ExportTable, ImportedOrganisation, Notes, TableChoice
    from orgdesign.yamlfile import Reading

_TOLD_EVERY = 20_000
_LOOKED_AT = 100
_WIDE = 24
_LARGEST_MAPPING = 5_000_000
_path = click.Path(path_type=Path, dir_okay=False)


@value_object
class ImportOptions:
    """What is asked of an import besides what it reads."""

    output: Path | None
    said: tuple[str, ...]
    mapping: Path | None
    saved: Path | None
    by: str | None
    answers: tuple[str, ...]
    existing: Path | None
    names: bool
    organisation: str | None
    sheet: str | None
    encoding: str | None
    yes: bool

    @property
    def is_plain(self) -> bool:
        """Whether nothing is said that only reading a list of people can heed."""
        columns = (self.said, self.mapping, self.saved, self.sheet, self.encoding)
        return not any((*columns, self.by, self.names, self.organisation, self.answers))


@click.command("import")
@click.argument("exports", nargs=-1, required=True, type=_path, metavar="EXPORT...")
@click.option("-o", "--output", type=_path, help="The file to write; without it, only look.")
@click.option(
    "--column",
    "said",
    multiple=True,
    metavar="MEANING=HEADER",
    help="Say what a column means; with no HEADER, nothing is read as that.",
)
@click.option("--mapping", type=_path, help="Take what columns mean from this file.")
@click.option("--save-mapping", "saved", type=_path, help="Write what columns mean to this file.")
@click.option(
    "--by",
    type=click.Choice(["units", "managers", "posts"]),
    help="Make a function of each unit, of each manager, or of each post.",
)
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="KIND:ABOUT=ANSWER",
    help="Say what is left open: a status, a manager, whose line, a head, what a unit is under.",
)
@click.option("--merge", "existing", type=_path, help="Bring what is newer into this file.")
@click.option(
    "--as-design", "as_design", metavar="NAME", help="Bring a redrawn diagram in as this design."
)
@click.option("--names", is_flag=True, help="Name the holders of roles.")
@click.option("--organisation", metavar="NAME", help="What the organisation is called.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook.")
@click.option("--encoding", metavar="NAME", help="The encoding of a text file, such as cp1252.")
@click.option("-y", "--yes", is_flag=True, help="Write without asking.")
def import_(exports: tuple[Path, ...], as_design: str | None, **options: Any) -> int:
    """Make an organisation file of EXPORT, a CSV or Excel file of people, posts or units.

    Further exports add rows, or say what the codes of units and titles stand for. What was
    recognised, and what will come out, is shown before anything is written. Pay, birth dates,
    contacts and the like are never read. graph:users in place of a file asks Microsoft Graph for
    users and their managers, with the token in ORGDESIGN_GRAPH_TOKEN.

    Tables that orgdesign has exported, a workbook or CSV files, come back with --merge: what
    was edited in them is changed in the file. A diagram or a deck of it comes back with --merge
    and --as-design: boxes that were moved or renamed become changes of a new design. Role
    descriptions that orgdesign has issued in Word come back with --merge, too.
    """
    asked = ImportOptions(**options)
    existing, output, yes = asked.existing, asked.output, asked.yes
    _refuse_output(output)
    if as_design is not None:
        return bring_design(exports, existing, as_design, output, yes)
    click.get_current_context().with_resource(collection_paused())
    if files := returned_files(exports):
        is_plain = asked.is_plain
        return bring_back(files, len(exports), existing, output, yes, is_plain=is_plain)
    if issued := issued_files(exports):
        return bring_descriptions(issued, len(exports), existing, output, yes)
    return _import(exports, asked)


def _import(exports: Sequence[Path], asked: ImportOptions) -> int:
    """Make a file of exports, or bring them into one."""
    from orgdesign.imports import TableChoice, Wishes, file_text, import_tables

    choice = TableChoice(_said_meanings(asked.said, asked.mapping), asked.sheet, asked.encoding)
    tables, met = _recognised(exports, choice)
    reading = _reading(asked.existing) if asked.existing else None

    def make(notes: Notes, told: Answers) -> ImportedOrganisation:
        wishes = Wishes(asked.by, asked.names, asked.organisation, told)  # type: ignore[arg-type]
        return import_tables(tables, notes, wishes)

    made, _ = asked_about(make, met, _answers(reading, asked.answers), yes=asked.yes)
    text = file_text(made)
    if asked.saved:
        _save_mapping(asked.saved, tables)
    if asked.existing and reading:
        return _merge(asked.existing, reading, made, asked.output, asked.yes)
    return _write(asked.output, text, asked.yes)


def _recognised(exports: Sequence[Path], choice: TableChoice) -> tuple[list[ExportTable], Notes]:
    """Return the tables, having shown what was recognised in each, and what was noted."""
    from orgdesign.imports import Notes, check_found

    met = Notes()
    tables = [_table(path, met, choice) for path in exports]
    check_found(choice.asked or {}, [table.columns for table in tables])
    for table in tables:
        _show_recognised(table)
    return tables, met


def _reading(existing: Path) -> Reading:
    from orgdesign.yamlfile import read_file

    return read_file(existing)


def _answers(reading: Reading | None, said: Sequence[str]) -> Answers:
    """Return what the file was told before, and what is said now, which comes first."""
    from orgdesign.imports import answers_kept_in

    given = answers_given(said)
    organisation = reading.organisation if reading else None
    return answers_kept_in(organisation).with_later(given) if organisation else given


def _refuse_output(output: Path | None) -> None:
    """Say before a long reading what would keep its result from being written."""
    if output is not None and output.suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(f"Give the file a name that ends in .yaml: {output.stem}.yaml")
    if output is not None and output.exists():
        raise OrgdesignError(f"{output} is there already and was left as it is; choose another.")


def _said_meanings(said: Sequence[str], mapping: Path | None) -> Mapping[str, Sequence[str]]:
    from orgdesign.imports import check_meaning, mapping_of

    asked = mapping_of(_text(mapping)) if mapping else {}
    given: dict[str, list[str]] = {}
    for each in said:
        meaning, equals, header = each.partition("=")
        if not equals:
            raise click.UsageError(f'Write --column MEANING=HEADER, such as title="{each}".')
        check_meaning(meaning.strip())
        given.setdefault(meaning.strip(), []).extend([header.strip()] if header.strip() else [])
    return {**asked, **given}


def _text(path: Path) -> str:
    from orgdesign.imports import export_bytes

    try:
        return export_bytes(path, _LARGEST_MAPPING).decode("utf-8-sig")
    except UnicodeError:
        raise OrgdesignError(f"{path} cannot be read; look at its name.") from None


def _table(path: Path, notes: Notes, choice: TableChoice) -> ExportTable:
    from orgdesign.cli.graph_users import graph_users, is_graph
    from orgdesign.imports import export_bytes, table

    def progress(rows: int) -> None:
        if rows % _TOLD_EVERY == 0:
            complain(f"{path.name}: {rows:,} rows read …")

    data = graph_users() if is_graph(path) else export_bytes(path)
    return table(data, path.name, notes, choice, progress=progress)


def _show_recognised(table: ExportTable) -> None:
    from orgdesign.imports import MEANINGS, cell_of, samples

    say(f"{table.name}: {len(table.rows):,} rows")
    for column in table.columns.read:
        cells = (cell_of(row, column) for row in table.rows[:_LOOKED_AT])
        shown = " | ".join(map(_short, samples(cells)))
        doubt = "" if column.is_sure else "?"
        say(f"  {_short(column.header):{_WIDE}} {MEANINGS[column.meaning]}{doubt}: {shown}")
    for said, headers in (
        ("Never read, as confidential", table.columns.confidential),
        ("Not used", table.columns.unused),
    ):
        if headers:
            say(f"  {said}: {', '.join(headers)}")


def _short(text: str) -> str:
    line = text.replace("\n", " / ")
    return line if len(line) <= _WIDE else f"{line[: _WIDE - 1]}…"


def _save_mapping(path: Path, tables: Sequence[ExportTable]) -> None:
    from orgdesign.imports import saved_mapping

    create(path, saved_mapping([each.columns for each in tables]))
    say(f"Wrote {path}: use it again with --mapping {path}")


def _merge(
    existing: Path, reading: Reading, made: ImportedOrganisation, output: Path | None, yes: bool
) -> int:
    """Bring an import into a file; what it said before is in its history."""
    from orgdesign.imports import merge_export

    return settle(
        existing,
        reading,
        lambda refused: merge_export(reading, made, refused),
        output,
        yes,
        "Merged a newer export",
    )


def _write(output: Path | None, text: str, yes: bool) -> int:
    if output is None:
        say("Nothing was written; name a file with -o to write it.")
        return 0
    return write_new(output, text, yes)

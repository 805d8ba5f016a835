"""What people are to know of their sheets besides the edits: what was not taken, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import replay_steps
from orgdesign.imports.notes import count_text, some
from orgdesign.imports.spreadsheet_sync.cell_texts import is_same
from orgdesign.imports.spreadsheet_sync.directory import Directory
from orgdesign.imports.spreadsheet_sync.row_matching import Record
from orgdesign.imports.spreadsheet_sync.sheet_headers import RecognisedSheet
from orgdesign.model import Organisation
from orgdesign.tables import CHANGES

_FEW = 5


def notes(
    organisation: Organisation,
    tables: Sequence[RecognisedSheet],
    rows: Mapping[str, Sequence[Record]],
    directory: Directory,
) -> Iterator[str]:
    """Yield a sentence on each thing that was not taken."""
    for kind, records in rows.items():
        yield from _missing(kind, records)
    if directory.kept:
        yield (
            f"What refers to {some([*directory.kept])} stays, as there is no row of what it"
            " refers to."
        )
    if directory.unheeded:
        yield (
            f"{some([*directory.unheeded])}: the name beside it says what the file says, and"
            " counts; to change that, write another name, or leave the name empty."
        )
    if not any(_lacks(records) for records in rows.values()):
        for records in rows.values():
            yield from _derived(records)
    for table in tables:
        if table.others:
            told = "column was" if len(table.others) == 1 else "columns were"
            quoted = [f"“{each}”" for each in table.others]
            yield f"{table.given.place}: the {told} not read: {some(quoted)}."
        if table.name == CHANGES and (edited := _edited_changes(organisation, table)):
            differ = "differs" if len(edited) == 1 else "differ"
            yield (
                f"{table.given.place}: {count_text(len(edited), 'row')} {differ} from the file"
                f" ({some(edited)}), and nothing was changed: designs are edited in the app"
                " or in the file."
            )


def _lacks(records: Sequence[Record]) -> list[str]:
    have = {record.id for record in records}
    return [id_ for id_ in records[0].sheet.parts if id_ not in have] if records else []


def _missing(kind: str, records: Sequence[Record]) -> Iterator[str]:
    """Yield which parts have no row: they may have been filtered out, and stay."""
    if missing := _lacks(records):
        sheet = records[0].sheet
        title = next(each for each in sheet.columns if each.name == sheet.title)
        names = [str(title.said(sheet.parts[each]) or each) for each in missing]
        has, stays = ("has", "stays") if len(missing) == 1 else ("have", "stay")
        yield f"{count_text(len(missing), kind)} {has} no row, and {stays}: {some(names)}."


def _derived(records: Sequence[Record]) -> Iterator[str]:
    """Yield the columns that were edited and only tell what others say."""
    for column in records[0].sheet.columns if records else ():
        if column.form == "derived" and records[0].has(column):
            edited = [
                record.cell_place(column.name)
                for record in records
                if record.part is not None
                and not is_same(column.said(record.part), record.cell(column))
            ]
            if edited:
                yield (
                    f"{some(edited)}: “{column.name}” is worked out from {column.why};"
                    " nothing was changed."
                )


def _edited_changes(organisation: Organisation, table: RecognisedSheet) -> list[str]:
    """Return the rows of changes that no design has."""
    told: dict[str, list[tuple[str | None, ...]]] = {}
    for design in organisation.designs.values():
        formatter = ChangeFormatter(organisation, design)
        for step in replay_steps(organisation, design):
            phase = design.phases.get(step.change.phase or "")
            when = (phase.name, phase.starts, phase.ends) if phase else (None, None, None)
            told.setdefault(formatter.sentence(step), []).append((design.name, *when))
    return [f"row {row + 1}" for row, cells in table.rows if not _is_told(table, cells, told)]


def _is_told(
    table: RecognisedSheet, cells: list[str], told: Mapping[str, list[tuple[str | None, ...]]]
) -> bool:
    sentence = table.cell(cells, "What changes")
    found = [each for said, whens in told.items() if is_same(said, sentence) for each in whens]
    columns = [(at, name) for at, name in enumerate(("Design", "Phase", "Starts", "Ends"))
               if name in table.columns]  # fmt: skip
    return any(
        all(is_same(each[at], table.cell(cells, name)) for at, name in columns) for each in found
    )

"""Tables that people edited back into the file that they came from, as edits of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from orgdesign.imports.merge import MergeResult
from orgdesign.imports.notes import Unreadable
from orgdesign.imports.spreadsheet_sync.bad_cells import BadCells
from orgdesign.imports.spreadsheet_sync.change_sentences import Teller
from orgdesign.imports.spreadsheet_sync.directory import Directory
from orgdesign.imports.spreadsheet_sync.edit_plan import Plan
from orgdesign.imports.spreadsheet_sync.field_values import Values
from orgdesign.imports.spreadsheet_sync.row_matching import Record, match_records
from orgdesign.imports.spreadsheet_sync.sheet_files import returned_sheets
from orgdesign.imports.spreadsheet_sync.sheet_headers import (
    RecognisedSheet,
    is_any_known,
    recognise_sheet,
)
from orgdesign.imports.spreadsheet_sync.sheet_notes import notes
from orgdesign.model import Organisation
from orgdesign.tables import CHANGES, sheets
from orgdesign.yamlfile import Reading, made_by, to_plain_data
from orgdesign.yamlfile.editing import Edit, Invalid, apply, apply_to_data
from orgdesign.yamlfile.schema import organisation_of


def is_returned(data: bytes, name: str) -> bool:
    """Tell whether a file holds tables that orgdesign has exported; never raises."""
    try:
        return is_any_known(data, name)
    except Unreadable:
        return False


def sync_sheets(reading: Reading, files: Sequence[tuple[str, bytes]]) -> MergeResult:
    """Return an organisation file with what people edited in its tables.

    ``files`` are workbooks, archives of CSV files, or CSV files, each with its name. A part
    without a row stays, and so does what no column is about.

    Raises:
        Unreadable: the file has problems, or the tables have: all of them are told.
        CannotEdit: its text cannot be changed by splices.
    """
    organisation = reading.organisation
    if organisation is None or reading.source is None or reading.source.tree is None:
        raise Unreadable("The file to merge into has problems; mend what orgdesign check lists.")
    raw = to_plain_data(reading.source.tree.root)
    problems: list[str] = []
    tables = [*_tables(files, reading.source.text, problems)]
    rows = _rows(organisation, tables, raw, problems)
    directory = Directory(organisation, rows)
    plan = Plan(organisation, rows, Values(directory, raw, problems))
    edits = plan.edits(problems)
    if edits:
        problems += map(plan.sentence, organisation_of(apply_to_data(raw, edits))[1])
    data = _applied(reading, edits, plan, problems)
    if problems:
        raise BadCells(problems)
    teller = Teller(directory.before)
    told = (*map(teller.new_part_sentence, plan.new), *map(teller.sentence, plan.meant))
    return MergeResult(data, (*told, *notes(organisation, tables, rows, directory)), bool(edits))


def _tables(
    files: Sequence[tuple[str, bytes]], words: str, problems: list[str]
) -> Iterator[RecognisedSheet]:
    found: dict[str, RecognisedSheet] = {}
    for name, data in files:
        for each in returned_sheets(data, name, words):
            table = recognise_sheet(each)
            if table is None:
                continue
            if table.is_designed:
                raise Unreadable(_DESIGNED.format(place=each.place))
            problems += [
                f"{each.place}: “{column}” heads two columns; delete one of them"
                for column in table.doubled
            ]
            first = found.setdefault(table.name, table).given.place
            if found[table.name] is not table:
                problems.append(f"{each.place}: {table.name} are in {first} as well; bring one")
                continue
            yield table
    if not found:
        raise Unreadable(_NOTHING.format(names=", ".join(name for name, _ in files)))


def _rows(
    organisation: Organisation, tables: Sequence[RecognisedSheet], raw: Any, problems: list[str]
) -> dict[str, list[Record]]:
    """Return the rows of each kind of part that there is a sheet of."""
    by_name = {each.name: each for each in sheets(organisation)}
    made = [
        each
        for name, design in (raw.get("designs") or {}).items()
        for each in made_by(name, design)
    ]
    rows: dict[str, list[Record]] = {}
    for table in tables:
        if table.name != CHANGES:
            sheet = by_name[table.name]
            taken = {each.id for each in made if each.kind == sheet.kind}
            rows[sheet.kind] = [*match_records(table, sheet, taken, problems)]
    return rows


def _applied(reading: Reading, edits: Sequence[Edit], plan: Plan, problems: list[str]) -> bytes:
    """Return the new text of the file; where there are problems, look only for more of them."""
    if not edits or not plan.is_whole:
        return b""
    try:
        return apply(reading, edits).data
    except Invalid as invalid:
        if not problems:
            problems += [each.message for each in invalid.problems]
        return b""


_DESIGNED = (
    "{place} tells what a design makes of today, and not what is today, so that it cannot be taken"
    " back; export the tables without a design, edit those, and bring them"
)
_NOTHING = "{names}: no table that orgdesign exports is in it; bring one with all its headers"

"""Organisations in and out of the database: as files in a folder, with their history as git."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from orgdesign.problems import OrgdesignError
from orgdesign.storage import digest
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations import records
from orgdesign.team.organisations.git_history import CommittedText, committed_texts
from orgdesign.team.organisations.records import NewVersion, OrganisationRow
from orgdesign.team.viewer import SYSTEM, Viewer
from orgdesign.value_objects import value_object
from orgdesign.workspace import organisation_files
from orgdesign.yamlfile import read_file

IMPORTED = "Imported"


@value_object
class ImportedFile:
    """What became of a file: the organisation that it is now, and what was done about it."""

    organisation: OrganisationRow
    told: str
    is_new: bool = False


def import_folder(database: TeamDatabase, folder: Path) -> list[ImportedFile]:
    """Take every organisation file of a folder in, all or none, each under its own name.

    One that is there already gets a new version where the file says something else. Where the
    folder is a mirror, a new one comes with its history. Raises ``OrgdesignError`` where a file has
    problems.
    """
    files = list(organisation_files(folder))
    for file in files:
        _require_good(file)
    with database.writing() as connection:
        known = {row.name: row for row in records.all_rows(connection)}
        imported = []
        for file in files:
            name = file.relative_to(folder).as_posix()
            data = file.read_bytes()
            texts = committed_texts(folder, name) if name not in known else []
            if name not in known:
                row = _begin(connection, name, data, texts)
                imported.append(
                    ImportedFile(row, f"is new, with {row.number} version(s)", is_new=True)
                )
            elif known[name].digest == digest(data):
                imported.append(ImportedFile(known[name], "is as it was"))
            else:
                version = NewVersion(data, SYSTEM, IMPORTED)
                old = known[name]
                row = records.change_organisation(connection, old.id, old.digest, version)
                imported.append(ImportedFile(row, "has a new version"))
    return imported


def _begin(
    connection: Connection, name: str, data: bytes, texts: list[CommittedText]
) -> OrganisationRow:
    versions = [
        NewVersion(text.data, Viewer(text.author_id, text.author), text.sentence, at=text.at)
        for text in texts
    ]
    if not versions or versions[-1].data != data:
        versions.append(NewVersion(data, SYSTEM, IMPORTED))
    row = records.insert_organisation(connection, name, versions[0])
    for version in versions[1:]:
        row = records.change_organisation(connection, row.id, row.digest, version)
    return row


def _require_good(file: Path) -> None:
    problems = read_file(file).problems
    if problems:
        first = problems[0]
        raise OrgdesignError(
            f"{file.name}:{first.line}:{first.column}: {first.message}. Nothing was taken in:"
            " mend it, then import the folder again."
        )


def export_folder(database: TeamDatabase, folder: Path) -> list[str]:
    """Write every organisation into a folder as it is now, and return what the files are called."""
    with database.reading() as connection:
        rows = records.all_rows(connection)
        for row in rows:
            target = folder / row.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(records.content(connection, row.digest))
    return [row.name for row in rows]

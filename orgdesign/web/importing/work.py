"""What is done in a thread: looking at what was uploaded, and reading all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from orgdesign.documents.roles import is_issued_description, return_descriptions
from orgdesign.imports import (
    MEANINGS,
    NOTHING_REFUSED,
    Asked,
    ExportTable,
    MergeResult,
    Notes,
    Preview,
    Unreadable,
    Wishes,
    answers_kept_in,
    file_text,
    import_tables,
    is_returned,
    merge_export,
    preview,
    sync_sheets,
    table,
)
from orgdesign.web.importing.draft import Draft, Merge
from orgdesign.web.importing.job import ImportJob, Task, Upload
from orgdesign.workspace import OpenFile
from orgdesign.yamlfile import Reading, read

RETURNED = "A table that orgdesign wrote: what was edited in it becomes edits of the file."
RETURNED_TO_NONE = (
    "{name} is a table that orgdesign wrote. Open the organisation that it comes from, and bring it"
    " in there."
)
ISSUED = (
    "A role description that orgdesign issued: what was edited in it becomes edits of the file."
)
ISSUED_TO_NONE = (
    "{name} is a role description that orgdesign issued. Open the organisation that it comes from,"
    " and bring it in there."
)
TABLES_AND_DESCRIPTIONS = (
    "Bring in tables and role descriptions that orgdesign wrote one after the other, not at once."
)
MIXED = "Bring what orgdesign wrote in without other files: take out {names}."


def look(job: ImportJob, task: Task) -> None:
    """Preview at the beginning of each file; tables that come back are read at once."""
    seen = []
    for upload in job.uploads:
        task.check()
        seen.append(_looked(upload, job.target is not None))
    job.take(task, uploads=tuple(seen))
    if job.target and _come_back(job.uploads):
        draft(job, task)


def look_and_draft(job: ImportJob, task: Task) -> None:
    """Preview at each file as it was chosen, and where nothing is wrong, read everything."""
    look(job, task)
    if job.draft is None and not any(each.failure for each in job.uploads):
        draft(job, task)


def _looked(upload: Upload, is_merge: bool) -> Upload:
    if is_issued_description(upload.data):
        failure = "" if is_merge else ISSUED_TO_NONE.format(name=upload.name)
        return replace(upload, look=None, notes=(ISSUED,), failure=failure, comes_back=True,
                       is_description=True)  # fmt: skip
    if upload.look is None and is_returned(upload.data, upload.name):
        failure = "" if is_merge else RETURNED_TO_NONE.format(name=upload.name)
        return replace(upload, look=None, notes=(RETURNED,), failure=failure, comes_back=True)
    notes = Notes()
    try:
        found = upload.look and _again(upload, upload.look)
        found = found or _for_the_first_time(upload, notes)
    except Unreadable as failure:
        return replace(upload, failure=str(failure))
    said = tuple(notes.sentences) or upload.notes
    return replace(upload, look=found, sheet=found.sheet, failure="", notes=said)


def _again(upload: Upload, look: Preview) -> Preview | None:
    """Return what was seen with the columns as they were chosen, if it is of what is to be read."""
    is_same = (look.sheet, look.encoding) == (upload.sheet, upload.encoding)
    return look.taken_as(upload.asked) if is_same else None


def _for_the_first_time(upload: Upload, notes: Notes) -> Preview:
    return preview(upload.data, upload.name, notes, upload.choice)


def draft(job: ImportJob, task: Task) -> None:
    """Read everything, and work out what will come of it."""
    if job.target is None:
        job.take(task, draft=_new(job, task))
        return
    reading = _reading(job.target)
    notes = Notes()
    merge = _merging(job, task, reading, notes)
    task.check()
    result = merge(NOTHING_REFUSED)
    task.check()
    job.take(task, draft=replace(_merge(reading, result, notes), merge=merge))


def _merging(job: ImportJob, task: Task, reading: Reading, notes: Notes) -> Merge:
    """Return what brings the files in, but for the changes that are refused."""
    if _come_back(job.uploads):
        if len({each.is_description for each in job.uploads}) > 1:
            raise Unreadable(TABLES_AND_DESCRIPTIONS)
        files = [(each.name, each.data) for each in job.uploads]
        if job.uploads[0].is_description:
            return partial(return_descriptions, reading, [data for _, data in files])
        result = sync_sheets(reading, files)
        return lambda _: result
    made = import_tables(_tables(job, task, notes), notes, _wishes(job, reading))
    return partial(merge_export, reading, made)


def _come_back(uploads: Sequence[Upload]) -> bool:
    """Return whether these are tables that come back; raises where only some are."""
    others = [each.name for each in uploads if not each.comes_back]
    if others and len(others) < len(uploads):
        raise Unreadable(MIXED.format(names=" and ".join(others)))
    return not others


def _new(job: ImportJob, task: Task) -> Draft:
    notes = Notes()
    made = import_tables(_tables(job, task, notes), notes, _wishes(job))
    task.check()
    return Draft(
        file_text(made).encode(), made.organisation, notes.sentences, questions=notes.questions
    )


def _merge(reading: Reading, result: MergeResult, notes: Notes) -> Draft:
    assert reading.source is not None  # noqa: S101 - it has been read
    assert reading.organisation is not None  # noqa: S101 - without problems
    after = read(result.data, "").organisation if result.is_changed else reading.organisation
    return Draft(
        result.data,
        after or reading.organisation,
        notes.sentences,
        result.sentences,
        reading.organisation,
        reading.source.digest,
        result.is_changed,
        reading.source.text,
        notes.questions,
        result.proposals,
    )


def _reading(file: OpenFile) -> Reading:
    edition = file.now()
    if edition.problems or edition.reading is None:
        raise Unreadable(f"{file.name} has problems at the moment; mend them, then bring it in.")
    return edition.reading


def _wishes(job: ImportJob, reading: Reading | None = None) -> Wishes:
    """Return how it is to be taken, with what the file was told before."""
    choices, there = job.choices, reading.organisation if reading else None
    answers = answers_kept_in(there).with_later(choices.answers) if there else choices.answers
    return Wishes(choices.by, choices.names, choices.organisation or None, answers)


def _tables(job: ImportJob, task: Task, notes: Notes) -> list[ExportTable]:
    tables = []
    for upload in job.uploads:
        task.said, task.rows = upload.name, 0
        tables.append(_table(upload, task, notes))
    task.said = ""
    return tables


def _table(upload: Upload, task: Task, notes: Notes) -> ExportTable:
    if upload.failure:
        raise Unreadable(upload.failure)
    choice = replace(upload.choice, asked=exactly(upload))
    return table(upload.data, upload.name, notes, choice, progress=task.progress)


def exactly(upload: Upload) -> Asked:
    """Return what is read of a file: what is on the page, and nothing that is recognised besides.

    Raises:
        Unreadable: nothing is.
    """
    asked: dict[str, list[str]] = {meaning: [] for meaning in MEANINGS}
    columns = upload.look.columns.read if upload.look else ()
    for column in columns:
        asked[column.meaning].append(column.header)
    if not columns:
        raise Unreadable(
            f"Nothing is read of {upload.name} yet: choose what at least one column means, or take"
            " the file out."
        )
    return asked

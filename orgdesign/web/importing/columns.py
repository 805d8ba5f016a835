"""The columns: what each was taken for, corrected as people say, and looked at again."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, redirect, request

from orgdesign.imports import Unreadable, check_found, mapping_of, recognise_columns, saved_mapping
from orgdesign.web.importing import sent_files, work
from orgdesign.web.importing.answers import (
    LOOKING,
    READING,
    answer_import,
    columns_shown,
    job_of,
    pages,
)
from orgdesign.web.importing.import_page import ImportPage, jobs
from orgdesign.web.importing.job import ImportJob
from orgdesign.web.importing.upload import refusal_status, take_files
from orgdesign.web.kit import Answer


@pages.get("/import/<job>/columns")
def columns(job: str) -> Answer:
    """Show the columns again, with what was chosen."""
    found = job_of(job)
    return answer_import(found) if found.task else columns_shown(ImportPage(found))


@pages.post("/import/<job>/columns")
def choose(job: str) -> Answer:
    """Take what was chosen: look again, or read everything."""
    found = job_of(job)
    page = ImportPage(found)
    page.wrong = take_files(found)
    if page.wrong:
        return columns_shown(page, refusal_status(page.wrong))
    try:
        is_new = _take_choices(found)
    except Unreadable as failure:
        page.wrong = str(failure)
        return columns_shown(page, 422)
    if not found.uploads:
        jobs().drop(found)
        return redirect(page.begins_at, 303)
    if request.form.get("do") == "go" and not is_new:
        found.start(READING, work.look_and_draft)
    else:
        found.start(LOOKING, work.look)
    return redirect(page.address("show"), 303)


def _take_choices(job: ImportJob) -> bool:
    """Take what the form says of each file; return whether there are columns nobody has seen yet.

    Raises:
        Unreadable: the mapping that was sent is none, or names columns that are not there.
    """
    job.choices = replace(sent_files.choices(request.form), answers=job.choices.answers)
    before = {each.key: each for each in job.uploads}
    job.uploads = tuple(sent_files.as_chosen(each, request.form) for each in job.uploads)
    job.uploads = tuple(each for each in job.uploads if request.form.get("out") != each.key)
    if text := sent_files.mapping(request):
        asked = mapping_of(text)
        check_found(
            asked, [recognise_columns(e.look.headers, asked) for e in job.uploads if e.look]
        )
        job.uploads = tuple(replace(each, asked=asked) for each in job.uploads)
    return bool(text) or any(
        each.look is None or sent_files.is_unseen(each, before[each.key]) for each in job.uploads
    )


@pages.get("/import/<job>/mapping")
def mapping(job: str) -> Answer:
    """Give what the columns mean as a file, to be used again with the next export."""
    found = job_of(job)
    text = saved_mapping([each.look.columns for each in found.uploads if each.look])
    answer = Response(text, mimetype="application/json")
    answer.headers["Content-Disposition"] = "attachment; filename=columns.json"
    return answer

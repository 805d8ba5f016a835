"""The way in: files are uploaded, for a new organisation or for one that is there."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge

from orgdesign.web.importing import sent_files, work
from orgdesign.web.importing.answers import LOOKING, pages
from orgdesign.web.importing.import_page import ImportPage, jobs, workspace
from orgdesign.web.importing.job import ImportJob
from orgdesign.web.kit import Answer, find_file

NOTHING_SENT = "Choose a file to bring in: a CSV or text file, or an Excel workbook (.xlsx)."
TOO_MANY = "Bring in at most {most} files at once."
MOST_FILES = 20


@pages.get("/import")
def new() -> Answer:
    """Show the form that begins a new organisation."""
    if not workspace().is_folder:
        abort(404)
    return _upload_page(ImportPage())


@pages.get("/o/<key>/import")
def newer(key: str) -> Answer:
    """Show the form that begins to bring a newer export into a file."""
    return _upload_page(ImportPage(target=find_file(key)))


@pages.post("/import")
def begin() -> Answer:
    """Take what was uploaded for a new organisation."""
    if not workspace().is_folder:
        abort(404)
    return _begin(ImportJob())


@pages.post("/o/<key>/import")
def begin_newer(key: str) -> Answer:
    """Take what was uploaded to be brought into a file."""
    return _begin(ImportJob(find_file(key)))


def _upload_page(page: ImportPage, status: int = 200) -> Answer:
    return render_template("importing/upload.html", page=page), status


def _begin(job: ImportJob) -> Answer:
    page = ImportPage(target=job.target)
    page.wrong = take_files(job)
    if page.wrong:
        return _upload_page(page, refusal_status(page.wrong))
    job.start(LOOKING, work.look)
    return redirect(url_for("importing.show", job=jobs().add(job).key), 303)


def take_files(job: ImportJob) -> str:
    """Add the files that were sent to an import; return why that cannot be."""
    sent_files.accept()
    try:
        found = tuple(sent_files.uploads(request))
    except RequestEntityTooLarge:
        return sent_files.too_large()
    if not (found or job.uploads):
        return NOTHING_SENT
    if len(found) + len(job.uploads) > MOST_FILES:
        return TOO_MANY.format(most=MOST_FILES)
    if sum(len(each.data) for each in found) + job.size > sent_files.MAX_UPLOAD:
        return sent_files.too_large()
    job.uploads = (*job.uploads, *found)
    return ""


def refusal_status(why: str) -> int:
    """Return the status of an answer that says why files were not taken."""
    return 413 if why == sent_files.too_large() else 422

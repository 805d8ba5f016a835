"""The way in: files are uploaded, for a new organisation or for one that is there."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge

from orgdesign.web.importing import sent_files, work
from orgdesign.web.importing.answers import LOOKING, pages
from orgdesign.web.importing.import_page import ImportPage, jobs, workspace
from orgdesign.web.importing.job import Job
from orgdesign.web.kit import Answer, find_file

NOTHING_SENT = "Choose a file to bring in: a CSV or text file, or an Excel workbook (.xlsx)."
TOO_MANY = "Bring in at most {most} files at once."
MOST_FILES = 20


@pages.get("/import")
def new() -> Answer:
    """Show the form that begins a new organisation."""
    if not workspace().is_folder:
        abort(404)
    return _begun(ImportPage())


@pages.get("/o/<key>/import")
def newer(key: str) -> Answer:
    """Show the form that begins to bring a newer export into a file."""
    return _begun(ImportPage(target=find_file(key)))


@pages.post("/import")
def begin() -> Answer:
    """Take what was uploaded for a new organisation."""
    if not workspace().is_folder:
        abort(404)
    return _begin(Job())


@pages.post("/o/<key>/import")
def begin_newer(key: str) -> Answer:
    """Take what was uploaded to be brought into a file."""
    return _begin(Job(find_file(key)))


def _begun(page: ImportPage, status: int = 200) -> Answer:
    return render_template("importing/upload.html", page=page), status


def _begin(job: Job) -> Answer:
    page = ImportPage(target=job.target)
    page.wrong = received(job)
    if page.wrong:
        return _begun(page, refused(page.wrong))
    job.start(LOOKING, work.look)
    return redirect(url_for("importing.page", job=jobs().add(job).key), 303)


def received(job: Job) -> str:
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


def refused(why: str) -> int:
    """Return the status of an answer that says why files were not taken."""
    return 413 if why == sent_files.too_large() else 422

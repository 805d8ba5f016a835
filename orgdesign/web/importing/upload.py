"""The way in: files are uploaded, for a new organisation or for one that is there."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge

from orgdesign.web.importing import sent_files, work
from orgdesign.web.importing.answers import LOOKING, pages
from orgdesign.web.importing.import_page import ImportPage, jobs, workspace
from orgdesign.web.importing.job import ImportJob
from orgdesign.web.kit import Answer, find_file
from orgdesign.workspace import OpenFile

NOTHING_SENT = "Choose a file to bring in: a CSV or text file, or an Excel workbook (.xlsx)."
TOO_MANY = "Bring in at most {most} files at once."
MOST_FILES = 20


@pages.get("/import", endpoint="new")
@pages.get("/o/<key>/import", endpoint="newer")
def show_form(key: str | None = None) -> Answer:
    """Show the form that begins a new organisation, or brings a newer export into a file."""
    return _upload_page(ImportPage(target=_target(key)))


@pages.post("/import", endpoint="begin")
@pages.post("/o/<key>/import", endpoint="begin_newer")
def take_upload(key: str | None = None) -> Answer:
    """Take what was uploaded for a new organisation, or to be brought into a file."""
    job = ImportJob(_target(key))
    page = ImportPage(target=job.target)
    page.wrong = take_files(job)
    if page.wrong:
        return _upload_page(page, refusal_status(page.wrong))
    job.start(LOOKING, work.look)
    return redirect(url_for("importing.show", job=jobs().add(job).key), 303)


def _target(key: str | None) -> OpenFile | None:
    """Return the file that a newer export is for; none where it begins an organisation."""
    if key is None:
        return None if workspace().is_folder else abort(404)
    return find_file(key)


def _upload_page(page: ImportPage, status: int = 200) -> Answer:
    return render_template("importing/upload.html", page=page), status


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

"""The way from an export to a file: uploaded, its columns looked at, what comes out, written."""

from __future__ import annotations

from dataclasses import replace

from flask import (
    Blueprint,
    Response,
    abort,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.exceptions import RequestEntityTooLarge

from orgdesign.importing import Unreadable, check_found, mapping_of, saved_mapping
from orgdesign.importing.columns import recognised
from orgdesign.problems import OrgdesignError
from orgdesign.reading import read
from orgdesign.store import Conflict
from orgdesign.web.importing import sent, work
from orgdesign.web.importing.draft import Draft
from orgdesign.web.importing.job import Job
from orgdesign.web.importing.page import ImportPage, jobs, workspace
from orgdesign.web.organisations import file_key, find_file
from orgdesign.web.saving import Answer
from orgdesign.workspace import OpenFile

pages = Blueprint("importing", __name__)

LOOKING, READING = "Looking at the columns", "Reading all of it"
NOTHING_SENT = "Choose a file to bring in: a CSV or text file, or an Excel workbook (.xlsx)."
TOO_MANY = "Bring in at most {most} files at once."
MOST_FILES = 20
MOVED_ON = (
    "{name} has changed meanwhile, so nothing was written. This is what comes out by now: look"
    " again, then write it."
)
MERGED = "Brought in a newer export"
TAKEN = "There is a file of this name already, and it was left as it is. Choose another name."


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
    page.wrong = _received(job)
    if page.wrong:
        return _begun(page, 413 if page.wrong == sent.too_large() else 422)
    job.start(LOOKING, work.look)
    return redirect(url_for("importing.page", job=jobs().add(job).key), 303)


def _received(job: Job) -> str:
    """Add the files that were sent to an import; return why that cannot be."""
    sent.accept()
    try:
        found = tuple(sent.uploads(request))
    except RequestEntityTooLarge:
        return sent.too_large()
    if not (found or job.uploads):
        return NOTHING_SENT
    if len(found) + len(job.uploads) > MOST_FILES:
        return TOO_MANY.format(most=MOST_FILES)
    if sum(len(each.data) for each in found) + job.size > sent.MAX_UPLOAD:
        return sent.too_large()
    job.uploads = (*job.uploads, *found)
    return ""


def _job(key: str) -> Job | None:
    return jobs().find(key)


def _gone() -> Answer:
    return render_template("importing/gone.html"), 404


@pages.get("/import/<job>")
def page(job: str) -> Answer:
    """Show an import where it is: being read, its columns, what comes out."""
    found = _job(job)
    if found is None:
        return _gone()
    if found.written:
        return _to_charts(found.written)
    return _shown(found)


def _shown(job: Job, page: ImportPage | None = None, status: int = 200) -> Answer:
    page = page or ImportPage(job)
    task, draft = job.task, job.draft
    if task:
        step = "columns" if task.words == LOOKING else "outcome"
        return render_template("importing/reading.html", page=page, task=task, step=step), status
    if draft:
        whole = "whole" in request.args and draft.can_unfold
        chart = draft.drawn(workspace(), whole=whole)
        return render_template(
            "importing/outcome.html", page=page, draft=draft, chart=chart, whole=whole
        ), status
    return _columns(page, status)


def _columns(page: ImportPage, status: int = 200) -> Answer:
    return render_template("importing/columns.html", page=page), status


@pages.get("/import/<job>/live")
def live(job: str) -> Answer:
    """Answer how far the reading is; once it is done, let the page be loaded anew."""
    found = _job(job)
    if found and found.task:
        page = ImportPage(found)
        return render_template("importing/progress.html", page=page, task=found.task)
    answer = make_response("")
    answer.headers["HX-Refresh"] = "true"
    return answer


@pages.get("/import/<job>/columns")
def columns(job: str) -> Answer:
    """Show the columns again, with what was chosen."""
    found = _job(job)
    if found is None:
        return _gone()
    return _shown(found) if found.task else _columns(ImportPage(found))


@pages.post("/import/<job>/columns")
def choose(job: str) -> Answer:
    """Take what was chosen: look again, or read everything."""
    found = _job(job)
    if found is None:
        return _gone()
    page = ImportPage(found)
    page.wrong = _received(found)
    if page.wrong:
        return _columns(page, 413 if page.wrong == sent.too_large() else 422)
    try:
        is_new = _take_choices(found)
    except Unreadable as failure:
        page.wrong = str(failure)
        return _columns(page, 422)
    if not found.uploads:
        jobs().drop(found)
        return redirect(page.begins_at, 303)
    if request.form.get("do") == "go" and not is_new:
        found.start(READING, work.look_and_draft)
    else:
        found.start(LOOKING, work.look)
    return redirect(page.at("page"), 303)


def _take_choices(job: Job) -> bool:
    """Take what the form says of each file; return whether there are columns nobody has seen yet.

    Raises:
        Unreadable: the mapping that was sent is none, or names columns that are not there.
    """
    job.choices = sent.choices(request.form)
    before = {each.key: each for each in job.uploads}
    job.uploads = tuple(sent.as_chosen(each, request.form) for each in job.uploads)
    job.uploads = tuple(each for each in job.uploads if request.form.get("out") != each.key)
    if text := sent.mapping(request):
        asked = mapping_of(text)
        check_found(asked, [recognised(e.look.headers, asked) for e in job.uploads if e.look])
        job.uploads = tuple(replace(each, asked=asked) for each in job.uploads)
    return bool(text) or any(
        each.look is None or sent.is_unseen(each, before[each.key]) for each in job.uploads
    )


@pages.get("/import/<job>/mapping")
def mapping(job: str) -> Answer:
    """Give what the columns mean as a file, to be used again with the next export."""
    found = _job(job)
    if found is None:
        return _gone()
    text = saved_mapping([each.look.columns for each in found.uploads if each.look])
    answer = Response(text, mimetype="application/json")
    answer.headers["Content-Disposition"] = "attachment; filename=columns.json"
    return answer


@pages.post("/import/<job>/write")
def write(job: str) -> Answer:
    """Write what was shown, and lead to its charts."""
    found = _job(job)
    if found is None:
        return _gone()
    with found.writing:  # of two clicks the second finds it written
        if found.draft is None:
            return page(job)
        if found.target:
            return _merge(found, found.target, found.draft)
        return _create(found, found.draft)


def _create(job: Job, draft: Draft) -> Answer:
    page = ImportPage(job)
    page.file_name = sent.file_name(request.form.get("name", ""))
    page.name_wrong = sent.wrong_with(page.file_name)
    if not page.name_wrong:
        try:
            file = workspace().create(page.file_name, draft.data, "Imported from HR")
            return _written(job, file)
        except Conflict:
            page.name_wrong = TAKEN
        except OrgdesignError as failure:
            page.name_wrong = str(failure)
    return _shown(job, page, 422)


def _merge(job: Job, file: OpenFile, draft: Draft) -> Answer:
    try:
        if draft.is_changed:
            file.rewrite(read(draft.data, str(file.path)), draft.base, MERGED)
        return _written(job, file)
    except Conflict:
        job.start(READING, work.draft)
        job.moved_on = MOVED_ON.format(name=file.name)  # told beside what comes out then
        return redirect(url_for("importing.page", job=job.key), 303)
    except OrgdesignError as failure:
        page = ImportPage(job)
        page.wrong = str(failure)
        return _shown(job, page, 500)


def _written(job: Job, file: OpenFile) -> Answer:
    job.finish(file)
    return _to_charts(file)


def _to_charts(file: OpenFile) -> Answer:
    return redirect(url_for("organisation.page", key=file_key(file), view="before"), 303)


@pages.post("/import/<job>/cancel")
def cancel(job: str) -> Answer:
    """Give an import up, and forget what was uploaded."""
    found = _job(job)
    if found is None:
        return redirect(url_for("organisations.index"), 303)
    away = ImportPage(found).away
    jobs().drop(found)
    return redirect(away, 303)

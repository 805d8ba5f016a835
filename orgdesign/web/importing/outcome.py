"""What comes out: how far its reading is, the draft, and the file once people agree."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request, url_for

from orgdesign.problems import OrgdesignError
from orgdesign.storage import Conflict
from orgdesign.web.importing import sent_files, work
from orgdesign.web.importing.answers import READING, answer_import, job_of, pages, to_charts
from orgdesign.web.importing.draft import Draft
from orgdesign.web.importing.import_page import ImportPage, jobs, workspace
from orgdesign.web.importing.job import ImportJob
from orgdesign.web.kit import Answer
from orgdesign.workspace import OpenFile
from orgdesign.yamlfile import read

MOVED_ON = (
    "{name} has changed meanwhile, so nothing was written. This is what comes out by now: look"
    " again, then write it."
)
GONE = "This import is no longer here."
CREATED, MERGED = "Imported from HR", "Brought in a newer export"
TAKEN = "There is a file of this name already, and it was left as it is. Choose another name."


@pages.get("/import/<job>")
def show(job: str) -> Answer:
    """Show an import where it is: being read, its columns, what comes out."""
    return answer_import(job_of(job))


@pages.get("/import/<job>/live")
def live(job: str) -> Answer:
    """Answer how far the reading is; once it is done, let the page be loaded anew.

    Of one that is gone it is told in its place: a page that is just being left for another, as by
    giving the import up, would be kept from that by being loaded anew.
    """
    found = jobs().find(job)
    if found is None:
        return f'<p class="how-far-read">{GONE}</p>'
    if found.task:
        page = ImportPage(found)
        return render_template("importing/progress.html", page=page, task=found.task)
    answer = make_response("")
    answer.headers["HX-Refresh"] = "true"
    return answer


@pages.post("/import/<job>/write")
def write(job: str) -> Answer:
    """Write what was shown, and lead to its charts."""
    found = job_of(job)
    with found.writing:  # of two clicks the second finds it written
        if found.draft is None:
            return answer_import(found)
        if found.target:
            return _merge(found, found.target, found.draft)
        return _create(found, found.draft)


def _create(job: ImportJob, draft: Draft) -> Answer:
    page = ImportPage(job)
    page.file_name = sent_files.file_name(request.form.get("name", ""))
    page.name_wrong = sent_files.wrong_with(page.file_name)
    if not page.name_wrong:
        try:
            file = workspace().create(page.file_name, draft.data, CREATED)
            return _write_into(job, file)
        except Conflict:
            page.name_wrong = TAKEN
        except OrgdesignError as failure:
            page.name_wrong = str(failure)
    return answer_import(job, page, 422)


def _merge(job: ImportJob, file: OpenFile, draft: Draft) -> Answer:
    try:
        data, is_changed = draft.without(_refused(draft))
        if is_changed:
            file.rewrite(read(data, file.history.label), draft.base, MERGED)
        return _write_into(job, file)
    except Conflict:
        job.start(READING, work.draft)
        job.moved_on = MOVED_ON.format(name=file.name)  # told beside what comes out then
        return redirect(url_for("importing.show", job=job.key), 303)
    except OrgdesignError as failure:
        page = ImportPage(job)
        page.wrong = str(failure)
        return answer_import(job, page, 500)


def _refused(draft: Draft) -> set[str]:
    """Return the changes whose ticks were taken away; none where the form shows no ticks."""
    if "ticks" not in request.form:
        return set()
    taken = {*request.form.getlist("take")}
    return {each.key for at, each in enumerate(draft.proposals) if str(at) not in taken}


def _write_into(job: ImportJob, file: OpenFile) -> Answer:
    job.finish(file)
    return to_charts(file)


@pages.post("/import/<job>/cancel")
def cancel(job: str) -> Answer:
    """Give an import up, and forget what was uploaded."""
    found = jobs().find(job)
    if found is None:
        return redirect(url_for("folder.list_organisations"), 303)
    away = ImportPage(found).away
    jobs().drop(found)
    return redirect(away, 303)

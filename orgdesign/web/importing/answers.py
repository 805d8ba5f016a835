"""What the pages of an import answer with: where it is, or that it is no longer here."""

from __future__ import annotations

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for

from orgdesign.web.importing.import_page import ImportPage, jobs, workspace
from orgdesign.web.importing.job import ImportJob
from orgdesign.web.kit import Answer, file_key
from orgdesign.workspace import OpenFile

pages = Blueprint("importing", __name__)

LOOKING, READING = "Looking at the columns", "Reading all of it"


def job_of(key: str) -> ImportJob:
    """Return the import that a key stands for; where there is none, the page says so."""
    found = jobs().find(key)
    return found or abort(make_response(render_template("importing/gone.html"), 404))


def answer_import(job: ImportJob, page: ImportPage | None = None, status: int = 200) -> Answer:
    """Answer with an import where it is: being read, its columns, or what comes out."""
    page = page or ImportPage(job)
    if job.written:
        return to_charts(job.written)
    if job.task:
        step = "columns" if job.task.words == LOOKING else "outcome"
        body = render_template("importing/reading.html", page=page, task=job.task, step=step)
        return body, status
    return _outcome(page, status) if job.draft else columns_shown(page, status)


def _outcome(page: ImportPage, status: int) -> Answer:
    draft = page.job.draft if page.job else None
    assert draft is not None  # noqa: S101 - looked at before
    whole = "whole" in request.args and draft.can_unfold
    chart = draft.chart_fragment(workspace(), whole=whole)
    return render_template(
        "importing/outcome.html",
        page=page,
        draft=draft,
        chart=chart,
        whole=whole,
    ), status


def columns_shown(page: ImportPage, status: int = 200) -> Answer:
    """Answer with the columns of each file, and how they are taken."""
    return render_template("importing/columns.html", page=page), status


def to_charts(file: OpenFile) -> Answer:
    """Lead to who reports to whom: what an export says."""
    return redirect(url_for("chart.show_chart", key=file_key(file), view="before"), 303)

"""Making a file: at once where it is quick, with its progress where it takes long."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

from flask import Blueprint, current_app, redirect, render_template, send_file, url_for

from orgdesign.documents.exports import ExportOptions, export
from orgdesign.documents.kinds import MEDIA_TYPES
from orgdesign.documents.wording import file_name
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure, disclose
from orgdesign.value_objects import value_object
from orgdesign.web.exporting.export_page import ExportPage
from orgdesign.web.kit import Answer, FilePage, Job, Jobs, Progress

pages = Blueprint("making", __name__)

AT_ONCE = 1.2
"""For how many seconds a browser waits for the file itself."""
LONGEST = 60
"""How many letters of a name stand in the name of a file."""


@value_object
class Ready:
    """A file that was made, and what people are to know of it."""

    data: bytes
    notes: tuple[str, ...]


def jobs() -> Jobs[Ready]:
    """Return what is being made in this run of the app."""
    kept: Jobs[Ready] = current_app.extensions.setdefault("exports", Jobs(_weight))
    return kept


def _weight(ready: Ready) -> int:
    return len(ready.data)


def made_of(page: ExportPage, wishes: ExportOptions) -> Answer:
    """Begin to make what a page asks for; hand it out if it is quick and there is nothing to tell.

    Raises:
        OrgdesignError: it cannot be made, or too much is being made already.
    """
    kind, ending = page.offer.kind, page.chosen.ending
    disclosure = partial(disclose, page.today, page.then, page.redaction)
    work = partial(_make, disclosure, kind, ending, wishes)
    about = {
        "file": page.key,
        "title": page.offer.name,
        "name": name_of(page),
        "ending": ending,
        "back": page.choice_address(),
        "whose": _asks(),
    }
    job = jobs().start(work, about)
    if not job.wait(AT_ONCE):
        return redirect(_address(job), 303)
    if job.made is not None and not job.made.notes:
        jobs().drop(job.key)
        return _send_export(job, job.made)
    if job.state == "failed":
        jobs().drop(job.key)
        raise OrgdesignError(job.failure)
    return redirect(_address(job), 303)


def _make(
    disclosure: Callable[[], Disclosure],
    kind: str,
    ending: str,
    wishes: ExportOptions,
    tell: Progress,
) -> Ready:
    made = export(disclosure(), kind, ending, wishes, tell)  # type: ignore[arg-type]
    return Ready(made.data, tuple(made.notes))


def name_of(page: ExportPage) -> str:
    """Return the name that a file goes out under: the organisation's, and what it is."""
    role = page.export_options.get("role", "")
    title = next((side.roles[role].title for side in page.sides if role in side.roles), "")
    words = f"{title[:LONGEST]} advertisement" if page.offer.kind == "advertisement" else title
    what = words[:LONGEST] if role else page.offer.name
    return file_name(f"{page.organisation.name[:LONGEST]} {what}", page.chosen.ending)


def _address(job: Job[Ready]) -> str:
    return url_for("making.show", key=job.about["file"], job=job.key)


def _asks() -> str:
    """Return who asks, where several people do: what is made is for them alone."""
    subject: Callable[[], str] = current_app.extensions["stream_subject"]
    return subject()


def _find_job(key: str, job: str) -> Job[Ready] | None:
    found = jobs().find(job)
    is_theirs = found and (found.about["file"], found.about["whose"]) == (key, _asks())
    return found if is_theirs else None


@pages.get("/o/<key>/export/<job>")
def show(key: str, job: str) -> Answer:
    """Show how far a file is, and offer it once it is made."""
    return _render(key, _find_job(key, job))


@pages.post("/o/<key>/export/<job>/cancel")
def cancel(key: str, job: str) -> Answer:
    """Call off what is being made."""
    found = _find_job(key, job)
    if found is None:
        return _render(key, None)
    found.cancel()
    return redirect(_address(found), 303)


@pages.get("/o/<key>/export/<job>/file")
def file(key: str, job: str) -> Answer:
    """Hand out a file that was made."""
    found = _find_job(key, job)
    if found is None or found.made is None:
        return _render(key, found)
    return _send_export(found, found.made)


def _render(key: str, job: Job[Ready] | None) -> Answer:
    page = FilePage(key)
    status = 200 if job else 404
    return render_template("exporting/making.html", page=page, job=job), status


def _send_export(job: Job[Ready], ready: Ready) -> Answer:
    kind, name = MEDIA_TYPES[job.about["ending"]], job.about["name"]
    return send_file(io.BytesIO(ready.data), kind, as_attachment=True, download_name=name)

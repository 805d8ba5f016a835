"""Saving what a form says, and the answer: what changed, both sides, or what to mend."""

from __future__ import annotations

import io
import zipfile
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from hashlib import blake2s
from threading import Lock
from typing import Protocol

from flask import Response, current_app, request
from werkzeug.wrappers import Response as AnyResponse

from orgdesign.model import capitalise, end_sentence
from orgdesign.problems import OrgdesignError
from orgdesign.storage import NotSaved
from orgdesign.web.kit.addresses import find_file
from orgdesign.web.kit.form import Form
from orgdesign.workspace import EditConflict, NotEditable, OpenFile, SavedEdit
from orgdesign.yamlfile.editing import CannotEdit, Edit, Invalid

REMEMBERED = 500
"""How many submissions are remembered, so that a second click on Save does nothing more."""

Answer = AnyResponse | Response | tuple[str, int] | str


class SubmissionLog:
    """The forms sent lately, each of which is applied once; safe to share between threads."""

    def __init__(self) -> None:
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

    def is_first(self, submission: str) -> bool:
        """Note a submission, and tell whether it is new."""
        with self._lock:
            is_first = submission not in self._seen
            self._seen[submission] = None
            while len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
        return is_first

    def forget(self, submission: str) -> None:
        """Let a submission come again, as it could not be saved."""
        with self._lock:
            self._seen.pop(submission, None)


class FormScreen(Protocol):
    """The page that a form stands on, and so the answers to it."""

    def on_success(self, told: str) -> Answer:
        """Answer with the page as the file is now: what changed of it, or the way to it."""

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent, and what is to be done about it."""


def save_form(
    file: OpenFile, form: Form, edits: Sequence[Edit], sentence: str, screen: FormScreen
) -> Answer:
    """Make the edits that a form means, and answer with the page as it is then.

    ``edits`` are those of the form and of what is made on the spot. Nothing is lost when they
    cannot be made: the form comes back as it was sent, with what is wrong (422), with both sides
    where others changed the same (409), or with why nothing can be saved now (409, 500).
    """
    if form.is_refused:
        return screen.on_error(form, 422)
    submissions: SubmissionLog = current_app.extensions["submissions"]
    this = _submission()
    if not submissions.is_first(this):
        return screen.on_success("")
    try:
        done = file.edit(edits, form.base, sentence, form.before())
    except OrgdesignError as failure:
        submissions.forget(this)
        form.message = _sentence(failure)
        return screen.on_error(form, _status(failure))
    except BaseException:
        submissions.forget(this)
        raise
    if isinstance(done, EditConflict):
        submissions.forget(this)
        form.clash(done.clashes)
        return screen.on_error(form, 409)
    return screen.on_success(_saved_sentence(done))


def _submission() -> str:
    """Return what tells one submission from another: its one-time id, and what it says."""
    said = sorted(request.form.items(multi=True))
    return blake2s(repr((request.path, said)).encode(), digest_size=16).hexdigest()


def _status(failure: OrgdesignError) -> int:
    if isinstance(failure, (CannotEdit, Invalid)):
        return 422
    return (
        409 if isinstance(failure, NotEditable) else 500 if isinstance(failure, NotSaved) else 422
    )


def _sentence(failure: OrgdesignError) -> str:
    return capitalise(end_sentence(str(failure)))


def _saved_sentence(done: SavedEdit) -> str:
    return f"Saved. {done.sentence}." if done.sentence else ""


FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""What a zip file says of when its files were made: nothing."""


def zipped_files(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file of files by their names."""
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), data)
        return file.getvalue()


def unchanged_file(key: str) -> tuple[str, int] | None:
    """Return the empty answer while the file is as the page that asks shows it."""
    return ("", 204) if find_file(key).latest_version() == request.values.get("version") else None


def not_modified() -> tuple[str, int] | None:
    """Answer with nothing a page that asks for itself, while the file is as it shows it.

    To be called before the requests of pages that are drawn anew as a whole.
    """
    asks = request.method == "GET" and "version" in request.args
    return unchanged_file((request.view_args or {})["key"]) if asks else None


def gone_status() -> int:
    """Return the status of a page whose subject is gone: to one that follows, it is news."""
    return 200 if request.method == "GET" and "version" in request.args else 404

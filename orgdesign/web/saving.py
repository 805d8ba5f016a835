"""Saving what a form says, and the answer: what changed, both sides, or what to mend."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s
from threading import Lock
from typing import Protocol

from flask import Response, current_app, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from orgdesign.problems import OrgdesignError
from orgdesign.storage import NotSaved
from orgdesign.web.forms import Form
from orgdesign.web.organisation import changes
from orgdesign.web.page import Page
from orgdesign.web.place import place_of
from orgdesign.workspace import Conflicted, Edited, NotNow, OpenFile
from orgdesign.yamlfile.editing import CannotEdit, Edit, Invalid

REMEMBERED = 500
"""How many submissions are remembered, so that a second click on Save does nothing more."""

Answer = AnyResponse | Response | tuple[str, int] | str


class Submissions:
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


class Screen(Protocol):
    """The page that a form stands on, and so the answers to it."""

    def saved(self, told: str) -> Answer:
        """Answer with the page as the file is now: what changed of it, or the way to it."""

    def refused(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent, and what is to be done about it."""


def save(
    file: OpenFile, form: Form, edits: Sequence[Edit], sentence: str, screen: Screen
) -> Answer:
    """Make the edits that a form means, and answer with the page as it is then.

    ``edits`` are those of the form and of what is made on the spot. Nothing is lost when they
    cannot be made: the form comes back as it was sent, with what is wrong (422), with both sides
    where others changed the same (409), or with why nothing can be saved now (409, 500).
    """
    if form.refused:
        return screen.refused(form, 422)
    submissions: Submissions = current_app.extensions["submissions"]
    this = _submission()
    if not submissions.is_first(this):
        return screen.saved("")
    try:
        done = file.edit(edits, form.base, sentence, form.before())
    except OrgdesignError as failure:
        submissions.forget(this)
        form.message = _sentence(failure)
        return screen.refused(form, _status(failure))
    except BaseException:
        submissions.forget(this)
        raise
    if isinstance(done, Conflicted):
        submissions.forget(this)
        form.clash(done.clashes)
        return screen.refused(form, 409)
    return screen.saved(_told(done))


@dataclass(frozen=True, slots=True)
class ChartScreen:
    """The page of the charts, with its panel."""

    file: OpenFile
    key: str

    def saved(self, told: str) -> Answer:
        """Answer with the parts that changed, or lead back to the panel."""
        page = self._page()
        if "HX-Request" in request.headers:
            page.told = told
            return changes(page)
        return redirect(f"{page.place.address()}#panel", 303)

    def refused(self, form: Form, status: int) -> Answer:
        """Answer with the form in the panel, as it was sent."""
        page = self._page()
        page.form = form
        return self._whole(page, status)

    def lost(self, form: Form) -> Answer:
        """Answer what was typed about a part that is no longer in the file."""
        page = self._page()
        page.lost = form
        return self._whole(page, 409)

    def _page(self) -> Page:
        settings = current_app.extensions["settings"]
        place = replace(place_of(self.key, request.values), reveals=True)
        return Page(self.file, self.file.now(), place, settings)

    def _whole(self, page: Page, status: int) -> Answer:
        if "HX-Request" in request.headers:
            answer = changes(page)
        else:
            answer = make_response(render_template("organisation.html", page=page))
        answer.status_code = status
        return answer


def _submission() -> str:
    """Return what tells one submission from another: its one-time id, and what it says."""
    said = sorted(request.form.items(multi=True))
    return blake2s(repr((request.path, said)).encode(), digest_size=16).hexdigest()


def _status(failure: OrgdesignError) -> int:
    if isinstance(failure, (CannotEdit, Invalid)):
        return 422
    return 409 if isinstance(failure, NotNow) else 500 if isinstance(failure, NotSaved) else 422


def _sentence(failure: OrgdesignError) -> str:
    said = str(failure)
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith('.') else '.'}"


def _told(done: Edited) -> str:
    return f"Saved. {done.sentence}." if done.sentence else ""

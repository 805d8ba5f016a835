"""Comments: the list of threads, those about a part, and what is written there."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from orgdesign.charts import function_id, outcome_id, role_id
from orgdesign.problems import OrgdesignError
from orgdesign.team.discussion import threads
from orgdesign.team.discussion.subjects import ThreadSubject
from orgdesign.team.pages.discussion_page import DiscussionPage, discussion_page
from orgdesign.team.pages.mention_delivery import call_people, called_people, mentionable_people
from orgdesign.team.pages.naming_changes import with_id
from orgdesign.web.kit import paginate

pages = Blueprint("team_threads", __name__)
Answer = Response | str | tuple[str, int]
BOXES = {"function": function_id, "outcome": outcome_id, "role": role_id}
MOST_LISTED = 50
"""How many threads a page of the list shows."""
NOT_YOURS = "Only whoever wrote a comment can change it."


@pages.get("/o/<key>/comments")
def list_threads(key: str) -> str:
    """Show all threads, those that are open first."""
    page = discussion_page(key)
    shown = request.args.get("shown", "open")
    wanted = [t for t in page.threads if shown == "all" or t.is_open == (shown != "resolved")]
    listed = paginate(wanted, request.args.get("page"), MOST_LISTED)
    return render_template("team/comments.html", page=page, listed=listed, shown=shown)


@pages.get("/o/<key>/comments/about")
def show_subject(key: str) -> str:
    """Show the threads about one part."""
    page = discussion_page(key)
    return _subject(page, _requested_subject(page, request.args))


@pages.get("/o/<key>/comments/people")
def find_people(key: str) -> Response:
    """Tell whom a comment can call, by what was typed of their names."""
    page = discussion_page(key)
    if not page.may_write or not getattr(page.viewer, "person", ""):
        return jsonify([])
    subject = _requested_subject(page, request.args)
    with page.database.reading() as connection:
        typed = request.args.get("q", "")
        return jsonify(mentionable_people(connection, page, subject, typed))


@pages.get("/o/<key>/comments/marks")
def tell_marks(key: str) -> Response:
    """Tell which boxes of the charts have open threads, and how many."""
    page = discussion_page(key)
    marks: dict[str, int] = {}
    for thread in page.threads:
        subject = thread.subject
        if thread.is_open and subject.kind in BOXES:
            box = BOXES[subject.kind](subject.part)
            marks[box] = marks.get(box, 0) + 1
    return jsonify(marks)


@pages.post("/o/<key>/comments")
def begin(key: str) -> Answer:
    """Begin a thread about a part."""
    page = discussion_page(key)
    subject = _requested_subject(page, request.form)
    submission = request.form.get("submission", "")
    try:
        subject = with_id(page, subject)
        with page.database.writing() as connection:
            if not threads.is_comment_sent(connection, submission):
                thread = threads.begin_thread(
                    connection, page.viewer, page.organisation_id, subject
                )
                _write(connection, page, subject, thread, submission)
    except OrgdesignError as refusal:
        page.message, page.written = str(refusal), request.form.get("text", "")
        return _subject(page, subject), 422
    return _answered(key, subject)


@pages.post("/o/<key>/comments/<thread>")
def answer(key: str, thread: str) -> Answer:
    """Answer in a thread."""
    page = discussion_page(key)
    found = page.thread(thread)
    submission = request.form.get("submission", "")
    return _changed(
        page, found, lambda connection: _write(connection, page, found.subject, found, submission)
    )


@pages.post("/o/<key>/comments/<thread>/resolve")
def resolve(key: str, thread: str) -> Answer:
    """Note that a thread is settled, or open it again."""
    page = discussion_page(key)
    found, is_open = page.thread(thread), request.form.get("way") == "reopen"
    return _changed(
        page,
        found,
        lambda connection: threads.resolve_thread(connection, page.viewer, found, is_open=is_open),
    )


@pages.post("/o/<key>/comments/<thread>/<comment>/edit")
def edit(key: str, thread: str, comment: str) -> Answer:
    """Change one's own comment."""
    page = discussion_page(key)
    found, text = page.thread(thread), request.form.get("text", "")

    def change(connection: Connection) -> None:
        if not threads.edit_comment(connection, page.viewer, found, comment, text):
            abort(403, NOT_YOURS)
        people = called_people(connection, page, found.subject, text)
        threads.note_mentions(connection, comment, people)

    return _changed(page, found, change)


@pages.post("/o/<key>/comments/<thread>/<comment>/remove")
def remove(key: str, thread: str, comment: str) -> Answer:
    """Take one's own comment back."""
    page = discussion_page(key)
    found = page.thread(thread)

    def change(connection: Connection) -> None:
        if not threads.remove_comment(connection, page.viewer, found, comment):
            abort(403, NOT_YOURS)

    return _changed(page, found, change)


def _requested_subject(page: DiscussionPage, said: Any) -> ThreadSubject:
    return page.find_subject(said.get("about", ""), said.get("part", ""), said.get("design", ""))


def _write(
    connection: Connection,
    page: DiscussionPage,
    subject: ThreadSubject,
    thread: threads.CommentThread | str,
    submission: str,
) -> None:
    text = request.form.get("text", "")
    comment = threads.add_comment(connection, page.viewer, thread, text, submission)
    if comment:
        people = called_people(connection, page, subject, text)
        threads.note_mentions(connection, comment, people)
        call_people(connection, page, subject, thread, people)


def _changed(page: DiscussionPage, thread: threads.CommentThread, change: Any) -> Answer:
    """Make a change of a thread, and show those about its subject anew."""
    try:
        with page.database.writing() as connection:
            change(connection)
    except OrgdesignError as refusal:
        page.message, page.written = str(refusal), request.form.get("text", "")
        return _subject(page, thread.subject), 422
    return _answered(page.key, thread.subject)


def _answered(key: str, subject: ThreadSubject) -> Answer:
    """Answer what was sent: with what is there now, or by leading to it."""
    page = DiscussionPage(key)
    if "HX-Request" in request.headers:
        return _subject(page, subject)
    return redirect(page.address(subject) + "#comments", 303)


def _subject(page: DiscussionPage, subject: ThreadSubject) -> str:
    part = "HX-Request" in request.headers and request.headers.get("HX-Target") != "main"
    template = "team/about.html" if part else "team/subject.html"
    return render_template(template, page=page, subject=subject, submission=token_hex(8))


@pages.app_template_global()
def comments_address() -> str:
    """Return where the list of threads is."""
    return url_for("team_threads.list_threads")

"""Reviewing a design: submitted, decided change by change, taken back."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response as AnyResponse

from orgdesign.problems import OrgdesignError
from orgdesign.team.mail.outbox import queue_message
from orgdesign.team.organisations.records import row_of
from orgdesign.team.pages.door import team_door
from orgdesign.team.pages.naming_changes import team_resources
from orgdesign.team.pages.review_document import review_pdf
from orgdesign.team.pages.review_page import ReviewPage, asked_about
from orgdesign.team.people.people import everybody
from orgdesign.team.reviews.file_decisions import decision_edits, id_edits, proposed_edits
from orgdesign.team.reviews.reviews import (
    WrongReview,
    current_review,
    decide_change,
    settle_review,
    submit_design,
    withdraw_design,
)
from orgdesign.team.reviews.save_guard import writing_decisions
from orgdesign.team.reviews.verdicts import VERDICTS, ReviewVerdict
from orgdesign.team.rights.grants import rights_of
from orgdesign.web.design_page import need_design
from orgdesign.workspace import SavedEdit

pages = Blueprint("team_reviews", __name__)
Answer = AnyResponse | str | tuple[str, int]
WORDS: dict[ReviewVerdict, str] = {
    "accepted": "Accepted",
    "refused": "Refused",
    "asked": "Asked about",
}
CHANGED = "The design changed at the same moment. Look at it again, then submit it."


@pages.get("/o/<key>/designs/<design>/review")
def show_review(key: str, design: str) -> Answer:
    """Show what is decided about each change, and by whom."""
    page = ReviewPage(key, design)
    need_design(page)
    return _render_review(page)


@pages.get("/o/<key>/designs/<design>/review.pdf")
def send_review(key: str, design: str) -> Response:
    """Send what was decided as a document."""
    page = ReviewPage(key, design)
    if not page.has_organisation or page.existing_design is None:
        abort(404)
    headers = {"Content-Disposition": 'attachment; filename="decisions.pdf"'}
    return Response(review_pdf(page), mimetype="application/pdf", headers=headers)


@pages.post("/o/<key>/designs/<design>/review/submit")
def submit(key: str, design: str) -> Answer:
    """Submit the design: it is locked until it is decided about or taken back."""
    page = _require_design(key, design)
    if not page.may_submit:
        abort(403)
    try:
        _propose(page)
        with team_door().database.writing() as connection:
            row = row_of(connection, page.organisation_id, locked=True) or abort(404)
            known = (page.viewer, page.organisation_id, page.design.id)
            submit_design(connection, *known, row.number)
            _ask(connection, page)
    except OrgdesignError as refusal:
        page.message = str(refusal)
        return _render_review(page), 409
    return _again(page)


def _propose(page: ReviewPage) -> None:
    """Let the file say that it is proposed, with an id for each change to be decided about."""
    file = team_resources().whole_file(page.organisation_id, page.viewer)
    edition = file.now()
    whole = edition.organisation.designs.get(page.design.id) if edition.organisation else None
    edits = [*id_edits(whole), *proposed_edits(whole)] if whole else []
    sentence = f"Submitted for review: {page.design.name}"
    if edits and not isinstance(file.edit(edits, edition.version, sentence), SavedEdit):
        raise WrongReview(CHANGED)


def _ask(connection: Connection, page: ReviewPage) -> None:
    """Let those hear of it whose branch it touches."""
    known = (page.organisation_id, page.viewer, page.design.id)
    asked = asked_about(team_resources(), connection, *known)
    branches = {branch for each in asked.values() for branch in each}
    address = url_for("team_reviews.show_review", **page.facts())
    for person in everybody(connection):
        own = rights_of(connection, person.id, page.organisation_id).branches("edit")
        is_asked = (own is None and "" in branches) or bool(own and own & branches)
        if is_asked and person.id != page.viewer.id and not person.is_disabled:
            queue_message(connection, person.id, "review", page.viewer.name, address)


@pages.post("/o/<key>/designs/<design>/review/decide")
def decide(key: str, design: str) -> Answer:
    """Accept a change, refuse it, or ask about it."""
    page = _require_design(key, design)
    at = page.find_change(request.form.get("change", ""))
    change = page.design.changes[at].id if at is not None else None
    verdict = next((each for each in VERDICTS if each == request.form.get("verdict")), None)
    if change is None or verdict is None:
        abort(422)
    mine = page.mine(change)
    if not mine:
        abort(403)
    try:
        with team_door().database.writing() as connection:
            row_of(connection, page.organisation_id, locked=True)
            _decide(connection, page, change, mine, verdict)
        _write(page, f"{WORDS[verdict]}: {page.sentence(at or 0)}".rstrip("."))
    except OrgdesignError as refusal:
        page.message = str(refusal)
        return _render_review(page), 422
    return _again(page, f"change-{request.form['change']}")


def _decide(
    connection: Connection,
    page: ReviewPage,
    change: str,
    mine: tuple[str, ...],
    verdict: ReviewVerdict,
) -> None:
    organisation, viewer = page.organisation_id, page.viewer
    review = current_review(connection, organisation, page.design.id)
    if review is None:
        raise WrongReview("It has not been submitted for review.")
    reason = request.form.get("reason", "")
    decide_change(connection, viewer, organisation, review, change, mine, verdict, reason)
    again = current_review(connection, organisation, page.design.id) or review
    asked = asked_about(team_resources(), connection, organisation, viewer, page.design.id)
    settle_review(connection, viewer, organisation, again, asked)
    if review.submitted_by != viewer.id:
        address = url_for("team_reviews.show_review", **page.facts())
        queue_message(connection, review.submitted_by, "decided", viewer.name, address)


def _write(page: ReviewPage, sentence: str) -> None:
    """Let the file say what has been decided so far, in the name of whoever decided last."""
    resources, organisation = team_resources(), page.organisation_id
    with team_door().database.reading() as connection:
        review = current_review(connection, organisation, page.design.id)
        asked = asked_about(resources, connection, organisation, page.viewer, page.design.id)
    file = resources.whole_file(organisation, page.viewer)
    edition = file.now()
    whole = edition.organisation.designs.get(page.design.id) if edition.organisation else None
    edits = [*decision_edits(whole, review, review.standings(asked))] if whole and review else []
    if edits:
        with writing_decisions():
            file.edit(edits, edition.version, sentence)


@pages.post("/o/<key>/designs/<design>/review/withdraw")
def withdraw(key: str, design: str) -> Answer:
    """Take the design back from review, so that it can be changed."""
    page = _require_design(key, design)
    if not page.may_withdraw:
        abort(403)
    with team_door().database.writing() as connection:
        review = current_review(connection, page.organisation_id, page.design.id)
        if review:
            withdraw_design(connection, page.viewer, page.organisation_id, review)
    return _again(page)


def _require_design(key: str, design: str) -> ReviewPage:
    page = ReviewPage(key, design)
    if not page.has_organisation or page.existing_design is None:
        abort(404)
    return page


def _again(page: ReviewPage, anchor: str = "") -> AnyResponse:
    address = url_for("team_reviews.show_review", design=page.asked_for)
    return redirect(f"{address}#{anchor}" if anchor else address, 303)


def _render_review(page: ReviewPage) -> str:
    return render_template("team/review.html", page=page, words=WORDS)

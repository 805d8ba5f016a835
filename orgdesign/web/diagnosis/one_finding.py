"""One finding: opened where it is told or on a page of its own, and mended there."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for

from orgdesign.diagnosis import RuleHit
from orgdesign.proposals import MendSearch
from orgdesign.value_objects import value_object
from orgdesign.web.diagnosis.findings import FindingsPage
from orgdesign.web.diagnosis.remedy_forms import (
    HANDOFFS,
    Mending,
    ignored_place,
    ignoring,
    measure_form,
    serving_form,
)
from orgdesign.web.kit import (
    SECTIONS,
    Answer,
    Form,
    check_with_creation,
    form_from_request,
    list_parts,
    new_form_from_request,
    save_form,
    section_fields,
)

pages = Blueprint("finding", __name__)

GONE = "This is not found any more"
NOT_SAVED = (
    "Somebody else mended or removed it meanwhile, so nothing was saved. What you typed is still"
    " there: copy it before you go on."
)


@value_object
class FindingScreen:
    """The findings, with the one that is being mended."""

    key: str
    finding: str

    def on_success(self, told: str) -> Answer:
        """Answer with the findings as they are now, or lead back to them."""
        page = FindingsPage(self.key, request.args)
        found = page.find_finding(self.finding)
        if "HX-Request" in request.headers:
            said = f"{told} {_sentence_left(page, found)}" if told else ""
            return _changes(page, said, Mending(page, found) if found else None)
        return redirect(
            f"{page.page_address}#{f'finding-{self.finding}' if found else 'findings'}", 303
        )

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent, and what is to be done about it."""
        page = FindingsPage(self.key, request.args)
        found = page.find_finding(self.finding)
        if found is None:
            return _answer_lost(page, form)
        if "HX-Request" in request.headers:
            mending = Mending(page, found, form)
            return render_template("diagnosis/findings/refused.html", mending=mending), status
        return _whole(page, found, form), status


def _answer_lost(page: FindingsPage, form: Form) -> Answer:
    """Answer what was typed to mend what somebody else mended or removed meanwhile."""
    if "HX-Request" in request.headers:
        return render_template("notice.html", title=GONE, sentence=NOT_SAVED), 409
    return render_template("parts/gone.html", page=page, lost=form), 409


def _sentence_left(page: FindingsPage, found: RuleHit | None) -> str:
    if found:
        return "Part of this finding is still to be mended."
    left = len(page.all_hits)
    how_many = "Nothing else is" if not left else "1 is" if left == 1 else f"{left:,} are"
    return f"That is mended. {how_many} left to mend."


def _changes(page: FindingsPage, told: str, opened: Mending | None = None) -> str:
    return render_template("diagnosis/findings/changes.html", page=page, told=told, opened=opened)


def _whole(page: FindingsPage, found: RuleHit, refused: Form | None = None) -> str:
    mending = Mending(page, found, refused)
    return render_template("diagnosis/finding.html", page=page, mending=mending)


@pages.get("/o/<key>/diagnosis/findings/<finding>")
def show(key: str, finding: str) -> Answer:
    """Show a finding with the forms that mend it."""
    page = FindingsPage(key, request.args)
    found = page.find_finding(finding)
    if "HX-Request" in request.headers:
        mending = Mending(page, found) if found else None
        return render_template("diagnosis/findings/mend.html", mending=mending)
    return _whole(page, found) if found else redirect(page.page_address, 303)


@pages.post("/o/<key>/diagnosis/findings/<finding>/<section>/<part>")
def mend(key: str, finding: str, section: str, part: str) -> Answer:
    """Save what a form of a finding says of a part."""
    page = FindingsPage(key, request.args)
    kind = SECTIONS.get(section) or abort(404)
    parts = {page.section_key(kind, one.id): one for one in list_parts(page.organisation, kind)}
    found = parts.get(part)
    if found is None:
        return _answer_lost(
            page, Form.from_request(section_fields(kind), (*kind.top, ""), request.form)
        )
    form = form_from_request(page.organisation, kind, found.id, request.form)
    new = check_with_creation(form, request.form, page.organisation)
    said = form.changed_labels(page.source)
    edits = [*new, *form.edits_of(page.organisation)]
    return save_form(page.file, form, edits, f"{found.title}: {said}", FindingScreen(key, finding))


@pages.post("/o/<key>/diagnosis/findings/<finding>/handoff")
def join(key: str, finding: str) -> Answer:
    """Add the hand-off that is missing between two functions."""
    page = FindingsPage(key, request.args)
    form = new_form_from_request(page.organisation, HANDOFFS, request.form)
    new = check_with_creation(form, request.form, page.organisation)
    sentence = f"New hand-off: {form.title(page.organisation)}"
    edits = [*new, *form.edits_of(page.organisation)]
    return save_form(page.file, form, edits, sentence, FindingScreen(key, finding))


@pages.post("/o/<key>/diagnosis/findings/<finding>/proposed")
def make_proposed(key: str, finding: str) -> Answer:
    """Make the edit that mends a finding, in one step; it was shown before."""
    page, screen = FindingsPage(key, request.args), FindingScreen(key, finding)
    found = page.find_finding(finding)
    proposed = MendSearch(page.organisation).mend(found) if found else None
    if proposed is None:
        return screen.on_success("")
    form = Form((), (), request.form.get("base", ""))
    if request.form.get("sentence") != proposed.sentence:
        form.message = "The file has changed meanwhile. Look at what would be done now."
        return screen.on_error(form, 409)
    return save_form(page.file, form, proposed.edits, proposed.sentence.rstrip("."), screen)


@pages.post("/o/<key>/diagnosis/findings/<finding>/fine")
def take_as_fine(key: str, finding: str) -> Answer:
    """Write into the file that a finding is fine here, and why."""
    page, screen = FindingsPage(key, request.args), FindingScreen(key, finding)
    found = page.find_finding(finding)
    place = ignored_place(found) if found else None
    if found is None or place is None:
        return screen.on_success("")
    form = Form((), (), request.form.get("base", ""))
    reason = " ".join(request.form.get("reason", "").split())
    if not reason:
        form.message = "Write in a few words why this is fine here."
        return screen.on_error(form, 422)
    edits = ignoring(page.organisation, found.rule, place, reason)
    return save_form(page.file, form, edits, f"Fine here: {found.finding.message}", screen)


@pages.post("/o/<key>/diagnosis/findings/<finding>/chosen")
def choose(key: str, finding: str) -> Answer:
    """Have the function that was chosen serve an outcome, or give a measure to what it shows."""
    page, screen = FindingsPage(key, request.args), FindingScreen(key, finding)
    found = page.find_finding(finding)
    made = (
        {"outcome": serving_form, "measure": measure_form}.get(found.finding.at.kind)
        if found
        else None
    )
    if found is None or made is None:
        return screen.on_success("")
    form, edits, sentence = made(page, found, request.form)
    return save_form(page.file, form, edits, sentence, screen)


@pages.post("/o/<key>/diagnosis/way")
def undo_or_redo(key: str) -> Answer:
    """Undo or redo a step, and stay with the findings."""
    page = FindingsPage(key, request.args)
    page.step_history()
    return redirect(url_for("findings.show", **page.query()), 303)

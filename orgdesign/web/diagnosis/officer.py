"""Do you need a chief customer officer? Eleven questions, each beside what the file shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask import Blueprint, abort, redirect, render_template, request, url_for

from orgdesign.analysis.readiness import officer
from orgdesign.analysis.readiness.evidence import Evidence, evidence
from orgdesign.analysis.readiness.officer import CHOICES, JOURNEY, QUESTIONS, Question, Standing
from orgdesign.analysis.ties import Ties
from orgdesign.organisation import Reply
from orgdesign.web.diagnosis.by_words import in_ids, tell_unknown
from orgdesign.web.diagnosis.page import DiagnosisPage
from orgdesign.web.forms import Form
from orgdesign.web.function_fields import Choices
from orgdesign.web.part_fields import Asked
from orgdesign.web.part_form import PartForm
from orgdesign.web.saving import Answer, save
from orgdesign.web.table_rows import Offer

pages = Blueprint("officer", __name__)

TOP = ("assessment", "chief_customer_officer")
FIELDS = (
    Asked("answer", ("answer",), "answer", look="flag"),
    Asked("who", ("who",), "who does it today", "part", "role", look="part"),
    Asked("note", ("note",), "note"),
    Asked("date", ("date",), "date"),
)
ANSWERS = (("yes", "Yes"), ("no", "No"), ("", "Not answered yet"))
AT_FIRST = 6
"""How many places that lack something are shown before they are asked for."""


class OfficerPage(DiagnosisPage):
    """The eleven questions, how they were answered, and how the answers stand.

    ``form`` is one that was sent and could not be saved; ``whole`` the question of which every
    place is shown that lacks something.
    """

    choices, journey, answers, at_first = CHOICES, JOURNEY, ANSWERS, AT_FIRST
    questions = tuple(QUESTIONS.values())
    form: Form | None = None
    told = whole = ""

    @cached_property
    def standing(self) -> Standing:
        """Return which of the questions stand, are missing and are open."""
        return officer.standing(self.organisation)

    @cached_property
    def roles(self) -> Offer:
        """Return the roles by their titles."""
        return Offer(Choices(self.organisation).roles)

    @cached_property
    def _ties(self) -> Ties:
        return Ties(self.organisation)

    @property
    def today(self) -> str:
        """Return today as the file writes it."""
        return date.today().isoformat()

    def number(self, question: Question) -> int:
        """Return which of the questions it is, from 1."""
        return self.questions.index(question) + 1

    def reply(self, question: Question) -> Reply:
        """Return what people answered."""
        return self.organisation.assessment.chief_customer_officer.get(question.id, Reply())

    def who(self, question: Question) -> str:
        """Return the title of the role that does it today."""
        role = self.organisation.roles.get(self.reply(question).who or "")
        return role.title if role else ""

    def form_of(self, question: Question) -> Form:
        """Return the form of a question: as it was sent and not saved, or as the file has it."""
        part = (*TOP, question.id)
        form = self.form
        if form is None or form.part != part:
            form = PartForm.drawn(FIELDS, part, self.source)
        form.scope = f"{question.id}-"
        return form

    def evidence(self, question: Question) -> Sequence[Evidence]:
        """Return what the file shows."""
        return evidence(self.organisation, self._ties, question.id)

    @property
    def offers(self) -> Mapping[str, Offer]:
        """Return what a field offers of which the words are typed."""
        return {"who": self.roles}


@pages.get("/o/<key>/diagnosis/chief-customer-officer")
def page(key: str) -> Answer:
    """Show the questions, and how the answers stand."""
    page = OfficerPage(key)
    if not page.has_organisation:
        return redirect(url_for("organisation.page", key=key), 303)
    page.whole = request.args.get("all", "")
    return render_template("diagnosis/officer.html", page=page)


@pages.post("/o/<key>/diagnosis/chief-customer-officer/<question>")
def answer(key: str, question: str) -> Answer:
    """Save what people answered to a question."""
    page = OfficerPage(key)
    asked = QUESTIONS.get(question) or abort(404)
    form = _sent(page, asked)
    form.check(page.organisation)
    said = ", ".join(field.label for field in form.changed())
    sentence = f"Chief customer officer, question {page.number(asked)}: {said}"
    return save(page.file, form, form.edits(), sentence, QuestionScreen(key, asked))


def _sent(page: OfficerPage, question: Question) -> Form:
    typed = in_ids(request.form, page.offers)
    form = PartForm.sent(FIELDS, (*TOP, question.id), typed)
    if "today" in request.form and "date" in form.fields:
        form.values["date"] = page.today
    tell_unknown(form, page.offers)
    return form


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """The page of the questions, of which one was answered."""

    key: str
    question: Question

    def saved(self, told: str) -> Answer:
        """Answer with the question and how all stand, or lead back to the question."""
        page = OfficerPage(self.key)
        page.told = told
        if "HX-Request" in request.headers:
            return self._changes(page)
        return redirect(url_for(".page", key=self.key, _anchor=f"question-{self.question.id}"), 303)

    def refused(self, form: Form, status: int) -> Answer:
        """Answer with the question as it was answered, and what is to be done about it."""
        page = OfficerPage(self.key)
        page.form, page.told = form, "Not saved. Look at the question."
        if "HX-Request" in request.headers:
            return self._changes(page), status
        return render_template("diagnosis/officer.html", page=page), status

    def _changes(self, page: OfficerPage) -> str:
        return render_template("diagnosis/officer/changes.html", page=page, question=self.question)

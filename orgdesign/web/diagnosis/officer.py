"""Do you need a chief customer officer? Eleven questions, each beside what the file shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flask import abort, request, url_for
from werkzeug.utils import cached_property

from orgdesign.diagnosis.readiness import officer
from orgdesign.diagnosis.readiness.evidence import Evidence, evidence
from orgdesign.diagnosis.readiness.officer import CHOICES, JOURNEY, QUESTIONS, Question, Standing
from orgdesign.model import Reply
from orgdesign.web.diagnosis.assessment import AssessmentPage, assessment_pages, sent_form
from orgdesign.web.kit import Answer, Form, SchemaField

TOP = ("assessment", "chief_customer_officer")
FIELDS = (
    SchemaField("answer", ("answer",), "answer", look="flag"),
    SchemaField("who", ("who",), "who does it today", "part", "role", look="part"),
    SchemaField("note", ("note",), "note"),
    SchemaField("date", ("date",), "date"),
)
ANSWERS = (("yes", "Yes"), ("no", "No"), ("", "Not answered yet"))
AT_FIRST = 6
"""How many places that lack something are shown before they are asked for."""


class OfficerPage(AssessmentPage):
    """The eleven questions, how they were answered, and how the answers stand."""

    here, body = "officer.show", "diagnosis/assessment/officer.html"
    choices, journey, answers, at_first = CHOICES, JOURNEY, ANSWERS, AT_FIRST
    questions = tuple(QUESTIONS.values())

    @property
    def whole(self) -> str:
        """Return the question of which every place is shown that lacks something."""
        return request.args.get("all", "")

    @property
    def own_address(self) -> str:
        """Return the address of the page."""
        return url_for(self.here, all=self.whole or None)

    @cached_property
    def standing(self) -> Standing:
        """Return which of the questions stand, are missing and are open."""
        return officer.standing(self.organisation)

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

    def role_title(self, question: Question) -> str:
        """Return the title of the role that does it today."""
        role = self.organisation.roles.get(self.reply(question).who or "")
        return role.title if role else ""

    def form(self, question: Question) -> Form:
        """Return the form of a question."""
        return self.form_of(FIELDS, (*TOP, question.id), question.id)

    def evidence(self, question: Question) -> Sequence[Evidence]:
        """Return what the file shows."""
        return evidence(self.organisation, self.ties, question.id)


pages = assessment_pages(OfficerPage, "chief-customer-officer")


@pages.post("/o/<key>/diagnosis/chief-customer-officer/<question>")
def answer(key: str, question: str) -> Answer:
    """Save what people answered to a question."""
    page = OfficerPage(key)
    asked = QUESTIONS.get(question) or abort(404)
    form = _form_from_request(page, asked)
    screen = page.screen(f"question-{asked.id}")
    return screen.save(form, f"Chief customer officer, question {page.number(asked)}")


def _form_from_request(page: OfficerPage, question: Question) -> Form:
    form = sent_form(FIELDS, (*TOP, question.id), {"who": page.roles})
    if "today" in request.form and "date" in form.fields:
        form.values["date"] = page.today
    return form

"""The answers to what an import leaves open: taken, and what comes out worked out anew."""

from __future__ import annotations

from dataclasses import replace

from flask import redirect, request

from orgdesign.imports import OpenPoint, answers_of
from orgdesign.web.importing import work
from orgdesign.web.importing.answers import READING, answer_import, job_of, pages
from orgdesign.web.importing.import_page import ImportPage
from orgdesign.web.importing.job import ImportJob
from orgdesign.web.kit import Answer

LONGEST_ANSWER = 200


@pages.post("/import/<job>/answers")
def answer(job: str) -> Answer:
    """Take the answers, and work out anew what comes out."""
    found = job_of(job)
    if found.draft is None:
        return answer_import(found)
    _take(found)
    found.start(READING, work.draft)
    return redirect(ImportPage(found).address("show"), 303)


def _take(job: ImportJob) -> None:
    questions = job.draft.questions if job.draft else ()
    given = []
    for at, question in enumerate(questions):
        said = request.form.get(f"answer-{at}", "").strip()[:LONGEST_ANSWER] or question.taken
        if said != question.taken and _is_possible(question, said):
            given.append((question.kind, question.about, said))
    answers = job.choices.answers.with_later(answers_of(given))
    job.choices = replace(job.choices, answers=answers)


def _is_possible(question: OpenPoint, said: str) -> bool:
    return question.kind in ("manager", "line") or said in question.options

"""Do you need a chief customer officer? Eleven questions, and how the answers stand.

What is asked follows Bliss, *Chief Customer Officer*; the words and tips are our own.
"""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.model import Organisation, Reply
from orgdesign.resources import toml_beside
from orgdesign.value_objects import value_object


@value_object
class Question:
    """One question, answered yes or no, with a tip for those who answer no."""

    id: str
    asks: str
    tip: str


_WORDS = toml_beside(__file__, "readiness.toml")["officer"]
QUESTIONS: Mapping[str, Question] = {
    id_: Question(id_, **words) for id_, words in _WORDS["questions"].items()
}


@value_object
class HomeOption:
    """One way of giving the work a home, and when it fits."""

    name: str
    fits: str


CHOICES = tuple(HomeOption(**words) for words in _WORDS["homes"])

JOURNEY = (
    "Whichever you choose, it is a journey of about five years: the first brings agreement and "
    "a few visible repairs, the next ones shared metrics and hand-offs, the last ones a company "
    "that does it without being asked."
)


@value_object
class Standing:
    """How the answers stand: the questions answered yes, answered no, and not yet."""

    stands: tuple[Question, ...]
    missing: tuple[Question, ...]
    open: tuple[Question, ...]


def standing(organisation: Organisation) -> Standing:
    """Return which of the eleven stand, which are missing, and which nobody has answered."""
    replies = organisation.assessment.chief_customer_officer
    by_answer: dict[bool | None, list[Question]] = {True: [], False: [], None: []}
    for question in QUESTIONS.values():
        by_answer[replies.get(question.id, Reply()).answer].append(question)
    return Standing(tuple(by_answer[True]), tuple(by_answer[False]), tuple(by_answer[None]))

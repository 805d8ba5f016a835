"""What an import leaves open, as its page asks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgdesign.imports import OpenPoint
from orgdesign.value_objects import value_object

_WORDS = {
    "status": "What does the status “{about}” mean?",
    "manager": "Who is meant by the manager {about}?",
    "head": "Who leads {about}?",
    "unit": "Which unit is {about} under?",
    "line": "Whom does {about} report to?",
}
_OPTIONS = {
    "here": "Here: counts",
    "gone": "Has left",
    "later": "Not here yet",
    "vacant": "A vacancy",
    "nobody": "Nobody",
    "top": "At the top",
}


@value_object
class QuestionField:
    """A question as the page asks it: its field, its words, and what can be chosen."""

    field: str
    words: str
    rows: str
    options: tuple[tuple[str, str], ...]
    taken: str
    is_typed: bool


def open_questions(questions: Iterable[OpenPoint], *, names: bool) -> Iterator[QuestionField]:
    """Yield what an import leaves open; people are named only where names were asked for."""
    for at, question in enumerate(questions):
        about = _about(question, names=names)
        options = tuple((option, _OPTIONS.get(option, option)) for option in question.options)
        yield QuestionField(
            f"answer-{at}",
            _WORDS[question.kind].format(about=about),
            question.words,
            options,
            question.taken,
            question.kind in ("manager", "line"),
        )


def _about(question: OpenPoint, *, names: bool) -> str:
    is_name = question.kind in ("manager", "line") and any(map(str.isalpha, question.about))
    return "who is named there" if is_name and not names else question.about

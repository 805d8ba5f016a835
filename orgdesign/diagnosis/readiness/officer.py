"""Do you need a chief customer officer? Eleven questions, and how the answers stand.

What is asked follows Bliss, *Chief Customer Officer*; the words and tips are our own.
"""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.model import Organisation, Reply
from orgdesign.value_objects import value_object


@value_object
class Question:
    """One question, answered yes or no, with a tip for those who answer no."""

    id: str
    asks: str
    tip: str


QUESTIONS: Mapping[str, Question] = {
    question.id: question
    for question in (
        Question(
            "clarity",
            "Does somebody make clear what the company wants to accomplish with its customers?",
            "Ask five leaders, one by one, what customers should get. Where the answers differ, "
            "let one person write the outcome down and win all five for it.",
        ),
        Question(
            "alignment",
            "Is there a process by which the functions agree on it, and plan by it?",
            "Put the customer outcome on the first page of every function's plan. Let each say "
            "what it contributes before budgets are settled.",
        ),
        Question(
            "road-map",
            "Does a road map say what comes first, and where progress is measured?",
            "Begin with the two or three hand-offs where most customers are lost. "
            "A road map of forty projects is a list of wishes.",
        ),
        Question(
            "metrics",
            "Are there a few clear customer metrics that everyone agrees to use?",
            "Count customers won and lost before anything finer. "
            "A figure that two functions reckon differently settles nothing.",
        ),
        Question(
            "hand-offs",
            "Is it clear who does what, and who answers for it, where work is handed over?",
            "Follow one customer's case from desk to desk. At each ask: who has it now, "
            "and who hears of it when it is stuck?",
        ),
        Question(
            "participation",
            "Do people across the company really take part, and care what comes of it?",
            "Look at who still comes to the third meeting, and who sends a deputy. "
            "Those who come have seen what is in it for their own work: ask them what.",
        ),
        Question(
            "resources",
            "Are people, time and money set aside for it?",
            "Agree with their leaders on a share of named people's time. "
            "What comes on top of a full week is not done.",
        ),
        Question(
            "process",
            "Is there a way of working together across functions that everybody understands?",
            "Draw it on one page: who calls people together, who decides, by when, "
            "and what happens when two functions disagree.",
        ),
        Question(
            "attainable",
            "Do people see the work as something that they can achieve?",
            "Cut the first step until it fits into ninety days, and finish it where all can see.",
        ),
        Question(
            "told",
            "Are achievements told, to customers and inside the company?",
            "Tell customers what changed because of what they said. "
            "Tell the company the names of those who changed it.",
        ),
        Question(
            "rewarded",
            "Are recognition and reward tied to what is done for customers?",
            "Before you add a bonus for customers, find the bonus that pays for the opposite, "
            "and stop it.",
        ),
    )
}


@value_object
class HomeOption:
    """One way of giving the work a home, and when it fits."""

    name: str
    fits: str


CHOICES = (
    HomeOption(
        "The areas share it",
        "Most of it stands, in several functions, and their leaders settle differences without "
        "being called. Name for each question the role that sees to it, and keep a sponsor.",
    ),
    HomeOption(
        "An existing leader takes it on",
        "A leader has the trust of the other functions, and time can be cleared. Say openly what "
        "this person stops doing, or it remains an addition to a full week.",
    ),
    HomeOption(
        "A dedicated role",
        "Most of it is missing, and nobody is in a position to ask other functions to change. "
        "It takes a seat near the chief executive, and a mandate that the others have agreed to.",
    ),
)

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

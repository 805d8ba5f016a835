"""What an export leaves open: shown with its rows, and asked before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from orgdesign.cli.terminal import say

if TYPE_CHECKING:
    from orgdesign.imports import Answers, ImportedOrganisation, Notes, OpenPoint

Making = Callable[["Notes", "Answers"], "ImportedOrganisation"]
"""What makes an organisation of tables with some answers."""

_WORDS = {
    "status": 'What does the status "{about}" mean?',
    "manager": 'Who is meant by the manager "{about}"?',
    "head": "Who leads {about}?",
    "unit": "Which unit is {about} under?",
    "line": "Whom does {about} report to?",
}


def answers_given(said: Sequence[str]) -> Answers:
    """Return the answers that were given as options: ``KIND:ABOUT=ANSWER``."""
    from orgdesign.imports import answers_of

    given = []
    for option in said:
        kind, colon, rest = option.partition(":")
        about, equals, answer = rest.rpartition("=")
        if not (colon and equals and about.strip()):
            raise click.UsageError(
                'Write --answer KIND:ABOUT=ANSWER, such as "status:Bench=gone" or'
                ' "head:Sales=Head of Sales".'
            )
        given.append((kind.strip(), about.strip(), answer.strip()))
    return answers_of(given)


def asked_about(
    make: Making, met: Notes, answers: Answers, *, yes: bool
) -> tuple[ImportedOrganisation, Notes]:
    """Return what is made, with what people answer at a terminal to what is left open."""
    from orgdesign.imports import Notes, answers_of, summary

    notes = Notes([*met.sentences])
    made = make(notes, answers)
    is_asked = bool(notes.questions) and sys.stdin.isatty() and not yes
    _show(summary(made), notes, is_asked=is_asked)
    if not is_asked:
        return made, notes
    given = [(q.kind, q.about, said) for q in notes.questions if (said := _ask(q)) != q.taken]
    if given:
        notes = Notes([*met.sentences])
        made = make(notes, answers.with_later(answers_of(given)))
        _show(summary(made), notes, is_asked=False)
    return made, notes


def _show(summed_up: str, notes: Notes, *, is_asked: bool) -> None:
    say("")
    say(summed_up)
    for sentence in notes.sentences:
        say(f"- {sentence}")
    if notes.questions and not is_asked:
        say("Needs you, and can be said with --answer:")
        for question in notes.questions:
            where = f"  ({question.words})" if question.words else ""
            say(f'  "{question.kind}:{question.about}={_options(question)}"{where}')


def _options(question: OpenPoint) -> str:
    return " | ".join(question.options)


def _ask(question: OpenPoint) -> str:
    words = _WORDS[question.kind].format(about=question.about)
    say(f"{words} ({question.words})" if question.words else words)
    told = f"  {_options(question)}"
    answer: str = click.prompt(told, default=question.taken, show_default=True)
    return answer.strip()

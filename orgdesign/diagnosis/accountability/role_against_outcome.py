"""A role whose own words work against the outcome that it is there for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orgdesign.diagnosis.finding import Field, Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import quoted
from orgdesign.diagnosis.words import line, root, words
from orgdesign.model import Better, Measure, Organisation, Outcome, Role

_PUSHES: dict[Better, re.Pattern[str]] = {
    "lower": re.compile(
        r"\b(?:cheap\w*|cut|down|few|fewer|fewest|less|limit|little|low|lower|lowest|minimi[sz]e"
        r"|minimum|reduce|save|short|shorten|shorter|shortest|small|smallest|under)\b"
    ),
    "higher": re.compile(
        r"\b(?:boost|expand|grow|high|higher|highest|increase|lift|many|maximi[sz]e|maximum|more"
        r"|most|much|push|raise|sell)\b"
    ),
}
# "Cut no cost at the customer's expense" and "what customers pay" may mean the opposite.
_DOUBTFUL = re.compile(
    r"\b(?:before|customer|client|instead|never|no|nobody|not|only|patient|rather|their|them|they"
    r"|unless|without)(?:['\u2019]?s)?\b"
)
_NO_SUBJECT = frozenset(
    words(
        "a an and as at average by can each every for from in is it keep mean number of on one or"
        " our per rate than that the their to total we what with"
    )
)
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Pull:
    """A measure that a role is held to, and the customer measure of its outcome that suffers."""

    measure: Measure
    held: Place
    suffers: Measure
    outcome: Outcome


@rule(
    "accountability",
    "warning",
    title="Role whose text contradicts its outcome",
    why="Whoever does this job well, as it is written and measured, does the customer harm.",
)
def role_against_outcome(organisation: Organisation) -> Iterator[Finding]:
    """Yield each purpose or accountability that pushes what works against the role's outcome.

    Both must agree: a text that pushes a company measure the way that measure calls better, and
    that measure, by which the role is measured or paid, works against a customer measure of
    what the role or its functions serve.
    """
    ties = Ties(organisation)
    for role in organisation.roles.values():
        pulls = [*_pulls(ties, role)]
        for field, text in _texts(role):
            pull = next((each for each in pulls if _pushes(text, each)), None)
            if pull:
                yield _contradiction(role, field, text, pull)


def _texts(role: Role) -> Iterator[tuple[Field, str]]:
    if role.purpose:
        yield ("purpose",), role.purpose
    for index, text in enumerate(role.accountabilities):
        yield ("accountabilities", index), text


def _pulls(ties: Ties, role: Role) -> Iterator[_Pull]:
    measures = ties.organisation.measures
    harmful = [(measures[each], at) for each, at in _held_to(role) if measures[each].works_against]
    served = dict(_customer_measures(ties, role)) if harmful else {}
    for measure, held in harmful:
        for each in measure.works_against:
            if each in served and measure.kind != "customer":
                yield _Pull(measure, held, measures[each], served[each])


def _customer_measures(ties: Ties, role: Role) -> Iterator[tuple[str, Outcome]]:
    for function in ties.functions_of(role):
        if function.alignment.outcome:
            outcome = ties.outcomes[function.alignment.outcome]
            yield from ((each, outcome) for each in function.measures if _is_customer(ties, each))
    for id_ in ties.outcomes_of(role):
        outcome = ties.outcomes[id_]
        yield from ((each, outcome) for each in outcome.measures if _is_customer(ties, each))


def _is_customer(ties: Ties, measure: str) -> bool:
    return ties.organisation.measures[measure].kind == "customer"


def _held_to(role: Role) -> Iterator[tuple[str, Place]]:
    for index, reward in enumerate(role.rewarded_for):
        yield reward.measure, Place("role", role.id, ("rewarded_for", index))
    for index, measure in enumerate(role.measured_by):
        yield measure, Place("role", role.id, ("measured_by", index))


def _pushes(text: str, pull: _Pull) -> bool:
    said = line(text).casefold()
    better = pull.measure.better
    if better is None or _DOUBTFUL.search(said) or not _PUSHES[better].search(said):
        return False
    subject = _subject(pull.measure.name) - _subject(pull.suffers.name)
    return len(subject & _subject(said)) >= min(_ENOUGH, max(1, len(subject)))


def _subject(text: str) -> set[str]:
    return {root(word) for word in words(text) if word not in _NO_SUBJECT}


def _contradiction(role: Role, field: Field, text: str, pull: _Pull) -> Finding:
    return Finding(
        f"{role.title} is to {quoted(line(text))}, which works against"
        f" {quoted(line(pull.outcome.statement))}.",
        Place("role", role.id, field),
        f"Write what {role.title} is there to do for the customer, and hold it to"
        f" {quoted(pull.suffers.name)} rather than to {quoted(pull.measure.name)}.",
        (
            pull.held,
            Place("measure", pull.measure.id, ("works_against",)),
            Place("measure", pull.suffers.id),
            Place("outcome", pull.outcome.id, ("statement",)),
        ),
    )

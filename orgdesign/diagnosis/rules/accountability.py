"""Rules on accountability: whether somebody is answerable, and able to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from orgdesign.diagnosis.finding import Field, Finding, Place
from orgdesign.diagnosis.language import TextReader
from orgdesign.diagnosis.rules.role_texts import texts_of
from orgdesign.diagnosis.rules.rule import reading_rule, rule
from orgdesign.diagnosis.rules.vocabulary import provisional_words
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.diagnosis.words import line
from orgdesign.model import (
    PART_KINDS,
    Function,
    Handoff,
    Organisation,
    Outcome,
    PartKindName,
    Role,
    count_text,
)

MOST = 5
"""How many outcomes, functions and hand-offs together one role can answer for.

John Doerr, *Measure What Matters*: three to five objectives at a time.
"""
SURELY_POWERLESS = 1.0
"""So far ahead of every other reading, decisions are certain to need somebody else."""
LIKELY_POWERLESS, LIKELY_BARRED = 0.3, 0.5
"""So far ahead, one decision among others needs somebody else; so far, another text says so."""
READS_BARRED = 0.4
"""Such a text has to be so near to what needs somebody else, too."""
_FEW = 3
Answered = TypeVar("Answered", Function, Outcome, Handoff)


@rule("accountability", "warning")
def function_without_accountable_role(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that names no accountable role."""
    for function, place in _unanswered("function", organisation.functions.values()):
        yield finding("function-without-accountable-role", place, function=function.name)


@rule("accountability", "warning")
def outcome_without_accountable_role(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that names no accountable role."""
    for outcome, place in _unanswered("outcome", organisation.outcome.walk()):
        said = quoted(line(outcome.statement))
        yield finding("outcome-without-accountable-role", place, outcome=said)


@rule("accountability", "warning")
def handoff_without_accountable_role(organisation: Organisation) -> Iterator[Finding]:
    """Yield each hand-off that names no accountable role."""
    for handoff, place in _unanswered("handoff", organisation.handoffs.values()):
        giver, taker = (organisation.functions[end].name for end in (handoff.giver, handoff.taker))
        yield finding("handoff-without-accountable-role", place, giver=giver, taker=taker)


def _unanswered(kind: PartKindName, parts: Iterable[Answered]) -> Iterator[tuple[Answered, Place]]:
    """Yield each part that names no accountable role, and where it would."""
    for part in parts:
        if part.accountable is None:
            yield part, Place(kind, part.id, ("accountable",))


@rule("accountability", "warning")
def accountable_role_vacant(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that is accountable for something and vacant, also where words say so."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        held = ties.answers_for.get(role.id, [])
        if not held:
            continue
        said = {"role": role.title, "things": things_answered_for(ties, held)}
        if role.is_vacant:
            place = Place("role", role.id, ("vacant",))
            yield finding("accountable-role-vacant", place, *_accountable_places(held), **said)
        elif provisional := provisional_words(role):
            field, words = provisional
            yield finding(
                "accountable-role-vacant.in-words",
                Place("role", role.id, (field,)),
                *_accountable_places(held),
                words=quoted(line(words)),
                **said,
            )


@rule("accountability", "warning")
def role_overloaded(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that is accountable for more than ``MOST`` things."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        held = ties.answers_for.get(role.id, [])
        if len(held) > MOST:
            yield finding(
                "role-overloaded",
                Place("role", role.id),
                *_accountable_places(held),
                role=role.title,
                count=len(held),
                things=things_answered_for(ties, held),
                most=MOST,
            )


@rule("accountability", "warning")
def role_without_outcome(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that answers for no outcome and for no hand-off, in no aligned function."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        held = ties.answers_for.get(role.id, [])
        if ties.outcomes_of(role) or any(place.kind == "handoff" for place in held):
            continue
        yield _unreached(role, ties.functions_of(role))


@reading_rule("accountability", "warning")
def accountable_without_authority(
    organisation: Organisation, reader: TextReader
) -> Iterator[Finding]:
    """Yield each role that answers for something and whose decisions all need somebody else."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        held = ties.answers_for.get(role.id, [])
        if held and (powerless := _powerless(role, reader)):
            field, texts, certain = powerless
            is_all = field == ("decides",)
            yield finding(
                "accountable-without-authority"
                if is_all
                else "accountable-without-authority.partly",
                Place("role", role.id, field),
                *_accountable_places(held),
                certain=certain,
                role=role.title,
                things=things_answered_for(ties, held),
                words=joined(quoted(line(text)) for text in texts),
            )


def _powerless(role: Role, reader: TextReader) -> tuple[Field, tuple[str, ...], bool] | None:
    """Return the texts by which a role may decide nothing, with their field; None otherwise.

    All that it decides may need somebody else, or one of its other texts says so.
    """
    judgements = reader.read_all("roles", [line(text) for text in role.decides])
    if judgements and all(each.reads_as("powerless", LIKELY_POWERLESS) for each in judgements):
        certain = min(each.margin for each in judgements) >= SURELY_POWERLESS
        return ("decides",), role.decides, certain
    for field, text in texts_of(role):
        judgement, decides = reader.read("roles", line(text)), field[0] == "decides"
        is_near = decides or judgement.score >= READS_BARRED
        if is_near and judgement.reads_as(
            "powerless", LIKELY_POWERLESS if decides else LIKELY_BARRED
        ):
            return field, (text,), False
    return None


def things_answered_for(ties: Ties, held: Sequence[Place]) -> str:
    """Return what a role is accountable for: a few things by name, many by how many."""
    if len(held) <= _FEW:
        return joined(_names(ties, held))
    counted = Counter(PART_KINDS[place.kind] for place in held)
    return joined(count_text(many, kind.noun, kind.plural) for kind, many in counted.items())


def _accountable_places(held: Iterable[Place]) -> Iterator[Place]:
    """Yield the places that name the role."""
    yield from (Place(place.kind, place.id, ("accountable",)) for place in held)


def _names(ties: Ties, held: Sequence[Place]) -> Iterator[str]:
    functions = ties.organisation.functions
    for place in held:
        if place.kind == "function":
            yield functions[place.id].name
        elif place.kind == "outcome":
            yield quoted(line(ties.outcomes[place.id].statement))
        else:
            handoff = ties.organisation.handoffs[place.id]
            giver, taker = functions[handoff.giver].name, functions[handoff.taker].name
            yield f"the hand-off from {giver} to {taker}"


def _unreached(role: Role, functions: list[Function]) -> Finding:
    if not functions:
        place = Place("role", role.id, ("function",))
        return finding("role-without-outcome.nowhere", place, role=role.title)
    first, *others = (Place("function", each.id, ("alignment", "outcome")) for each in functions)
    return finding(
        "role-without-outcome",
        first,
        *others,
        Place("role", role.id),
        role=role.title,
        function=functions[0].name,
    )

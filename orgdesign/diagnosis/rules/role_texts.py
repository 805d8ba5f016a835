"""Rules on what roles say of themselves: against their outcome, the same as another, or shared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from orgdesign.diagnosis.finding import Field, Finding, Place
from orgdesign.diagnosis.language import Judgement, TextReader
from orgdesign.diagnosis.rules.double_ownership import MOST_COMPARED, Said, same_accountabilities
from orgdesign.diagnosis.rules.role_evidence import works_against
from orgdesign.diagnosis.rules.rule import reading_rule
from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import quoted
from orgdesign.diagnosis.words import line, root, words
from orgdesign.model import Better, Function, Measure, Organisation, Outcome, Role
from orgdesign.value_objects import value_object

OTHERWISE = 0.5
"""So far ahead, a text says what somebody gets or may not do, and not what they answer for."""
CLAIM_MARGIN = 1.2
"""So far one that says that somebody answers for a thing: “takes the blame” is not against it."""
MANY = 20
"""Among more texts than these a leader's is like one of their people's by chance."""
MOST_HOLDERS = 3
"""What more roles than these say in the same words describes their posts, and is no split."""
ENOUGH_WORDS = 7
"""So many words of a decision say how it is to be taken."""
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
_CLAIMS = pattern("accountabilities", "claims")
_JOINTLY = pattern("accountabilities", "jointly")
_ANSWERS = pattern("accountabilities", "answers")


@value_object
class _Pull:
    """A measure that a role is held to, and the customer measure of its outcome that suffers."""

    measure: Measure
    held: Place
    suffers: Measure
    outcome: Outcome


@reading_rule("accountability", "warning")
def role_against_outcome(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each purpose, accountability or decision that pulls against the role's outcome.

    It is certain where a text pushes a company measure the way that measure calls better, and
    that measure, by which the role is measured or paid, works against a customer measure of
    what the role or its functions serve. Else it is how the text reads.
    """
    ties = Ties(organisation)
    for role in organisation.roles.values():
        pulls = [*_pulls(ties, role)]
        for field, text in texts_of(role):
            pull = next((each for each in pulls if _pushes(text, each)), None)
            if pull:
                yield _contradiction(role, field, text, pull)
            elif _says_enough(field, text) and _is_against(reader, text):
                yield from _reads_against(ties, role, field, text)


@reading_rule("accountability", "warning")
def accountability_split(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each accountability that two roles have, or one with others, or one from elsewhere."""
    said = [
        (role, index, text)
        for role in organisation.roles.values()
        for index, text in enumerate(role.accountabilities)
    ]
    for role, index, text in said:
        if _JOINTLY.search(text):
            yield finding(
                "accountability-split.jointly",
                _accountability(role, index),
                certain=_ANSWERS.search(text) is not None,
                role=role.title,
                words=quoted(line(text)),
            )
    yield from _owned_twice(organisation, said, reader)
    yield from _answered_from_elsewhere(organisation)


def texts_of(role: Role) -> Iterator[tuple[Field, str]]:
    """Yield what a role says of itself, each text with its field."""
    if role.purpose:
        yield ("purpose",), role.purpose
    yield from ((("accountabilities", at), text) for at, text in enumerate(role.accountabilities))
    yield from ((("decides", at), text) for at, text in enumerate(role.decides))


def promise_of(ties: Ties, role: Role) -> tuple[str, Place] | None:
    """Return what the customer is promised where a role works, and where the file says so."""
    for function in ties.functions_of(role):
        if function.alignment.contribution:
            place = Place("function", function.id, ("alignment", "contribution"))
            return line(function.alignment.contribution), place
    for outcome in ties.outcomes_of(role):
        return line(ties.outcomes[outcome].statement), Place("outcome", outcome, ("statement",))
    return None


def _says_enough(field: Field, text: str) -> bool:
    """Whether a text says more than a matter that somebody decides: “Exclusions” says no more."""
    return field[0] != "decides" or not text.isascii() or len(words(text)) >= ENOUGH_WORDS


def _is_against(reader: TextReader, text: str) -> bool:
    """Whether a text reads as against an outcome; what claims a thing has to do so much more."""
    reading = reader.read("roles", line(text))
    if not works_against(reading, text):
        return False
    return reading.reads_as("against", CLAIM_MARGIN) or _CLAIMS.search(text) is None


def _reads_against(ties: Ties, role: Role, field: Field, text: str) -> Iterator[Finding]:
    promise = promise_of(ties, role)
    if promise:
        yield finding(
            "role-against-outcome.read",
            Place("role", role.id, field),
            promise[1],
            certain=False,
            role=role.title,
            words=quoted(line(text)),
            promise=quoted(promise[0]),
        )


def _owned_twice(
    organisation: Organisation, said: Sequence[Said], reader: TextReader
) -> Iterator[Finding]:
    """Yield what two roles both answer for: in the same words, or meaning the same.

    Without a reader only nearly the same words count. Among many, more is asked of a role and
    one above it.
    """
    holders = Counter(line(text) for _, _, text in said)
    readings = reader.read_all("roles", [line(text) for _, _, text in said])
    said = [
        each
        for each, reading in zip(said, readings, strict=True)
        if holders[line(each[2])] <= MOST_HOLDERS and not _claims_nothing(reading)
    ][:MOST_COMPARED]
    for pair in same_accountabilities(said, reader):
        (role, index, text), (other, index_of_other, theirs) = said[pair.one], said[pair.other]
        by_chance = len(said) > MANY and not pair.is_plain
        if by_chance and _is_above(organisation, role, other):
            continue
        yield finding(
            "accountability-split",
            _accountability(other, index_of_other),
            _accountability(role, index),
            certain=pair.certain,
            role=role.title,
            other=other.title,
            words=quoted(line(text)),
            theirs=quoted(line(theirs)),
        )


def _claims_nothing(reading: Judgement) -> bool:
    """Whether a text speaks of pay, or of what others decide."""
    return reading.reads_as("reward", OTHERWISE) or reading.reads_as("powerless", OTHERWISE)


def _answered_from_elsewhere(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that a role answers for which sits in neither it nor one above it."""
    for function in organisation.functions.values():
        role = organisation.roles.get(function.accountable or "")
        home = organisation.functions.get(role.function or "") if role else None
        if role and home and home.id not in _related(organisation, function):
            yield finding(
                "accountability-split.elsewhere",
                Place("function", function.id, ("accountable",)),
                Place("role", role.id, ("function",)),
                certain=False,
                role=role.title,
                function=function.name,
                home=home.name,
            )


def _is_above(organisation: Organisation, one: Role, other: Role) -> bool:
    """Whether one of two roles works in a function that leads that of the other."""
    homes = [organisation.functions.get(each.function or "") for each in (one, other)]
    mine, theirs = homes
    if mine is None or theirs is None or mine is theirs:
        return False
    return theirs.id in _related(organisation, mine) or mine.id in _related(organisation, theirs)


def _related(organisation: Organisation, function: Function) -> set[str]:
    """Return a function, those above it and those that report to it."""
    related = {
        each.id for each in organisation.functions.values() if each.reports_to == function.id
    }
    above: Function | None = function
    while above:
        related.add(above.id)
        above = organisation.functions.get(above.reports_to or "")
    return related


def _accountability(role: Role, index: int) -> Place:
    return Place("role", role.id, ("accountabilities", index))


def _pulls(ties: Ties, role: Role) -> Iterator[_Pull]:
    measures = ties.organisation.measures
    harmful = [(measures[each], at) for each, at in _held_to(role) if measures[each].works_against]
    served = dict(_customer_measures(ties, role)) if harmful else {}
    for measure, held in harmful:
        for suffering in measure.works_against:
            if suffering in served and measure.kind != "customer":
                yield _Pull(measure, held, measures[suffering], served[suffering])


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
    return finding(
        "role-against-outcome",
        Place("role", role.id, field),
        pull.held,
        Place("measure", pull.measure.id, ("works_against",)),
        Place("measure", pull.suffers.id),
        Place("outcome", pull.outcome.id, ("statement",)),
        role=role.title,
        words=quoted(line(text)),
        outcome=quoted(line(pull.outcome.statement)),
        good=quoted(pull.suffers.name),
        bad=quoted(pull.measure.name),
    )

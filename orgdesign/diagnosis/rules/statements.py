"""Rules on the statements of outcomes: whose side they are on, and whether they can be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import TextReader
from orgdesign.diagnosis.rules.desired_outcome import Part, missing
from orgdesign.diagnosis.rules.rule import reading_rule
from orgdesign.diagnosis.rules.statement_patterns import (
    customer_speaks,
    is_slogan,
    names_company_success,
    speaks_of_rivals,
)
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.diagnosis.words import line, words
from orgdesign.model import MeasureKind, Organisation, Outcome
from orgdesign.value_objects import value_object

WIDE_MARGIN = 0.9
"""So far ahead of every other reading, a reading of a statement is taken to be certain."""

_FAULTS = ("company", "output", "slogan")
_OPEN: Mapping[Part, str] = {
    "direction": "which way is better",
    "measure": "what is measured",
    "object": "what it is about",
    "context": "when or where it counts",
}
_SENTENCE_STARTS = frozenset(words("a an each i i'm i\u2019m it my our someone the there they we"))
_BURDENS = frozenset(words("cost days delay effort hours minutes risk time wait weeks"))


@value_object
class _Reading:
    """What a statement is instead of a customer's outcome, if anything, and whether for sure."""

    label: str = ""
    certain: bool = False

    @property
    def is_standing(self) -> bool:
        """Whether words tell that it is the company's, whatever it reads like."""
        return self.label == "company" and self.certain


@reading_rule("alignment", "warning")
def statement_about_the_company(
    organisation: Organisation, reader: TextReader
) -> Iterator[Finding]:
    """Yield each outcome whose statement says what the company gets, not the customer."""
    for outcome in organisation.outcome.walk():
        reading = _reading(outcome.statement, reader)
        if reading.label == "company":
            yield finding(
                "statement-about-the-company",
                _statement(outcome),
                *_measured(organisation, outcome, "company"),
                certain=reading.certain,
                outcome=quoted(line(outcome.statement)),
            )


@reading_rule("alignment", "warning")
def statement_is_output(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each outcome that says what is delivered, not what it does for somebody."""
    yield from _read_as(organisation, reader, "output", "statement-is-output")


@reading_rule("alignment", "warning")
def statement_not_measurable(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each outcome that is a slogan, which no customer could say came true.

    So may be a place among others, which is told as the company's wish too.
    """
    yield from _read_as(organisation, reader, "slogan", "statement-not-measurable")
    for outcome in organisation.outcome.walk():
        judgement = reader.read("statements", line(outcome.statement))
        if judgement.reads_as("slogan") and _reading(outcome.statement, reader).is_standing:
            said = quoted(line(outcome.statement))
            place = _statement(outcome)
            yield finding("statement-not-measurable", place, certain=False, outcome=said)


@reading_rule("alignment", "hint")
def statement_wording(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each outcome that lacks a direction, a measure, an object or a context.

    Of one that is read as something else than a customer's outcome other rules say more.
    """
    for outcome in organisation.outcome.walk():
        lacks = missing(outcome.statement)
        judgement = reader.read("statements", line(outcome.statement))
        is_other = judgement.label not in ("", "customer")
        if lacks and not is_other and not _reading(outcome.statement, reader).label:
            said = line(outcome.statement)
            yield finding(
                "statement-wording",
                _statement(outcome),
                outcome=quoted(said),
                parts=joined(_OPEN[part] for part in lacks),
                example=quoted(_better(said, lacks)),
            )


def _read_as(
    organisation: Organisation, reader: TextReader, label: str, text: str
) -> Iterator[Finding]:
    for outcome in organisation.outcome.walk():
        reading = _reading(outcome.statement, reader)
        if reading.label == label:
            said = quoted(line(outcome.statement))
            yield finding(text, _statement(outcome), certain=reading.certain, outcome=said)


def _reading(statement: str, reader: TextReader) -> _Reading:
    """Return what a statement is: by words that tell it for sure, else as it reads."""
    said = line(statement)
    judgement = reader.read("statements", said)
    if customer_speaks(said):
        return _Reading()
    if names_company_success(said) and not judgement.reads_as("slogan", WIDE_MARGIN):
        return _Reading("company", certain=True)
    if judgement.label in _FAULTS and judgement.margin >= WIDE_MARGIN:
        return _Reading(judgement.label, certain=True)
    if is_slogan(said) or speaks_of_rivals(said):
        return _Reading("slogan" if is_slogan(said) else "company")
    return _Reading(judgement.label if judgement.label in _FAULTS else "")


def _statement(outcome: Outcome) -> Place:
    return Place("outcome", outcome.id, ("statement",))


def _measured(organisation: Organisation, outcome: Outcome, kind: MeasureKind) -> tuple[Place, ...]:
    measures = (organisation.measures[each] for each in outcome.measures)
    return tuple(Place("measure", each.id, ("kind",)) for each in measures if each.kind == kind)


def _better(said: str, lacks: tuple[Part, ...]) -> str:
    """Return a statement with what it lacks, or a pattern where its words do not tell enough."""
    when = ", when …" if "context" in lacks else ""
    if lacks == ("context",):
        return f"{said}{when}"
    first, second = [*words(said), "", ""][:2]
    if "direction" in lacks and "object" not in lacks and first in _SENTENCE_STARTS:
        if "measure" in lacks:
            return f"Raise the likelihood that {_inner(said)}{when}"
        if second in _BURDENS:
            return f"Reduce {_inner(said)}{when}"
    return "Shorten the time until I …, when …"


def _inner(said: str) -> str:
    """Return a sentence as it stands within another."""
    return said if said.startswith(("I ", "I'", "I\u2019")) else said[0].lower() + said[1:]

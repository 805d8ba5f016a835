"""Rules on the statements of outcomes: whose side they are on, and whether they can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import TextReader
from orgdesign.diagnosis.rules.desired_outcome import Part, missing
from orgdesign.diagnosis.rules.rule import reading_rule
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.diagnosis.words import line, words
from orgdesign.model import MeasureKind, Organisation, Outcome

WIDE_MARGIN = 0.9
"""So far ahead of every other reading, a reading of a statement is taken to be certain."""

_CUSTOMER_SPEAKS = re.compile(r"\b(?:i|me|my|mine|myself)\b")
_COMPANY = re.compile(
    r"""\b(?:
    cross[-\ ]?sell(?:ing)? | up[-\ ]?sell(?:ing)? | share\ of\ wallet | wallet\ share
    | market\ (?:lead(?:er|ership)|share) | lifetime\ value | shareholder\ value | churn | ebitda?
    | cost\ to\ serve
    | (?:client|customer|member)\ (?:acquisition|loyalty|profitability|retention)
    | brand\ awareness | sales\ targets? | conversion\ rates? | (?:average\ )?handling\ times?
    | cost\ per\ (?:call|claim|contact|customer|order|visit)
    | (?:accounts|contracts|income|items|offers|orders|policies|products|profit|revenue|sales
        |services|spend|turnover)
      \ per\ (?:account|client|customer|household|member|policyholder|user|visitor)
    | (?:boost|double|drive|grow|improve|increase|lift|maximi[sz]e|raise)
      (?:\ (?:the|our|annual|gross|net|operating|overall|total))*
      \ (?:earnings|(?:profit\ )?margins?|profits?|profitability|revenues?|sales|turnover)
      (?=$|[,;:.]|\ (?:and|by|each|every|in|next|over|this|to|while|with)\b)
    )(?!\w)""",
    re.VERBOSE,
)
_OPEN: Mapping[Part, str] = {
    "direction": "which way is better",
    "measure": "what is measured",
    "object": "what it is about",
    "context": "when or where it counts",
}
_SENTENCE_STARTS = frozenset(words("a an each i i'm i\u2019m it my our someone the there they we"))
_BURDENS = frozenset(words("cost days delay effort hours minutes risk time wait weeks"))


@reading_rule("alignment", "warning")
def statement_about_the_company(
    organisation: Organisation, reader: TextReader
) -> Iterator[Finding]:
    """Yield each outcome whose statement says what the company gets, not the customer."""
    for outcome in organisation.outcome.walk():
        sure = _names_company_success(outcome)
        judgement = reader.read("statements", line(outcome.statement))
        if sure or (judgement.reads_as("company") and not _first_person(outcome)):
            yield finding(
                "statement-about-the-company",
                _statement(outcome),
                *_measured(organisation, outcome, "company"),
                certain=sure or judgement.margin >= WIDE_MARGIN,
                outcome=quoted(line(outcome.statement)),
            )


@reading_rule("alignment", "warning")
def statement_is_output(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each outcome that says what is delivered, not what it does for somebody."""
    yield from _read_as(organisation, reader, "output", "statement-is-output")


@reading_rule("alignment", "warning")
def statement_not_measurable(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each outcome that is a slogan, which no customer could say came true."""
    yield from _read_as(organisation, reader, "slogan", "statement-not-measurable")


@reading_rule("alignment", "hint")
def statement_wording(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each outcome that lacks a direction, a measure, an object or a context.

    Of one that is read as something else than a customer's outcome other rules say more.
    """
    for outcome in organisation.outcome.walk():
        lacks = missing(outcome.statement)
        judgement = reader.read("statements", line(outcome.statement))
        says_more = judgement.label not in ("", "customer")
        if lacks and not says_more and not _names_company_success(outcome):
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
        said = line(outcome.statement)
        judgement = reader.read("statements", said)
        if (
            judgement.reads_as(label)
            and not _first_person(outcome)
            and not _names_company_success(outcome)
        ):
            certain = judgement.margin >= WIDE_MARGIN
            yield finding(text, _statement(outcome), certain=certain, outcome=quoted(said))


def _names_company_success(outcome: Outcome) -> bool:
    """Whether a statement is surely the company's wish: no customer speaks in it of themselves."""
    said = line(outcome.statement).casefold()
    return _COMPANY.search(said) is not None and not _CUSTOMER_SPEAKS.search(said)


def _first_person(outcome: Outcome) -> bool:
    return _CUSTOMER_SPEAKS.search(line(outcome.statement).casefold()) is not None


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

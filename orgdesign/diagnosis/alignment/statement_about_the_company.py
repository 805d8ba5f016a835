"""An outcome that says what the company gets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.diagnosis.words import line
from orgdesign.model import MeasureKind, Organisation, Outcome

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


@rule(
    "alignment",
    "warning",
    title="Outcome about the company",
    why="No customer wants it for themselves; whoever works for it works on the customer.",
)
def statement_about_the_company(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome whose statement says what the company gets, not the customer."""
    for outcome in organisation.outcome.walk():
        if is_about_the_company(outcome):
            yield Finding(
                f"{quoted(line(outcome.statement))} says what the company gets, not the customer.",
                Place("outcome", outcome.id, ("statement",)),
                "Say what the customer gets, in the customer's words. What the company gets from"
                " it can be a company measure.",
                _measured(organisation, outcome, "company"),
            )


def is_about_the_company(outcome: Outcome) -> bool:
    """Whether a statement is surely the company's wish: no customer speaks in it of themselves."""
    said = line(outcome.statement).casefold()
    return _COMPANY.search(said) is not None and not _CUSTOMER_SPEAKS.search(said)


def _measured(organisation: Organisation, outcome: Outcome, kind: MeasureKind) -> tuple[Place, ...]:
    measures = (organisation.measures[each] for each in outcome.measures)
    return tuple(Place("measure", each.id, ("kind",)) for each in measures if each.kind == kind)

"""Statements of which a few words tell, in five languages, that no customer would say them."""

from __future__ import annotations

import re

from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.diagnosis.words import line

_CUSTOMER_SPEAKS = pattern("statements", "customer_speaks")
_STANDING = pattern("statements", "standing")
_RIVALS = pattern("statements", "rivals")
_SLOGANS = pattern("statements", "slogans")
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


def customer_speaks(statement: str) -> bool:
    """Whether somebody says in a statement what they get themselves."""
    return _CUSTOMER_SPEAKS.search(statement) is not None


def names_company_success(statement: str) -> bool:
    """Whether a statement is surely the company's: a figure of its own, or a place among others."""
    said = _plain(statement)
    named = _COMPANY.search(said) or _STANDING.search(said)
    return named is not None and not customer_speaks(statement)


def speaks_of_rivals(statement: str) -> bool:
    """Whether a statement is likely the company's, as it tells whom customers would go to."""
    return _RIVALS.search(_plain(statement)) is not None and not customer_speaks(statement)


def is_slogan(statement: str) -> bool:
    """Whether a statement is likely a slogan: a pledge that holds no figure and nobody speaks."""
    said = _plain(statement)
    promises = _SLOGANS.search(said) is not None and not any(map(str.isdigit, said))
    return promises and not customer_speaks(statement)


def _plain(statement: str) -> str:
    return line(statement).casefold()

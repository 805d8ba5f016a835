"""The words of several languages by which people say a known thing, read from their file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from orgdesign.diagnosis.words import words
from orgdesign.model import Role
from orgdesign.resources import toml_beside


def pattern(section: str, name: str) -> re.Pattern[str]:
    """Return one expression for all ways to say a thing, in any of the languages."""
    return cast(re.Pattern[str], _Expression(section, name))


def word_list(name: str) -> frozenset[str]:
    """Return words that say nothing by themselves."""
    return frozenset(words(_vocabulary()["words"][name]))


class _Expression:
    """An expression that is compiled when it is first asked of a text, as few are in any file."""

    def __init__(self, section: str, name: str) -> None:
        self._section, self._name = section, name

    def __getattr__(self, way: str) -> Any:
        ways = _vocabulary()[self._section][self._name]
        self.__dict__[way] = answer = getattr(re.compile("|".join(ways), re.IGNORECASE), way)
        return answer


@cache
def _vocabulary() -> Mapping[str, Any]:
    return toml_beside(__file__, "vocabulary.toml")


_NOBODY = pattern("seats", "nobody")
_NO_NAME = pattern("seats", "no_name")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'\u2019-]*\s+){1,4}[^\W\d_a-z][\w.'\u2019-]*")
_SENTENCE = re.compile(
    r"(?!(?:al|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|vom|von|zu)\b)[a-zà-ÿ]+"
    r"(?:\W+\w+){3,}|.*[\u3040-\u9fff](?:を|まで|[がはに].*[るいた]$)"
)
_TITLE = pattern("seats", "titles")
_EDGES = "()\uff08\uff09[] ,\u2013\u2014:;-"
_REMARK = pattern("seats", "remarks")


def provisional_words(role: Role) -> tuple[str, str] | None:
    """Return the field and the words that say a seat is empty or held for a time; None otherwise.

    A title says so in brackets or after a dash, and elsewhere only in words that cannot mean
    anything else: an Acting School has a head for good.
    """
    if role.status == "acting":
        return "status", role.status
    for holder in role.holders:
        if _is_nobody(holder):
            return "holder", holder
    for remark in _REMARK.findall(role.title):
        if _NOBODY.search(remark):
            return "title", remark.strip(_EDGES)
    provisional = _TITLE.search(role.title)
    return ("title", provisional[0]) if provisional else None


def _is_nobody(holder: str) -> bool:
    """Whether a holder is no person: words that only may mean so are not looked for in a name.

    A sentence is no name either: “someone from sales does it when there is time”.
    """
    if _NOBODY.search(holder) or _SENTENCE.match(holder):
        return True
    return not _NAME.fullmatch(holder) and _NO_NAME.search(holder) is not None

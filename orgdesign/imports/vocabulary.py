"""What the headers of HR exports mean, and which columns are never read."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MEANINGS = {
    "person": "a person's number",
    "post": "a post's number",
    "name": "name",
    "first_name": "first name",
    "last_name": "last name",
    "email": "e-mail address, only to find who reports to whom",
    "manager": "whom they report to, by number",
    "manager_name": "whom they report to, by name",
    "manager_email": "whom they report to, by e-mail address",
    "manager_chain": "everyone above, a column for each level",
    "dotted": "dotted line",
    "title": "title of the post",
    "title_code": "code of the title",
    "accountabilities": "what the post answers for",
    "company": "organisation",
    "division": "division",
    "department": "department",
    "unit": "unit",
    "team": "team",
    "unit_path": "path of units",
    "unit_code": "code of the unit",
    "unit_parent": "the unit above",
    "status": "status",
    "ended": "end of employment",
    "vacant": "whether the post is vacant",
    "fte": "full-time equivalent",
    "count": "number of posts",
    "effective": "date from which the row holds",
}
"""What a column can mean, in words."""

LEVELS = ("company", "division", "department", "unit", "team")
"""The meanings that name a part of the organisation, the largest first."""

_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)|\b(?:required|optional)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CHAIN = re.compile(r"(?:manager|management|supervisor)(?:chain)?level0*(\d+)")
# What may stand before a known header without changing what it means.
_BEFORE = {"current", "employee", "employees", "worker", "primary", "person", "staff", "main", "my"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header means: ``rank`` orders headers of one meaning, the best first."""

    name: str
    rank: int
    is_sure: bool = True


def squeezed(header: str) -> str:
    """Return the letters and digits of a header, without what exports add to it.

    >>> squeezed("Email Address [Required]"), squeezed("reports_to")
    ('emailaddress', 'reportsto')
    """
    plain = unicodedata.normalize("NFKC", header).replace("#", " number")
    return _BETWEEN.sub("", _BRACKETS.sub(" ", plain) or plain).casefold()


def meaning_of(header: str) -> Meaning | None:
    """Return what a header means; None where it is not known."""
    known = _known()
    plain = squeezed(header)
    if level := _CHAIN.fullmatch(plain):
        return Meaning("manager_chain", int(level[1]))
    if plain in known:
        return known[plain]
    words = _words(header)
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
        if found := known.get("".join(words)):
            return Meaning(found.name, found.rank + 100, is_sure=False)
    return None


def is_confidential(header: str) -> bool:
    """Return whether a header speaks of pay, birth, health, contact or the like."""
    if (known := meaning_of(header)) and known.is_sure:
        return False
    never = _file()["never"]
    words = _words(header)
    return any(word in never["words"] for word in words) or any(
        part in "".join(words) for part in never["parts"]
    )


def _words(header: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", _BRACKETS.sub(" ", header))
    return [word.casefold() for word in _BETWEEN.split(_CAMEL.sub(" ", plain)) if word]


@cache
def _file() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("headers.toml").read_text("utf-8"))


@cache
def _known() -> Mapping[str, Meaning]:
    return {
        squeezed(header): Meaning(name, rank)
        for name, headers in _file()["meanings"].items()
        for rank, header in enumerate(headers)
    }

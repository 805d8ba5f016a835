"""What the headers of HR exports mean, and which columns are never read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from orgdesign.imports.header_grammar import meaning_of_tokens, tokens_of
from orgdesign.imports.normalisation import fold_text, header_key
from orgdesign.imports.words import word_lists
from orgdesign.model import WORD_BREAKS
from orgdesign.value_objects import value_object

MEANINGS = {
    "person": "a person's number",
    "other_id": "another number of the person",
    "login": "user name",
    "post": "a post's number",
    "name": "name",
    "first_name": "first name",
    "last_name": "last name",
    "other_name": "another name of the person, to find who reports to whom",
    "email": "e-mail address, only to find who reports to whom",
    "manager": "whom they report to, by number",
    "manager_name": "whom they report to, by name",
    "manager_first_name": "whom they report to, first name",
    "manager_last_name": "whom they report to, last name",
    "manager_email": "whom they report to, by e-mail address",
    "manager_title": "whom they report to, by title of the post",
    "manager_chain": "everyone above, a column for each level",
    "dotted": "dotted line",
    "relation": "kind of reporting line",
    "assistant": "whether the post is an assistant's",
    "title": "title of the post",
    "title_code": "code of the title",
    "purpose": "purpose of the post",
    "accountabilities": "what the post answers for",
    "decides": "what the post decides",
    "measured_by": "what the post is measured by",
    "rewarded_for": "what the post is rewarded for",
    "version": "version of the description",
    "agreed_by": "who agreed the description",
    "attribute": "kept as a fact of the post",
    "section": "kept as a section of the role's description",
    "company": "organisation",
    "division": "division",
    "department": "department",
    "unit": "unit",
    "team": "team",
    "level": "level of a hierarchy, a column for each",
    "depth": "depth in a hierarchy, as a number",
    "unit_path": "path of units",
    "unit_code": "code of the unit",
    "unit_parent": "the unit above",
    "unit_head": "head of the unit",
    "status": "status",
    "active": "whether somebody is there",
    "inactive": "whether somebody has left",
    "ended": "end of employment",
    "vacant": "whether the post is vacant",
    "fte": "full-time equivalent",
    "count": "number of posts",
    "started": "beginning of employment",
    "effective": "date from which the row holds",
    "snapshot": "day of which the list is",
}
"""What a column can mean, in words."""

SEVERAL = frozenset({"manager_chain", "level", "attribute", "section", "dotted"})
"""What more than one column can mean."""

LEVELS = ("company", "division", "department", "unit", "team")
"""The meanings that name a part of the organisation, the largest first."""

_CHAIN = re.compile(
    r"(?:manager|management|supervisor|reportingline)(?:chain)?(?:level|l)?0*(\d+)|"
    r"(?:l|level|lvl)0*(\d+)(?:manager|supervisor|boss|lead(?:er)?)(?:name)?"
)
_LEVEL = re.compile(
    r"(?:org|organisation|organization|hierarchy|unit|orgunit)?(?:level|lvl|ebene|niveau|nivel|livello|poziom|レベル|"
    r"階層|层级|级别|레벨|уровень|seviye|kademe|tier|layer)0*(\d+)(?:name)?|(\d+)(?:level|級|级)|"
    r"(?:org|organisation|organization|hierarchy|unit|orgunit|department|dept)l0*(\d+)"
)
_EASTERN_NUMBERS = "一二三四五六七八九"
_EASTERN_LEVEL = re.compile(rf"([{_EASTERN_NUMBERS}])[级級](?:部门|部門|组织|機構|机构|单位)?")
# What may stand before a known header without changing what it means.
_GRAMMAR_RANK = 50
# What may stand behind the header of a fact and says that it is its name: "Grade Name".
_BEHIND = {"name", "code", "id", "description", "desc", "bezeichnung", "text"}
_BEFORE = {"current", "employee", "employees", "worker", "primary", "person", "staff", "main", "my"}


@value_object
class Meaning:
    """What a header means: ``rank`` orders headers of one meaning, the best first."""

    name: str
    rank: int
    is_sure: bool = True


@cache
def meaning_of(header: str) -> Meaning | None:
    """Return what a header means; None where it is not known."""
    known, plain = _vocabulary_index(), header_key(header)
    if level := _CHAIN.fullmatch(plain):
        return Meaning("manager_chain", int(level[1] or level[2]))
    if plain in known:
        return known[plain]
    if level := _LEVEL.fullmatch(plain):
        return Meaning("level", int(level[1] or level[2] or level[3]))
    if level := _EASTERN_LEVEL.fullmatch(plain):
        return Meaning("level", _EASTERN_NUMBERS.index(level[1]) + 1)
    if found := _resembling(header, known):
        return found
    name = meaning_of_tokens(tokens_of(header))
    if name:
        return Meaning(name, _GRAMMAR_RANK)
    words = header_words(header)
    bare = known.get("".join(words[:-1])) if words[-1:] and words[-1] in _BEHIND else None
    return Meaning("attribute", _GRAMMAR_RANK) if bare and bare.name == "attribute" else None


def _resembling(header: str, known: Mapping[str, Meaning]) -> Meaning | None:
    words = header_words(header)
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
        if found := known.get("".join(words)):
            return Meaning(found.name, found.rank + 100, is_sure=False)
    return None


@cache
def is_confidential(header: str) -> bool:
    """Return whether a header speaks of pay, birth, health, contact or the like."""
    if header_key(header) in _vocabulary_index():
        return False
    words, parts = _never()
    spelt = header_words(header)
    joined = "".join(spelt)
    known = meaning_of(header)
    if known is not None and known.name in ("email", "manager_email"):
        private = map(fold_text, word_lists("headers", "never")["private"])
        return any(word in spelt or (len(word) == 2 and word in joined) for word in private)
    return any(word in words for word in spelt) or any(part in joined for part in parts)


def header_words(header: str) -> list[str]:
    """Return the words of a header, folded."""
    return [word for word in WORD_BREAKS.split(fold_text(_spaced(header))) if word]


_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _spaced(header: str) -> str:
    plain = _BRACKETS.sub(" ", header)
    return _CAMEL.sub(" ", plain if plain.strip() else header)


@cache
def _never() -> tuple[frozenset[str], tuple[str, ...]]:
    never = word_lists("headers", "never")
    return frozenset(map(fold_text, never["words"])), tuple(map(header_key, never["parts"]))


@cache
def _vocabulary_index() -> Mapping[str, Meaning]:
    return {
        header_key(header): Meaning(name, rank)
        for name, headers in reversed([*word_lists("headers", "meanings").items()])
        for rank, header in reversed([*enumerate(headers)])
    }

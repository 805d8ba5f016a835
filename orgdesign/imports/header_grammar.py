"""Headers that are made of known words: what the words are, and what they mean together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.words import folded_words, word_lists
from orgdesign.model import WORD_BREAKS

Tokens = frozenset[str]

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SHORTEST_INSIDE, _SHORTEST_END = 4, 2
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_LEVELS = ("team", "unit", "department", "division", "company")


def tokens_of(header: str) -> Tokens:
    """Return what the words of a header say; nothing where any of it is not known."""
    whole = _CAMEL.sub(" ", header.replace("#", " number ").replace("№", " number "))
    return _read(fold_text(whole)) or _read(
        fold_text(re.sub(r"[\[(（][^\])）]*[\])）]", " ", whole))
    )


def _read(text: str) -> Tokens:
    known = _vocabulary_index()
    words = [word for word in WORD_BREAKS.split(text) if word]
    at, found = 0, set[str]()
    while at < len(words):
        step, said = _phrase(words, at, known)
        if not step:
            return frozenset()
        found |= said
        at += step
    return frozenset(found)


def _phrase(words: list[str], at: int, known: Mapping[str, Tokens]) -> tuple[int, Tokens]:
    for end in range(min(len(words), at + 5), at, -1):
        if said := known.get("".join(words[at:end])):
            return end - at, said
    word = words[at]
    if word in folded_words("small") or word.isdigit():
        return 1, frozenset({"filler"})
    inside = _compound(word, known)
    return (1, inside) if inside else (0, frozenset())


def _compound(word: str, known: Mapping[str, Tokens]) -> Tokens:
    """Return what a word made of several says: ``vorgesetztennummer``, ``上司社員番号``."""
    shortest = 1 if not word.isascii() and ord(max(word)) > 0x2E80 else _SHORTEST_INSIDE
    best: list[tuple[int, Tokens] | None] = [(0, frozenset()), *[None] * len(word)]
    for start in range(len(word)):
        held = best[start]
        if held is None:
            continue
        for end in range(start + min(shortest, _SHORTEST_END), len(word) + 1):
            if end - start < shortest and (end < len(word) or not start):
                continue
            said = known.get(word[start:end])
            if said and ((there := best[end]) is None or held[0] + 1 < there[0]):
                best[end] = held[0] + 1, held[1] | said
        if start and word[start] in "sn" and best[start + 1] is None:  # German joins words so
            best[start + 1] = held
    whole = best[len(word)]
    return whole[1] if whole else frozenset()


def meaning_of_tokens(tokens: Tokens) -> str | None:
    """Return what a header of these words means; None where they mean nothing together."""
    said = set(tokens) - {"filler"}
    if not said:
        return None
    units = [level for level in _LEVELS if level in said]
    for rule in _RULES:
        if rule[0] <= said and not rule[1] & said:
            return rule[2]
    if units and "parent" in said:
        return _of_unit(units[0], said - {"manager"})
    if units and said & {"manager", "head"}:
        return "unit_head"
    if units:
        return _of_unit(units[0], said)
    return None


def _of_unit(level: str, said: set[str]) -> str | None:
    rest = said - {*_LEVELS, "name", "person", "title", "post"}
    if "path" in rest:
        return "unit_path"
    if "parent" in rest:
        return "unit_parent"
    if rest <= {"id"}:
        return "unit_code" if rest else level
    return None


# What has to stand in a header, what must not, and what it then means; the first that fits.
_RULES: tuple[tuple[frozenset[str], frozenset[str], str], ...] = tuple(
    (frozenset(needed.split()), frozenset(without.split()), meaning)
    for needed, without, meaning in (
        ("relation", "", "relation"),
        ("type", "", "attribute"),
        ("ended", "manager", "ended"),
        ("started", "manager", "started"),
        ("snapshot", "", "snapshot"),
        ("effective", "", "effective"),
        ("assistant", "name email", "assistant"),
        ("fte", "", "fte"),
        ("inactive", "date", "inactive"),
        ("inactive date", "", "ended"),
        ("active", "manager date", "active"),
        ("dotted manager", "", "dotted"),
        ("dotted", "team unit department division company title", "dotted"),
        ("manager path", "team unit department division company", "manager_chain"),
        ("manager parent", "department unit team division company", "manager"),
        ("manager first", "last name", "manager_first_name"),
        ("manager first name", "last", "manager_first_name"),
        ("manager last name first", "", "manager_name"),
        ("manager last", "", "manager_last_name"),
        ("manager email", "", "manager_email"),
        ("manager login", "", "manager"),
        ("manager id", "department unit team division company", "manager"),
        ("manager post", "department unit team division company", "manager"),
        ("manager title", "department unit team division company", "manager_title"),
        ("manager status", "", ""),
        ("manager", "department unit team division company head date count", "manager_name"),
        ("status", "manager", "status"),
        ("vacant", "", "vacant"),
        ("count", "id", "count"),
        ("first last", "", "name"),
        ("first", "team unit department division company", "first_name"),
        ("last", "team unit department division company", "last_name"),
        ("email", "team unit department division company", "email"),
        ("login", "", "login"),
        ("post id", "team unit department division company", "post"),
        ("title id", "team unit department division company", "title_code"),
        ("post", "team unit department division company parent", "title"),
        ("title", "team unit department division company parent person", "title"),
        ("title person", "team unit department division company parent id", "title"),
        ("person id", "team unit department division company", "person"),
        ("name person", "team unit department division company", "name"),
        ("name", "team unit department division company level path parent", "name"),
        ("person", "team unit department division company level path parent date", "name"),
        ("path", "", "unit_path"),
        ("parent id", "team unit department division company", "manager"),
        ("level id", "", ""),
        ("level", "", "depth"),
    )
)


@cache
def _vocabulary_index() -> Mapping[str, Tokens]:
    tokens = word_lists("tokens", "tokens")
    known: dict[str, set[str]] = {}
    for kind, phrases in tokens.items():
        for phrase in phrases:
            for spelt in {phrase, _without_umlauts(phrase)}:
                known.setdefault(WORD_BREAKS.sub("", fold_text(spelt)), set()).add(kind)
    return {phrase: frozenset(_one_of(kinds)) for phrase, kinds in known.items() if phrase}


def _without_umlauts(phrase: str) -> str:
    return "".join(_UMLAUTS.get(letter, letter) for letter in phrase)


def _one_of(kinds: set[str]) -> set[str]:
    """Return which of several things a word says: what names people before what names units."""
    order = (
        *(
            "relation",
            "type",
            "ended",
            "started",
            "snapshot",
            "effective",
            "fte",
            "manager",
            "last",
            "first",
            "title",
            "department",
            "division",
        ),
        *("unit", "team", "company", "email", "login", "person", "id", "name", "post", "status"),
    )
    first = next((kind for kind in order if kind in kinds), None)
    if first is None:
        return kinds
    return {first, "parent"} if first == "manager" and "parent" in kinds else {first}

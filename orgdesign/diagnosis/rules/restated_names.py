"""Contributions that say no more than what their function is called, in five languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from orgdesign.diagnosis.rules.vocabulary import pattern, word_list
from orgdesign.diagnosis.words import plain_letters, words
from orgdesign.model import Function

Restatement = Literal["", "nearly", "only"]
"""Whether a contribution is the name of its function: no, but for a word or two, or only that."""

LONGER = 2
"""So many words behind its own name say what a function is, not what it does for anybody."""
REMEMBERED = 20_000
"""Of how many contributions it is remembered: several rules ask, of each edition of a file."""
TWICE = 2
"""Who says their own name so often may say one word more, and still says nothing."""
SHORTEST = 4
"""Words that are alike in fewer letters have nothing to do with each other."""
SAME_STEM = 0.65
"""Words of one stem are alike in so much of the shorter one, from its first letter on."""
LONGEST_ENDING, MOST_ENDINGS = 3, 5
"""So many letters may stand behind a name in a word, and behind a stem in two."""

_EMPTY = frozenset(map(plain_letters, word_list("fillers") | word_list("empty")))
_FILLERS = word_list("fillers")
_WORD = re.compile(r"[^\W_]+")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_EMPTY_JAPANESE = pattern("contributions", "empty_japanese")
_UNIT_JAPANESE = re.compile("(?<=..)[課部係室班局所科組隊]$")


def restated_name(function: Function) -> Restatement:
    """Return whether a contribution only says what its function is called."""
    return _restatement(function.alignment.contribution or "", function.name)


@lru_cache(REMEMBERED)
def _restatement(said: str, name: str) -> Restatement:
    if _JAPANESE.search(said):
        return "only" if _is_japanese_name(said, name) else ""
    left, named = _beyond(said, name)
    if named and not left:
        return "only"
    says_it_twice = len(named) >= TWICE and len(left) == 1 and not left[0].isdigit()
    return "nearly" if says_it_twice or _is_a_longer_name(said, name) else ""


def _beyond(said: str, name: str) -> tuple[list[str], list[str]]:
    """Return the words of a text that say more than a name, and those that are of the name."""
    names = [*_folded(name)]
    spoken = [word for word in _folded(said) if word in names or word not in _EMPTY]
    named = [word for word in spoken if any(_is_of_name(word, own) for own in names)]
    telling = [word for word in named if word not in _EMPTY] or named
    return [word for word in spoken if word not in named], telling


def _folded(text: str) -> Iterable[str]:
    return _WORD.findall(plain_letters(text))


def _is_of_name(word: str, own: str) -> bool:
    """Whether a word is one of a name, of its stem, or a part that it is compounded of."""
    if word == own:
        return True
    if min(len(word), len(own)) < SHORTEST:
        return False
    if word.startswith(own):
        behind = word.removeprefix(own)
        if len(behind) <= LONGEST_ENDING or behind.lstrip("s") in _EMPTY:
            return True
    return _is_a_part(word, own) or _have_one_stem(word, own)


def _is_a_part(word: str, own: str) -> bool:
    """Whether a word stands in another, but for a letter or two at its end."""
    return any(word[:end] in own for end in range(max(SHORTEST, len(word) - 2), len(word) + 1))


def _have_one_stem(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    unlike = (at for at, (mine, theirs) in enumerate(pairs) if mine != theirs)
    shared = next(unlike, min(len(one), len(other)))
    endings = max(len(one), len(other)) - shared
    least = max(SHORTEST, SAME_STEM * min(len(one), len(other)))
    return shared >= least and endings <= MOST_ENDINGS


def _is_a_longer_name(said: str, name: str) -> bool:
    """Whether a text is a name with a word or two behind it."""
    spoken = [word for word in words(said) if word not in _FILLERS]
    own = [word for word in words(name) if word not in _FILLERS]
    behind = len(spoken) - len(own)
    return bool(own) and spoken[: len(own)] == own and 0 <= behind <= min(LONGER, len(own))


def _is_japanese_name(said: str, name: str) -> bool:
    """Whether nothing is left of a Japanese text without a name and words that say nothing."""
    own = _UNIT_JAPANESE.sub("", name)
    parts = sorted(
        {own[start:end] for start in range(len(own)) for end in range(start + 2, len(own) + 1)},
        key=len,
        reverse=True,
    )
    rest = re.sub("|".join(map(re.escape, (name, *(parts or own)))), " ", said)
    return rest != said and not _EMPTY_JAPANESE.sub("", rest).strip()

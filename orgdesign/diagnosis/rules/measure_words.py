"""Whether the names of two measures say the same words, but for those that any measure may have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Literal

from orgdesign.diagnosis.rules.vocabulary import pattern, word_list
from orgdesign.diagnosis.words import words

SharedWords = Literal["none", "contained", "same"]

SHORTEST_STEM, STEM_SHARE = 5, 0.75
"""Two words are of one stem that begin alike for so long, and for such a part of the shorter."""
MOST_BESIDE = 2
"""So many further words may stand in one of two names of which it contains the other."""
MOST_WITH_A_WORD = 60
"""What more names than these say is no word by which two of them are told to be one."""
_REMEMBERED = 20_000

_ANY = word_list("small") | word_list("measuring")
_ENDING = pattern("measures", "endings")
_SIGNS = re.compile(r"[\u30a0-\u30ff]+|[\u3400-\u9fff]+")
_ANY_SIGNS = pattern("measures", "signs")


def shared_words(one: str, other: str) -> SharedWords:
    """Return whether two names say the same words, or one all that the other says and more."""
    short, long = sorted((telling_words(one), telling_words(other)), key=len)
    if not short or not all(_is_among(word, long) for word in short):
        return "none"
    beside = sum(not _is_among(word, short) for word in long)
    if not beside:
        return "same"
    return "contained" if beside <= MOST_BESIDE else "none"


def pairs_with_a_word(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of names that may say the same words: a word of few names is in both."""
    groups: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        for start in {word[:SHORTEST_STEM] for word in telling_words(name)}:
            groups.setdefault(start, []).append(at)
    for group in groups.values():
        if len(group) <= MOST_WITH_A_WORD:
            yield from combinations(group, 2)


@lru_cache(_REMEMBERED)
def telling_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that say what is counted, without endings such as “rate”."""
    signs = _SIGNS.findall(_ANY_SIGNS.sub(" ", name))
    own = (
        _ENDING.sub("", word) for word in words(name) if word.isascii() or not _SIGNS.search(word)
    )
    return (*(word for word in own if word and word not in _ANY), *signs)


def _is_among(word: str, others: Iterable[str]) -> bool:
    return any(_are_of_one_stem(word, other) for other in others)


def _are_of_one_stem(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    alike = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return alike >= max(SHORTEST_STEM, STEM_SHARE * shorter)

"""When two roles answer for the same thing: in the same words, or in others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from statistics import median

from orgdesign.diagnosis.language import TextReader, ngram_overlap
from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.diagnosis.words import line, words
from orgdesign.model import Role
from orgdesign.value_objects import value_object

SAME_WORDS = 0.8
"""So alike are the characters of two that say the same in nearly the same words."""
SAME_THING = 0.6
"""Two that mean the same and are so alike in their characters are certain to be the same."""
SAME_MEANING = 0.66
"""So alike two accountabilities mean the same."""
SAME_BOTH = 0.88
"""Two that mean nearly the same in nearly the same words come to so much together."""
NEAREST, LEAD = 0.8, 0.15
"""Less is enough for two that are nearest to each other, by so much, where one claims a thing."""
NEAREST_CLAIMS, MOST_FOR_CLAIMS = 0.25, 0.6
"""Two that both claim a thing mean so much the same: more among more texts, up to so much."""
EACH_CLAIM, EACH_TEXT, FEW_TEXTS = 0.03, 0.005, 6
"""So much more for each further text that claims, and for each of more texts than a few."""
BEYOND_OTHERS = 0.15
"""So much more two mean the same than either means the same as most others: a form is filled in."""
LEAST_MEANING = 0.2
"""Two that mean less the same than this are not compared by their characters."""
MOST_COMPARED = 3_000
"""Of more accountabilities than these the rest is not compared: it would take too long."""

_ANSWERS = pattern("accountabilities", "answers")
_CLAIMS = pattern("accountabilities", "claims")

Said = tuple[Role, int, str]
"""A role, the number of one of its accountabilities, and what that says."""


@value_object
class SameAccountability:
    """The places of two accountabilities for the same thing, and whether that is certain.

    ``is_plain`` says that they mean the same by themselves, whoever has them.
    """

    one: int
    other: int
    certain: bool
    is_plain: bool


@value_object
class _Likeness:
    """How much two mean the same; have the same characters; and have them beside the claim."""

    meaning: float
    overlap: float
    beside: float

    @property
    def both(self) -> float:
        return self.meaning + min(self.overlap, self.beside)

    @property
    def is_plain(self) -> bool:
        return min(self.overlap, self.beside) >= SAME_WORDS

    @property
    def is_same(self) -> bool:
        return self.meaning >= SAME_MEANING or self.both >= SAME_BOTH


def same_accountabilities(said: Sequence[Said], reader: TextReader) -> Iterator[SameAccountability]:
    """Yield two that say the same of what different roles answer for, each later one once."""
    texts = [line(text) for _, _, text in said]
    claims = [_CLAIMS.search(text) is not None for text in texts]
    meanings = reader.likeness(texts)
    rows = [] if meanings is None else meanings.tolist()
    likeness = dict(_compared(said, texts, rows))
    by_both = _leads({pair: alike.both for pair, alike in likeness.items()})
    by_meaning = _leads({pair: alike.meaning for pair, alike in likeness.items()})
    least = _least_of_claims(len(texts), sum(claims))
    told: set[int] = set()
    for (one, other), alike in likeness.items():
        pair, claimed = (one, other), claims[one] + claims[other]
        is_same = alike.is_plain or (alike.is_same and claimed)
        is_nearest = by_both.get(pair, 0.0) >= LEAD and alike.both >= NEAREST and claimed
        both_claim = claimed == len(pair) and pair in by_meaning and alike.meaning >= least
        is_told = other not in told and (is_same or is_nearest or both_claim)
        if is_told and (alike.is_plain or not _is_form(rows, pair)):
            told.add(other)
            answers = all(_ANSWERS.search(texts[each]) for each in pair)
            is_certain = alike.is_plain or (
                alike.is_same and alike.overlap >= SAME_THING and answers
            )
            is_plain = is_certain or alike.meaning >= SAME_MEANING
            yield SameAccountability(one, other, is_certain, is_plain)


def _least_of_claims(texts: int, claims: int) -> float:
    """Return how much two must mean the same among so many texts, of which so many claim."""
    more = EACH_CLAIM * max(claims - 2, 0) + EACH_TEXT * max(texts - FEW_TEXTS, 0)
    return min(NEAREST_CLAIMS + more, MOST_FOR_CLAIMS)


def _is_form(meanings: Sequence[Sequence[float]], pair: tuple[int, int]) -> bool:
    """Whether most texts are as near to one of two as these to each other: a form is filled in."""
    if not meanings:
        return False
    one, other = pair
    rows = [[near for at, near in enumerate(meanings[each]) if at not in pair] for each in pair]
    usual = max((median(row) for row in rows if len(row) >= FEW_TEXTS), default=-1.0)
    return meanings[one][other] < usual + BEYOND_OTHERS


def _compared(
    said: Sequence[Said], texts: Sequence[str], meanings: Sequence[Sequence[float]]
) -> Iterator[tuple[tuple[int, int], _Likeness]]:
    for one, other in combinations(range(len(said)), 2):
        meaning = meanings[one][other] if meanings else 0.0
        is_near = not meanings or meaning >= LEAST_MEANING
        if is_near and _may_overlap(said[one], said[other]):
            overlap = ngram_overlap(texts[one], texts[other])
            beside = ngram_overlap(_without_claim(texts[one]), _without_claim(texts[other]))
            yield (one, other), _Likeness(meaning, overlap, beside)


@lru_cache(MOST_COMPARED)
def _without_claim(text: str) -> str:
    """Return what a text claims, without the words that claim it."""
    return _CLAIMS.sub(" ", text)


def _may_overlap(one: Said, other: Said) -> bool:
    """Whether two roles are two, and do not each speak of what their own title names.

    The heads of Sales North and of Sales South each answer for the sales of theirs.
    """
    mine, theirs = words(line(one[2])), words(line(other[2]))
    own = ({*mine} - {*theirs}) & {*_names(one[0])}
    others = ({*theirs} - {*mine}) & {*_names(other[0])}
    return one[0] is not other[0] and not (own and others)


def _names(role: Role) -> list[str]:
    return words(f"{role.title} {role.function or ''}")


def _leads(likeness: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return the pairs that are nearest to each other, and by how much."""
    ranked: dict[int, list[tuple[float, int]]] = {}
    for (one, other), alike in likeness.items():
        ranked.setdefault(one, []).append((alike, other))
        ranked.setdefault(other, []).append((alike, one))
    best = {at: sorted(others, reverse=True)[:2] for at, others in ranked.items()}
    return {
        (one, other): likeness[one, other]
        - max((seconds[1][0] for seconds in (best[one], best[other]) if seconds[1:]), default=0.0)
        for one, other in likeness
        if best[one][0][1] == other and best[other][0][1] == one
    }

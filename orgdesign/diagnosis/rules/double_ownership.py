"""When two roles answer for the same thing: in the same words, or in others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from orgdesign.diagnosis.language import TextReader, ngram_overlap
from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.diagnosis.words import line
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
NEAREST_CLAIMS, LEAD_OF_CLAIMS = 0.55, 0.2
"""And still less where both do."""
LEAST_MEANING = 0.25
"""Two that mean less the same than this are not compared by their characters."""
MOST_COMPARED = 3_000
"""Of more accountabilities than these the rest is not compared: it would take too long."""

_ANSWERS = pattern("accountabilities", "answers")
_CLAIMS = pattern("accountabilities", "claims")

Said = tuple[Role, int, str]
"""A role, the number of one of its accountabilities, and what that says."""


@value_object
class SameAccountability:
    """The places of two accountabilities for the same thing, and whether that is certain."""

    one: int
    other: int
    certain: bool


@value_object
class _Likeness:
    meaning: float
    overlap: float

    @property
    def both(self) -> float:
        return self.meaning + self.overlap

    @property
    def is_same(self) -> bool:
        return self.meaning >= SAME_MEANING or self.both >= SAME_BOTH


def same_accountabilities(said: Sequence[Said], reader: TextReader) -> Iterator[SameAccountability]:
    """Yield two that say the same of what different roles answer for, each later one once."""
    texts = [line(text) for _, _, text in said]
    likeness = dict(_compared(said, texts, reader))
    nearest = _nearest(likeness)
    told: set[int] = set()
    for (one, other), alike in likeness.items():
        claims = [_CLAIMS.search(texts[each]) is not None for each in (one, other)]
        is_same = alike.overlap >= SAME_WORDS or (alike.is_same and any(claims))
        lead = nearest.get((one, other), 0.0)
        is_nearest = (lead >= LEAD and alike.both >= NEAREST and any(claims)) or (
            lead >= LEAD_OF_CLAIMS and alike.both >= NEAREST_CLAIMS and all(claims)
        )
        if other not in told and (is_same or is_nearest):
            told.add(other)
            answers = all(_ANSWERS.search(texts[each]) for each in (one, other))
            is_certain = alike.overlap >= SAME_WORDS or (
                alike.is_same and alike.overlap >= SAME_THING and answers
            )
            yield SameAccountability(one, other, is_certain)


def _compared(
    said: Sequence[Said], texts: Sequence[str], reader: TextReader
) -> Iterator[tuple[tuple[int, int], _Likeness]]:
    meanings = reader.likeness(texts)
    for one, other in combinations(range(len(said)), 2):
        meaning = 0.0 if meanings is None else float(meanings[one][other])
        is_near = meanings is None or meaning >= LEAST_MEANING
        if is_near and said[one][0] is not said[other][0]:
            yield (one, other), _Likeness(meaning, ngram_overlap(texts[one], texts[other]))


def _nearest(likeness: dict[tuple[int, int], _Likeness]) -> dict[tuple[int, int], float]:
    """Return the pairs that are nearest to each other, and by how much."""
    ranked: dict[int, list[tuple[float, int]]] = {}
    for (one, other), alike in likeness.items():
        ranked.setdefault(one, []).append((alike.both, other))
        ranked.setdefault(other, []).append((alike.both, one))
    best = {at: sorted(others, reverse=True)[:2] for at, others in ranked.items()}
    return {
        (one, other): likeness[one, other].both
        - max((seconds[1][0] for seconds in (best[one], best[other]) if seconds[1:]), default=0.0)
        for one, other in likeness
        if best[one][0][1] == other and best[other][0][1] == one
    }

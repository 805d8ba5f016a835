"""What contributions say of their own: nothing yet, or what another one says too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.diagnosis.language import TextReader, ngram_overlap
from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.diagnosis.words import words
from orgdesign.model import Function

SAME_MEANING = 0.6
"""So alike two contributions mean the same."""
SAME_WORK = 0.5
"""So alike are those of two functions that go by one measure."""
LEAD = 0.2
"""So far ahead of any other two of an outcome, where they promise the same in other words."""
SAME_BOTH, SAME_WORDING, LEAD_OF_BOTH = 1.15, 0.68, 0.08
"""Two that mean the same in nearly the same words come to so much with their characters."""
TEMPLATE = 0.85
"""So alike are the characters of what several say of their own place: no repetition."""
MOST_COMPARED = 3_000
"""Of more functions than these no two are compared in other words: it would take too long."""

Meanings = Sequence[Sequence[float]]
"""How much each two texts mean the same."""

_PLACEHOLDER = pattern("contributions", "placeholder")


def is_placeholder(text: str) -> bool:
    """Whether a text only says that it is still to be written."""
    return _PLACEHOLDER.fullmatch(text.strip().strip("()[]<>*. ").strip()) is not None


def shared_contributions(functions: Sequence[Function]) -> Mapping[str, tuple[Function, ...]]:
    """Return, by function, all that give the very same contribution."""
    same: dict[tuple[str, ...], list[Function]] = {}
    for function in functions:
        if said := tuple(words(function.alignment.contribution or "")):
            same.setdefault(said, []).append(function)
    return {each.id: tuple(sharing) for sharing in same.values() for each in sharing}


def reworded_pairs(
    functions: Sequence[Function], reader: TextReader
) -> Iterator[tuple[Function, Function]]:
    """Yield functions that promise the same in other words, of which none is nearer to another."""
    own = [each for each in functions if words(each.alignment.contribution or "")]
    if len(own) > MOST_COMPARED:
        return
    likeness = reader.likeness([each.alignment.contribution or "" for each in own])
    if likeness is None:
        return
    meanings: Meanings = likeness.tolist()
    for (at, other), ahead in _nearest_of_an_outcome(own, meanings).items():
        if _is_repeated(own[at], own[other], meanings[at][other], ahead):
            yield own[at], own[other]


def _nearest_of_an_outcome(
    functions: Sequence[Function], meanings: Meanings
) -> dict[tuple[int, int], float]:
    """Return the functions of one outcome that are nearest to each other, and by how much."""
    of_outcome: dict[str | None, list[int]] = {}
    for at, function in enumerate(functions):
        of_outcome.setdefault(function.alignment.outcome, []).append(at)
    nearest: dict[tuple[int, int], float] = {}
    for places in of_outcome.values():
        near = {
            at: sorted(((meanings[at][x], x) for x in places if x != at), reverse=True)
            for at in places
        }
        for at in (place for place in places if near[place]):
            alike, other = near[at][0]
            if at < other and near[other][0][1] == at:
                seconds = [each[1][0] for each in (near[at], near[other]) if each[1:]]
                nearest[at, other] = alike - max(seconds, default=0.0)
    return nearest


def _is_repeated(one: Function, other: Function, meaning: float, ahead: float) -> bool:
    """Whether one of two that are nearest in meaning repeats what the other does for customers."""
    texts = one.alignment.contribution or "", other.alignment.contribution or ""
    if words(texts[0]) == words(texts[1]):
        return False
    overlap = ngram_overlap(*texts)
    in_nearly_the_same_words = meaning >= SAME_WORDING and meaning + overlap >= SAME_BOTH
    if in_nearly_the_same_words and ahead >= LEAD_OF_BOTH:
        return overlap < TEMPLATE
    shares_a_measure = not {*one.measures}.isdisjoint(other.measures)
    least = SAME_WORK if shares_a_measure else SAME_MEANING
    is_told = shares_a_measure or one.reports_to != other.reports_to
    return is_told and ahead >= LEAD and meaning >= least

"""What contributions say of their own: nothing, a name, or what another one says too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.diagnosis.language import TextReader, ngram_overlap
from orgdesign.diagnosis.rules.vocabulary import pattern, word_list
from orgdesign.diagnosis.words import root, words
from orgdesign.model import Function

SAME_MEANING = 0.6
"""So alike two contributions mean the same."""
LEAD = 0.15
"""So far ahead of any other two, where they promise the same in other words."""
SAME_BOTH, LEAD_OF_BOTH = 1.15, 0.08
"""Two that mean the same in nearly the same words come to so much with their characters."""
TEMPLATE = 0.85
"""So alike are the characters of what several say of their own place: no repetition."""
LONGER = 2
"""So many words behind its own name say what a function is, not what it does for anybody."""
MOST_COMPARED = 3_000
"""Of more functions than these no two are compared in other words: it would take too long."""

_FILLERS = word_list("fillers")
_PLACEHOLDER = pattern("contributions", "placeholder")


def is_placeholder(text: str) -> bool:
    """Whether a text only says that it is still to be written."""
    return _PLACEHOLDER.fullmatch(text.strip().strip("()[]<>*. ").strip()) is not None


def is_a_longer_name(function: Function) -> bool:
    """Whether a contribution is the name of its function with a word or two behind it."""
    said = [each for each in words(function.alignment.contribution or "") if each not in _FILLERS]
    name = [each for each in words(function.name) if each not in _FILLERS]
    behind = len(said) - len(name)
    return bool(name) and said[: len(name)] == name and 0 <= behind <= min(LONGER, len(name))


def names_only_itself(function: Function) -> bool:
    """Whether a contribution says no more than the name of its function."""
    contribution = words(function.alignment.contribution or "")
    name = {root(word) for word in words(function.name)}
    own = {root(word) for word in contribution if word not in _FILLERS}
    return bool(own) and own <= name


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
    ordered = likeness.copy()
    ordered.sort(axis=1)  # of each row, the last is the likeness to itself
    nothing_nearer = ordered[:, -2][:, None] <= likeness
    lead = likeness - (ordered[:, -3][:, None] if len(own) > 2 else 0.0)
    is_near = (likeness >= SAME_MEANING) & nothing_nearer & nothing_nearer.T
    for at, other in zip(*is_near.nonzero(), strict=True):
        ahead = min(lead[at][other], lead[other][at])
        if at < other and _is_repeated(own[at], own[other], likeness[at][other], ahead):
            yield own[at], own[other]


def _is_repeated(one: Function, other: Function, meaning: float, ahead: float) -> bool:
    """Whether one of two that are nearest in meaning repeats what the other does for customers."""
    texts = one.alignment.contribution or "", other.alignment.contribution or ""
    if words(texts[0]) == words(texts[1]) or one.alignment.outcome != other.alignment.outcome:
        return False
    overlap = ngram_overlap(*texts)
    is_template = overlap >= TEMPLATE
    in_nearly_the_same_words = meaning + overlap >= SAME_BOTH and ahead >= LEAD_OF_BOTH
    is_far_apart = one.reports_to != other.reports_to and ahead >= LEAD
    return is_far_apart or (in_nearly_the_same_words and not is_template)

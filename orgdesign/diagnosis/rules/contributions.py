"""What contributions say of their own: nothing yet, or what another one says too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.diagnosis.language import TextReader, ngram_overlap, usual_likeness
from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.diagnosis.words import words
from orgdesign.model import Function

ALIKE, SELDOM = 0.5, 2.6
"""So alike, and by so many spreads more than two of an organisation mostly are, is a repetition."""
LESS_ALIKE, RARE = 0.42, 3.0
"""Of what is less alike it has to be rarer."""
FEW = 6
"""Among fewer contributions nobody can tell how alike two of them mostly are."""
USUAL, SPREAD = 0.18, 0.11
"""How alike two of an organisation mostly are, where it has few, and how much that varies."""
TEMPLATE = 0.85
"""So alike are the characters of what several say of their own place: no repetition."""
MOST_COMPARED = 3_000
"""Of more functions than these no two are compared in other words: it would take too long."""

Meanings = Sequence[Sequence[float]]
"""How much each two texts mean the same."""

_PLACEHOLDER = pattern("contributions", "placeholder")
_COMPANY_FIGURES = pattern("contributions", "company_figures")


def is_placeholder(text: str) -> bool:
    """Whether a text only says that it is still to be written."""
    return _PLACEHOLDER.fullmatch(text.strip().strip("()[]<>*. ").strip()) is not None


def names_company_figure(text: str) -> bool:
    """Whether a text speaks of what stands in a company's own books, or of customers' cost."""
    return _COMPANY_FIGURES.search(text.casefold()) is not None


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
    usual, spread = usual_likeness(likeness) if len(own) >= FEW else (USUAL, SPREAD)
    for (at, other), alike in _nearest_of_an_outcome(own, likeness.tolist()).items():
        seldom = round((alike - usual) / spread, 2)
        is_repeated = (alike >= ALIKE and seldom >= SELDOM) or (
            alike >= LESS_ALIKE and seldom >= RARE
        )
        if is_repeated and _are_reworded(own[at], own[other]):
            yield own[at], own[other]


def _nearest_of_an_outcome(
    functions: Sequence[Function], meanings: Meanings
) -> dict[tuple[int, int], float]:
    """Return the functions that serve one outcome and are nearest to each other, and how near.

    One that enables others speaks of what they do, and is left out.
    """
    of_outcome: dict[str | None, list[int]] = {}
    for at, function in enumerate(functions):
        if function.alignment.link != "enabling":
            of_outcome.setdefault(function.alignment.outcome, []).append(at)
    nearest: dict[tuple[int, int], float] = {}
    for places in (each for each in of_outcome.values() if each[1:]):
        near = {at: max((meanings[at][x], -x) for x in places if x != at) for at in places}
        for at, (alike, other) in near.items():
            if at < -other and near[-other] == (alike, -at):
                nearest[at, -other] = alike
    return nearest


def _are_reworded(one: Function, other: Function) -> bool:
    """Whether two say something in other words, not one sentence with their own place in it."""
    texts = one.alignment.contribution or "", other.alignment.contribution or ""
    return _but_for_its_name(one) != _but_for_its_name(other) and ngram_overlap(*texts) < TEMPLATE


def _but_for_its_name(function: Function) -> list[str]:
    name = words(function.name)
    return [word for word in words(function.alignment.contribution or "") if word not in name]

"""When two measures are the same: by name, abbreviation, synonym, or by what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from orgdesign.diagnosis.language import TextReader
from orgdesign.diagnosis.rules.vocabulary import measure_concepts, word_list
from orgdesign.diagnosis.words import words
from orgdesign.model import Measure

SAME_MEANING = 0.45
"""So alike are the names of two measures of one known thing that are likely to count the same."""
MOST_COMPARED = 1_500

_CONCEPTS = measure_concepts()
_SMALL = word_list("small")


@dataclass(frozen=True, slots=True)
class SameMeasure:
    """Two measures that count the same, and whether that is by name and certain."""

    earlier: Measure
    later: Measure
    by_name: bool
    certain: bool


def same_measures(measures: Sequence[Measure], reader: TextReader) -> Iterator[SameMeasure]:
    """Yield each measure that an earlier one is too, with that one, once."""
    first: dict[str, Measure] = {}
    told: set[str] = set()
    for measure in measures:
        earlier = first.setdefault(_plain(measure.name), measure)
        if earlier is not measure:
            told.add(measure.id)
            yield SameMeasure(earlier, measure, by_name=True, certain=True)
    fresh = [measure for measure in measures if measure.id not in told][:MOST_COMPARED]
    for same in _synonyms(fresh, reader):
        if same.later.id not in told:
            told.add(same.later.id)
            yield same


def _synonyms(measures: Sequence[Measure], reader: TextReader) -> Iterator[SameMeasure]:
    likeness = reader.likeness([measure.name for measure in measures])
    names = [_Name.parse(measure.name) for measure in measures]
    for at, place in _comparable(names):
        one, other, concept = measures[at], measures[place], _shared(names[at], names[place])
        if names[at].abbreviates(names[place]) or names[place].abbreviates(names[at]):
            yield SameMeasure(one, other, by_name=False, certain=True)
        elif concept is not None and _may_be_same(one, other):
            is_all = _other_words(concept, one.name) == _other_words(concept, other.name)
            if is_all or (likeness is not None and likeness[at][place] >= SAME_MEANING):
                yield SameMeasure(one, other, by_name=False, certain=is_all)


@dataclass(frozen=True, slots=True)
class _Name:
    """What of a measure's name is compared: its first letters, itself as such letters, concepts."""

    initials: str
    letters: str
    concepts: frozenset[int]

    @classmethod
    def parse(cls, name: str) -> _Name:
        letters = name.replace(".", "").strip()
        is_short = 2 < len(letters) <= 6 and letters.isupper()
        parts = re.findall(r"[^\W_]+", name)
        found = frozenset(at for at, each in enumerate(_CONCEPTS) if each.search(name))
        initials = "".join(part[0] for part in parts).casefold()
        return cls(initials, letters.casefold() if is_short else "", found)

    def abbreviates(self, long: _Name) -> bool:
        """Whether it is the first letters of the other: OTP for On-time performance."""
        return self.letters == long.initials != ""


def _comparable(names: Sequence[_Name]) -> list[tuple[int, int]]:
    """Return the pairs that may be the same: one abbreviates the other, or a concept is of both."""
    groups: dict[object, list[int]] = {}
    for at, name in enumerate(names):
        for key in {*name.concepts, *filter(None, (name.initials, name.letters))}:
            groups.setdefault(key, []).append(at)
    return sorted({pair for group in groups.values() for pair in combinations(group, 2)})


def _shared(one: _Name, other: _Name) -> re.Pattern[str] | None:
    """Return the known thing that both names count, if they do."""
    shared = one.concepts & other.concepts
    return _CONCEPTS[min(shared)] if shared else None


@lru_cache(4 * MOST_COMPARED)
def _other_words(concept: re.Pattern[str], name: str) -> frozenset[str]:
    return frozenset({*words(concept.sub(" ", name))} - _SMALL)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _may_be_same(one: Measure, other: Measure) -> bool:
    """Whether nothing that the two say of themselves sets them apart."""
    units = {(each.unit or "").casefold() for each in (one, other)} - {""}
    ways = {each.better for each in (one, other)} - {None}
    return len(units) <= 1 and len(ways) <= 1

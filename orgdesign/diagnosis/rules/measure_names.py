"""When two measures are the same: by name, abbreviation, synonym, or by what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from orgdesign.diagnosis.language import TextReader
from orgdesign.diagnosis.rules.promises import is_time
from orgdesign.diagnosis.rules.vocabulary import measure_concepts, word_list
from orgdesign.diagnosis.words import words
from orgdesign.model import Measure
from orgdesign.value_objects import value_object

SAME_MEANING = 0.45
"""So alike are the names of two measures of one known thing that are likely to count the same."""
LONGEST_SMALL = 3
"""Words so short are often left out of an abbreviation, and so are those that say nothing."""
MOST_COMPARED = 1_500

_CONCEPTS = measure_concepts()
_SMALL = word_list("small")


@value_object
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
            is_sure = names[at].is_alone or names[place].is_alone
            if is_sure or _may_be_same(one, other):
                yield SameMeasure(one, other, by_name=False, certain=is_sure)
        elif concept is not None and _may_be_same(one, other):
            rests = _other_words(concept, one.name), _other_words(concept, other.name)
            is_all = rests[0] == rests[1]
            is_like = likeness is not None and likeness[at][place] >= SAME_MEANING
            if is_all or is_like or not all(rests) or _are_times(one, other):
                yield SameMeasure(one, other, by_name=False, certain=is_all)


@value_object
class _Name:
    """What of a measure's name is compared: its first letters, itself as such letters, concepts."""

    initials: frozenset[str]
    letters: frozenset[str]
    concepts: frozenset[int]
    is_alone: bool

    @classmethod
    def parse(cls, name: str) -> _Name:
        plain = name.replace(".", "").strip()
        short = [part for part in re.findall(r"[^\W_]+", plain) if part.isupper()]
        parts = re.findall(r"[^\W_]+", name)
        found = frozenset(at for at, each in enumerate(_CONCEPTS) if each.search(name))
        own = [part for part in parts if part.casefold() not in _SMALL]
        long_ones = [part for part in parts if len(part) > LONGEST_SMALL]
        initials = {
            "".join(part[0] for part in each).casefold() for each in (parts, own, long_ones)
        }
        letters = {part.casefold() for part in short if 2 < len(part) <= 6}
        return cls(frozenset(initials), frozenset(letters), found, plain in short)

    def abbreviates(self, long: _Name) -> bool:
        """Whether the first letters of the other stand in it: OTP for On-time performance."""
        return not self.letters.isdisjoint(long.initials)


def _comparable(names: Sequence[_Name]) -> list[tuple[int, int]]:
    """Return the pairs that may be the same: one abbreviates the other, or a concept is of both."""
    groups: dict[object, list[int]] = {}
    for at, name in enumerate(names):
        for key in {*name.concepts, *filter(None, (*name.initials, *name.letters))}:
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


def _are_times(one: Measure, other: Measure) -> bool:
    """Whether both tell how long the same takes, in the same unit."""
    unit = (one.unit or "").casefold()
    return unit == (other.unit or "").casefold() and is_time(unit)


def _may_be_same(one: Measure, other: Measure) -> bool:
    """Whether nothing that the two say of themselves sets them apart."""
    units = {(each.unit or "").casefold() for each in (one, other)} - {""}
    ways = {each.better for each in (one, other)} - {None}
    return len(units) <= 1 and len(ways) <= 1

"""When two measures are the same: by name, abbreviation, synonym, or by what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    for at, one in enumerate(measures):
        for place in range(at + 1, len(measures)):
            other = measures[place]
            if _abbreviates(one.name, other.name) or _abbreviates(other.name, one.name):
                yield SameMeasure(one, other, by_name=False, certain=True)
            elif _may_be_same(one, other) and (concept := _shared_concept(one.name, other.name)):
                is_all = _other_words(concept, one.name) == _other_words(concept, other.name)
                if is_all or (likeness is not None and likeness[at][place] >= SAME_MEANING):
                    yield SameMeasure(one, other, by_name=False, certain=is_all)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _abbreviates(short: str, long: str) -> bool:
    """Whether one name is made of the first letters of the other: OTP for On-time performance."""
    letters = short.replace(".", "").strip()
    parts = re.findall(r"[^\W_]+", long)
    initials = "".join(part[0] for part in parts).casefold()
    return 2 < len(letters) <= 6 and letters.isupper() and letters.casefold() == initials


def _shared_concept(one: str, other: str) -> re.Pattern[str] | None:
    """Return the known thing that both names count, if they do."""
    return next((each for each in _CONCEPTS if each.search(one) and each.search(other)), None)


def _other_words(concept: re.Pattern[str], name: str) -> set[str]:
    return {*words(concept.sub(" ", name))} - _SMALL


def _may_be_same(one: Measure, other: Measure) -> bool:
    """Whether nothing that the two say of themselves sets them apart."""
    units = {(each.unit or "").casefold() for each in (one, other)} - {""}
    ways = {each.better for each in (one, other)} - {None}
    return len(units) <= 1 and len(ways) <= 1

"""When two measures are the same: by name, abbreviation, synonym, or by all that they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from orgdesign.diagnosis.language import TextReader, ngram_overlap
from orgdesign.diagnosis.rules.measure_thesaurus import things_in
from orgdesign.diagnosis.rules.vocabulary import word_list
from orgdesign.model import Better, Measure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENOUGH, ENOUGH_UNKNOWN = 4.0, 5.0
"""So much speaks for one measure of two names; so much where no known thing is common to both."""
NEAR_MEANING, NEAR_WORDS = 0.45, 0.3
"""Names so alike in meaning and in their characters speak for one measure."""
UNKNOWN_MEANING = 0.5
"""Names that share no known thing are compared from so much on."""
NEAR_TARGETS, FAR_TARGETS = 2.2, 3.0
"""Targets of which one is no more than this many times the other, and those that are far apart."""
LONGEST_SMALL = 3
"""Words so short are often left out of an abbreviation, and so are those that say nothing."""
MOST_COMPARED = 1_500

_SMALL = word_list("small")
_NO_EVIDENCE = re.compile(
    r"%|[£$€¥]|\b(?:gbp|eur|usd|chf|jpy|euros?|pounds?|dollars?|pesos?|percent|per cent)\b|円|割"
)
"""Units that measures of many things have."""


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
    units = Counter(_plain(measure.unit or "") for measure in measures)
    for at, place in _comparable(names, likeness):
        one, other = measures[at], measures[place]
        if not _may_be_same(one, other):
            continue
        meaning = 0.0 if likeness is None else float(likeness[at][place])
        if names[at].abbreviates(names[place]) or names[place].abbreviates(names[at]):
            is_sure = names[at].is_alone or names[place].is_alone
            yield SameMeasure(one, other, by_name=False, certain=is_sure)
        elif _has_the_same_words(one, other):
            certain = bool(one.unit and other.unit)
            yield SameMeasure(one, other, by_name=False, certain=certain)
        else:
            is_known = not names[at].things.isdisjoint(names[place].things)
            is_only_pair = units[_plain(one.unit or "")] == len((one, other))
            is_nearest = likeness is not None and _are_nearest(likeness, at, place)
            speaks_for = _evidence(one, other, meaning) + 2.0 * is_known
            speaks_for += 0.5 * is_nearest + 0.5 * (is_only_pair and _says_much(one))
            enough = ENOUGH if is_known else ENOUGH_UNKNOWN
            if speaks_for >= enough and (is_known or (is_nearest and _says_much(one))):
                yield SameMeasure(one, other, by_name=False, certain=False)


@dataclass(frozen=True, slots=True)
class _Name:
    """What of a measure's name is compared: its first letters, itself as such letters, things."""

    initials: frozenset[str]
    letters: frozenset[str]
    things: frozenset[str]
    is_alone: bool

    @classmethod
    def parse(cls, name: str) -> _Name:
        plain = name.replace(".", "").strip()
        short = [part for part in re.findall(r"[^\W_]+", plain) if part.isupper()]
        parts = re.findall(r"[^\W_]+", name)
        own = [part for part in parts if part.casefold() not in _SMALL]
        long_ones = [part for part in parts if len(part) > LONGEST_SMALL]
        initials = {
            "".join(part[0] for part in each).casefold() for each in (parts, own, long_ones)
        }
        letters = {part.casefold() for part in short if 2 < len(part) <= 6}
        things = frozenset(things_in(name))
        return cls(frozenset(initials), frozenset(letters), things, plain in short)

    def abbreviates(self, long: _Name) -> bool:
        """Whether the first letters of the other stand in it: OTP for On-time performance."""
        return not self.letters.isdisjoint(long.initials)


def _comparable(
    names: Sequence[_Name], likeness: NDArray[np.float64] | None
) -> list[tuple[int, int]]:
    """Return the pairs that may be the same: by an abbreviation, a known thing, or meaning."""
    groups: dict[object, list[int]] = {}
    for at, name in enumerate(names):
        for key in {*name.things, *filter(None, (*name.initials, *name.letters))}:
            groups.setdefault(key, []).append(at)
    pairs = {pair for group in groups.values() for pair in combinations(group, 2)}
    if likeness is not None:
        rows, columns = (likeness >= UNKNOWN_MEANING).nonzero()
        near = zip(rows.tolist(), columns.tolist(), strict=True)
        pairs |= {(at, place) for at, place in near if at < place}
    return sorted(pairs)


def _has_the_same_words(one: Measure, other: Measure) -> bool:
    """Whether two names say one known thing, and beside it the same words or none."""
    mine, theirs = things_in(one.name), things_in(other.name)
    return any(mine[thing] == theirs[thing] for thing in mine.keys() & theirs.keys())


def _evidence(one: Measure, other: Measure, meaning: float) -> float:
    """Return how much speaks for one measure of two names, beside what their names count."""
    return (
        1.0 * bool(one.unit and other.unit)
        + _of_targets(one.target, other.target)
        + 1.0 * (meaning >= NEAR_MEANING)
        + 0.5 * (ngram_overlap(one.name, other.name) >= NEAR_WORDS)
        + (0.5 if one.kind == other.kind else -1.0)
    )


def _of_targets(one: float | None, other: float | None) -> float:
    """Return how much two targets speak for one measure; less than nothing if they are far."""
    if one is None or other is None:
        return 0.0
    if one == other:
        return 1.0
    low, high = sorted((abs(one), abs(other)))
    if low == 0.0 or high / low > FAR_TARGETS:
        return -1.0
    return 1.0 if high / low <= NEAR_TARGETS else 0.0


def _are_nearest(likeness: NDArray[np.float64], at: int, place: int) -> bool:
    """Whether the names of two measures are nearer to each other than to any third."""
    mine, theirs = likeness[at].copy(), likeness[place].copy()
    mine[[at, place]] = theirs[[at, place]] = -1.0
    return bool(likeness[at][place] >= max(mine.max(), theirs.max()))


def _says_much(measure: Measure) -> bool:
    """Whether the unit of a measure is one that few measures have."""
    unit = _plain(measure.unit or "")
    return bool(unit) and not _NO_EVIDENCE.search(unit)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _may_be_same(one: Measure, other: Measure) -> bool:
    """Whether nothing that the two say of themselves sets them apart.

    One of two that should go the same way may say the wrong one: its figures may go the other.
    """
    units = {_plain(each.unit or "") for each in (one, other)} - {""}
    stated = {each.better for each in (one, other)} - {None}
    moving = {_moves(each) for each in (one, other)} - {None}
    return len(units) <= 1 and (len(stated) <= 1 or len(moving) == 1)


def _moves(measure: Measure) -> Better | None:
    """Return which way the figures of a measure are to go, if they are to go anywhere."""
    baseline, target = measure.baseline, measure.target
    if baseline is None or target is None or baseline == target:
        return None
    return "higher" if target > baseline else "lower"

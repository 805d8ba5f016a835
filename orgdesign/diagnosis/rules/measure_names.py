"""When two measures are the same: by name, abbreviation, synonym, or by all that they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from orgdesign.diagnosis.language import TextReader, groups_of, ngram_overlap, things_in
from orgdesign.diagnosis.rules.measure_evidence import MeasureUses, is_likely, traits
from orgdesign.diagnosis.rules.measure_words import pairs_with_a_word, shared_words
from orgdesign.diagnosis.rules.promises import unit_of_time
from orgdesign.diagnosis.rules.vocabulary import word_list
from orgdesign.model import Better, Measure
from orgdesign.value_objects import value_object

KNOWN, ALIKE = 2.0, 1.5
"""So much one known thing speaks for one measure, and so much two that are much alike."""
ENOUGH = 4.0
"""So much speaks for one measure of two names that say one known thing."""
NEAR_MEANING, NEAR_WORDS = 0.45, 0.3
"""Names so alike in meaning and in their characters speak for one measure."""
NEAR_THING, NEAR_THING_ANYWHERE = 0.5, 0.85
"""Names that say no known thing in common are so near; more where many measures have the unit."""
NEAR_CONTAINED = 0.55
"""A name that says all words of another has to mean so much the same."""
UNLIKELY = -1.0
"""What targets that are far apart count; those that are still farther count less."""
SHARE_OF_THINGS = 0.5
"""So much counts what names are near to, beside what they mean."""
NEAR_TARGETS, FAR_TARGETS = 2.2, 3.0
"""Targets of which one is no more than this many times the other, and those that are far apart."""
LONGEST_SMALL = 3
"""Words so short are often left out of an abbreviation, and so are those that say nothing."""
MOST_COMPARED = 1_500
MOST_OF_A_UNIT = 60
"""Of more measures with one unit none is told by evidence alone: it speaks for too many."""

_SMALL = word_list("small")
_NO_EVIDENCE = re.compile(
    r"%|[£$€¥]|\b(?:gbp|eur|usd|chf|jpy|euros?|pounds?|dollars?|pesos?|percent|per cent)\b|円|割"
)
"""Units that measures of many things have."""
_PERCENT = re.compile(
    r"%(?: .*)?|(?:in )?(?:percent|per cent|prozent|pct|por ciento|pour[ -]cent|パーセント)"
)


@value_object
class SameMeasure:
    """Two measures that count the same, and whether that is by name and certain."""

    earlier: Measure
    later: Measure
    by_name: bool
    certain: bool


def same_measures(
    measures: Sequence[Measure], reader: TextReader, uses: MeasureUses
) -> Iterator[SameMeasure]:
    """Yield each measure that an earlier one is too, with that one, once."""
    first: dict[str, Measure] = {}
    told: set[str] = set()
    for measure in measures:
        earlier = first.setdefault(_plain(measure.name), measure)
        if earlier is not measure:
            told.add(measure.id)
            yield SameMeasure(earlier, measure, by_name=True, certain=True)
    fresh = [measure for measure in measures if measure.id not in told][:MOST_COMPARED]
    nearness = _Nearness.between(fresh, reader)
    for same in chain(_synonyms(fresh, nearness), _likely_ones(fresh, nearness, uses)):
        if same.later.id not in told:
            told.add(same.later.id)
            yield same


def _likely_ones(
    measures: Sequence[Measure], nearness: _Nearness, uses: MeasureUses
) -> Iterator[SameMeasure]:
    """Yield the pairs of one unit, both with a target, for which all that is known speaks."""
    of_unit: dict[str, list[int]] = {}
    for at, measure in enumerate(measures):
        if measure.target is not None:
            of_unit.setdefault(unit_of(measure), []).append(at)
    for places in of_unit.values() if nearness.meanings else ():
        if len(places) <= MOST_OF_A_UNIT:
            for at, place in combinations(places, 2):
                one, other = measures[at], measures[place]
                if is_likely(traits(one, other, uses, nearness.of_pair(at, place), len(places))):
                    yield SameMeasure(one, other, by_name=False, certain=False)


def _synonyms(measures: Sequence[Measure], nearness: _Nearness) -> Iterator[SameMeasure]:
    names = [_Name.parse(measure.name) for measure in measures]
    units = Counter(map(unit_of, measures))
    alike = pairs_with_a_word([measure.name for measure in measures])
    for at, place in sorted({*_comparable(names), *nearness.pairs(), *alike}):
        one, other = measures[at], measures[place]
        if not _may_be_same(one, other):
            continue
        if names[at].abbreviates(names[place]) or names[place].abbreviates(names[at]):
            is_sure = names[at].is_alone or names[place].is_alone
            yield SameMeasure(one, other, by_name=False, certain=is_sure)
        elif _has_the_same_words(one, other):
            certain = bool(one.unit and other.unit)
            yield SameMeasure(one, other, by_name=False, certain=certain)
        elif _says_the_same_words(one, other, nearness.meaning(at, place)):
            yield SameMeasure(one, other, by_name=False, certain=False)
        elif not names[at].is_alike(names[place]):
            if nearness.is_near(at, place) and _agree(one, other):
                yield SameMeasure(one, other, by_name=False, certain=False)
        else:
            is_only_pair = units[unit_of(one)] == len((one, other))
            is_known = not names[at].things.isdisjoint(names[place].things)
            known = (KNOWN if is_known else ALIKE) + 0.5 * (is_only_pair and _says_much(one))
            is_nearest = nearness.are_nearest(at, place)
            known += 0.5 * is_nearest + 1.0 * (is_nearest and one.kind != other.kind)
            known += 1.0 * (nearness.meaning(at, place) >= NEAR_MEANING)
            if known + _evidence(one, other) >= ENOUGH:
                yield SameMeasure(one, other, by_name=False, certain=False)


@value_object
class _Nearness:
    """How near the names of measures are to each other; nothing is where nothing is read."""

    measures: Sequence[Measure]
    meanings: Sequence[Sequence[float]] = ()
    things: Sequence[Sequence[float]] = ()
    nearness: Sequence[Sequence[float]] = ()

    @classmethod
    def between(cls, measures: Sequence[Measure], reader: TextReader) -> _Nearness:
        names = [measure.name for measure in measures]
        meanings, things = reader.likeness(names), reader.same_things(names)
        if meanings is None or things is None:
            return cls(measures)
        nearness = (meanings + SHARE_OF_THINGS * things).round(2)
        return cls(measures, meanings.tolist(), things.tolist(), nearness.tolist())

    def of_pair(self, at: int, place: int) -> tuple[float, float]:
        """Return how much two names mean the same, and how much they speak of one thing."""
        return self.meanings[at][place], self.things[at][place]

    def meaning(self, at: int, place: int) -> float:
        """Return how much two names mean the same, -1 to 1."""
        return self.meanings[at][place] if self.meanings else 0.0

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that are near enough to be compared, the earlier first."""
        for at, row in enumerate(self.nearness):
            yield from ((at, to) for to in range(at + 1, len(row)) if row[to] >= NEAR_THING)

    def is_near(self, at: int, place: int) -> bool:
        """Whether two names are near, and neither is nearer to another."""
        least = NEAR_THING if _says_much(self.measures[at]) else NEAR_THING_ANYWHERE
        return (
            bool(self.nearness)
            and self.nearness[at][place] >= least
            and self.are_nearest(at, place)
        )

    def are_nearest(self, at: int, place: int) -> bool:
        """Whether two names are nearer to each other than to any third."""
        if not self.nearness:
            return False
        others = (to for to in range(len(self.nearness)) if to not in (at, place))
        return all(
            max(self.nearness[at][to], self.nearness[place][to]) <= self.nearness[at][place]
            for to in others
        )


@value_object
class _Name:
    """What of a measure's name is compared: its first letters, itself as such letters, things."""

    initials: frozenset[str]
    letters: frozenset[str]
    things: frozenset[str]
    groups: frozenset[int]
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
        alone = plain in short
        return cls(frozenset(initials), frozenset(letters), things, groups_of(things), alone)

    def is_alike(self, other: _Name) -> bool:
        """Whether two names say a known thing, or two that are much alike."""
        return bool(self.things & other.things or self.groups & other.groups)

    def abbreviates(self, long: _Name) -> bool:
        """Whether the first letters of the other stand in it: OTP for On-time performance."""
        return not self.letters.isdisjoint(long.initials)


def _comparable(names: Sequence[_Name]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may be the same: one abbreviates the other, or both say a thing."""
    groups: dict[object, list[int]] = {}
    for at, name in enumerate(names):
        for key in {*name.things, *name.groups, *filter(None, (*name.initials, *name.letters))}:
            groups.setdefault(key, []).append(at)
    for group in groups.values():
        yield from combinations(group, 2)


def _has_the_same_words(one: Measure, other: Measure) -> bool:
    """Whether two names say one known thing, and beside it the same words or none."""
    mine, theirs = things_in(one.name), things_in(other.name)
    return any(
        mine[thing] - _SMALL == theirs[thing] - _SMALL for thing in mine.keys() & theirs.keys()
    )


def _says_the_same_words(one: Measure, other: Measure, meaning: float) -> bool:
    """Whether two names say the same telling words; where one says more, all else has to agree."""
    alike = shared_words(one.name, other.name)
    if alike == "same":
        return _of_targets(one.target, other.target) >= UNLIKELY
    return alike == "contained" and meaning >= NEAR_CONTAINED and _agree(one, other)


def _evidence(one: Measure, other: Measure) -> float:
    """Return how much speaks for one measure of two names that say the same thing."""
    return (
        1.0 * bool(one.unit and other.unit)
        + _of_targets(one.target, other.target)
        + 0.5 * (ngram_overlap(one.name, other.name) >= NEAR_WORDS)
        + (0.5 if one.kind == other.kind else -1.5)
    )


def _agree(one: Measure, other: Measure) -> bool:
    """Whether all that two measures say beside their names is near, and both say it."""
    are_near = _of_targets(one.target, other.target) == 1.0
    return are_near and bool(one.unit and other.unit) and one.kind == other.kind


def _of_targets(one: float | None, other: float | None) -> float:
    """Return how much two targets speak for one measure; less than nothing if they are far."""
    if one is None or other is None:
        return 0.0
    if one == other:
        return 1.0
    low, high = sorted((abs(one), abs(other)))
    if low == 0.0 or high / low > FAR_TARGETS:
        return -3.0 if low and high / low > 3 * FAR_TARGETS else UNLIKELY
    return 1.0 if high / low <= NEAR_TARGETS else 0.0


def _says_much(measure: Measure) -> bool:
    """Whether the unit of a measure is one that few measures have."""
    unit = _plain(measure.unit or "")
    return bool(unit) and not _NO_EVIDENCE.search(unit)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def unit_of(measure: Measure) -> str:
    """Return a unit as it is compared: all ways to say per cent, or days, are one."""
    plain = _plain(measure.unit or "")
    return "%" if _PERCENT.fullmatch(plain) else unit_of_time(plain) or plain


def _may_be_same(one: Measure, other: Measure) -> bool:
    """Whether nothing that the two say of themselves sets them apart.

    One of two that should go the same way may say the wrong one: its figures may go the other.
    """
    units = {unit_of(each) for each in (one, other)} - {""}
    stated = {each.better for each in (one, other)} - {None}
    moving = {_moves(each) for each in (one, other)} - {None}
    return len(units) <= 1 and (len(stated) <= 1 or len(moving) == 1)


def _moves(measure: Measure) -> Better | None:
    """Return which way the figures of a measure are to go, if they are to go anywhere."""
    baseline, target = measure.baseline, measure.target
    if baseline is None or target is None or baseline == target:
        return None
    return "higher" if target > baseline else "lower"

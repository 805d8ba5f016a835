"""Measures that pull in opposite directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgdesign.model import Better, Measure
from orgdesign.value_objects import value_object


@value_object
class MeasureClash:
    """Two measures of which nobody can improve the first without harming the second.

    ``opposite`` says that they count the same thing, one the lower the better and one the
    higher.
    """

    pushed: Measure
    harmed: Measure
    opposite: bool = False


def clashes(measures: Iterable[Measure]) -> Iterator[MeasureClash]:
    """Yield what clashes among ``measures``: one works against another, or they are opposite.

    Two that work against each other clash once: a measure of customers is the one harmed.
    """
    among = {each.id: each for each in measures}
    for pushed in among.values():
        for id_ in pushed.works_against:
            harmed = among.get(id_)
            if harmed and not _told_the_other_way(pushed, harmed):
                yield MeasureClash(pushed, harmed)
    yield from _opposites(among.values())


def _told_the_other_way(pushed: Measure, harmed: Measure) -> bool:
    if pushed.id not in harmed.works_against:
        return False
    return (harmed.kind != "customer", harmed.id) > (pushed.kind != "customer", pushed.id)


def _opposites(measures: Iterable[Measure]) -> Iterator[MeasureClash]:
    """Yield the first two measures of each name and unit that are better in opposite ways."""
    ways: dict[tuple[str, str], dict[Better, Measure]] = {}
    for each in measures:
        if each.better:
            same = _plain(each.name), _plain(each.unit or "")
            ways.setdefault(same, {}).setdefault(each.better, each)
    for way in (way for way in ways.values() if len(way) == 2):
        lower, higher = way["lower"], way["higher"]
        stated = {lower.id, higher.id} & {*lower.works_against, *higher.works_against}
        if not stated:
            yield MeasureClash(lower, higher, opposite=True)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

"""Outcomes hold each other: where each stands in the file, and how it gets elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from orgdesign.model import DESIRED
from orgdesign.yamlfile.editing import Move
from orgdesign.yamlfile.limits import MAX_DEPTH
from orgdesign.yamlfile.tree import Path

Under = Mapping[str, str]
"""The outcome that each stands under, by id."""


def outcome_path(id_: str, under: Under) -> Path:
    """Return where an outcome stands in the file."""
    path: Path = ()
    while id_ != DESIRED:
        path = ("outcomes", id_, *path)
        id_ = under[id_]
    return ("outcome", *path)


def without_end(under: Under) -> set[str]:
    """Return the outcomes that would stand under themselves, or too deep for a file."""
    fine, endless = {DESIRED}, set[str]()
    for id_ in under:
        way: dict[str, None] = {}
        while id_ not in fine and id_ not in endless and id_ not in way and len(way) <= MAX_DEPTH:
            way[id_] = None
            id_ = under.get(id_, DESIRED)
        if id_ in fine:
            fine.update(way)
        else:
            endless.update(way)
    return endless


def moves(moved: Mapping[str, str], under: Under) -> Iterator[Move]:
    """Yield the moves of outcomes under others, those that others move under first."""
    now = dict(under)
    final = {**under, **moved}
    for id_ in sorted(moved, key=lambda each: len(outcome_path(each, final))):
        there = dict(now)
        there[id_] = moved[id_]
        yield Move(outcome_path(id_, now), outcome_path(id_, there))
        now = there


def from_the_top(ids: Iterable[str], under: Under) -> list[str]:
    """Return ids in an order in which each comes after the one that it stands under."""
    return sorted(ids, key=lambda each: len(outcome_path(each, under)))

"""Ids: each stands for one part, and none is told apart by what nobody can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import normalize

from orgdesign.model import DESIRED, shorten
from orgdesign.yamlfile.parts import NOUN_SECTIONS, mapping, outcomes_of
from orgdesign.yamlfile.problem_collector import Fault
from orgdesign.yamlfile.source import Source
from orgdesign.yamlfile.tree import Path


def spelt_alike(one: str, other: str) -> bool:
    """Return whether two texts look the same, however their accents are stored."""
    return normalize("NFC", one) == normalize("NFC", other)


def outcome_faults(data: dict[str, Any], source: Source) -> Iterator[Fault]:
    """Yield outcome ids that are reserved, or that stand twice in the tree."""
    first: dict[str, Path] = {}
    for key, path in outcomes_of(data):
        if key == DESIRED:
            told = f'"{DESIRED}" is what the outcome at the root is called; choose another id'
            yield Fault(path, told, at_key=True)
        elif key in first:
            line, _ = source.locate_key(first[key])
            told = f'another outcome, on line {line}, is called "{shorten(key)}"; choose another id'
            yield Fault(path, told, at_key=True)
        first.setdefault(key, path)


def twin_faults(data: dict[str, Any], source: Source) -> Iterator[Fault]:
    """Yield ids that look like another one, as only their accents are stored differently."""
    for section in (*NOUN_SECTIONS.values(), "designs"):
        yield from _twins(((key, (section, key)) for key in mapping(data, section)), source)
    yield from _twins(outcomes_of(data), source)


def _twins(ids: Iterable[tuple[str, Path]], source: Source) -> Iterator[Fault]:
    first: dict[str, tuple[str, Path]] = {}
    for key, path in ids:
        if key.isascii():
            continue
        other, where = first.setdefault(normalize("NFC", key), (key, path))
        if other != key:
            line, _ = source.locate_key(where)
            told = (
                f'"{shorten(key)}" looks like the id on line {line}, but its accents are stored '
                "in another way; copy that id, or choose another"
            )
            yield Fault(path, told, at_key=True)

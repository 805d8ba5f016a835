"""The things that measures of many names count, as people say them in five languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from orgdesign.value_objects import value_object

Side = Literal["customer", "company"]

THESAURUS = Path(__file__).with_name("measure_thesaurus.toml")
_WORD = re.compile(r"[^\W_]+")
_STEM = re.compile(r"\*?[^\W_]+\*?|\*|…")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_KEY = 3
"""So many letters of a phrase's first word find it."""
_KNOWN = 20_000


@value_object
class _Phrase:
    """Words that stand side by side, but for gaps, and the thing that they mean."""

    thing: str
    stems: tuple[str, ...]

    def end_in(self, words: Sequence[str], start: int) -> int | None:
        """Return where the phrase ends that starts at a word; None where it does not."""
        at, gap = start, False
        for stem in self.stems:
            if stem == "…":
                gap = True
                continue
            while gap and at < len(words) and not _fits(stem, words[at]):
                at += 1
            if at >= len(words) or not _fits(stem, words[at]):
                return None
            at, gap = at + 1, False
        return at


@value_object
class _Thesaurus:
    """Phrases by the first letters of their first word; Japanese ones by their first sign."""

    by_start: dict[str, list[_Phrase]] = field(default_factory=dict)
    by_ending: list[_Phrase] = field(default_factory=list)
    signs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, thing: str, phrase: str) -> None:
        """Add one way to say a thing."""
        stems = tuple(_STEM.findall(phrase))
        if _JAPANESE.search(phrase):
            self.signs.setdefault(phrase[0], []).append((phrase, thing))
        elif stems[0][0] == "*":
            self.by_ending.append(_Phrase(thing, stems))
        else:
            self.by_start.setdefault(stems[0].rstrip("*")[:_KEY], []).append(_Phrase(thing, stems))

    def spans_in(self, words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield each thing that some words mean, with where its phrase starts and ends."""
        for at, word in enumerate(words):
            starts = [word[:length] for length in range(1, min(_KEY, len(word)) + 1)]
            phrases = (each for start in starts for each in self.by_start.get(start, ()))
            for phrase in (*phrases, *self.by_ending):
                end = phrase.end_in(words, at)
                if end is not None:
                    yield phrase.thing, at, end

    def signs_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield each thing that Japanese signs mean, with the rest of the text."""
        for at, sign in enumerate(text):
            for phrase, thing in self.signs.get(sign, ()):
                if text.startswith(phrase, at):
                    yield thing, f"{text[:at]} {text[at + len(phrase) :]}"


@lru_cache(_KNOWN)
def things_in(name: str) -> Mapping[str, frozenset[str]]:
    """Return the known things that a measure's name says, each with the words beside it."""
    plain = name.casefold()
    words = _WORD.findall(plain)
    found: dict[str, frozenset[str]] = {}
    spans = [*_thesaurus().spans_in(words)]
    for thing, start, end in spans:
        if any(_is_within((start, end), at) and _other_side(thing, of) for of, *at in spans):
            continue
        found.setdefault(thing, frozenset((*words[:start], *words[end:])))
    if _JAPANESE.search(plain):
        for thing, rest in _thesaurus().signs_in(plain):
            found.setdefault(thing, frozenset(_WORD.findall(rest)))
    return found


def _is_within(span: Sequence[int], other: Sequence[int]) -> bool:
    """Whether a phrase is part of a longer one: “returned” of “questionnaires returned”."""
    is_shorter = span[1] - span[0] < other[1] - other[0]
    return is_shorter and other[0] <= span[0] and span[1] <= other[1]


def _other_side(one: str, other: str) -> bool:
    """Whether one of two things tells of customers, and the other of the company."""
    sides = things_of("customer"), things_of("company")
    return any(one in mine and other in theirs for mine, theirs in (sides, sides[::-1]))


def _fits(stem: str, word: str) -> bool:
    if stem[0] == "*":
        return word.endswith(stem[1:].rstrip("*"))
    return word.startswith(stem[:-1]) if stem[-1] == "*" else word == stem


@cache
def things_of(side: Side) -> frozenset[str]:
    """Return the known things that tell how it goes for one side."""
    return frozenset(_listed(_file()["whose"][side]))


def groups_of(things: Iterable[str]) -> frozenset[int]:
    """Return the groups of things that are much alike to which some known things belong."""
    return frozenset(_groups()[thing] for thing in things if thing in _groups())


@cache
def _groups() -> Mapping[str, int]:
    groups = _listed(_file()["alike"]["groups"])
    return {thing: at for at, group in enumerate(groups) for thing in group.split()}


def phrases() -> Iterator[tuple[str, str]]:
    """Yield each known thing with each way to say it, as the file has it."""
    for thing, ways in _file()["things"].items():
        yield from ((thing, phrase.casefold()) for phrase in _listed(ways))


@cache
def _thesaurus() -> _Thesaurus:
    thesaurus = _Thesaurus()
    for thing, phrase in phrases():
        thesaurus.add(thing, phrase)
    return thesaurus


def _listed(text: str) -> Iterator[str]:
    return filter(None, (" ".join(each.split()) for each in text.split(",")))


@cache
def _file() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(THESAURUS.read_text(encoding="utf-8"))

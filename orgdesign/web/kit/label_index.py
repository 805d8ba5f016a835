"""The parts of a kind by the words that people read, type and look for."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from threading import Condition

from cachetools import LRUCache, cached
from werkzeug.utils import cached_property

from orgdesign.model import KIND_OF_NOUN, Organisation
from orgdesign.web.kit.sections import SECTION_OF_NOUN, list_parts
from orgdesign.workspace import Edition


def fold_accents(text: str) -> str:
    """Return a text as it is compared: ``Événements`` is ``evenements``."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def match_rank(folded: str, words: Sequence[str]) -> int | None:
    """Return how well a folded text has all words, 0 the best; None where it lacks one."""
    if not all(word in folded for word in words):
        return None
    if words and folded.startswith(words[0]):
        return 0
    return 1 if all(f" {word}" in f" {folded}" for word in words) else 2


REMEMBERED = 12
"""Of how many kinds of parts the words are remembered, each of some editions that share them."""


class LabelIndex:
    """The parts of a kind by the words that people read and type; no two have the same."""

    def __init__(self, named: Iterable[tuple[str, str]], of: object = None) -> None:
        self._of = of  # held, so that nothing else comes to stand where it does
        spelt = {id_: " ".join(words.split()) for id_, words in named}
        often = Counter(words.casefold() for words in spelt.values())
        self.words = {
            id_: f"{words} ({id_})" if often[words.casefold()] > 1 else words
            for id_, words in spelt.items()
        }
        self._ids = {words.casefold(): id_ for id_, words in self.words.items()}

    def id(self, words: str) -> str | None:
        """Return the id that words stand for; none for no words, None where nothing is so."""
        return self._ids.get(" ".join(words.split()).casefold()) if words.strip() else ""

    @cached_property
    def _folded(self) -> list[tuple[str, str, str]]:
        by_words = sorted(self.words.items(), key=lambda each: each[1].casefold())
        return [(id_, words, fold_accents(words)) for id_, words in by_words]

    def matches(self, text: str, most: int, but: Collection[str] = ()) -> list[str]:
        """Return the words of the parts that a text finds, but some: the nearest first."""
        looked_for = fold_accents(text).split()
        ranked: dict[int, list[str]] = {0: [], 1: [], 2: []}
        for id_, words, folded in self._folded:
            rank = match_rank(folded, looked_for)
            if rank is not None and id_ not in but:
                ranked[rank].append(words)
        return [*ranked[0], *ranked[1], *ranked[2]][:most]


def labels_of(edition: Edition, kind: str) -> LabelIndex:
    """Return the parts of a kind in the last good organisation of an edition, by their words."""
    organisation = edition.organisation
    return _index(organisation, kind) if organisation else LabelIndex(())


def _named_by(organisation: Organisation, kind: str) -> tuple[object, ...]:
    """Return what an edit makes anew where the words of some part may change, and else keeps."""
    if kind == "outcome":
        return (organisation.outcome,)
    parts = getattr(organisation, KIND_OF_NOUN[kind].section)
    return (parts, organisation.functions) if kind == "hand-off" else (parts,)


@cached(
    LRUCache(REMEMBERED),
    lambda organisation, kind: (kind, *map(id, _named_by(organisation, kind))),
    condition=Condition(),
)
def _index(organisation: Organisation, kind: str) -> LabelIndex:
    return LabelIndex(_labels(organisation, kind), _named_by(organisation, kind))


def _labels(organisation: Organisation, kind: str) -> Iterator[tuple[str, str]]:
    section = SECTION_OF_NOUN[kind]
    yield from ((one.id, one.title) for one in list_parts(organisation, section))

"""Positions by all that lists call them: numbers, addresses, names, titles; and who is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import takewhile

from orgdesign.imports.cells import full_name
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.person_keys import is_address, name_keys, number_keys, spellings
from orgdesign.imports.positions import Position
from orgdesign.imports.statuses import is_vacancy, placeholder

_TIERS = 4
_MOST_ALIKE = 50
_FEWEST_WORDS = 2
_SHORTEST_NEAR = 4


class PeopleIndex:
    """Positions by the numbers, addresses, names and titles that other rows call them by."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self._positions = positions
        self._numbers: dict[str, list[Position]] = {}
        self._others: dict[str, list[Position]] = {}
        self._vocabulary_index: dict[str, tuple[Position, ...]] = {}
        for position in positions:
            for key in (*position.keys, *([position.post_key] if position.post_key else [])):
                for spelt in number_keys(key):
                    _add(self._numbers, spelt, position)
            for key in position.other_keys:
                for spelt in number_keys(key):
                    _add(self._others, spelt, position)

    @cached_property
    def _names(self) -> list[dict[str, list[Position]]]:
        tiers: list[dict[str, list[Position]]] = [{} for _ in range(_TIERS)]
        for position in self._positions:
            for name in (*position.holders, *position.called):
                for tier, key in zip(tiers, name_keys(name), strict=True):
                    _add(tier, key, position)
                for key in spellings(name):  # "Ann Bell (JX-1001)" is found by that number, too
                    for spelt in number_keys(key) if any(map(str.isdigit, key)) else ():
                        _add(self._others, spelt, position)
        return tiers

    @cached_property
    def _titles(self) -> dict[str, list[Position]]:
        titles: dict[str, list[Position]] = {}
        for position in self._positions:
            if position.title and not position.is_group:
                _add(titles, fold_text(position.title), position)
        return titles

    @cached_property
    def _free(self) -> list[Position]:
        return [position for position in self._positions if position.vacant]

    def candidates(self, text: str) -> tuple[Position, ...]:
        """Return the positions that a text can mean, those of the nearest spelling alone."""
        if text not in self._vocabulary_index:
            self._vocabulary_index[text] = tuple(self._search(text))
        return self._vocabulary_index[text]

    def _search(self, text: str) -> Sequence[Position]:
        parts = [*spellings(text)]
        if numbered := self._numbered(parts):
            return numbered
        for tier in range(_TIERS):
            for part in parts:
                if found := self._names[tier].get(name_keys(part)[tier]):
                    return found
        if numbered := self._numbered(parts):  # numbers that stand in names are known by now
            return numbered
        return next((self._titles[key] for key in map(fold_text, parts) if key in self._titles), ())

    def _numbered(self, parts: Sequence[str]) -> Sequence[Position]:
        keys = [key for part in parts for key in number_keys(part)]
        tables = (self._numbers, self._others)
        return next((table[key] for key in keys for table in tables if key in table), ())

    def find(self, text: str, near: Position | None = None) -> Position | None:
        """Return the position that a text means; None where none or several do.

        Of several posts of one person the one in the unit of the position ``near`` is meant, or
        else the first; of alike posts the one in that unit.
        """
        if is_vacancy(text):
            return self._vacancy(text, near)
        found = [position for position in self.candidates(text) if position is not near]
        if len(found) > 1 and near is not None:
            beside = [position for position in found if position.place == near.place]
            if len(beside) == 1:
                return beside[0]
        if len(found) > 1 and _is_one_person(found):
            return found[0]
        if len(found) == 1:
            return found[0]
        return near if not found and near in self.candidates(text) else None

    @cached_property
    def _words(self) -> dict[str, list[Position]]:
        words: dict[str, list[Position]] = {}
        for position in self._positions:
            for name in position.holders:
                for word in name_keys(name)[2].split():
                    _add(words, word, position)
        return words

    def loosely(self, text: str, near: Position) -> Position | None:
        """Return the one person whom a text nearly names.

        That is whoever alone has its one word or all of its words, begins as its initials do, has
        a word less, such as a middle name, or is spelt with one letter more, less or different.
        """
        said = name_keys(text)[2].split()
        whole = [word for word in said if len(word) > 1]
        if not whole or is_address(text):
            return None
        candidates = {p for word in whole for p in self._words.get(word, ())} - {near}
        for is_meant in (_fits, _is_misspelt):
            fitting = [p for p in candidates if any(is_meant(said, name) for name in p.holders)]
            if fitting:
                return fitting[0] if _is_one_person(fitting) else None
        return None

    def _vacancy(self, text: str, near: Position | None) -> Position | None:
        """Return the free seat that a placeholder means: the only one in the same unit."""
        if near is None:
            return None
        free = [p for p in self._free if p.place == near.place and p is not near]
        alike = [p for p in free if p.placeholder == placeholder(text)]
        for fitting in (alike, free):
            if len(fitting) == 1:
                return fitting[0]
        return None


def _add(table: dict[str, list[Position]], key: str, position: Position) -> None:
    held = table.setdefault(key, [])
    if key and len(held) < _MOST_ALIKE and (not held or held[-1] is not position):
        held.append(position)


def _fits(said: Sequence[str], name: str) -> bool:
    """Return whether words and initials are of a name, in any order and some left out."""
    names = name_keys(name)[2].split()
    if len(said) == 1:
        return said[0] in names
    short, long = sorted((said, names), key=len)
    left = [*long]
    for word in short:
        found = next((w for w in left if w == word), None) or next(
            (w for w in left if w[0] == word[0] and 1 in (len(w), len(word))), None
        )
        if found is None:
            return False
        left.remove(found)
    return len(short) >= _FEWEST_WORDS and len(left) <= 1


def _is_misspelt(said: Sequence[str], name: str) -> bool:
    """Return whether all words are those of a name, but for one letter of one of them.

    >>> _is_misspelt(["bo", "falck"], "Bo Falk"), _is_misspelt(["anne", "berg"], "Anna Berg")
    (True, False)
    """
    names = name_keys(name)[2].split()
    wrong, right = [w for w in said if w not in names], [w for w in names if w not in said]
    return len(said) == len(names) and len(wrong) == len(right) == 1 and _are_near(*wrong, *right)


def _are_near(one: str, other: str) -> bool:
    """Return whether two words of some length differ by a letter, but not by the last."""
    short, long = sorted((one, other), key=len)
    same = _alike(short, long)
    rest = _alike(short[same:][::-1], long[same:][::-1])
    return len(short) >= _SHORTEST_NEAR and bool(rest) and len(long) - same - rest <= 1


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin alike with."""
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False)))


def _is_one_person(positions: Iterable[Position]) -> bool:
    """Return whether positions are posts of one person: of one number or, without, of one name."""
    people = {
        (position.keys or position.other_keys, *map(fold_text, position.holders[:1]))
        if position.holders
        else (position,)
        for position in positions
    }
    return len(people) == 1 and all(full_name(p.row) for p in positions)

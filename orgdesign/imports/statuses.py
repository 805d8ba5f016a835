"""What the words in a column of statuses mean: here, gone, not yet here, or a vacancy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.words import word_lists

State = Literal["here", "gone", "later", "vacant", "unknown"]

_ORDER: tuple[tuple[str, State], ...] = (
    ("later", "later"),
    ("vacant", "vacant"),
    ("still", "here"),
    ("gone", "gone"),
)
_PUNCTUATION = re.compile(r"[\s._/()\[\]·-]+")
_MARKED = re.compile(r"(.*\S)\s*(?:\(([^()]+)\)|\[([^\[\]]+)\]|（([^（）]+)）)")
_NOT_EMPLOYED = "C"
"""How Workday marks whoever works there and is not employed: ``Brightwell, Tom [C]``."""
_SHORTEST_MARK = 4
_NUMBERED = re.compile(r"[\s#.-]*\d+$")


@cache
def state_of(status: str) -> State:
    """Return what a status means; ``unknown`` where no word of it is known."""
    words, stems = _vocabulary()
    plain = _plain(status)
    if plain in words:
        return words[plain]
    whole = fold_text(status)
    for name, state in _ORDER:
        if any(stem in whole for stem in stems[name]):
            return state
    return words.get(_plain(re.sub(r"\(.*", "", status)), "unknown") if "(" in status else "unknown"


def marked_name(name: str) -> tuple[str, str]:
    """Return a name without the status that stands behind it, and that status.

    >>> marked_name("Ng, Wei (Terminated)"), marked_name("Lee, Ann (Annie)")
    (('Ng, Wei', 'Terminated'), ('Lee, Ann (Annie)', ''))
    """
    found = _MARKED.fullmatch(name.strip())
    mark = next(filter(None, found.groups()[1:]), "") if found else ""
    if found and mark == _NOT_EMPLOYED:
        return found[1], ""
    return (found[1], mark) if found and _tells_of_a_state(mark) else (name, "")


def _tells_of_a_state(mark: str) -> bool:
    """Return whether a mark is long enough to be no initial, and says who is away or gone."""
    if mark.isascii() and len(mark) < _SHORTEST_MARK:
        return False
    is_away = any(stem in fold_text(mark) for stem in _vocabulary()[1]["still"])
    return is_away or state_of(mark) in ("gone", "later")


@cache
def is_vacancy(name: str) -> bool:
    """Return whether a name is nobody's, but says that a seat is free: N.N., TBD, 空席."""
    if not name:
        return False
    words, stems = _vocabulary()
    plain = _plain(_NUMBERED.sub("", name)) or _plain(name)
    whole = fold_text(name)
    return words.get(plain) == "vacant" or any(stem in whole for stem in stems["vacant"])


def placeholder(name: str) -> str:
    """Return a name that stands for nobody so that its spellings are one.

    >>> placeholder("N. N."), placeholder("n.n.")
    ('nn', 'nn')
    """
    return _plain(name).replace(" ", "")


def _plain(text: str) -> str:
    return _PUNCTUATION.sub(" ", fold_text(text)).strip()


@cache
def _vocabulary() -> tuple[Mapping[str, State], Mapping[str, tuple[str, ...]]]:
    listed, stems = word_lists("statuses", "words"), word_lists("statuses", "stems")
    words: dict[str, State] = {}
    states: tuple[State, ...] = ("here", "gone", "later", "vacant")
    for state in states:
        for word in listed[state]:
            words[_plain(word)] = state
    return words, {name: tuple(map(fold_text, found)) for name, found in stems.items()}

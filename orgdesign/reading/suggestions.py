"""Did you mean: the known word nearest to one that is not known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

_MOST_LETTERS = 60


class Suggester:
    """Finds near words, within an effort that a file of mistakes cannot drive up."""

    def __init__(self, effort: int = 200_000) -> None:
        self._effort = effort
        self._plain: dict[int, dict[str, str]] = {}
        self._found: dict[tuple[int, str], str | None] = {}

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """Return the known word that was most likely meant, if any is near."""
        key = id(known), word
        if key not in self._found:
            self._found[key] = self._nearest(word, known)
        return self._found[key]

    def _nearest(self, word: str, known: Collection[str]) -> str | None:
        plain = self._plain.get(id(known))
        if plain is None:
            plain = self._plain[id(known)] = {plainly(each): each for each in known}
        wanted = plainly(word)
        if wanted in plain:
            return plain[wanted]
        if self._effort <= 0 or len(wanted) > _MOST_LETTERS:
            return None
        near = [each for each in plain if abs(len(each) - len(wanted)) <= 1 + len(wanted) // 3]
        self._effort -= len(near)
        found = get_close_matches(wanted, near, 1, 0.7)
        return plain[found[0]] if found else None


def plainly(word: str) -> str:
    """Return a word without the differences that are easily mistyped."""
    return re.sub(r"[\s_]+", "-", unicodedata.normalize("NFC", word).casefold().strip())

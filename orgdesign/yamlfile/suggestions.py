"""Did you mean: the known word nearest to one that is not known."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection
from difflib import get_close_matches

_MOST_LETTERS = 60
_MOST_LIKELY = 20


class Suggester:
    """Finds near words, within an effort that a file full of mistakes cannot drive up."""

    def __init__(self, effort: int = 2_000_000) -> None:
        self._effort = effort
        self._lexicons: dict[int, _Lexicon] = {}

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """Return the known word that was most likely meant, if any is near."""
        lexicon = self._lexicons.get(id(known))
        if lexicon is None:
            self._effort -= 20 * len(known)
            if self._effort < 0:
                return None
            lexicon = self._lexicons[id(known)] = _Lexicon(known)
        wanted = plainly(word)
        found = lexicon.plain.get(wanted)
        if found is None and self._effort > 0 and len(wanted) <= _MOST_LETTERS:
            likely = lexicon.likely(wanted)
            self._effort -= lexicon.effort
            found = lexicon.plain.get(next(iter(get_close_matches(wanted, likely, 1)), ""))
        return found


class _Lexicon:
    """Known words by how they are spelt, and by each pair of letters in them."""

    def __init__(self, known: Collection[str]) -> None:
        self.plain = {plainly(word): word for word in known}
        self.effort = 0
        self._with_pair: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.plain:
            for pair in _pairs(word[:_MOST_LETTERS]):
                self._with_pair[pair].append(word)

    def likely(self, wanted: str) -> list[str]:
        """Return the few words that share the most pairs of letters with one."""
        shared: Counter[str] = Counter()
        for pair in _pairs(wanted):
            shared.update(self._with_pair.get(pair, ()))
        self.effort = shared.total() + 1_000
        return [word for word, _ in shared.most_common(_MOST_LIKELY)]


def _pairs(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)}


def plainly(word: str) -> str:
    """Return a word without the differences that are easily mistyped."""
    return re.sub(r"[\s_]+", "-", unicodedata.normalize("NFC", word).casefold().strip())

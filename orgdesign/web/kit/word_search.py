"""How typed words find a text: in any order, without their accents and capitals."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


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

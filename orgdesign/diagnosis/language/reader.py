"""Reads the texts of an organisation: which label each has, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from cachetools import LRUCache

from orgdesign.diagnosis.language.classifier import SentenceClassifier
from orgdesign.diagnosis.language.encoder import LazyEncoder, SentenceEncoder
from orgdesign.diagnosis.language.examples import SUBJECTS, Subject
from orgdesign.diagnosis.language.kept_classifier import kept_classifier
from orgdesign.diagnosis.language.measured_things import MeasuredThings, kept_things
from orgdesign.diagnosis.language.one_thread import one_thread
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REMEMBERED = 100_000
"""Of how many texts the judgement is remembered; each takes some hundred bytes."""
KEPT_VECTORS = 6_000
"""Of how many texts the vector is kept for the next question; each takes 2 kB."""
TOGETHER = 2_000
"""How many texts are judged in one step: what that takes of memory does not grow with a file."""


@value_object
class Judgement:
    """What a text most likely is, and how far ahead of every other label that is.

    All figures are rounded, so that they are the same on every machine.
    """

    label: str
    score: float
    margin: float
    scores: tuple[tuple[str, float], ...] = ()

    def lead(self, label: str, other: str) -> float:
        """Return how far one label is ahead of another, whichever is likeliest; 0 if unread."""
        scores = dict(self.scores)
        return round(scores[label] - scores[other], 2) if scores else 0.0

    def reads_as(self, label: str, margin: float = 0.0) -> bool:
        """Whether a text has a label, at least so far ahead of every other."""
        return self.label == label and self.margin >= margin


UNREAD = Judgement("", 0.0, 0.0)


class TextReader:
    """Reads texts by subject; what it has read it remembers. Safe to share between threads."""

    def __init__(self, encoder: SentenceEncoder | None) -> None:
        self._encoder = encoder
        self._classifiers: dict[Subject, SentenceClassifier] = {}
        self._read: LRUCache[tuple[Subject, str], Judgement] = LRUCache(REMEMBERED)
        self._vectors: LRUCache[str, NDArray[np.float32]] = LRUCache(KEPT_VECTORS)
        self._things: MeasuredThings | None = None
        self._lock = Lock()

    @property
    def reads(self) -> bool:
        """Whether this reader reads at all."""
        return self._encoder is not None

    def read(self, subject: Subject, text: str) -> Judgement:
        """Return what a text is."""
        return self.read_all(subject, [text])[0]

    def read_all(self, subject: Subject, texts: Sequence[str]) -> list[Judgement]:
        """Return what each text is; many at once take much less time than one by one."""
        if self._encoder is None:
            return [UNREAD] * len(texts)
        with self._lock:
            known = {text: self._read.get((subject, text)) for text in texts}
            fresh = [text for text, judgement in known.items() if judgement is None]
            for at in range(0, len(fresh), TOGETHER):
                together = fresh[at : at + TOGETHER]
                judged = dict(zip(together, self._judged(subject, together), strict=True))
                self._read.update(
                    ((subject, text), judgement) for text, judgement in judged.items()
                )
                known |= judged
        return [known[text] or UNREAD for text in texts]

    def likeness(self, texts: Sequence[str]) -> NDArray[np.float64] | None:
        """Return how much each two texts mean the same, -1 to 1; None if nothing is read."""
        if self._encoder is None or len(texts) < 2:
            return None
        with self._lock:
            vectors = self._vectors_of(texts)
        with one_thread():
            products = vectors @ vectors.T
        likeness: NDArray[np.float64] = products.astype(float)
        return likeness.round(2)

    def same_things(self, names: Sequence[str]) -> NDArray[np.float64] | None:
        """Return how much each two names of measures speak of one thing; None if nothing is read.

        From 0 to 1: it tells what ``likeness`` does not where one thing has many names.
        """
        if self._encoder is None or len(names) < 2:
            return None
        with self._lock:
            if self._things is None:
                self._things = kept_things(self._encoder)
            return self._things.likeness(self._vectors_of(names))

    def warm(self) -> None:
        """Load the encoder and learn from the examples, so that the first reading need not."""
        for subject in SUBJECTS:
            self.read_all(subject, ["."])
        self.same_things([".", "-"])

    def _judged(self, subject: Subject, texts: list[str]) -> list[Judgement]:
        classifier = self._classifier(subject)
        scores = classifier.scores(self._vectors_of(texts).astype(float), texts)
        return [_judgement(classifier.labels, row.tolist()) for row in scores]

    def _vectors_of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row for each text; one that was read of late need not be encoded again."""
        import numpy as np

        assert self._encoder is not None  # noqa: S101 - asked before
        fresh = [*dict.fromkeys(text for text in texts if text not in self._vectors)]
        encoded = self._encoder.encode(fresh).astype(np.float32) if fresh else ()
        known = dict(zip(fresh, encoded, strict=True))
        vectors = np.array([known[t] if t in known else self._vectors[t] for t in texts])
        self._vectors.update(known)
        return vectors

    def _classifier(self, subject: Subject) -> SentenceClassifier:
        if subject not in self._classifiers:
            assert self._encoder is not None  # noqa: S101 - asked before
            self._classifiers[subject] = kept_classifier(subject, self._encoder)
        return self._classifiers[subject]


def _judgement(labels: Iterable[str], scores: list[float]) -> Judgement:
    rounded = [round(score, 2) for score in scores]
    ranked = sorted(zip(rounded, labels, strict=True), reverse=True)
    (best, label), (second, _), *_ = ranked
    by_label = tuple((label, score) for score, label in ranked)
    return Judgement(label, best, round(best - second, 2), by_label)


NO_READER = TextReader(None)
"""Reads nothing: for those who ask for a diagnosis without language."""


@cache
def shared_reader() -> TextReader:
    """Return the reader of this process; its encoder is loaded when it first reads."""
    return TextReader(LazyEncoder())

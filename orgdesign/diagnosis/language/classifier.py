"""A classifier of sentences: ridge regression with a Gaussian kernel, solved in closed form.

It has no chance in it: the same examples give the same scores on every machine once rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from orgdesign.diagnosis.language.one_thread import one_thread
from orgdesign.diagnosis.language.word_features import word_features
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Steps = NDArray[np.int16]

RIDGE = 0.3
"""How much the fit gives way to smoothness."""
STEPS = 2048
"""In so many steps from 0 to 1 a vector of an example is kept, that of a text in twice as many.

Their products are whole numbers that single precision holds exactly, in whatever order a machine
adds them up; scores change by two thousandths at most.
"""
_STEPS_OF_TEXTS = 2 * STEPS
_CONSTANT = 0.3
_FEATURE_WEIGHT = 0.2
_TOGETHER = 1024
"""So many examples are compared at once: they stay near the processor."""


@value_object
class SentenceClassifier:
    """What was learnt: the examples as rows of steps, and how each counts for each label.

    What a further feature counts does not depend on the example.
    """

    labels: tuple[str, ...]
    rows: Steps
    weights: Matrix
    feature_weights: Matrix

    def scores(self, vectors: Matrix, texts: Sequence[str]) -> Matrix:
        """Return a row for each text: about 1 for the label it has, -1 for those it has not."""
        marks = features_of(texts)
        with one_thread():
            scores: Matrix = _CONSTANT * self.weights.sum(0) + marks @ self.feature_weights
            for at, nearness in _nearness(in_steps(vectors, _STEPS_OF_TEXTS), self.rows):
                scores += nearness @ self.weights[at]
        return scores


def fit(labels: Sequence[str], vectors: Matrix, texts: Sequence[str]) -> SentenceClassifier:
    """Learn from sentences with their labels; a label with few examples counts as much."""
    import numpy as np

    names = tuple(sorted({*labels}))
    wanted = np.array([[1.0 if label == name else -1.0 for name in names] for label in labels])
    shares = np.array([labels.count(label) / len(labels) for label in labels])
    slack = shares * np.mean(1 / shares)
    rows, features = in_steps(vectors, STEPS), features_of(texts)
    with one_thread():
        kernel = _CONSTANT + _FEATURE_WEIGHT * (features @ features.T)
        for at, nearness in _nearness(2 * rows, rows):
            kernel[:, at] += nearness
        weights = np.linalg.solve(kernel + RIDGE * np.diag(slack), wanted)
        return SentenceClassifier(names, rows, weights, _FEATURE_WEIGHT * (features.T @ weights))


def features_of(texts: Sequence[str]) -> Matrix:
    """Return a row of further features for each text."""
    import numpy as np

    return np.array([word_features(text) for text in texts], dtype=np.float64).reshape(
        len(texts), -1
    )


def in_steps(vectors: Matrix, steps: int) -> Steps:
    """Return vectors as whole numbers, so many of them from 0 to 1."""
    import numpy as np

    return np.rint(vectors * steps).astype(np.int16)


def _nearness(texts: Steps, rows: Steps) -> Iterator[tuple[slice, Matrix]]:
    """Yield how near each text is to some rows, from 0 to 1, with which rows they are."""
    import numpy as np

    ours, sizes = texts.astype(np.float32), _squares(texts) / _STEPS_OF_TEXTS**2
    for start in range(0, len(rows), _TOGETHER):
        theirs = rows[start : start + _TOGETHER]
        products = (ours @ theirs.T.astype(np.float32)).astype(np.float64)
        products *= 2 / (_STEPS_OF_TEXTS * STEPS)
        products -= sizes[:, None]
        products -= _squares(theirs) / STEPS**2
        yield slice(start, start + _TOGETHER), np.exp(products, out=products)


def _squares(vectors: Steps) -> Matrix:
    import numpy as np

    squares: Matrix = np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64)
    return squares

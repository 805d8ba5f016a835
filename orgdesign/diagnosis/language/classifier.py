"""A classifier of sentences: ridge regression with a Gaussian kernel, solved in closed form.

It has no chance in it: the same examples give the same scores on every machine once rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgdesign.diagnosis.language.one_thread import one_thread
from orgdesign.diagnosis.language.word_features import word_features
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

RIDGE = 0.3
"""How much the fit gives way to smoothness."""
_CONSTANT = 0.3
_FEATURE_WEIGHT = 0.2


@value_object
class SentenceClassifier:
    """What was learnt: the examples as rows, and how each of them counts for each label."""

    labels: tuple[str, ...]
    rows: Matrix
    features: Matrix
    weights: Matrix

    def scores(self, vectors: Matrix, texts: Sequence[str]) -> Matrix:
        """Return a row for each text: about 1 for the label it has, -1 for those it has not."""
        with one_thread():
            return _kernel(vectors, features_of(texts), self.rows, self.features) @ self.weights


def fit(labels: Sequence[str], vectors: Matrix, texts: Sequence[str]) -> SentenceClassifier:
    """Learn from sentences with their labels; a label with few examples counts as much."""
    import numpy as np

    names = tuple(sorted({*labels}))
    wanted = np.array([[1.0 if label == name else -1.0 for name in names] for label in labels])
    shares = np.array([labels.count(label) / len(labels) for label in labels])
    slack = shares * np.mean(1 / shares)
    features = features_of(texts)
    with one_thread():
        kernel = _kernel(vectors, features, vectors, features)
        weights = np.linalg.solve(kernel + RIDGE * np.diag(slack), wanted)
    return SentenceClassifier(names, vectors, features, weights)


def features_of(texts: Sequence[str]) -> Matrix:
    """Return a row of further features for each text."""
    import numpy as np

    return np.array([word_features(text) for text in texts], dtype=np.float64).reshape(
        len(texts), -1
    )


def _kernel(one: Matrix, marks: Matrix, other: Matrix, their_marks: Matrix) -> Matrix:
    import numpy as np

    squares = (one * one).sum(1)[:, None] + (other * other).sum(1)[None] - 2 * one @ other.T
    alike: Matrix = np.exp(-squares) + _CONSTANT + _FEATURE_WEIGHT * (marks @ their_marks.T)
    return alike

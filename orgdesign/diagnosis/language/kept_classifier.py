"""What was learnt from our own examples, carried or kept: it changes as they do.

It takes seconds to learn, and a thousandth of that to find.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgdesign.diagnosis.language.classifier import SentenceClassifier, fit
from orgdesign.diagnosis.language.encoder import SentenceEncoder
from orgdesign.diagnosis.language.examples import Subject, examples_files, examples_of
from orgdesign.diagnosis.language.kept_arrays import ArraySource, digest_of, kept_arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WAYS_OF_LEARNING = (
    *("classifier.py", "examples.py", "kept_arrays.py", "kept_classifier.py", "pay_words.py"),
    *("word_features.py", "word_features.toml"),
)
"""The files that decide, beside the examples and the encoder, what is learnt from them."""


def kept_classifier(subject: Subject, encoder: SentenceEncoder) -> SentenceClassifier:
    """Return the classifier of a subject; it is learnt where nobody has learnt it before."""
    arrays = kept_arrays(classifier_source(subject, encoder))
    rows, weights, features = (arrays[name] for name in ("rows", "weights", "feature_weights"))
    return SentenceClassifier(tuple(arrays["labels"].tolist()), rows, weights, features)


def classifier_source(subject: Subject, encoder: SentenceEncoder) -> ArraySource:
    """Return what the classifier of a subject comes of."""
    from orgdesign.diagnosis.language.mapped_encoder import encoder_digest

    ways = [Path(__file__).with_name(name) for name in _WAYS_OF_LEARNING]
    digest = digest_of((*examples_files(subject), *ways), encoder_digest())
    return ArraySource(subject, digest, lambda: _arrays(_learn(subject, encoder)))


def _learn(subject: Subject, encoder: SentenceEncoder) -> SentenceClassifier:
    examples = examples_of(subject)
    texts = [each.text for each in examples]
    return fit([each.label for each in examples], encoder.encode(texts), texts)


def _arrays(classifier: SentenceClassifier) -> dict[str, NDArray[Any]]:
    import numpy as np

    return {
        "labels": np.array(classifier.labels),
        "rows": classifier.rows,
        "weights": classifier.weights,
        "feature_weights": classifier.feature_weights,
    }

"""What was learnt from our own examples, kept from one run to the next: it changes as they do.

It takes seconds to learn, and a thousandth of that to find.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgdesign.diagnosis.language.classifier import SentenceClassifier, fit
from orgdesign.diagnosis.language.encoder import SentenceEncoder
from orgdesign.diagnosis.language.examples import Subject, examples_files, examples_of
from orgdesign.diagnosis.language.kept_arrays import digest_of, kept_arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray


def kept_classifier(subject: Subject, encoder: SentenceEncoder) -> SentenceClassifier:
    """Return the classifier of a subject; it is learnt where no run before has learnt it."""
    from orgdesign.diagnosis.language.mapped_encoder import encoder_digest

    digest = digest_of((*examples_files(subject), *_ways_of_learning()), encoder_digest())
    arrays = kept_arrays(subject, digest, lambda: _arrays(_learn(subject, encoder)))
    rows, features, weights = (arrays[name] for name in ("rows", "features", "weights"))
    return SentenceClassifier(tuple(arrays["labels"].tolist()), rows, features, weights)


def _learn(subject: Subject, encoder: SentenceEncoder) -> SentenceClassifier:
    examples = examples_of(subject)
    texts = [each.text for each in examples]
    return fit([each.label for each in examples], encoder.encode(texts), texts)


def _arrays(classifier: SentenceClassifier) -> dict[str, NDArray[Any]]:
    import numpy as np

    return {
        "labels": np.array(classifier.labels),
        "rows": classifier.rows,
        "features": classifier.features,
        "weights": classifier.weights,
    }


def _ways_of_learning() -> list[Path]:
    """Return the files that decide, beside the examples, what is learnt from them."""
    return sorted(path for path in Path(__file__).parent.iterdir() if path.is_file())

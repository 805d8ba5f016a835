"""Sentences are classified over vectors in steps: exactly, and as over the vectors themselves."""

from __future__ import annotations

import numpy as np
import pytest

from orgdesign.diagnosis.language import examples_of
from orgdesign.diagnosis.language.classifier import (
    RIDGE,
    STEPS,
    SentenceClassifier,
    features_of,
    fit,
    in_steps,
)
from orgdesign.diagnosis.language.encoder import sentence_encoder
from tests.diagnosis.test_same_scores import sentences

LEARNT = [(each.label, each.text) for each in examples_of("measures")]
LABELS, TEXTS = [label for label, _ in LEARNT], [text for _, text in LEARNT]
UNSEEN = [text for _, text in sentences("measures")]


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:  # type: ignore[type-arg]
    return sentence_encoder().encode([*TEXTS, *UNSEEN])


@pytest.fixture(scope="module")
def classifier(vectors) -> SentenceClassifier:  # type: ignore[no-untyped-def]
    return fit(LABELS, vectors[: len(TEXTS)], TEXTS)


def test_steps_change_no_decision_and_scores_by_thousandths(vectors, classifier) -> None:  # type: ignore[no-untyped-def]
    marks = features_of([*TEXTS, *UNSEEN])
    kernel = np.exp(2 * vectors @ vectors.T - 2) + 0.3 + 0.2 * marks @ marks.T
    count = {label: LABELS.count(label) for label in classifier.labels}
    slack = [sum(1 / n for n in (count[one] for one in LABELS)) * count[label] for label in LABELS]
    wanted = [[1.0 if own == label else -1.0 for label in classifier.labels] for own in LABELS]
    known = slice(len(TEXTS))
    fitted = kernel[known, known] + RIDGE * np.diag(slack) / len(TEXTS)
    plain = kernel[len(TEXTS) :, known] @ np.linalg.solve(fitted, np.array(wanted))
    scores = classifier.scores(vectors[len(TEXTS) :], UNSEEN)
    assert abs(scores - plain).max() < 0.003
    assert (scores.argmax(1) == plain.argmax(1)).all()


def test_scores_do_not_depend_on_the_order_in_which_a_machine_adds(vectors, classifier) -> None:  # type: ignore[no-untyped-def]
    rows = classifier.rows[:, ::-1].copy()
    turned = SentenceClassifier(
        classifier.labels, rows, classifier.weights, classifier.feature_weights
    )
    unseen = vectors[len(TEXTS) :]
    scores = classifier.scores(unseen, UNSEEN)
    assert (scores == turned.scores(unseen[:, ::-1].copy(), UNSEEN)).all()


def test_no_number_is_too_large_for_its_steps() -> None:
    assert in_steps(np.array([[1.0, -1.0]]), 2 * STEPS).tolist() == [[2 * STEPS, -2 * STEPS]]

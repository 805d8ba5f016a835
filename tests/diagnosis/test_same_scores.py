"""Sentences in five languages are scored alike on every machine, system and version of Python.

The scores stand in ``snapshots/scores.tsv``; what is learnt anew from other examples changes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from orgdesign.diagnosis.language import examples_of, shared_reader
from orgdesign.diagnosis.language.examples import SUBJECTS, Subject

SENTENCES = Path(__file__).parent / "sentences_to_read.tsv"


def sentences(subject: Subject) -> list[tuple[str, str]]:
    """Return the sentences to read of a subject, each with its language."""
    rows = (line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [(language, text) for of, language, text in rows if of == subject]


def scores(subject: Subject) -> Iterator[str]:
    """Yield a line for each sentence: what it is read as, how surely, how far ahead."""
    texts = [text for _, text in sentences(subject)]
    for text, judged in zip(texts, shared_reader().read_all(subject, texts), strict=True):
        yield f"{subject}\t{judged.label}\t{judged.score:.2f}\t{judged.margin:.2f}\t{text}"


def likenesses() -> Iterator[str]:
    """Yield a line for each two measures that follow one another: how much they are alike."""
    names = [name for _, name in sentences("measures")]
    meant, counted = shared_reader().likeness(names), shared_reader().same_things(names)
    assert meant is not None
    assert counted is not None
    for (at, one), (next_, other) in pairwise(enumerate(names)):
        yield f"alike\t{meant[at, next_]:.2f}\t{counted[at, next_]:.2f}\t{one} / {other}"


def test_sentences_have_the_same_scores_everywhere(snapshot) -> None:  # type: ignore[no-untyped-def]
    lines = [line for subject in SUBJECTS for line in scores(subject)]
    snapshot("scores.tsv", "\n".join([*lines, *likenesses()]) + "\n")


def test_they_are_in_five_languages_for_each_classifier_and_none_was_learnt() -> None:
    for subject in SUBJECTS:
        assert {language for language, _ in sentences(subject)} == {"en", "de", "es", "fr", "ja"}
        learnt = {example.text for example in examples_of(subject)}
        assert not learnt & {text for _, text in sentences(subject)}

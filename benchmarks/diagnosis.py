"""How much the reading of words finds, and how much of it is right, by label and language.

Each sentence is judged by a classifier that was learnt without any sentence of its organisation
(language and sector), over all examples of the package: the organisations are dealt into parts, and
each part is judged by what the others teach. What is near to a held sentence in another language,
mostly its translation, is left out of the teaching too.

    python benchmarks/diagnosis.py [MARGIN]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from orgdesign.diagnosis.language import Example, Subject, examples_of
from orgdesign.diagnosis.language.classifier import fit
from orgdesign.diagnosis.language.encoder import sentence_encoder
from orgdesign.diagnosis.language.examples import SUBJECTS

PARTS = 20
"""Into how many parts the organisations are dealt."""
NEAR = 0.7
"""So alike are two sentences of which one gives the other away."""

Judged = tuple[Example, str, float]


def held_out(subject: Subject) -> Iterator[Judged]:
    """Yield each example with the label that it is given unseen, and the margin of that."""
    examples = examples_of(subject)
    vectors = sentence_encoder().encode([each.text for each in examples])
    organisations = [*dict.fromkeys(each.organisation for each in examples)]
    for part in range(PARTS):
        judged = {*organisations[part::PARTS]}
        held = [at for at, one in enumerate(examples) if one.organisation in judged]
        nearest = (vectors @ vectors[held].T).max(axis=1)
        rest = [
            at
            for at, one in enumerate(examples)
            if one.organisation not in judged and nearest[at] < NEAR
        ]
        texts = [examples[at].text for at in held]
        learnt = fit(
            [examples[at].label for at in rest],
            vectors[rest],
            [examples[at].text for at in rest],
        )
        for at, scores in zip(held, learnt.scores(vectors[held], texts).tolist(), strict=True):
            (best, label), (second, _), *_ = sorted(
                zip(scores, learnt.labels, strict=True), reverse=True
            )
            yield examples[at], label, round(best - second, 2)


def report(subject: Subject, margin: float) -> Iterator[str]:
    """Yield a line for each label and language."""
    judged = [*held_out(subject)]
    languages = [*dict.fromkeys(one.language for one, _, _ in judged)]
    for label in sorted({one.label for one, _, _ in judged}):
        for language in ["all", *languages]:
            counts: Counter[str] = Counter()
            for one, told, ahead in judged:
                if language in ("all", one.language):
                    is_told = told == label and ahead >= margin
                    counts["there"] += one.label == label
                    counts["told"] += is_told
                    counts["right"] += is_told and one.label == label
            recall = counts["right"] / max(counts["there"], 1)
            precision = counts["right"] / max(counts["told"], 1)
            yield (
                f"{subject:14} {label:10} {language:4} {counts['there']:4} examples"
                f"  recall {recall:4.0%}  precision {precision:4.0%}"
            )


if __name__ == "__main__":
    asked = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
    print(f"Held out: organisations, in {PARTS} parts, and what is {NEAR} near. Margin {asked:g}.")
    for each in SUBJECTS:
        print(*report(each, asked), sep="\n")

"""What the evidence against texts of roles finds in organisations that it was not learnt from.

The roles of ``diagnosis_cases`` are read by a classifier that was taught without the texts of their
organisation; the organisations are dealt into parts. Those whose texts are planted as against their
outcome are to be told, others not; roles that are planted for their pay or authority are left out.

    python -m benchmarks.role_evidence
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml

from benchmarks.measure_pairs import CASES, learnt
from orgdesign.diagnosis.language import Judgement, examples_of
from orgdesign.diagnosis.language.classifier import fit
from orgdesign.diagnosis.language.encoder import sentence_encoder
from orgdesign.diagnosis.rules.role_evidence import WEIGHTS, role_traits, says_enough
from orgdesign.diagnosis.rules.role_texts import texts_of
from orgdesign.diagnosis.words import line
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import read_file

PARTS = 8
OTHERWISE = ("reward", "authority", "dueling")
"""What a flaw of a role is called whose texts are told by other rules."""


@value_object
class SaidText:
    """A text of a role, in which organisation it stands, and whether the role is planted."""

    organisation: str
    role: str
    text: str
    is_planted: bool


def said_texts(path: Path) -> Iterator[SaidText]:
    """Yield the texts of the roles of an organisation that are planted as against, or as fine."""
    organisation = read_file(path).organisation
    if not isinstance(organisation, Organisation):
        return
    expected = yaml.safe_load((CASES / "expected" / path.name).read_text(encoding="utf-8")) or []
    flaws = {
        role: [each["flaw"] for each in expected if f"roles.{role}" in each["at"]]
        for role in organisation.roles
    }
    for role in organisation.roles.values():
        is_planted = any("contradict" in flaw for flaw in flaws[role.id])
        if is_planted or not any(word in flaw for flaw in flaws[role.id] for word in OTHERWISE):
            for _, text in texts_of(role):
                yield SaidText(path.stem, role.id, line(text), is_planted)


def traits_held_out(texts: list[SaidText]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the traits of each text, read by what other organisations teach."""
    examples = examples_of("roles")
    encode = sentence_encoder().encode
    taught, asked = encode([each.text for each in examples]), encode([one.text for one in texts])
    names = [*dict.fromkeys(one.organisation for one in texts)]
    traits = np.zeros((len(texts), len(WEIGHTS)))
    for part in range(PARTS):
        held = {*names[part::PARTS]}
        rest = [at for at, each in enumerate(examples) if each.sector not in held]
        labels = [examples[at].label for at in rest]
        classifier = fit(labels, taught[rest], [examples[at].text for at in rest])
        for at in (at for at, one in enumerate(texts) if one.organisation in held):
            [row] = classifier.scores(asked[[at]], [texts[at].text]).tolist()
            traits[at] = role_traits(_judgement(classifier.labels, row), texts[at].text)
    return traits


def report() -> Iterator[str]:
    """Yield the weights that would be learnt here, and what is told by those in use."""
    texts = [one for path in sorted(CASES.glob("organisations/*.yaml")) for one in said_texts(path)]
    traits = traits_held_out(texts)
    planted = np.array([one.is_planted for one in texts])
    constant = np.ones((len(texts), 1))
    yield f"learnt {learnt(np.hstack([traits, constant]), planted).round(2).tolist()}"
    enough = [says_enough(row) for row in traits.tolist()]
    evidence = np.where(enough, traits @ np.array(WEIGHTS), -np.inf)
    roles: dict[tuple[str, str, bool], float] = {}
    for one, found in zip(texts, evidence.tolist(), strict=True):
        role = (one.organisation, one.role, one.is_planted)
        roles[role] = max(found, roles.get(role, found))
    yield f"{sum(each[2] for each in roles)} roles against their outcome, {len(roles)} in all"
    for least in (0.0, 0.2, 0.4, 0.7, 1.0, 1.5, 2.0):
        told = [role for role, found in roles.items() if found >= least]
        right = sum(each[2] for each in told)
        clean = sum(each[0].startswith("clean-") for each in told)
        yield f"from {least}: {right} told, {len(told) - right} others, {clean} on clean ones"


def _judgement(labels: tuple[str, ...], scores: list[float]) -> Judgement:
    (best, label), (second, _), *_ = ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    return Judgement(label, best, best - second, tuple((name, score) for score, name in ranked))


if __name__ == "__main__":
    print("\n".join(report()))

"""What is read out of people's own words: the seed story in three languages, and steady scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.diagnosis import diagnose
from orgdesign.diagnosis.language import shared_reader
from orgdesign.yamlfile import read_file

PLANTED = Path(__file__).parent / "planted" / "organisations"


@pytest.mark.parametrize("story", ["energie-de", "telecom-fr", "tsuhan-ja"])
def test_people_paid_for_offers_and_short_calls_are_found_in_their_own_words(story: str) -> None:
    organisation = read_file(PLANTED / f"{story}.yaml").organisation
    assert organisation
    hits = [hit for hit in diagnose(organisation) if hit.rule == "reward-in-words"]
    assert hits
    assert all(hit.finding.at.kind == "role" for hit in hits)


@pytest.mark.parametrize("path", sorted(PLANTED.glob("clean-*.yaml")), ids=lambda path: path.stem)
def test_an_organisation_with_nothing_in_it_has_no_warning(path: Path) -> None:
    organisation = read_file(path).organisation
    assert organisation
    assert [hit for hit in diagnose(organisation) if hit.severity == "warning"] == []


READINGS = {
    "Increase the number of products per household": ("statements", "company"),
    "Kundentreue durch Cross-Selling steigern": ("statements", "company"),
    "Recibo mi pedido el mismo día": ("statements", "customer"),
    "Menschlichkeit und Spitzenmedizin aus einer Hand": ("statements", "slogan"),
    "働くすべての人に笑顔を": ("statements", "slogan"),
}


@pytest.mark.parametrize("text", READINGS)
def test_a_sentence_is_read_alike_alone_and_among_others(text: str) -> None:
    subject, label = READINGS[text]
    alone = shared_reader().read(subject, text)  # type: ignore[arg-type]
    assert alone.label == label
    assert (alone.score, alone.margin) == (round(alone.score, 2), round(alone.margin, 2))

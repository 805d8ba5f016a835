"""Ways in which a text of a role works against people, counted in five languages."""

from __future__ import annotations

import pytest

from orgdesign.diagnosis.language import Judgement
from orgdesign.diagnosis.rules.role_evidence import OUTWEIGHED, ways_in, works_against

DOUBTED = Judgement("fine", 0.2, 0.4, (("fine", 0.2), ("against", -0.2)))
"""A reading that leaves it open: the text is rather fine, and not by much."""


@pytest.mark.parametrize(
    "text",
    [
        "Keeps the queue outside until the shop closes at six on the dot, whatever the weather",
        "Hebt erst nach dem dritten Anruf ab und verweist grundsätzlich auf das Formular",
        "Devuelve la solicitud a la primera y cita para otro día, aunque sea urgente",
        "Renvoie au formulaire et fait attendre jusqu’au lendemain, quel que soit le cas",
        "用紙に不備があれば差し戻し、翌週まで後回しにする",
    ],
)
def test_ways_to_work_against_people_outweigh_a_reading_that_is_in_doubt(text: str) -> None:
    assert ways_in("against", text) >= 2
    assert works_against(DOUBTED, text)


@pytest.mark.parametrize(
    "text",
    [
        "Brings the bread to the back door",
        "Bringt das Brot an die Hintertür",
        "Lleva el pan a la puerta de atrás",
        "Porte le pain à la porte de derrière",
        "裏口までパンを運ぶ",
    ],
)
def test_plain_work_is_not_against_anybody(text: str) -> None:
    assert ways_in("against", text) == 0
    assert not works_against(DOUBTED, text)


@pytest.mark.parametrize(
    "text",
    [
        "Cuts the paper short, never the talk",
        "Streicht den Umweg, nicht den Besuch",
        "Recorta el papeleo, nunca la visita",
        "Supprime la file, pas la visite",
        "急かさず、隠さない",
    ],
)
def test_a_harm_that_is_named_to_be_refused_speaks_for_a_text(text: str) -> None:
    assert ways_in("with_people", text) > 0


def test_what_is_not_read_or_surely_fine_is_never_told() -> None:
    text = "Turns everybody away on the dot, whatever they need, and only answers in writing"
    surely_fine = Judgement("fine", 0.9, 1.7, (("fine", 0.9), ("against", -0.8 - OUTWEIGHED)))
    assert not works_against(Judgement("", 0.0, 0.0), text)
    assert not works_against(surely_fine, text)

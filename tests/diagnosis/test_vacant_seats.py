"""Seats that nobody holds for good, as titles and holders say it in five languages."""

import pytest

from orgdesign.diagnosis.rules.vocabulary import provisional_words
from orgdesign.model import Role


@pytest.mark.parametrize(
    "holder",
    [
        "applications awaited",
        "somebody from the depot when there is time",
        "mitgeführt, bis einer gefunden ist",
        "Frau Schulte macht es vorläufig",
        "quien esté de guardia",
        "de momento nadie",
        "le chef des ventes, en attendant",
        "appel à candidatures",
        "応募待ち",
        "店長が当面みている",
    ],
)
def test_a_holder_that_is_no_person_leaves_the_seat_open(holder: str) -> None:
    assert provisional_words(Role("lead", "Lead", holders=(holder,))) == ("holder", holder)


@pytest.mark.parametrize(
    "holder",
    ["Vera Leer", "Jean-Paul Vide", "Meike Frei", "de la Cruz Ana María", "高橋 かおる", "Ada"],
)
def test_a_name_is_a_person_whatever_else_it_means(holder: str) -> None:
    assert provisional_words(Role("lead", "Lead", holders=(holder,))) is None


@pytest.mark.parametrize(
    "title",
    [
        "Leiterin Personal, Bewerbungen",
        "Chef de la Recherche (recherche)",
        "総務部長（経理課長兼務）",
        "Responsable de Convocatorias",
        "Head of Acting",
    ],
)
def test_a_title_that_names_the_work_is_no_open_seat(title: str) -> None:
    assert provisional_words(Role("lead", title)) is None

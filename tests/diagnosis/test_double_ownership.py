"""The same accountability of two roles, in the idioms of five languages; and what only looks it."""

import pytest

from orgdesign.diagnosis.language import shared_reader
from orgdesign.diagnosis.rules.double_ownership import same_accountabilities
from orgdesign.model import Role

OTHERS = {
    "en": ("Buys hay before the first frost", "Ten pounds for each ticket sold at the gate"),
    "de": ("Kauft Heu vor dem ersten Frost", "Zehn Euro je verkaufter Karte"),
    "es": ("Compra heno antes de la primera helada", "Diez euros por entrada vendida"),
    "fr": ("Achète le foin avant le gel", "Dix euros par billet vendu"),
    "ja": ("霜の前に干し草を買う", "切符一枚につき千円"),
}


def pairs(*texts: str, titles: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    names = titles or tuple(f"Head {at}" for at in range(len(texts)))
    said = [
        (Role(f"role-{at}", title, accountabilities=(text,)), 0, text)
        for at, (title, text) in enumerate(zip(names, texts, strict=True))
    ]
    return [(each.one, each.other) for each in same_accountabilities(said, shared_reader())]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Takes the blame when an animal gets out", "An escaped animal is on his head"),
        (
            "de",
            "Hält den Kopf hin, wenn ein Tier ausbricht",
            "Bürgt dafür, dass kein Tier ausbricht",
        ),
        ("es", "Da la cara si se escapa un animal", "Es quien carga con un animal que se escapa"),
        (
            "fr",
            "Porte le chapeau si une bête s'échappe",
            "Une bête échappée, c'est à lui d'en répondre",
        ),
        ("ja", "動物が逃げたら頭を下げる", "逃げた動物の責任を負う"),
    ],
)
def test_two_that_both_claim_one_thing_are_told(language: str, one: str, other: str) -> None:
    assert pairs(one, other, *OTHERS[language]) == [(0, 1)]


@pytest.mark.parametrize("language", OTHERS)
def test_what_nobody_claims_is_let_be(language: str) -> None:
    assert pairs(*OTHERS[language]) == []


def test_each_region_has_its_own() -> None:
    texts = "Answers for the shops of the North", "Answers for the shops of the South"
    assert pairs(*texts, titles=("Head of Shops North", "Head of Shops South")) == []


def test_many_that_claim_in_the_same_words_are_not_told_for_being_alike() -> None:
    things = ["stables", "hedges", "tickets", "fences", "roofs", "trucks", "salaries", "leaflets"]
    assert pairs(*(f"Responsible for the {thing} everywhere" for thing in things)) == []

"""A contribution that only says again what its function is called, in five languages."""

import pytest

from orgdesign.diagnosis.rules.restated_names import restated_name
from orgdesign.model import Alignment, Function


def named(name: str, contribution: str) -> Function:
    return Function("x", name, alignment=Alignment("desired", contribution))


@pytest.mark.parametrize(
    ("name", "contribution"),
    [
        ("Grading", "Carries out all grading activities"),
        ("Wool Grading", "The grading team grades wool"),
        ("Marina Services", "Provides services in the marina"),
        ("Deichpflege", "Führt die Pflege der Deiche durch"),
        ("Vermessung", "Ist für sämtliche Vermessungsarbeiten zuständig"),
        ("Rückbau", "Die Abteilung Rückbau kümmert sich um den Rückbau"),
        ("Cartografía", "Se encarga de los trabajos cartográficos"),
        ("Poda", "Lleva a cabo las labores de poda"),
        ("Dragado", "Tout le dragado"),
        ("Tonte", "Réalise l'ensemble des opérations de tonte"),
        ("Archivage", "S'occupe des archives"),
        ("測量課", "測量課として測量業務全般を行う"),
        ("除雪", "除雪に関する作業を担当します"),
        ("植栽管理室", "植栽の管理"),
    ],
)
def test_a_name_with_words_that_anybody_could_add_says_only_the_name(
    name: str, contribution: str
) -> None:
    assert restated_name(named(name, contribution)) == "only"


@pytest.mark.parametrize(
    ("name", "contribution"),
    [
        ("Nursery", "Nursery for saplings"),
        ("Escuela de Vela", "La escuela imparte clases de vela a alumnos"),
        ("Affrètement", "Assure l'affrètement des navires à affréter"),
    ],
)
def test_a_name_with_one_word_more_is_nearly_only_the_name(name: str, contribution: str) -> None:
    assert restated_name(named(name, contribution)) == "nearly"


@pytest.mark.parametrize(
    ("name", "contribution"),
    [
        ("Grading", "Grades each fleece while its owner looks on"),
        ("Wool Store", "Keeps the wool dry"),
        ("Night Porters", "A porter within two minutes"),
        ("Deichpflege", "Schließt jedes Loch im Deich vor der Flut"),
        ("Verkauf", "Verkauft nur, was da ist"),
        ("Poda", "Poda antes de que salga el primer brote"),
        ("Tonte", "Tond sans une coupure"),
        ("Archivage", "Retrouve un acte en dix minutes"),
        ("測量課", "測った図面を翌朝までに渡す"),
        ("除雪", "七時までに通学路の除雪を終える"),
        ("受付", "受付でずっとそばにいる"),
        ("Grading", ""),
    ],
)
def test_what_says_how_when_or_for_whom_says_more_than_a_name(name: str, contribution: str) -> None:
    assert restated_name(named(name, contribution)) == ""

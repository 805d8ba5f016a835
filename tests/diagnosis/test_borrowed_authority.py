"""Decisions that need somebody else, told from those that are taken alone, in five languages."""

import pytest

from orgdesign.diagnosis.language import shared_reader


@pytest.mark.parametrize(
    "text",
    [
        "Nothing on his own; a box of nails waits for the partners to sign",
        "No purchase alone: even a rope goes through the bursar and the harbour master",
        "Nichts allein: Auch Nägel müssen Meister und Buchhaltung abzeichnen",
        "Ningún gasto por su cuenta: hasta una cuerda pasa por compras y por el gerente",
        "Rien de son propre chef : la moindre corde doit être visée par deux associés",
        "なし。縄一本買うにも部長と経理の判子を待つ",
    ],
)
def test_what_needs_others_is_no_decision(text: str) -> None:
    assert shared_reader().read("roles", text).reads_as("powerless", 0.3)


@pytest.mark.parametrize(
    "text",
    [
        "Buys what is missing on her own and tells the partners afterwards",
        "No purchase waits: she signs for it herself",
        "Kauft allein, was fehlt",
        "Compra por su cuenta lo que falta",
        "Achète de son propre chef ce qui manque",
        "足りないものは自分で決めて買う",
    ],
)
def test_what_is_decided_alone_is_not_told_as_borrowed(text: str) -> None:
    assert not shared_reader().read("roles", text).reads_as("powerless", 0.3)


@pytest.mark.parametrize(
    "text",
    [
        "Whoever sells the most wreaths by November gets a week-end in Rome",
        "Dienstwagen ab der zehnten Grabpflege im Monat",
        "El que más coronas venda se va a Roma",
        "Celui qui vend le plus de couronnes part en voyage à Rome",
        "花輪を一番多く売った人は温泉旅行",
    ],
)
def test_prizes_are_pay_in_words(text: str) -> None:
    assert shared_reader().read("roles", text).reads_as("reward", 0.3)

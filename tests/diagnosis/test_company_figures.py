"""Contributions that name what stands in a company's own books, in five languages."""

import pytest

from orgdesign.diagnosis.language import NO_READER
from orgdesign.diagnosis.rules.catalogue import RULES
from orgdesign.diagnosis.rules.contributions import names_company_figure
from orgdesign.model import Alignment, Function, Organisation, Outcome


@pytest.mark.parametrize(
    "contribution",
    [
        "Keeps the tannery within budget",
        "Brings the cost per hide down",
        "Raises utilisation of the drums to 90%",
        "Takes visitors off the phone",
        "Hält die Personalkosten unten",
        "Steigert die Marge je Haut",
        "Lenkt Anrufer ins Portal",
        "Reduce los costes de curtido",
        "Mejora la rentabilidad de cada piel",
        "Deriva las consultas a la web",
        "Contient les coûts de tannage",
        "Fait baisser les impayés",
        "Oriente les visiteurs vers le portail",
        "革の原価を下げる",
        "電話の件数を減らし、ウェブへ誘導する",
    ],
)
def test_figures_of_the_books_are_known(contribution: str) -> None:
    assert names_company_figure(contribution)


@pytest.mark.parametrize(
    "contribution",
    [
        "Says what a hide costs before it is cut",
        "Answers the phone within three rings",
        "Tells a tenant what they owe and how to pay it off slowly",
        "Nennt den Preis, bevor geschnitten wird",
        "Nimmt jeden Anruf selbst an",
        "Devuelve el dinero el mismo día",
        "Rembourse le jour même",
        "電話に三回で出る",
        "革が傷んでいたら取り替える",
    ],
)
def test_what_customers_get_names_no_such_figure(contribution: str) -> None:
    assert not names_company_figure(contribution)


def test_a_figure_of_the_books_is_told_without_reading_as_well() -> None:
    dyeing = Function("dyeing", "Dyeing", alignment=Alignment("desired", "Lifts profit margins"))
    outcome = Outcome("desired", "My hide is ready by Friday")
    tannery = Organisation("Tannery", outcome, functions={"dyeing": dyeing})
    [found] = RULES["contribution-about-the-company"].find(tannery, NO_READER)
    assert not found.certain

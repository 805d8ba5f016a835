"""Pay that nobody gets, or gets no more, is none; a condition for pay is."""

import pytest

from orgdesign.diagnosis.language import refuses_pay


@pytest.mark.parametrize(
    "text",
    [
        "Nobody earns a commission on repairs, so that nobody is sold one",
        "The sales bonus was scrapped when complaints rose",
        "Works without bonus or commission",
        "Recommends the cheapest plan; the commission on plans was abolished two years ago",
        "No award for the fastest round is given any more",
        "Erhält keine Provision auf Ersatzteile",
        "Die Abschlussprämie ist seit zwei Jahren abgeschafft",
        "Berät ohne Provision",
        "Für verkaufte Zusatztage gibt es keinen Bonus",
        "Weder Prämie noch Zulage hängt an der Stückzahl",
        "No cobra comisión por las piezas que receta",
        "La prima por cierre fue suprimida en 2020",
        "Aconseja sin comisión",
        "Nadie recibe un premio por vender más",
        "Eliminaron la comisión: el incentivo ya no existe",
        "Conseille sans commission ni prime",
        "Aucune prime n'est versée pour les ventes",
        "La prime au volume a été supprimée",
        "Personne ne touche de commission sur les options",
        "Ne reçoit jamais de cadeau des fournisseurs",
        "歩合はなく、急がせない",
        "販売手当は廃止した",
        "契約の数で報奨は出ない",
        "ノルマの奨励金を撤廃",
    ],
)
def test_pay_that_nobody_gets_is_refused(text: str) -> None:
    assert refuses_pay(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gets no bonus unless forty policies are sold",
        "Earns commission on every repair, no matter whether it is needed",
        "No bonus below ninety calls a day",
        "Whoever sells fewest gets no bonus",
        "Bonus for calls under three minutes",
        "Bekommt keinen Bonus, wenn die Quote fehlt",
        "Wer weniger als zehn Verträge bringt, erhält keine Prämie",
        "Erhält Provision auf jeden Vertrag, nicht auf Kündigungen",
        "Prämie je Abschluss",
        "No cobra la prima si no llega a cien visitas",
        "Cobra comisión por cada pieza",
        "Sin veinte ventas no hay prima hasta el mes siguiente",
        "Pas de prime si le quota n'est pas atteint",
        "Touche une prime par dossier fermé",
        "Ne touche sa prime qu'au centième appel",
        "Prime de deux cents euros par personne recrutée",
        "目標未満なら手当なし",
        "販売数に応じて歩合が出る",
        "百件に達しなければ賞与はない",
        "契約一件ごとに報奨",
        "Answers the phone within a minute",
    ],
)
def test_pay_under_a_condition_is_pay(text: str) -> None:
    assert not refuses_pay(text)

"""Words by which a statement is the company's or a slogan's, in five languages."""

import pytest

from orgdesign.diagnosis.rules.statement_patterns import (
    customer_speaks,
    is_slogan,
    names_company_success,
    speaks_of_rivals,
)


@pytest.mark.parametrize(
    "statement",
    [
        "Be the most admired boatyard on the coast",
        "Become the number one nursery for hedges",
        "Remain the leading tannery in the valley",
        "The best ski school in the country",
        "Die beliebteste Gärtnerei der Region werden",
        "Wir wollen Nummer eins im Obstbau bleiben",
        "Marktführerschaft bei Zäunen",
        "Als führende Werft des Nordens gelten",
        "Ser el vivero más reconocido de la comarca",
        "Convertirnos en el astillero de referencia",
        "Être la meilleure tannerie de la vallée",
        "Rester le leader des haies",
        "地域で一番の造船所になる",
        "業界をリードする苗木屋である",
    ],
)
def test_a_place_among_others_is_what_the_company_wants(statement: str) -> None:
    assert names_company_success(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "I find the best hedge in the county",
        "My boat is the first to be lifted on the day agreed",
        "Ich bekomme die beste Hecke der Region",
        "Die erste Fähre des Tages wartet auf den letzten Bus",
        "Consigo la mejor planta de la comarca",
        "Je trouve la meilleure haie du pays",
        "The leading edge of the kite does not tear",
        "苗木が一番元気な時期に届く",
    ],
)
def test_customers_may_want_the_best_for_themselves(statement: str) -> None:
    assert not names_company_success(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Win back berths from our competitors",
        "Gärten holen, bevor es die Konkurrenz tut",
        "Que ningún barco se pase a la competencia",
        "Ne rien céder à la concurrence",
        "競合に苗木の注文を取られない",
    ],
)
def test_only_a_company_speaks_of_its_rivals(statement: str) -> None:
    assert speaks_of_rivals(statement)
    assert not speaks_of_rivals("I know my competitors' prices before the season")


@pytest.mark.parametrize(
    "statement",
    [
        "More than just a boatyard",
        "Gardens with passion",
        "Weit mehr als ein Garten",
        "Gärtnern aus Leidenschaft",
        "Más que un vivero",
        "Excelencia en cada jardín",
        "Bien plus qu'un chantier naval",
        "Le jardin avec passion",
        "ただの庭ではない",
        "真心を込めて庭をつくる",
        "Boats that truly inspire",
        "A gardener you can always rely on",
        "Gärten, die Menschen begeistern",
        "Jardines que emocionan",
        "Un jardin qui vous enchante",
        "緑あふれる暮らし",
    ],
)
def test_a_pledge_that_holds_nothing_is_a_slogan(statement: str) -> None:
    assert is_slogan(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "More than a day of waiting never happens",
        "More than just a boat: 9 in 10 afloat by May",
        "I get more than a boat",
        "Mehr als eine Woche wartet niemand",
        "Más que una hora no espera nadie",
        "Plus qu'un jour d'attente, jamais",
    ],
)
def test_what_can_be_counted_or_somebody_gets_is_no_slogan(statement: str) -> None:
    assert not is_slogan(statement)


@pytest.mark.parametrize(
    ("statement", "speaks"),
    [
        ("Umsatz je Kunde", False),
        ("Je sais quand je pars", True),
        ("Mes voisins et j'arrive à l'heure", True),
        ("Sé cuándo llega", True),
        ("Ventas por mes", False),
        ("自分の船がいつ上がるか分かる", True),
    ],
)
def test_whoever_lives_with_an_outcome_speaks_in_their_own_language(
    statement: str, speaks: bool
) -> None:
    assert customer_speaks(statement) is speaks

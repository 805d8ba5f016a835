"""Numbers that are written as words, in five languages."""

from __future__ import annotations

from collections.abc import Mapping

NUMBER_WORDS: Mapping[str, float] = {
    word.replace("_", " "): value
    for value, listed in {
        0.25: "viertel quarter_of_an cuarto_de quart_d'",
        0.5: "halb half_an half_a halbe halben halber media medio demi demie 半",
        0.75: "dreiviertel three-quarters_of_an tres_cuartos_de trois_quarts_d'",
        1: "one a an ein eine einem einen einer un una une 一",
        1.5: "anderthalb eineinhalb one_and_a_half",
        2: "two zwei dos deux 二 a_couple_of ein_paar un_par_de",
        3: "three drei tres trois 三",
        4: "four vier cuatro quatre 四",
        5: "five fünf cinco cinq 五",
        6: "six sechs seis 六",
        7: "seven sieben siete sept 七",
        8: "eight acht ocho huit 八",
        9: "nine neun nueve neuf 九",
        10: "ten zehn diez dix 十",
        11: "eleven elf once onze",
        12: "twelve zwölf doce douze a_dozen une_douzaine_de",
        13: "thirteen dreizehn trece treize",
        14: "fourteen vierzehn catorce quatorze",
        15: "fifteen fünfzehn quince quinze une_quinzaine_de",
        16: "sixteen sechzehn dieciséis seize",
        18: "eighteen achtzehn dieciocho dix-huit",
        20: "twenty zwanzig veinte vingt une_vingtaine_de",
        21: "twenty-one einundzwanzig veintiún veintiuno vingt_et_un",
        24: "twenty-four vierundzwanzig veinticuatro vingt-quatre",
        25: "twenty-five fünfundzwanzig veinticinco vingt-cinq",
        30: "thirty dreißig dreissig treinta trente une_trentaine_de",
        36: "thirty-six sechsunddreißig treinta_y_seis trente-six",
        40: "forty vierzig cuarenta quarante",
        45: "forty-five fünfundvierzig cuarenta_y_cinco quarante-cinq",
        48: "forty-eight achtundvierzig cuarenta_y_ocho quarante-huit",
        50: "fifty fünfzig cincuenta cinquante",
        60: "sixty sechzig sesenta soixante",
        72: "seventy-two zweiundsiebzig setenta_y_dos soixante-douze",
        90: "ninety neunzig noventa quatre-vingt-dix",
        100: "hundred hundert cien cent 百",
    }.items()
    for word in listed.split()
}
_TEN = 10


def number_of(text: str) -> float:
    """Return a number in digits, words, or Japanese signs up to 99; 0 of anything else."""
    text = text.casefold().replace(",", ".")
    if text in NUMBER_WORDS:
        return NUMBER_WORDS[text]
    if "十" in text:
        tens, _, ones = text.partition("十")
        return NUMBER_WORDS.get(tens, 1) * _TEN + NUMBER_WORDS.get(ones, 0)
    try:
        return float(text)
    except ValueError:
        return 0.0

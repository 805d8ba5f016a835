"""Figures that an outcome promises, such as “within three days”, in the words of five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orgdesign.model import Measure

_NUMBERS: Mapping[str, int] = {
    word: value
    for value, listed in enumerate(
        (
            "one ein eine einem einen einer un una une 一",
            "two zwei dos deux 二",
            "three drei tres trois 三",
            "four vier cuatro quatre 四",
            "five fünf cinco cinq 五",
            "six sechs seis 六",
            "seven sieben siete sept 七",
            "eight acht ocho huit 八",
            "nine neun nueve neuf 九",
            "ten zehn diez dix 十",
            "eleven elf once onze",
            "twelve zwölf doce douze",
        ),
        start=1,
    )
    for word in listed.split()
}
_UNITS: Mapping[str, str] = {
    word: unit
    for unit, listed in {
        "minutes": "minute minutes minuten minuto minutos 分",
        "hours": "hour hours stunde stunden hora horas heure heures 時間",
        "days": "day days tag tage tagen día días jour jours 日",
        "weeks": "week weeks woche wochen semana semanas semaine semaines 週間 週",
        "months": "month months monat monate monaten mes meses mois か月 ヶ月",
    }.items()
    for word in listed.split()
}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_PROMISED = re.compile(
    rf"(?P<figure>(?P<number>\b\d+(?:[.,]\d+)?|\b(?:{_WORDS})\b|[一二三四五六七八九十]+)"
    rf"[ -]?(?:working |business |clear |días hábiles|jours ouvrés)?"
    rf"(?P<unit>{_NAMES})(?![a-zà-ü]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A time that a statement names: how much of which unit, and the words that say so."""

    value: float
    unit: str
    words: str

    def is_missed_by(self, measure: Measure) -> bool:
        """Whether a measure in the same unit, the lower the better, aims at more than that."""
        unit = _UNITS.get((measure.unit or "").casefold())
        return (
            unit == self.unit
            and measure.better != "higher"
            and measure.target is not None
            and measure.target > self.value
        )

    def is_surely_missed_by(self, measure: Measure) -> bool:
        """Whether a measure aims at a multiple of what is promised."""
        return measure.target is not None and measure.target >= 1.5 * self.value


def promises_in(statement: str) -> Iterator[Promise]:
    """Yield the times that a statement names."""
    for match in _PROMISED.finditer(statement):
        number = match["number"].casefold().replace(",", ".")
        value = float(_NUMBERS[number]) if number in _NUMBERS else _parsed(number)
        if value:
            yield Promise(value, _UNITS[match["unit"].casefold()], match["figure"])


def is_time(unit: str) -> bool:
    """Whether a unit, in small letters, is one of time."""
    return unit in _UNITS or unit in ("h", "min")


def _parsed(number: str) -> float:
    """Return a number in digits or in Japanese signs up to 99; 0 of anything else."""
    if "十" in number:
        tens, _, ones = number.partition("十")
        return float(_NUMBERS.get(tens, 1) * 10 + _NUMBERS.get(ones, 0))
    try:
        return float(number)
    except ValueError:
        return 0.0

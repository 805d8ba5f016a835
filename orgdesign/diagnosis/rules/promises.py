"""Times that an outcome promises, such as “within three days”, in the words of five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from orgdesign.diagnosis.rules.number_words import NUMBER_WORDS, number_of
from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.model import Measure
from orgdesign.value_objects import value_object

_HOURS = {
    "seconds": 1 / 3600,
    "minutes": 1 / 60,
    "hours": 1.0,
    "days": 24.0,
    "weeks": 168.0,
    "fortnights": 336.0,
    "months": 730.0,
    "quarters": 2190.0,
}
"""How many hours each unit of time has."""
_UNITS: Mapping[str, str] = {
    word: unit
    for unit, listed in {
        "seconds": "seconds sekunden segundos secondes 秒",
        "minutes": "minute minutes minuten minuto minutos 分",
        "hours": "hour hours stunde stunden hora horas heure heures 時間",
        "days": "day days tag tage tagen arbeitstag arbeitstage arbeitstagen werktag werktage"
        " werktagen día días jour jours journée journées 日 営業日",
        "weeks": "week weeks woche wochen semana semanas semaine semaines 週間 週",
        "fortnights": "fortnight fortnights quincena quinzaine",
        "months": "month months monat monate monaten mes meses mois か月 ヶ月 カ月",
        "quarters": "quarter quarters quartal quartale trimestre trimestres 四半期",
    }.items()
    for word in listed.split()
}
_SHORT: Mapping[str, str] = {"h": "hours", "hrs": "hours", "std": "hours", "min": "minutes"}
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_JOINED = "dreiviertel|viertel|halb"
"""Numbers that stand before a unit without a space."""
_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_PROMISED = re.compile(
    rf"(?P<figure>(?P<number>\b\d+(?:[.,]\d+)?|\b(?:{_WORDS})\b|\b(?:{_JOINED})|[一二三四五六七八九十半]+)"
    rf"[ -]?(?:working |business |clear )?"
    rf"(?P<unit>{_NAMES})(?![a-zà-ü]))"
    r"(?! (?:and a half|y media|et demie?|und eine halbe))",
    re.IGNORECASE,
)
# "Every day" and "three times a day" promise no time.
_OTHERWISE = re.compile(
    r"(?:\b(?:times|mal|veces|fois|every|each|per|jede[nrms]?|je|pro|cada|chaque|par)"
    r"|毎|過去)\s*$",
    re.IGNORECASE,
)
# "Hours a week" promise no time either, "in a week" does.
_ARTICLE = re.compile(r"an?", re.IGNORECASE)
_TAKES = re.compile(
    r"(?:^|\b(?:about|after|at least|at most|before|for|half|in|inside|of|over|takes?|than|under"
    r"|within)\s+)$",
    re.IGNORECASE,
)
_IN_WORDS = (
    (pattern("promises", "within_hour"), 1.0, "hours"),
    (pattern("promises", "same_day"), 1.0, "days"),
    (pattern("promises", "next_day"), 1.0, "days"),
    (pattern("promises", "within_week"), 7.0, "days"),
    (pattern("promises", "next_week"), 14.0, "days"),
    (pattern("promises", "within_month"), 31.0, "days"),
)
"""Ways to promise a time without a figure, and how long that is."""
_PER_YEAR = pattern("promises", "per_year")
_UNIT_WORD = re.compile(
    rf"(?:(?:working|business|clear|calendar) )?(?P<unit>{_NAMES}|{'|'.join(_SHORT)})"
    r"(?: (?:hábiles|naturales|laborables|ouvrée?s|ouvrables|calendaires))?"
)
ALIKE, APART = 1.0, 1.6
"""A target is beyond a promise in its own unit at once; in another, or one of words, beyond this.

Five working days are a week, and a day has eight hours where people work.
"""


@value_object
class Promise:
    """A time that a statement names: how much of which unit, and the words that say so."""

    value: float
    unit: str
    words: str
    is_figure: bool = True

    def is_missed_by(self, measure: Measure) -> bool:
        """Whether a measure of time, the lower the better, aims at more than that."""
        times = self._times(measure)
        unit = unit_of_time(measure.unit or "")
        return times > (ALIKE if unit == self.unit and self.is_figure else APART)

    def is_surely_missed_by(self, measure: Measure) -> bool:
        """Whether a measure aims at a multiple of what is promised in its own unit."""
        is_same = self.is_figure and unit_of_time(measure.unit or "") == self.unit
        return is_same and self._times(measure) >= 1.5

    def is_beyond(self, other: Promise) -> bool:
        """Whether this is more time than another, by so much that it is another promise."""
        least = ALIKE if self.unit == other.unit and other.is_figure else APART
        return self.value * _HOURS[self.unit] > least * other.value * _HOURS[other.unit]

    def _times(self, measure: Measure) -> float:
        """Return how many times what is promised a measure aims at; 0 where that says nothing."""
        unit = unit_of_time(measure.unit or "")
        if unit is None or measure.target is None or measure.better == "higher":
            return 0.0
        if unit != self.unit and _PER_YEAR.search(f"{measure.name} {measure.unit}"):
            return 0.0
        return measure.target * _HOURS[unit] / (self.value * _HOURS[self.unit])


def promises_in(statement: str) -> Iterator[Promise]:
    """Yield the times that a statement names."""
    figures = [*_figures(statement)]
    yield from figures
    if not figures:
        for way, value, unit in _IN_WORDS:
            if match := way.search(statement):
                yield Promise(value, unit, match[0].strip(), is_figure=False)
                return


def unit_of_time(unit: str) -> str | None:
    """Return the unit of time that a measure is in; None of any other: “a month” is none."""
    match = _UNIT_WORD.fullmatch(unit.casefold().strip(" ."))
    return _UNITS.get(match["unit"]) or _SHORT.get(match["unit"]) if match else None


def _figures(statement: str) -> Iterator[Promise]:
    for match in _PROMISED.finditer(statement.replace("\u2019", "'")):
        value = number_of(match["number"])
        before = statement[: match.start()]
        is_rate = _ARTICLE.fullmatch(match["number"]) and not _TAKES.search(before)
        if value and not is_rate and not _OTHERWISE.search(before):
            yield Promise(value, _UNITS[match["unit"].casefold()], match["figure"])

"""Times that outcomes promise, beside what their measures aim at."""

import pytest

from orgdesign.diagnosis.rules.promises import promises_in, unit_of_time
from orgdesign.model import Measure


def measure(unit: str, target: float, name: str = "Time until it is done") -> Measure:
    return Measure("time", name, unit=unit, target=target, better="lower")


@pytest.mark.parametrize(
    ("statement", "unit", "target"),
    [
        ("The boiler works again within two days", "days", 3),
        ("The boiler works again within ten days", "weeks", 4),
        ("The heating is back the same day", "hours", 60),
        ("Am selben Abend ist die Heizung wieder warm", "Stunden", 72),
        ("La caldera anda antes de cenar", "horas", 48),
        ("Le chauffage remarche le jour même", "jours", 2),
        ("その日のうちに暖房が直る", "時間", 50),
        ("What I order at night is there in the morning", "days", 3),
        ("Ehe ich aufsperre, ist die Ware da", "Tage", 2),
        ("La avería queda arreglada ese mismo día", "días", 4),
        ("Le pain est là avant l'ouverture", "heures", 60),
        ("開店前に品物が届く", "日", 3),
        ("The form is answered by the weekend", "weeks", 3),
        ("Noch diese Woche kommt jemand", "Tage", 20),
        ("Antes del fin de semana me contestan", "semanas", 2),
        ("La réponse vient dans la semaine", "jours", 15),
        ("翌週には結果が出る", "日", 30),
        ("In einer Viertelstunde ist der Wagen da", "Minuten", 25),
        ("La ambulancia llega en un cuarto de hora", "minutos", 30),
        ("Le dépanneur vient dans l’heure", "minutes", 120),
        ("Nach vierundzwanzig Stunden ist er da", "Arbeitstage", 4),
    ],
)
def test_a_target_beyond_what_is_promised_misses_it(
    statement: str, unit: str, target: float
) -> None:
    assert any(each.is_missed_by(measure(unit, target)) for each in promises_in(statement))


@pytest.mark.parametrize(
    ("statement", "unit", "target"),
    [
        ("Repaired within ten working days", "weeks", 2),
        ("The heating is back the same day", "hours", 20),
        ("Somebody calls every day", "days", 5),
        ("Fewer hours a week are lost", "weeks", 5),
        ("I can ring three times a day", "days", 5),
        ("Paid within a month", "a month", 40),
        ("An answer takes an hour and a half", "minutes", 90),
        ("La respuesta tarda una hora y media", "minutos", 90),
        ("The price is firm within half a day", "hours", 12),
        ("Answered within an hour", "%", 90),
    ],
)
def test_a_target_within_what_is_promised_does_not(
    statement: str, unit: str, target: float
) -> None:
    assert not any(each.is_missed_by(measure(unit, target)) for each in promises_in(statement))


def test_hours_a_year_do_not_break_the_promise_of_a_day() -> None:
    (promise,) = promises_in("The lift runs again the same day")
    assert not promise.is_missed_by(measure("hours", 60, "Hours a year that a lift stands still"))


@pytest.mark.parametrize("unit", ["%", "a month", "par an", "im Monat", "Days lost", ""])
def test_no_unit_of_time_is_taken_for_one(unit: str) -> None:
    assert unit_of_time(unit) is None


@pytest.mark.parametrize(
    ("statement", "name", "is_beyond"),
    [
        ("I am answered within ten days", "Letters answered within 30 days", True),
        ("Nach zehn Tagen habe ich Bescheid", "Bescheide binnen sechs Wochen", True),
        ("I am answered within ten days", "Letters answered within ten days", False),
        ("I am answered within ten days", "Letters answered within two weeks", False),
    ],
)
def test_a_share_within_more_time_than_is_promised_is_another_promise(
    statement: str, name: str, is_beyond: bool
) -> None:
    (promised,), (counted,) = promises_in(statement), promises_in(name)
    assert counted.is_beyond(promised) is is_beyond

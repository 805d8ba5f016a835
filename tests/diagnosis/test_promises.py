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
        ("I can ring three times a day", "days", 5),
        ("Paid within a month", "a month", 40),
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

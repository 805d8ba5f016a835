"""Figures as people say them."""

import pytest

from orgdesign.model import Measure
from orgdesign.web.kit import amount, counted, figure, with_unit


@pytest.mark.parametrize(
    ("value", "said"), [(12.0, "12"), (1240, "1,240"), (4.5, "4.5"), (0.333, "0.33"), (0, "0")]
)
def test_numbers_have_no_needless_decimals(value: float, said: str):
    assert figure(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (900, "900"),
        (280_000, "280,000"),
        (46_720_000, "46.7 million"),
        (2.5e9, "2.5 billion"),
        (999_600_000, "1 billion"),
        (1_234_000_000, "1.23 billion"),
        (500e9, "500 billion"),
    ],
)
def test_large_sums_are_short(value: float, said: str):
    assert amount(value) == said


def test_one_is_not_several():
    assert counted(1, "function") == "1 function"
    assert counted(0, "function") == "0 functions"
    assert counted(2, "person", "people") == "2 people"


@pytest.mark.parametrize(("unit", "said"), [("days", "21 days"), ("%", "21%"), (None, "21")])
def test_values_carry_their_unit(unit: str | None, said: str):
    assert with_unit(21, Measure("m", "M", unit=unit)) == said

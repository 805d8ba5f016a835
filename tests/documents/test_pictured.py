"""The charts of what goes out."""

import pytest

from orgdesign.documents.pictured import Pictured
from orgdesign.redaction import Leave, exported
from tests.documents.insurer import BRANCH, HOLDER, INSURER, MEASURE, redesigned


def corners(pictured: Pictured, view: str) -> dict[str, tuple[float, float]]:
    return {each.card.box.id: (each.x, each.y) for each in pictured.drawing(view).cards}


def test_today_has_two_charts_and_a_design_four():
    assert [*Pictured(exported(INSURER)).charts] == ["before", "after"]
    both = Pictured(exported(INSURER, redesigned()))
    assert [*both.charts] == ["before", "changes", "reporting", "after"]


def test_what_stays_does_not_move_from_before_to_after_a_design():
    pictured = Pictured(exported(INSURER, redesigned()))
    before, reporting = (corners(pictured, view) for view in ("before", "reporting"))
    assert before["function-executive"] == reporting["function-executive"]
    assert before.keys() < reporting.keys()


def test_the_chart_by_outcome_is_that_of_the_design():
    pictured = Pictured(exported(INSURER, redesigned()))
    assert pictured.charts["after"].title == "Northwind: New structure"
    assert "function-renewals" in corners(pictured, "after")


@pytest.mark.parametrize(
    ("leave", "word"),
    [("holders", HOLDER), ("measures", MEASURE), ("branch:skunkworks", BRANCH)],
)
def test_what_is_left_out_is_in_no_chart(leave, word):
    pictured = Pictured(exported(INSURER, redesigned(), Leave.said([leave])))
    assert word not in repr([pictured.drawing(view) for view in pictured.charts])

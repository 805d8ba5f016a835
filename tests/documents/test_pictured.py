"""The charts of what goes out."""

import pytest

from orgdesign.documents.chart_set import ChartSet
from orgdesign.redaction import Redaction, disclose
from tests.documents.insurer import BRANCH, HOLDER, INSURER, MEASURE, redesigned


def corners(chart_set: ChartSet, view: str) -> dict[str, tuple[float, float]]:
    return {each.card.box.id: (each.x, each.y) for each in chart_set.drawing(view).cards}


def test_today_has_two_charts_and_a_design_four():
    assert [*ChartSet(disclose(INSURER)).charts] == ["before", "after"]
    both = ChartSet(disclose(INSURER, redesigned()))
    assert [*both.charts] == ["before", "changes", "reporting", "after"]


def test_what_stays_does_not_move_from_before_to_after_a_design():
    chart_set = ChartSet(disclose(INSURER, redesigned()))
    before, reporting = (corners(chart_set, view) for view in ("before", "reporting"))
    assert before["function-executive"] == reporting["function-executive"]
    assert before.keys() < reporting.keys()


def test_the_chart_by_outcome_is_that_of_the_design():
    chart_set = ChartSet(disclose(INSURER, redesigned()))
    assert chart_set.charts["after"].title == "Northwind: New structure"
    assert "function-renewals" in corners(chart_set, "after")


@pytest.mark.parametrize(
    ("leave", "word"),
    [("holders", HOLDER), ("measures", MEASURE), ("branch:skunkworks", BRANCH)],
)
def test_what_is_left_out_is_in_no_chart(leave, word):
    chart_set = ChartSet(disclose(INSURER, redesigned(), Redaction.parse([leave])))
    assert word not in repr([chart_set.drawing(view) for view in chart_set.charts])

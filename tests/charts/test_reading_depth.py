import pytest

from orgdesign.charts import FoldedCounts, after, before, fitting_depth, focus, fold
from orgdesign.model import Function
from tests.organisations import organisation


def ids(chart):
    return [box.id for box in chart.boxes]


def wide(levels: int, reports: int):
    """Return an organisation in which everyone above the last level has so many reports."""
    rows = [[Function("r", "Root")]]
    for _ in range(levels):
        rows.append(
            [
                Function(f"{above.id}{n}", "F", reports_to=above.id)
                for above in rows[-1]
                for n in range(reports)
            ]
        )
    return organisation([function for row in rows for function in row])


def test_a_small_chart_is_shown_whole():
    assert fitting_depth(before(organisation())) is None


def test_a_large_chart_opens_at_the_greatest_depth_that_can_be_read():
    chart = before(wide(levels=3, reports=6))
    assert fitting_depth(chart) == 2
    assert len(fold(chart, 2).boxes) == 43


def test_a_very_wide_chart_opens_at_the_first_level_all_the_same():
    assert fitting_depth(before(wide(levels=1, reports=200))) == 1


def test_a_folded_box_says_what_it_hides():
    chart = fold(before(organisation()), 1)
    assert ids(chart) == ["function-executive", "function-claims", "function-legal"]
    assert {box.id: box.hidden for box in chart.boxes} == {
        "function-executive": None,
        "function-claims": FoldedCounts(functions=1, headcount=16, gaps=1),
        "function-legal": None,
    }


def test_an_opened_box_shows_its_children_folded():
    chart = fold(before(organisation()), 0, ["function-executive"])
    assert ids(chart) == ["function-executive", "function-claims", "function-legal"]
    assert [box.opened for box in chart.boxes] == [True, False, False]
    assert chart.boxes[1].hidden == FoldedCounts(1, 16, 1)


def test_a_box_opened_below_a_folded_one_stays_hidden():
    assert ids(fold(before(organisation()), 0, ["function-claims"])) == ["function-executive"]


def test_nothing_is_folded_without_a_depth():
    assert fold(before(organisation()), None) == before(organisation())


def test_focus_shows_one_branch():
    assert ids(focus(after(organisation()), "function-claims")) == [
        "function-claims",
        "function-fraud",
    ]


def test_focus_on_nothing_is_an_error():
    with pytest.raises(KeyError):
        focus(after(organisation()), "function-nobody")

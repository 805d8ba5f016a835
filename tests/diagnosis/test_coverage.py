from orgdesign.diagnosis import Share, coverage
from orgdesign.diagnosis.coverage import with_extent
from orgdesign.model import Alignment, Function
from tests.organisations import CLAIMS, LEGAL, organisation


def test_counts_functions_headcount_and_cost_that_serve_an_outcome():
    found = coverage(organisation([CLAIMS, LEGAL]))
    assert found.functions == Share(1, 2)
    assert found.headcount == Share(120, 130)
    assert found.cost == Share(900, 950)


def test_a_share_says_of_how_many_functions_it_is_known():
    found = coverage(organisation([CLAIMS, LEGAL, Function("new", "New")]))
    assert with_extent("Share of cost", found.cost) == "Share of cost, known for 2 of 3"
    assert with_extent("Functions", found.functions) == "Functions"


def test_counts_each_function_with_gaps_once():
    assert coverage(organisation([CLAIMS, LEGAL])).gaps == 1


def test_a_share_is_a_hundred_per_cent_only_when_all_of_it_is():
    assert Share(999, 1000).percent == 99
    assert Share(1000, 1000).percent == 100


def test_a_share_is_no_per_cent_only_when_none_of_it_is():
    assert Share(1, 1000).percent == 1
    assert Share(0, 1000).percent == 0


def test_a_share_is_the_nearest_whole_per_cent():
    assert [Share(aligned, 200).percent for aligned in (132, 133, 134)] == [66, 67, 67]


def test_a_share_of_nothing_has_no_per_cent():
    assert coverage(organisation([])).functions.percent is None


def test_the_gaps_of_a_function_come_in_the_order_of_asking():
    assert Function("x", "X").gaps == ("outcome", "accountable")
    assert Function("x", "X", alignment=Alignment("settled")).gaps == (
        "contribution",
        "accountable",
    )
    assert CLAIMS.gaps == ()

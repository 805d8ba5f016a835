from dataclasses import replace

from orgdesign.charts import Chart, after, before
from orgdesign.model import Assessment
from tests.organisations import CLAIMS, EXECUTIVE, FRAUD, LEGAL, organisation


def outline(chart: Chart) -> list[str]:
    """Return the boxes of a chart as indented lines."""
    depths: dict[str | None, int] = {None: -1}
    for box in chart.boxes:
        depths[box.id] = depths[box.parent] + 1
    return ["  " * depths[box.id] + box.id for box in chart.boxes]


def test_before_follows_the_reporting_lines():
    assert outline(before(organisation())) == [
        "function-executive",
        "  function-claims",
        "    function-fraud",
        "  function-legal",
    ]


def test_several_roots_hang_from_the_name_of_the_organisation():
    roots = [replace(LEGAL, reports_to=None), EXECUTIVE]
    assert outline(before(organisation(roots))) == [
        "organisation",
        "  function-legal",
        "  function-executive",
    ]


def test_before_marks_the_function_where_the_power_core_sits():
    core = Assessment(power_core_function="claims")
    chart = before(replace(organisation(), assessment=core))
    assert {box.id: box.mark for box in chart.boxes if box.mark} == {
        "function-claims": "Power core"
    }


def test_an_organisation_without_functions_says_so():
    chart = before(organisation([]))
    assert (chart.root.title, chart.root.text) == ("Northwind", "No functions yet")


def test_after_hangs_functions_from_the_outcome_they_serve():
    assert outline(after(organisation())) == [
        "desired",
        "  outcome-settled",
        "    function-claims",
        "      function-fraud",
        "  outcome-informed",
        "    also-informed-claims",
        "  function-executive",
        "  unaligned",
        "    function-legal",
    ]


def test_a_function_leaves_its_parent_where_they_serve_different_outcomes():
    moved = replace(FRAUD, alignment=replace(FRAUD.alignment, outcome="informed"))
    chart = after(organisation([EXECUTIVE, CLAIMS, moved]))
    assert {box.id: box.parent for box in chart.boxes}["function-fraud"] == "outcome-informed"


def test_a_fully_aligned_organisation_has_no_branch_for_the_rest():
    assert "unaligned" not in {box.id for box in after(organisation([EXECUTIVE, CLAIMS])).boxes}


def test_the_branch_for_the_rest_says_how_much_it_holds():
    unaligned = next(box for box in after(organisation()).boxes if box.id == "unaligned")
    assert unaligned.text == "1 function · 10 people · 5% of cost (known for 3 of 4)"


def test_a_function_has_the_same_id_and_hue_in_both_charts():
    hues = [
        {box.id: box.hue for box in chart.boxes if box.kind == "function"}
        for chart in (before(organisation()), after(organisation()))
    ]
    assert hues[0] == hues[1]
    assert hues[0]["function-claims"] == 0


def test_gaps_are_said_in_words():
    gaps = {box.subject: box.gaps for box in before(organisation()).boxes}
    assert gaps["claims"] == ()
    assert gaps["fraud"] == ("No accountable role",)
    assert gaps["legal"] == ("No customer outcome", "No accountable role")


def test_a_vacant_role_is_said_to_be_vacant():
    claims = next(box for box in before(organisation()).boxes if box.subject == "claims")
    assert claims.role == "Claims Director (vacant)"


def test_the_root_shows_its_customer_measure_and_accountable_role():
    root = after(organisation()).root
    assert root.text == "For households with a home policy"
    assert root.note == "Days to payment 21\u00a0→\u00a05"
    assert root.role == "Chief Executive"


def test_a_chain_of_ten_thousand_reports_is_no_problem():
    chain = [
        replace(LEGAL, id=f"f{n}", reports_to=f"f{n - 1}" if n else None) for n in range(10_000)
    ]
    assert len(before(organisation(chain)).boxes) == 10_000
    assert len(after(organisation(chain)).boxes) == 10_004

"""The figures, each down to what it counts: today, and under each design."""

import re
from html import unescape

import pytest

from tests.web.conftest import BAKERY, Site

DESIGN = """\
designs:
  door:
    name: Bread at the door
    phases: {spring: {name: Spring}, summer: {name: Summer}}
    changes:
      - {change: align, function: books, alignment: {outcome: desired}, phase: spring}
      - {change: add, function: vans, name: Vans, reports_to: baking, phase: summer}
"""
NOTHING = "\u2013 nothing to count"
JOURNEY = """\
journey:
  orders: {name: Orders, functions: [counter]}
  waits: {name: Waits, functions: [baking], after: [orders]}
"""


def opened(site: Site, what: str, *said: str) -> str:
    """Return a page of figures of the bakery with more in its file."""
    site.path.write_text(BAKERY + "".join(said), encoding="utf-8")
    return site.get(f"{site.address}/diagnosis/figures{what}").text


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def rows(html: str, caption: str) -> list[list[str]]:
    """Return the rows of a table, each cell as its words."""
    tables = re.findall(r"<table.*?</table>", html, re.DOTALL)
    table = next(one for one in tables if caption in one)
    found = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    return [[words(c) for c in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in found]


def names(html: str) -> list[str]:
    """Return the functions of the page, in their order."""
    return [row[0] for row in rows(html, "each function")[1:]]


def items(html: str, heading: str) -> list[str]:
    """Return what a page lists under a heading."""
    found = re.search(rf"<h2[^>]*>{heading}.*?<ul.*?</ul>", html, re.DOTALL)
    assert found
    return [words(item) for item in re.findall(r"<li>.*?</li>", found[0], re.DOTALL)]


def test_the_page_says_what_serves_no_customer(site):
    html = opened(site, "")
    said = ["33% of our functions", "12% of our people", "11% of our cost"]
    assert [one in words(html) for one in said] == [True, True, True]


def test_a_sentence_leads_to_the_functions_that_it_counts(site):
    html = opened(site, "")
    listed = site.get(site.follow(html, "of our cost serves no customer outcome")).text
    assert rows(listed, "Serving no customer outcome")[1:] == [
        ["Bookkeeping", "1", "30,000"],
        ["1 function, 33% of all", "1 12%", "30,000 11%"],
    ]


def test_a_score_leads_to_what_is_missing_and_what_is_there(site):
    html = opened(site, "", JOURNEY)
    counted = site.get(site.follow(html, "2 of 3 are there")).text
    assert "<h1>Mechanics: 2 of 3, 67%</h1>" in counted
    assert items(counted, "Missing: 1") == [
        "In “Waits” the customer goes from Counter to Baking, and no hand-off joins the two."
    ]
    assert items(counted, "There: 2") == [
        "“Orders” is served by Counter.",
        "“Waits” is served by Baking.",
    ]


def test_a_missing_handoff_leads_to_a_new_one_between_the_two(site):
    counted = opened(site, "/mechanics", JOURNEY)
    form = site.get(site.follow(counted, "no hand-off joins the two")).text
    assert re.search(r'name="from".*?selected>Counter', form, re.DOTALL)
    assert re.search(r'name="to".*?selected>Baking', form, re.DOTALL)


def test_a_missing_journey_leads_to_its_first_stage(site):
    counted = opened(site, "/mechanics")
    form = site.get(site.follow(counted, "No stage of the customer")).text
    assert "New stage" in form


def test_an_item_leads_to_the_form_that_covers_it(site):
    counted = opened(site, "/motivation")
    form = site.get(site.follow(counted, "Owner is rewarded for nothing")).text
    assert "<h1>Owner</h1>" in form


def test_a_function_has_the_figures_of_what_concerns_it(site):
    html = opened(site, "", JOURNEY)
    assert ["Counter", "0% 0 of 1", "0% 0 of 1", "50% 1 of 2"] in rows(html, "each function")


def test_an_outcome_has_the_figures_of_all_below_it(site):
    html = opened(site, "")
    assert rows(html, "each outcome")[2] == [
        "I never wait longer than two minutes",
        *("0% 0 of 1", "0% 0 of 2", NOTHING),
    ]


def test_what_an_outcome_counts_is_listed_for_it_alone(site):
    html = opened(site, "")
    row = next(r for r in re.findall(r"<tr>.*?</tr>", html, re.DOTALL) if "two minutes" in r)
    address = re.findall(r'href="([^"]*metrics[^"]*)"', row)[0].replace("&amp;", "&")
    assert items(site.get(address).text, "Missing: 2") == [
        "“I never wait longer than two minutes” is measured by no customer measure.",
        "Counter is measured by no customer measure.",
    ]


def test_the_shares_of_outcomes_and_of_none_make_everything(site):
    html = opened(site, "?count=headcount")
    assert rows(html, "Share of people") == [
        [
            "Outcome",
            "",
            "Directly",
            "By enabling others",
            "Through outcomes under it",
            "Altogether",
        ],
        ["Fresh bread every morning before work", "", "50% 4", "none", "38% 3", "88% 7"],
        ["I never wait longer than two minutes", "", "38% 3", "none", "none", "38% 3"],
        ["No customer outcome", "", "", "12% 1"],
    ]


def test_a_share_leads_to_those_who_serve_in_that_way(site):
    html = opened(site, "?count=cost")
    address = re.search(r'href="([^"]*#beneath)"', html)
    assert address
    listed = site.get(unescape(address[1]).partition("#")[0]).text
    assert 'id="beneath"' in listed
    assert rows(listed, "Through the outcomes under it")[1:] == [
        ["Counter", "3", "90,000"],
        ["1 function, 33% of all", "3 38%", "90,000 32%"],
    ]


def test_each_phase_of_a_design_is_compared_with_today(site):
    html = opened(site, "", DESIGN)
    points = "points from today"
    assert rows(html, "each phase of each design")[2:] == [
        ["Today", "0%", "0%", "0%", "33%", "12%", "11%"],
        [
            "Bread at the door, after Spring",
            *(f"0% 0 {points}", f"0% 0 {points}", f"0% 0 {points}"),
            *(f"0% \u221233 {points}", f"0% \u221212 {points}", f"0% \u221211 {points}"),
        ],
        [
            "Bread at the door, after Summer",
            *(f"0% 0 {points}", f"0% 0 {points}", f"0% 0 {points}"),
            *(f"25% \u22128 {points}", f"0% \u221212 {points}", f"0% \u221211 {points}"),
        ],
    ]


def test_under_a_design_every_figure_is_the_designs(site):
    html = opened(site, "", DESIGN)
    summer = site.get(site.follow(html, "after Summer")).text
    assert ["Vans New", "0% 0 of 1", "0% 0 of 1", NOTHING] in rows(summer, "each function")
    counted = site.get(site.follow(summer, "0 of 3 are there")).text
    assert "Vans has no role that could be rewarded for what customers get. Only in the design" in (
        items(counted, "Missing: 3")
    )
    design = site.get(site.follow(counted, "Vans has no role")).text
    assert "<title>Bread at the door" in design


def test_what_misses_most_comes_first_when_asked_for(site):
    html = opened(site, "", JOURNEY, "  pays: {name: Pays, functions: [counter, books]}\n")
    assert names(html) == ["Baking", "Counter", "Bookkeeping"]
    by_missing = site.get(site.follow(html, "What misses most first")).text
    assert names(by_missing) == ["Counter", "Baking", "Bookkeeping"]


def test_long_lists_come_in_pages(site, monkeypatch):
    monkeypatch.setattr("orgdesign.web.diagnosis.figures.FUNCTIONS_AT_ONCE", 2)
    html = opened(site, "")
    assert len(rows(html, "each function")) == 1 + 2
    assert "1 to 2 of 3" in html
    later = site.get(site.follow(html, "Next")).text
    assert names(later) == ["Bookkeeping"]


def test_addresses_hold_no_ids_or_names(site):
    html = opened(site, "", DESIGN, JOURNEY)
    addresses = " ".join(re.findall(r'(?:href|action)="(/o/[^"]+)"', html))
    assert not re.search("counter|baking|quick|door|spring|orders", addresses)


def test_a_file_without_functions_leads_to_the_first(site):
    site.path.write_text("organization: New\noutcome: {statement: It works}\n", encoding="utf-8")
    html = site.get(site.address + "/diagnosis/figures").text
    assert "New function" in site.get(site.follow(html, "Add the first function")).text


def test_a_dimension_that_there_is_none_of_is_not_found(site):
    assert site.get(f"{site.address}/diagnosis/figures/nothing").status_code == 404


@pytest.mark.parametrize("what", ["/metrics?function=0", "/metrics?outcome=0", "/serving?of=0"])
def test_figures_of_what_is_gone_lead_to_those_that_are_there(site, what):
    answer = site.get(f"{site.address}/diagnosis/figures{what}")
    assert (answer.status_code, answer.location) == (303, f"{site.address}/diagnosis/figures")


def test_an_open_page_gets_new_figures_only_when_the_file_changed(site):
    html = opened(site, "/mechanics")
    version = re.search(r'name="version" value="([^"]*)"', html)
    assert version
    address = f"{site.address}/diagnosis/figures/mechanics?version={version[1]}"
    assert site.get(address, HX_Request="true").status_code == 204
    site.path.write_text(BAKERY + JOURNEY, encoding="utf-8")
    changes = site.get(address, HX_Request="true").text
    assert "<h1>Mechanics: 2 of 3, 67%</h1>" in changes
    assert "<html" not in changes


@pytest.mark.parametrize("what", ["", "/metrics", "/serving"])
def test_a_file_that_was_never_good_leads_to_its_problems(site, what):
    site.path.write_text("organization: [", encoding="utf-8")
    answer = site.get(f"{site.address}/diagnosis/figures{what}")
    assert answer.status_code == 303

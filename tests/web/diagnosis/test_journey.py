"""The journey's page: the map, and the same as a table, each with the way to its forms."""

import re
from html import unescape

import pytest

from tests.web.conftest import BAKERY, Site

JOURNEY = """\
journey:
  orders: {name: Orders, functions: [counter]}
  waits: {name: Waits, functions: [baking]}
  returns: {name: Comes back}
"""
HANDOFF = """\
handoffs:
  order: {from: counter, to: baking, stage: waits, passes: The order, accountable: owner}
"""


def opened(site: Site, *said: str) -> str:
    """Return the journey's page of the bakery with more in its file."""
    site.path.write_text(BAKERY + "".join(said), encoding="utf-8")
    return site.get(site.address + "/diagnosis/journey").text


def table(html: str) -> list[list[str]]:
    """Return the rows of the table, each cell as its words."""
    found = re.search(r"<table.*?</table>", html, re.DOTALL)
    assert found
    rows = re.findall(r"<tr.*?</tr>", found[0], re.DOTALL)
    return [
        [words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in rows
    ]


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_the_table_says_who_does_what_in_each_stage(site):
    assert table(opened(site, JOURNEY, HANDOFF)) == [
        ["Function", "Orders", "Waits", "Comes back No function serves this stage"],
        [
            "Counter Owner",
            "Serves Hands over to Baking The order · Accountable: Owner No connecting measure",
            "",
            "",
        ],
        [
            "Baking Owner",
            "",
            "Serves Takes from Counter No connecting measure",
            "",
        ],
    ]


def test_the_table_says_where_a_handoff_is_missing(site):
    _, counter, baking = table(opened(site, JOURNEY))
    assert counter[1] == "Serves No hand-off to Baking"
    assert baking[2] == "Serves No hand-off from Counter"


def test_the_table_says_who_hands_over_outside_its_stage(site):
    outside = "handoffs: {tell: {from: baking, to: books, stage: orders}}\n"
    rows = {row[0]: row[1] for row in table(opened(site, JOURNEY, outside))}
    gaps = "Outside its stage No accountable role No connecting measure"
    assert rows["Baking Owner"] == f"Not in this stage Hands over to Bookkeeping Hand-off {gaps}"


def test_of_a_handoff_without_a_stage_the_table_does_not_say_who_serves(site):
    nowhere = "handoffs: {tell: {from: baking, to: books, accountable: owner, measure: sold-out}}\n"
    head, baking, books = table(opened(site, nowhere))
    assert head[1] == "No stage said These hand-offs name no stage"
    assert baking[1].startswith("Hands over to Bookkeeping")
    assert books[1] == "Takes from Baking"


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("Orders", 'name="functions"'),
        ("Counter", "Two tills from six to nine"),
        ("Hands over to Baking", "The order"),
    ],
)
def test_each_part_of_the_table_leads_to_its_form(site, link, asked):
    html = opened(site, JOURNEY, HANDOFF)
    form = site.get(site.follow(html[html.index("<table") :], link)).text
    assert asked in form[form.index('id="part-form"') :]


def test_a_missing_handoff_leads_to_a_new_one_filled_with_both_functions_and_the_stage(site):
    html = opened(site, JOURNEY)
    form = site.get(site.follow(html[html.index("<table") :], "No hand-off to Baking")).text
    chosen = re.findall(r'<option value="(\w+)" selected', form)
    assert chosen == ["counter", "baking", "waits"]


def test_a_key_that_stands_for_nothing_fills_nothing(site):
    opened(site, JOURNEY)
    form = site.get(site.address + "/parts/handoffs/new?from=nothing&stage=1").text
    assert re.findall(r'<option value="(\w+)" selected', form) == []


def test_the_map_is_on_the_page_and_leads_to_the_same_forms(site):
    html = opened(site, JOURNEY, HANDOFF)
    svg = html[html.index("<svg xmlns") : html.index("</figure>")]
    assert 'aria-label="Harbour Bakery: the customer\'s journey"' in unescape(svg)
    addresses = set(re.findall(r'xlink:href="([^"]+)"', svg))
    matrix = html[html.index("<table") :]
    assert set(re.findall(r'href="([^"]+)"', matrix)) <= addresses


def test_no_address_holds_a_name_or_an_id(site):
    html = opened(site, JOURNEY, HANDOFF)
    addresses = " ".join(re.findall(r'href="(/o/[^"]+)"', html))
    assert not re.search("counter|baking|waits|orders", addresses)


def test_a_file_without_a_journey_leads_to_its_first_stage(site):
    html = opened(site)
    assert "The file says nothing yet of the customer's journey" in html
    assert "<table" not in html
    assert 'name="functions"' in site.get(site.follow(html, "Add the first stage")).text


def test_the_page_of_a_file_that_was_never_good_leads_to_its_problems(site):
    site.path.write_text("organization: [", encoding="utf-8")
    answer = site.get(site.address + "/diagnosis/journey")
    assert answer.status_code == 303


def test_a_map_that_cannot_be_drawn_leaves_the_table(site, monkeypatch):
    def refuse(*_: object, **__: object) -> str:
        from orgdesign.render import EngineError

        raise EngineError("Graphviz is missing.")

    monkeypatch.setattr("orgdesign.workspace.open_file.journey_svg", refuse)
    html = opened(site, JOURNEY)
    assert "Graphviz is missing. The table below says the same." in html
    assert len(table(html)) == 3

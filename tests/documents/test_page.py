"""The stand-alone page: one file that tells everything, loads nothing, and runs only our script."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from orgdesign.designs.replay import structure_after
from orgdesign.documents.web_page import html_page
from orgdesign.model import Change, Function, Organisation, Outcome
from orgdesign.redaction import Redaction, disclose
from tests.documents.insurer import INSURER, redesigned
from tests.documents.page_reader import PageReader

BARE = Organisation("Bare", Outcome("desired", "It works"))
PARTS = ["charts", "outcomes", "functions", "journey", "road-map", "roles", "tables"]


def read(organisation=INSURER, then=None, leave=()) -> PageReader:
    return PageReader(html_page(disclose(organisation, then, Redaction.parse(leave))))


@pytest.fixture(scope="module")
def today() -> PageReader:
    return read()


@pytest.fixture(scope="module")
def designed() -> PageReader:
    return read(then=redesigned())


def test_it_opens_with_the_outcome_and_its_measure(today):
    assert "Northwind Every claim is settled fairly For households Measured by" in today.text
    assert "Quixotic index 1 → to 2" in today.text


def test_it_has_a_part_for_everything_that_the_file_tells(designed):
    assert [each for each in designed.ids if each in PARTS] == PARTS


def test_of_today_alone_there_is_no_road_map(today):
    assert "road-map" not in today.ids
    assert "New structure" not in today.text


def test_every_link_leads_to_something_in_the_file(designed):
    within = {each.removeprefix("#") for each in designed.links if not each.startswith("data:")}
    assert within <= {*designed.ids}
    assert all(each.startswith(("#", "data:")) for each in designed.links)


def test_every_id_is_there_once(designed):
    assert len(designed.ids) == len({*designed.ids})


def test_it_loads_nothing(designed):
    loads = ("src", "srcset", "action", "formaction", "data", "poster", "style", "onclick")
    assert [each for name in loads for each in designed.attributes(name)] == []
    addresses = re.findall(r"url\(\W?(\w+:)", designed.within["style"])
    assert addresses
    assert {*addresses} == {"data:"}
    assert "@import" not in designed.within["style"]


def test_nothing_runs_but_what_the_policy_names_by_its_hash(designed):
    [said] = [each for tag, each in designed.tags if each.get("http-equiv")]
    policy = dict(rule.split(" ", 1) for rule in said["content"].split("; "))
    hashes = [
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for text in (designed.within["style"], *designed.scripts)
    ]
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == hashes[0]
    assert policy["script-src"] == " ".join(hashes[1:])
    assert {*policy} <= {"default-src", "style-src", "script-src", "font-src", "img-src",
                         "base-uri", "form-action"}  # fmt: skip


def test_its_script_is_one_that_imports_nothing(designed):
    assert not re.search(r"(?m)^(import|export)\b", "\n".join(designed.scripts))


def test_the_same_input_gives_the_same_bytes():
    disclosure = disclose(INSURER, redesigned())
    assert html_page(disclosure) == html_page(disclosure)


def test_today_has_two_charts_and_a_design_four(today, designed):
    assert today.attributes("data-view") == ["before", "after", "both", "before", "after"]
    shown = ["before", "changes", "reporting", "after"]
    assert designed.attributes("data-view") == [*shown, "both", *shown]


def test_a_function_tells_what_surrounds_it(today):
    told = "Decides and pays on the first call"
    start = today.text.index(told, today.text.index("Functions, by who reports to whom"))
    said = today.text[start : start + 600]
    for words in (
        "Serves (directly) My claim is settled fast",
        "Accountable role Claims Director Zebedee Quill",
        "Measures Quixotic index",
        "Reports to Chief Executive's Office",
        "Takes over from Chief Executive's Office The promise",
        "Hands over to Skunkworks laboratory Odd claims",
        "People 73,219",
        "Cost a year 8.68 million",
    ):
        assert words in said


def test_a_design_tells_what_changes_for_a_function_and_what_is_new(designed):
    assert "Renewals New with New structure" in designed.text
    assert "Open Skunkworks" in designed.text
    assert "What changes Renewals is new, under Claims" in designed.text


def test_what_a_design_ends_stays_with_what_it_was():
    retire = Change("retire", None, None, {"function": "skunkworks-lab"})
    design = replace(INSURER.designs["new"], changes=(retire,))
    ending = replace(INSURER, designs={"new": design})
    told = read(ending, structure_after(ending, design))
    assert "function-skunkworks-lab" in told.ids
    assert "Skunkworks laboratory Ends with New structure" in told.text


def test_the_road_map_has_a_sentence_for_each_change(designed):
    assert "The road map: New structure Spring" in designed.text
    assert "Claims moves from Chief Executive's Office to the top. Head of Skunkworks" in (
        designed.text
    )


def test_a_change_that_cannot_be_made_says_why():
    move = Change("move", None, None, {"function": "executive", "reports_to": "claims"})
    design = replace(INSURER.designs["new"], changes=(move,))
    stuck = replace(INSURER, designs={"new": design})
    assert "Cannot be made:" in read(stuck, structure_after(stuck, design)).text


def test_functions_without_an_outcome_stand_together(today):
    assert "Not aligned yet 3 functions serve no customer outcome yet." in today.text
    assert "unaligned" in today.ids


def test_the_journey_says_where_customers_fall_through(today):
    assert "Makes a claim Claims Skunkworks" in today.text
    assert "No hand-off Claims → Skunkworks" in today.text
    assert "No stage said Claims → to Skunkworks laboratory Odd claims" in today.text


def test_tables_are_for_people_and_have_no_ids(today):
    heads = today.text[today.text.index("Tables Functions") :]
    assert "Name Reports to Accountable role Customer outcome Contribution" in heads
    assert "(id)" not in heads


def test_a_file_that_says_almost_nothing_has_its_page():
    told = read(BARE)
    assert [each for each in told.ids if each in PARTS] == ["charts", "outcomes", "tables"]
    assert "No functions yet" in told.text


@pytest.mark.parametrize(
    ("leave", "words"),
    [
        ("headcount", ["73,219", "People"]),
        ("cost", ["8.68 million", "8,675,309", "Cost a year"]),
        ("measures", ["Motivation", "Metrics"]),
    ],
)
def test_figures_of_what_is_left_out_are_nowhere(leave, words):
    told = read(then=redesigned(), leave=[leave]).text
    assert [word for word in words if word in told] == []


def test_figures_of_what_is_not_left_out_are_there(designed):
    for word in ("73,219", "8.68 million", "Motivation", "Metrics", "Mechanics"):
        assert word in designed.text


def test_a_name_is_text_wherever_it_stands():
    name = '</script><script>alert("here")</script><img src=x onerror=alert(1)>&<!--'
    hostile = Function("claims", name, accountable="chief")
    told = read(replace(INSURER, name=name, functions={**INSURER.functions, "claims": hostile}))
    assert len(told.scripts) == 2
    assert "img" not in {tag for tag, _ in told.tags}
    assert name in told.text


def test_a_large_chart_is_folded_and_every_function_is_on_a_sheet():
    told = read(wide(9, 15))
    assert "before.everything" in told.ids
    sheets = [each for each in told.ids if each.startswith("before.function-")]
    assert sheets == [f"before.function-f{at}" for at in range(9)]
    for at in range(9):
        assert any(each.endswith(f"-function-f{at}-14") for each in told.ids)


def test_a_chart_that_is_too_large_to_show_whole_has_its_branches_only():
    told = read(wide(20, 50))
    assert "before.everything" not in told.ids
    assert "before.function-f19" in told.ids


def test_branches_have_branches_where_a_chain_is_long():
    chain = [Function(f"f{at}", f"Level {at}", reports_to=(at and f"f{at - 1}") or None)
             for at in range(170)]  # fmt: skip
    told = read(replace(BARE, functions={each.id: each for each in chain}))
    sheets = [each for each in told.ids if each.startswith("before.function-")]
    assert len(sheets) == 2
    assert "Level 0 \u203a Level 79 \u203a Level" in told.text


def wide(heads: int, each: int) -> Organisation:
    """Return an organisation of one top, some heads, and functions under each of those."""
    functions = [Function("top", "Top")]
    for at in range(heads):
        functions.append(Function(f"f{at}", f"Head {at}", reports_to="top"))
        functions += [
            Function(f"f{at}-{below}", f"Part {at}.{below}", reports_to=f"f{at}")
            for below in range(each)
        ]
    return replace(BARE, functions={one.id: one for one in functions})

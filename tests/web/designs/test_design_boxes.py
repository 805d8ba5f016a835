"""What is done on the boxes of a design is a change of it, and today stays as it is."""

from __future__ import annotations

import re
from html import unescape

import pytest

from orgdesign.charts.boxes import function_id, outcome_id
from tests.web.conftest import BAKERY, Said, Sheet
from tests.web.designs.conftest import DESIGN, Drawing


def send(drawing: Drawing, act: str, box: str, **said: str | list[str]) -> tuple[int, str]:
    """Do something on a box of the design; return the status and what the page says of it."""
    site = drawing.site
    where = f"structure={drawing.key('structure', 'street' + chr(10))}&view=after"
    key = drawing.key("box", box)
    address = f"{site.address}/{act}?{where}&box={key}"
    answer = site.post(address, dict(said), HX_Request="true")
    told = re.search(r'<p class="notice">(.*?)</p>', answer.text)
    return answer.status_code, unescape(told[1]) if told else ""


def add(drawing: Drawing, box: str, name: str, where: str = "under") -> None:
    assert send(drawing, "boxes/add", box, name=name, where=where) == (200, "")


@pytest.fixture(autouse=True)
def today_stays(drawing: Drawing):
    yield
    assert drawing.site.path.read_text(encoding="utf-8").startswith(BAKERY)


def test_a_function_is_added_under_another_and_serves_what_that_serves(drawing: Drawing) -> None:
    add(drawing, function_id("counter"), "Night till")

    line = (
        "      - {change: add, function: night-till, name: Night till, reports_to: counter, "
        "alignment: {outcome: quick}, phase: autumn}\n"
    )
    assert drawing.text == DESIGN + line


def test_a_function_is_renamed_where_the_design_adds_it_and_by_a_change_else(
    drawing: Drawing,
) -> None:
    add(drawing, outcome_id("quick"), "Night till")
    send(drawing, "boxes/rename", function_id("night-till"), name="Nights")
    send(drawing, "boxes/rename", outcome_id("quick"), name="I never wait")
    send(drawing, "boxes/rename", function_id("baking"), name="Ovens")

    assert drawing.text.removeprefix(DESIGN).splitlines() == [
        "      - {change: add, function: night-till, name: Nights, "
        "alignment: {outcome: quick}, phase: autumn}",
        "      - {change: change-outcome, outcome: quick, statement: I never wait, phase: autumn}",
        "      - {change: rename, function: baking, name: Ovens, phase: autumn}",
    ]


def test_several_functions_are_moved_and_aligned_at_once(drawing: Drawing) -> None:
    add(drawing, function_id("baking"), "Nights")
    before = drawing.text
    keys = [drawing.key("box", function_id(one)) for one in ("baking", "nights")]
    several: Said = {"function": keys, "outcome": "quick", "reports_to": ""}
    assert send(drawing, "boxes/many", function_id("baking"), **several) == (200, "")

    added = drawing.text.removeprefix(before).splitlines()
    assert [re.findall(r"function: (\w+).*outcome: (\w+)", line) for line in added] == [
        [("baking", "quick")],
        [("nights", "quick")],
    ]


def test_none_is_moved_under_what_reports_to_it(drawing: Drawing) -> None:
    keys = [drawing.key("box", function_id("baking"))]
    said: Said = {"function": keys, "reports_to": "counter", "outcome": ""}

    assert send(drawing, "boxes/many", function_id("baking"), **said) == (
        422,
        "Baking cannot report to Shop, which reports to it. Nothing was moved.",
    )
    assert drawing.text == DESIGN


def ask(drawing: Drawing) -> Sheet:
    """Return the form that asks how many people of Baking go to the Shop."""
    structure = drawing.key("structure", "street" + chr(10))
    ends = [drawing.key("box", function_id(one)) for one in ("baking", "counter")]
    address = f"{drawing.site.address}/people?structure={structure}&view=after"
    html = drawing.site.get(f"{address}&giver={ends[0]}&taker={ends[1]}").text
    assert "4 people are there, who cost 160,000 a year." in html
    return Sheet(html)


def test_people_go_from_box_to_box_with_their_share_of_the_cost(drawing: Drawing) -> None:
    sheet = ask(drawing)
    assert drawing.send(sheet.address, sheet.said(people="1.5", cost="1")) == []

    line = "      - {change: transfer, from: baking, to: counter, people: 1.5, cost: 60000, "
    assert drawing.text == f"{DESIGN}{line}phase: autumn}}\n"


@pytest.mark.parametrize(
    ("people", "taker", "told"),
    [
        ("five", "counter", "Write how many people go, as a number above 0. Nothing was moved."),
        ("5", "counter", "Baking has 4 people, and no more. Nothing was moved."),
        ("-1", "counter", "Write how many people go, as a number above 0. Nothing was moved."),
        ("9" * 400, "counter", "Write how many people go, as a number above 0. Nothing was moved."),
        ("1", "baking", "Choose another function than Baking. Nothing was moved."),
        ("1", "gone", "That function is no longer in the design. Nothing was moved."),
    ],
)
def test_what_cannot_be_moved_is_said(drawing: Drawing, people: str, taker: str, told: str) -> None:
    sheet = ask(drawing)
    answer = drawing.site.post(sheet.address, sheet.said(people=people, taker=taker))

    assert answer.status_code == 422
    assert told in unescape(answer.text)
    assert drawing.text == DESIGN

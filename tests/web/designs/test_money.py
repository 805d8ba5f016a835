"""People and money, who sits where, and options side by side, as pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.web.conftest import Site
from tests.web.designs.conftest import Drawing

BANK = Path(__file__).parents[2] / "designs" / "reorganisations" / "bank.yaml"


@pytest.fixture
def bank(drawing: Drawing) -> Drawing:
    """The bank in place of the bakery."""
    drawing.site.path.write_text(BANK.read_text(encoding="utf-8"), encoding="utf-8")
    return drawing


def read(site: Site, address: str) -> str:
    answer = site.get(address)
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())


def tribes(bank: Drawing, tab: str) -> str:
    page = bank.site.get(bank.list).text
    address = re.search(r'<h2><a href="([^"]*)">Tribes and squads', page)
    assert address
    return f"{address[1]}/{tab}"


def test_the_ledger_is_told_phase_by_phase_and_adds_up(bank: Drawing) -> None:
    page = read(bank.site, tribes(bank, "money"))
    assert "3,508 people become 3,133" in page
    assert "It adds up" in page
    assert "After Tribes start 3,133 3,133 0 259 million 7 million" in page


@pytest.mark.parametrize("unit", ["people", "posts", "cost", "nonsense"])
def test_the_bridge_counts_what_is_asked_for(bank: Drawing, unit: str) -> None:
    html = bank.site.get(f"{tribes(bank, 'money')}?unit={unit}").text
    assert html.count("<rect class=") == 6


def test_people_who_vanish_are_told(drawing: Drawing) -> None:
    page = drawing.site.get(drawing.at + "/money").text
    assert "It does not add up yet." in page


def test_each_person_has_a_sheet_and_no_name_is_in_an_address(bank: Drawing) -> None:
    html = bank.site.get(tribes(bank, "people")).text
    address = re.search(r'href="([^"]*)">J\. Smit', html)
    assert address
    assert "Smit" not in address[1]
    sheet = read(bank.site, address[1])
    assert "Moves to another seat." in sheet
    assert "J. Smit goes from Product Director to Tribe Lead Mortgages." in sheet
    assert "Tribes start, 2015-09-01 to 2015-12-31" in sheet


def test_who_has_no_seat_is_told(bank: Drawing) -> None:
    page = read(bank.site, tribes(bank, "people"))
    assert "Has no seat yet Which seat is next is not said." in page
    assert "H. Mulder" in read(bank.site, tribes(bank, "people/print"))


def test_options_stand_side_by_side_with_scores_and_figures(bank: Drawing) -> None:
    page = read(bank.site, f"{bank.list}/options")
    assert "2.00 + 1.00 + 0.60 + 0.15 = 3.75" in page
    assert "People who go to another function 0 2,709" in page


def scores(bank: Drawing) -> tuple[dict[str, str], str]:
    html = bank.site.get(f"{bank.list}/options").text
    fields = dict(re.findall(r'name="((?:score|weight)-[^"]*)" value="([^"]*)"', html))
    base = re.search(r'name="base" value="([^"]*)"', html)
    assert base
    return fields, base[1]


def test_a_score_is_saved_and_one_that_is_no_score_is_not(bank: Drawing) -> None:
    fields, base = scores(bank)
    first = next(name for name in fields if name.startswith("score-"))
    address = f"{bank.list}/options/scores"
    assert bank.site.post(address, {**fields, "base": base, first: "2.5"}).status_code == 303
    assert "scores: {whole-customer: 2.5, " in bank.text
    fields, base = scores(bank)
    answer = bank.site.post(address, {**fields, "base": base, first: "7"})
    assert answer.status_code == 422
    assert "Write each score as a number from 0 to 5." in answer.text


def test_a_criterion_comes_and_goes_with_its_scores(bank: Drawing) -> None:
    address = f"{bank.list}/options/criteria"
    assert bank.site.post(address, {"name": "Cheap", "weight": "10"}).status_code == 303
    assert "cheap: {name: Cheap, weight: 10}" in bank.text
    html = bank.site.get(f"{bank.list}/options").text
    key = re.search(r'name="(remove-[^"]*)"', html)
    fields, base = scores(bank)
    assert key
    gone = {**fields, "base": base, key[1]: "1"}
    assert bank.site.post(f"{bank.list}/options/scores", gone).status_code == 303
    assert "whole-customer" not in bank.text
    assert bank.site.post(address, {"name": ""}).status_code == 422


def test_an_option_is_added_chosen_and_removed(drawing: Drawing) -> None:
    said = {"name": "Two shops", "question": "How many shops?"}
    assert drawing.site.post(f"{drawing.at}/options", said).status_code == 303
    assert "two-shops:\n        name: Two shops\n" in drawing.text
    html = drawing.site.get(drawing.at).text
    choose = re.search(r'action="([^"]*/choose)"', html)
    assert choose
    assert drawing.site.post(choose[1], {}).status_code == 303
    assert "two-shops" in drawing.text.partition("chosen")[2]
    remove = re.search(r'action="([^"]*/options/\w+/remove)"', html)
    assert remove
    assert drawing.site.post(remove[1], {}).status_code == 303
    assert "two-shops" not in drawing.text
    assert drawing.site.post(f"{drawing.at}/options", {"name": ""}).status_code == 422

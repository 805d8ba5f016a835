"""The starter library: looked through a sector at a time, and picked from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from orgdesign.yamlfile import read_file
from tests.web.conftest import Sheet, Site


@pytest.fixture
def library(site: Site) -> str:
    """The address of the retail page: nothing of a bakery is known by name."""
    return f"{site.address}/library/retail"


def sheet(html: str) -> Sheet:
    """Return the form of the library in a page."""
    found = re.search(r'<form id="library".*?</form>', html, re.DOTALL)
    assert found
    return Sheet(found[0])


def organisation(site: Site):
    found = read_file(site.path).organisation
    assert found
    return found


def test_everything_in_the_file_leads_to_it(site: Site):
    everything = site.get(f"{site.address}/parts").text

    answer = site.get(site.follow(everything, "Starter library"))

    assert (answer.status_code, answer.location) == (303, f"{site.address}/library/bank")
    page = site.get(str(answer.location)).text
    assert "Credit Decisions" in page
    assert 'aria-current="page">Bank<' in page


def test_it_opens_on_the_sector_of_which_the_file_has_most(site: Site):
    text = site.path.read_text()
    site.path.write_text(text.replace("name: Counter", "name: Shop Floor Teams"))

    assert site.get(f"{site.address}/library").location == f"{site.address}/library/retail"


def test_a_sector_says_what_each_part_is(site: Site, library: str):
    page = site.get(library).text

    assert "Settles between shops and online whose sale it was" in page
    assert "My order is there within the hour that I chose, whole and complete" in page
    assert "Head of Delivery" in page
    assert "% · higher is better · customer measure" in page


def test_what_is_ticked_is_added_in_one_step_and_one_undo_takes_it_back(site: Site, library: str):
    before = site.path.read_text()
    form = sheet(site.get(library).text)

    answer = site.post(form.address, form.said(functions=["delivery", "returns"]))

    assert (answer.status_code, answer.location) == (303, library)
    now = organisation(site)
    assert now.functions["delivery"].alignment.outcome == "delivered"
    assert now.functions["returns"].reports_to == "baking"  # the only one at the top
    assert now.roles["head-of-returns"].title == "Head of Returns"
    assert "within-the-hour" in now.measures
    page = site.get(library).text
    assert "From the library (Retail): 2 outcomes, 2 functions, 2 roles and 3 measures" in page
    assert page.count("In the file already") == 7

    base = re.findall(r'name="base" value="(\w+)"', page)[0]
    site.post(f"{library}/way", {"base": base, "way": "undo"})
    assert site.path.read_text() == before
    base = re.findall(r'name="base" value="(\w+)"', site.get(library).text)[0]
    site.post(f"{library}/way", {"base": base, "way": "redo"})
    assert "delivery" in organisation(site).functions
    site.post(f"{library}/way", {"base": base, "way": "undo"})  # drawn before the last step
    assert "delivery" in organisation(site).functions


def test_the_same_form_sent_twice_adds_once(site: Site, library: str):
    form = sheet(site.get(library).text)
    said = form.said(measures=["days-of-stock"])

    assert site.post(form.address, said).status_code == 303
    assert site.post(form.address, said).status_code == 303

    assert len([one for one in organisation(site).measures if "stock" in one]) == 1


def test_functions_can_serve_an_outcome_of_the_file_and_come_without_measures(
    site: Site, library: str
):
    html = site.get(library).text
    form = sheet(html)
    key = re.search(r'value="(\w+)">I never wait longer than two minutes', html)
    assert key
    said = form.said(functions="checkout", serves=key[1])
    del said["measured"]

    site.post(form.address, said)

    now = organisation(site)
    assert now.functions["checkout"].alignment.outcome == "quick"
    assert [*now.outcome.outcomes] == ["quick"]
    assert [*now.measures] == ["sold-out"]


def test_the_desired_outcome_of_the_sector_can_be_taken(site: Site, library: str):
    form = sheet(site.get(library).text)
    assert "Take it in place of yours: “Fresh bread every morning before work”" in form.html

    searched = site.post(form.address, form.said(desired="yes", q="till", show="words"))
    site.post(form.address, sheet(searched.text).said(q=""))

    assert organisation(site).outcome.statement.startswith("Raise the likelihood that I get what")
    assert "It is yours already." in site.get(library).text


def test_nothing_ticked_is_told(site: Site, library: str):
    form = sheet(site.get(library).text)

    answer = site.post(form.address, form.said())

    assert answer.status_code == 422
    assert "Tick what is to be added first." in answer.text


def test_an_outcome_that_is_gone_is_told_and_the_ticks_stay(site: Site, library: str):
    form = sheet(site.get(library).text)

    answer = site.post(form.address, form.said(functions="checkout", serves="0123456789abcdef"))

    assert answer.status_code == 422
    assert "That outcome is no longer in the file." in answer.text
    assert sheet(answer.text).said()["functions"] == ["checkout"]


def test_a_file_that_became_unreadable_keeps_the_ticks(site: Site, library: str):
    form = sheet(site.get(library).text)
    site.path.write_text("organization: [")

    answer = site.post(form.address, form.said(functions="checkout"))

    assert answer.status_code == 409
    assert "has problems at the moment, so nothing was saved" in answer.text
    assert sheet(answer.text).said()["functions"] == ["checkout"]


def test_searching_keeps_what_is_ticked_and_counts_the_other_sectors(site: Site, library: str):
    form = sheet(site.get(library).text)

    said = form.said(functions="checkout", q="queue   ", show="words")
    answer = site.post(form.address, said)

    assert answer.status_code == 200
    assert "Minutes from deciding to having paid" in answer.text  # of People and Rotas
    assert "Warehouses" not in answer.text
    assert re.search(r'Bank <span class="tally">1</span>', answer.text)
    assert "checkout" in sheet(answer.text).said()["functions"]

    answer = site.post(form.address, {**said, "q": "warehouses"})
    assert "1 ticked beside these" in answer.text
    del (then := sheet(answer.text).said())["measured"]
    site.post(form.address, then)
    assert "checkout" in organisation(site).functions


def test_words_that_nothing_has_are_told(site: Site, library: str):
    assert "Nothing in Retail has these words" in site.get(f"{library}?q=stethoscope").text


def test_a_page_that_is_open_is_drawn_anew_only_when_the_file_changed(site: Site, library: str):
    page = site.get(library).text
    same = site.get(f"{library}?{site.fields(page.split('<main')[1].split('<form')[0])}")
    assert (same.status_code, same.data) == (204, b"")


@pytest.mark.parametrize("address", ["library/mining", "library/../../etc"])
def test_there_is_no_other_sector(site: Site, address: str):
    assert site.get(f"{site.address}/{address}").status_code == 404


@pytest.mark.parametrize("page", ["library", "library/bank"])
def test_a_file_that_was_never_readable_has_no_library(site: Site, page: str):
    address = site.address
    site.path.write_text("organization: [")
    assert site.get(f"{address}/{page}").location == address


@pytest.mark.parametrize(
    "page", ["", "/table", "/parts/functions", "/parts/measures", "/diagnosis/figures"]
)
def test_an_empty_organisation_leads_to_it(tmp_path: Path, engine: Engine, page: str):
    path = tmp_path / "empty.yaml"
    path.write_text("organization: Empty\noutcome: {statement: My bread is there before I open}\n")
    settings = Settings(port=8125)
    site = Site(path, settings, create_app(Workspace(path, engine), settings).test_client())
    site.admit()

    html = site.get(site.address + page).text

    assert site.follow(html.split("<main")[1], "tarter library") == f"{site.address}/library"

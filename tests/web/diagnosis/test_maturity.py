"""The maturity of the stages: said by people, on four levels, today and aimed at."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import BAKERY, Sheet, Site

JOURNEY = """\
journey:
  orders: {name: Orders, functions: [counter]}
  waits: {name: Waits, functions: [baking]}
"""


def opened(site: Site, *said: str) -> str:
    """Return the page of the bakery with more in its file."""
    site.path.write_text(BAKERY + JOURNEY + "".join(said), encoding="utf-8")
    return site.get(site.address + "/diagnosis/maturity").text


def form(html: str, stage: str) -> Sheet:
    """Return the form of a stage."""
    part = html[html.index(f">{stage}</a>") :]
    found = re.search(r"<form.*?</form>", part, re.DOTALL)
    assert found
    return Sheet(found[0])


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_what_is_said_first_brings_the_assessment_into_the_file(site):
    sheet = form(opened(site), "Waits")
    answer = site.post(sheet.address, sheet.said(today="defaulted", aim="deliberate"))
    assert answer.status_code == 303
    assert answer.location.endswith("#stage-" + sheet.address.rsplit("/", 1)[1])
    assert site.path.read_text().endswith(
        "assessment:\n  maturity:\n    waits:\n      today: defaulted\n      aim: deliberate\n"
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{today: reliable, aim: desired}", "2 steps to climb"),
        ("{today: reliable, aim: reliable}", "Where it should be"),
        ("{today: desired, aim: reliable}", "The aim is below today"),
        ("{today: reliable}", "No aim yet"),
        ("{aim: reliable}", "Today not said yet"),
    ],
)
def test_the_steps_of_a_stage_are_told(site, said, told):
    html = opened(site, f"assessment: {{maturity: {{orders: {said}}}}}\n")
    assert f"Orders {told}" in words(html)


def test_the_steps_of_all_stages_are_added_up(site):
    html = opened(site, "assessment: {maturity: {orders: {today: defaulted, aim: desired}}}\n")
    assert "3 steps to climb in all. 1 stage still without today or aim." in words(html)


def test_a_stage_of_which_nothing_is_said_any_more_goes_out_of_the_assessment(site):
    sheet = form(opened(site, "assessment: {maturity: {waits: {today: reliable}}}\n"), "Waits")
    site.post(sheet.address, sheet.said(today=""))
    assert site.path.read_text().endswith("assessment: {maturity: {}}\n")


def test_both_sides_are_shown_where_somebody_else_chose_another_level(site):
    sheet = form(opened(site, "assessment: {maturity: {waits: {today: reliable}}}\n"), "Waits")
    site.path.write_text(site.path.read_text().replace("reliable", "desired"))
    answer = site.post(sheet.address, sheet.said(today="defaulted"))
    assert answer.status_code == 409
    assert "Yours Defaulted Theirs now Desired" in words(answer.text)


def test_what_was_chosen_for_a_stage_that_is_gone_is_shown(site):
    sheet = form(opened(site), "Waits")
    site.path.write_text(BAKERY)
    answer = site.post(sheet.address, sheet.said(aim="desired"))
    assert answer.status_code == 409
    assert "This is no longer in the file" in answer.text
    assert "desired" in answer.text


def test_a_browser_that_shows_this_very_file_is_sent_nothing(site):
    html = opened(site)
    version = re.search(r'name="version" value="(\w+)"', html)
    assert version
    address = f"{site.address}/diagnosis/maturity?version={version[1]}"
    assert site.get(address).status_code == 204
    site.path.write_text(site.path.read_text() + "\n# more\n")
    answer = site.get(address, HX_Request="true")
    assert answer.status_code == 200
    assert 'hx-target="#answers"' in answer.text


def test_a_file_without_a_journey_leads_to_its_first_stage(site):
    html = site.get(site.address + "/diagnosis/maturity").text
    assert 'name="functions"' in site.get(site.follow(html, "Add the first stage")).text


def test_no_address_holds_a_name_or_an_id(site):
    addresses = " ".join(re.findall(r'(?:href|action|hx-post)="(/o/[^"]+)"', opened(site)))
    assert not re.search("orders|waits|counter", addresses)


def test_the_page_of_a_file_that_was_never_good_leads_to_its_problems(site):
    site.path.write_text("organization: [", encoding="utf-8")
    assert site.get(site.address + "/diagnosis/maturity").status_code == 303

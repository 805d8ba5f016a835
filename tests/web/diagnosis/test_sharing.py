"""The sharing of the work: who sponsors it, and what each function gives."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import BAKERY, Sheet, Site

SHARED = """\
assessment:
  sharing:
    sponsor: owner
    levels_from_chief: 2
    commitments:
      counter: {time: 30, volunteered: yes, credit: Found where people wait}
      books: {time: 5, volunteered: no}
"""


def opened(site: Site, *said: str) -> str:
    """Return the page of the bakery with more in its file."""
    site.path.write_text(BAKERY + "".join(said), encoding="utf-8")
    return site.get(site.address + "/diagnosis/sharing").text


def form(html: str, after: str) -> Sheet:
    """Return the first form after some words."""
    found = re.search(r"<form.*?</form>", html[html.index(after) :], re.DOTALL)
    assert found
    return Sheet(found[0])


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_each_function_is_held_against_the_practice(site):
    html = words(opened(site, SHARED))
    assert "30% is within the 25 to 50% of the practice: the time of 0.9 of its 3 people." in html
    assert "5% is less than the 25 to 50% of the practice" in html
    assert "2 functions take part: 1 volunteered, 1 told; 1 given credit." in html


def test_the_levels_that_are_written_stand_beside_those_of_the_reporting_lines(site):
    html = words(opened(site, SHARED))
    assert "the sponsor is the chief executive. Here it says 2." in html


def test_nothing_is_said_of_levels_without_a_sponsor(site):
    assert "Nobody sponsors the work yet." in words(opened(site))


def test_a_sponsor_is_named_by_title_and_brings_the_assessment_into_the_file(site):
    sheet = form(opened(site), 'id="sponsor"')
    answer = site.post(sheet.address, sheet.said(sponsor="Owner", levels="0"))
    assert answer.status_code == 303
    assert site.path.read_text().endswith(
        "assessment:\n  sharing:\n    sponsor: owner\n    levels_from_chief: 0\n"
    )


def test_a_function_is_named_to_take_part_and_then_says_what_it_gives(site):
    sheet = form(opened(site), 'class="sheet-of adds"')
    answer = site.post(sheet.address, sheet.said(function="Counter"))
    assert answer.status_code == 303
    html = site.get(site.address + "/diagnosis/sharing").text
    assert 'id="' + answer.location.rsplit("#", 1)[1] in html
    assert "No time said yet" in words(html)
    sheet = form(html, ">Counter</a>")
    site.post(sheet.address, sheet.said(time="25", volunteered="yes"))
    end = site.path.read_text()[len(BAKERY) :]
    assert end.startswith("assessment:\n  sharing:\n    commitments:\n      counter:")
    assert "time: 25" in end
    assert re.search("volunteered: (yes|true)", end)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Choose a function that takes part."),
        ("Milling", "No function is called “Milling”"),
        ("Counter", "No function is called “Counter”"),
    ],
)
def test_only_a_function_that_does_not_take_part_yet_can_be_added(site, typed, told):
    sheet = form(opened(site, SHARED), 'class="sheet-of adds"')
    answer = site.post(sheet.address, sheet.said(function=typed))
    assert answer.status_code == 422
    assert told in words(answer.text)
    assert site.path.read_text() == BAKERY + SHARED


def test_a_yes_becomes_a_no(site):
    sheet = form(opened(site, SHARED), ">Counter</a>")
    assert site.post(sheet.address, sheet.said(volunteered="no")).status_code == 303
    changed = site.path.read_text()[len(BAKERY) :].splitlines()[5]
    assert re.search(r"time: 30, volunteered: (no|false), credit", changed)


@pytest.mark.parametrize("time", ["101", "-1", "half"])
def test_a_share_is_between_nothing_and_all(site, time):
    sheet = form(opened(site, SHARED), ">Counter</a>")
    answer = site.post(sheet.address, sheet.said(time=time))
    assert answer.status_code == 422
    assert 'class="field-error"' in answer.text
    assert site.path.read_text() == BAKERY + SHARED


def test_a_function_stays_when_all_that_it_gives_is_cleared_by_mistake(site):
    sheet = form(opened(site, SHARED), ">Bookkeeping</a>")
    answer = site.post(sheet.address, sheet.said(time="", volunteered=""))
    assert answer.status_code == 422
    assert "take the function out below" in words(answer.text)


def taking_out(html: str, function: str) -> Sheet:
    """Return the form that takes a function out."""
    _, _, after = html[html.index(f">{function}</a>") :].partition("</form>")
    return form(after, "<form")


def test_a_function_is_taken_out(site):
    sheet = taking_out(opened(site, SHARED), "Bookkeeping")
    assert site.post(sheet.address, sheet.said()).status_code == 303
    line = "      books: {time: 5, volunteered: no}\n"
    assert site.path.read_text() == BAKERY + SHARED.replace(line, "")


def test_a_function_is_taken_out_again_after_that_was_undone(site):
    for _ in range(2):
        sheet = taking_out(opened(site, SHARED), "Bookkeeping")
        site.post(sheet.address, sheet.said())
        assert "books: {time" not in site.path.read_text()


def test_what_a_function_gives_is_not_taken_out_unseen(site):
    sheet = taking_out(opened(site, SHARED), "Bookkeeping")
    site.path.write_text(BAKERY + SHARED.replace("time: 5", "time: 50"))
    answer = site.post(sheet.address, sheet.said())
    assert answer.status_code == 409
    assert "Somebody else changed the same thing meanwhile." in words(answer.text)
    assert 'value="50"' in form(answer.text, ">Bookkeeping</a>").html
    assert "time: 50" in site.path.read_text()


def test_what_was_typed_for_a_function_that_is_gone_is_shown(site):
    sheet = form(opened(site, SHARED), ">Counter</a>")
    site.path.write_text(BAKERY)
    answer = site.post(sheet.address, sheet.said(credit="Found the queue"))
    assert answer.status_code == 409
    assert "Found the queue" in answer.text
    answer = site.post(sheet.address, sheet.said(credit="Found the queue"), HX_Request="true")
    assert answer.status_code == 409
    assert 'hx-target="#notice"' in answer.text


def test_no_address_holds_a_name_or_an_id(site):
    html = opened(site, SHARED)
    addresses = " ".join(re.findall(r'(?:href|action|hx-post)="(/o/[^"]+)"', html))
    assert not re.search("counter|books|owner", addresses)


def test_taking_out_what_is_gone_already_leads_back(site):
    sheet = taking_out(opened(site, SHARED), "Bookkeeping")
    site.path.write_text(BAKERY)
    assert site.post(sheet.address, sheet.said()).status_code == 303
    assert site.path.read_text() == BAKERY


def test_nothing_is_said_of_levels_that_the_file_does_not_show(site):
    guest = "  guest: {title: Guest of the house}\nmeasures:"
    text = BAKERY.replace("measures:\n  sold", f"{guest}\n  sold")
    site.path.write_text(text + "assessment: {sharing: {sponsor: guest}}\n")
    html = site.get(site.address + "/diagnosis/sharing").text
    assert "The file does not show how far the sponsor is" in words(html)


def test_people_are_counted_only_where_the_file_says_how_many_there_are(site):
    text = (BAKERY + SHARED).replace("    headcount: 3\n", "")
    site.path.write_text(text)
    html = site.get(site.address + "/diagnosis/sharing").text
    assert "30% is within the 25 to 50% of the practice. Share" in words(html)

"""The board of customers as an asset: what each figure counts, and how it changed."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import BAKERY, Sheet, Site

LOST = """\
assessment:
  customer_assets:
    lost-customers:
      definition: Came every week, and not for a month
      owner: owner
      unit: people
      value: 37
      previous: 30
      breakdown:
        - {name: Moved away, value: 20, previous: 22}
        - {name: Waited too long, value: 17}
"""


def opened(site: Site, *said: str) -> str:
    """Return the page of the bakery with more in its file."""
    site.path.write_text(BAKERY + "".join(said), encoding="utf-8")
    return site.get(site.address + "/diagnosis/customer-assets").text


def form(html: str, metric: str) -> Sheet:
    """Return the form of a metric."""
    found = re.search(rf'<form id="form-{metric}".*?</form>', html, re.DOTALL)
    assert found
    return Sheet(found[0])


def asset(html: str, name: str) -> str:
    """Return what the board says of a metric."""
    board = html[html.index('class="board"') : html.index("</ul>", html.index('class="board"'))]
    tile = next(each for each in board.split("<li ") if f">{name}</a>" in each)
    return words("<li " + tile)


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_the_board_tells_value_and_change_in_words(site):
    assert asset(opened(site, LOST), "Lost customers") == (
        "Lost customers 37 people +7 worse before: 30"
        " Lost customers by reason Reason Value Change Moved away 20 \N{MINUS SIGN}2 better"
        " Waited too long 17"
        " Came every week, and not for a month Owner"
    )


def test_a_metric_of_which_nothing_is_said_is_blank(site):
    assert asset(opened(site), "Renewals") == (
        "Renewals No value yet How many of those who could renew did."
        " Not defined yet Nobody answers for it"
    )


def test_a_share_changes_by_points(site):
    more = 'assessment: {customer_assets: {renewals: {unit: "%", value: 91, previous: 88.5}}}\n'
    assert "91% +2.5 points better before: 88.5" in asset(opened(site, more), "Renewals")


def test_what_is_written_first_brings_the_assessment_into_the_file(site):
    sheet = form(opened(site), "renewals")
    said = sheet.said(definition="Came back within a week", owner="owner", value="91")
    answer = site.post(sheet.address, said)
    assert answer.status_code == 303
    assert answer.location.endswith("/diagnosis/customer-assets#of-renewals")
    assert site.path.read_text().endswith(
        "assessment:\n"
        "  customer_assets:\n"
        "    renewals:\n"
        "      definition: Came back within a week\n"
        "      owner: owner\n"
        "      value: 91\n"
    )


def test_the_form_alone_changes_nothing(site):
    sheet = form(opened(site, LOST), "lost-customers")
    assert site.post(sheet.address, sheet.said()).status_code == 303
    assert site.path.read_text() == BAKERY + LOST


@pytest.mark.parametrize(
    ("typed", "old", "new"),
    [
        ({"breakdown-1-value": "18"}, "value: 17", "value: 18"),
        ({"breakdown-0-name": "Moved"}, "Moved away", "Moved"),
        (
            {"breakdown-2-name": "Bread was stale", "breakdown-2-value": "3"},
            "value: 17}\n",
            "value: 17}\n        - {name: Bread was stale, value: 3}\n",
        ),
        (
            {"breakdown-0-name": "", "breakdown-0-value": "", "breakdown-0-previous": ""},
            "        - {name: Moved away, value: 20, previous: 22}\n",
            "",
        ),
        ({"out": "0"}, "        - {name: Moved away, value: 20, previous: 22}\n", ""),
    ],
)
def test_a_row_is_changed_added_and_taken_out(site, typed, old, new):
    sheet = form(opened(site, LOST), "lost-customers")
    assert site.post(sheet.address, {**sheet.said(), **typed}).status_code == 303
    assert site.path.read_text() == BAKERY + LOST.replace(old, new)


def test_a_new_row_sent_twice_is_added_once(site):
    """The rest of a row may be typed before the answer to its name has come."""
    sheet = form(opened(site, LOST), "lost-customers")
    site.post(sheet.address, {**sheet.said(), "breakdown-2-name": "Stale"})
    more = {"breakdown-2-name": "Stale", "breakdown-2-value": "3"}
    site.post(sheet.address, {**sheet.said(), **more})
    assert site.path.read_text().count("Stale") == 1
    assert "{name: Stale, value: 3}" in site.path.read_text()


def test_a_value_goes_to_no_other_row_where_somebody_put_one_before_it(site):
    sheet = form(opened(site, LOST), "lost-customers")
    inserted = LOST.replace("        - {name: M", "        - {name: Died}\n        - {name: M")
    site.path.write_text(BAKERY + inserted)
    answer = site.post(sheet.address, {**sheet.said(), "breakdown-1-previous": "9"})
    assert answer.status_code == 409
    assert "Yours Waited too long Theirs now Moved away" in words(answer.text)
    assert site.path.read_text() == BAKERY + inserted


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"value": "many"}, '"many" is not a number'),
        ({"breakdown-0-value": "many"}, '"many" is not a number'),
        ({"breakdown-2-value": "3"}, "Write what this row is about, or take it out."),
        ({"owner": "Nobody"}, "No role is called “Nobody”"),
    ],
)
def test_what_cannot_stand_is_told_beside_its_field(site, typed, told):
    sheet = form(opened(site, LOST), "lost-customers")
    answer = site.post(sheet.address, {**sheet.said(), **typed})
    assert answer.status_code == 422
    name = next(iter(typed)) if "2-value" not in str(typed) else "breakdown-2-name"
    note = answer.text[answer.text.index(f'id="note-lost-customers-{name}"') :]
    assert told in words(note[: note.index("</p>")])
    assert site.path.read_text() == BAKERY + LOST


def test_an_owner_is_named_by_the_title_of_the_role(site):
    sheet = form(opened(site, LOST), "renewals")
    site.post(sheet.address, sheet.said(owner="OWNER"))
    assert "    renewals:\n      owner: owner\n" in site.path.read_text()


def test_measures_that_count_the_same_in_their_own_ways_are_told_with_who_uses_them(site):
    two = '  churn: {name: Churn, unit: "%", better: lower}\n  gone: {name: Customers lost}\n'
    site.path.write_text(BAKERY.replace("headcount: 3", "measures: [churn]") + two)
    html = site.get(site.address + "/diagnosis/customer-assets").text
    assert "Counted in 2 ways" in asset(html, "Lost customers")
    told = words(html[html.index('id="disputed"') :])
    assert "Lost customers Churn in %, lower is better used by Counter" in told
    assert "Customers lost used by nobody" in told
    assert 'name="works_against"' in site.get(site.follow(html, "Customers lost")).text


def test_of_many_who_use_a_measure_the_first_functions_are_named(site):
    many = "".join(f"  f{n}: {{name: Oven {n}, measures: [churn]}}\n" for n in range(10))
    two = "  churn: {name: Churn, better: lower}\n  gone: {name: Customers lost}\n"
    site.path.write_text(BAKERY.replace("roles:\n", f"{many}roles:\n") + two)
    told = words(site.get(site.address + "/diagnosis/customer-assets").text)
    assert "used by Oven 0 , Oven 1 ," in told
    assert "Oven 7 and 2 more" in told


def test_a_measure_that_is_defined_twice_is_told(site):
    html = opened(site, '  again: {name: Mornings sold out by eight, unit: "%", target: 9}\n')
    told = words(html[html.index('id="disputed"') :])
    assert "“Mornings sold out by eight” is defined twice, with another target." in told


def test_the_rule_against_defining_twice_can_be_turned_off(site):
    twice = "  again: {name: Mornings sold out by eight}\nrules: {measure-defined-twice: off}\n"
    assert 'id="disputed"' not in opened(site, twice)


def test_no_address_holds_a_name_of_the_organisation(site):
    html = opened(site, LOST)
    addresses = " ".join(re.findall(r'(?:href|action|hx-post)="(/o/[^"]+)"', html))
    assert not re.search("owner|sold|baking", addresses)


def test_a_metric_that_there_is_not_is_not_found(site):
    opened(site)
    address = site.address + "/diagnosis/customer-assets/luck"
    assert site.post(address, {}).status_code == 404


def test_the_browser_is_sent_what_changed_of_the_page(site):
    sheet = form(opened(site), "renewals")
    answer = site.post(sheet.address, sheet.said(value="91"), HX_Request="true")
    assert answer.status_code == 200
    assert 'hx-target="#answers"' in answer.text
    assert "Saved. Renewals: value." in answer.text
    assert "<!doctype" not in answer.text


def test_a_value_that_stays_is_neither_better_nor_worse(site):
    more = "assessment: {customer_assets: {renewals: {value: 91, previous: 91}}}\n"
    assert asset(opened(site, more), "Renewals").startswith("Renewals 91 No change before: 91")

"""Many parts are listed a page at a time, found by their words, and named by them in forms."""

import re

import pytest

from tests.on_disk import on_disk
from tests.web.conftest import Site
from tests.web.parts.conftest import asked, blank, listed, opened, sheet, text
from tests.web.test_organisation import words


def test_many_parts_are_listed_a_page_at_a_time(crowd: Site):
    first = listed(crowd, "functions")
    second = crowd.get(crowd.follow(first, "Those after")).text

    assert "1 to 500 of 1,203" in words(first)
    assert "Stall 496 " in words(first)
    assert "Stall 497 " not in words(first)
    assert "Stall 497 " in words(second)
    assert crowd.get(crowd.follow(second, "Those before")).text.count('class="part"') == 500


def test_those_with_some_words_are_found(crowd: Site):
    found = crowd.get(f"{crowd.address}/parts/functions?q=stall+119").text

    assert found.count('class="part"') == 12  # 119, 1119 and 1190 to 1199
    assert "There are none with these words." in words(
        crowd.get(f"{crowd.address}/parts/functions?q=zeppelin").text
    )


def test_saving_leads_to_the_page_with_the_part(crowd: Site):
    link = crowd.follow(crowd.get(f"{crowd.address}/parts/functions?q=1100").text, "Stall 1100")
    form = sheet(crowd.get(link).text)

    answer = crowd.post(form.address, form.said(name="Stall of honour"))
    landed = crowd.get(answer.location).text

    assert "Stall of honour" in words(landed)
    assert "1,001 to 1,203" in words(landed)


def test_of_many_parts_one_is_named_by_its_words(crowd: Site):
    form = blank(crowd, "handoffs")
    assert '<select id="field-from"' not in form.html

    answer = crowd.post(form.address, {**form.said(), "from": "stall 7", "to": "  Stall   8 "})

    assert answer.status_code == 303
    assert re.search(r"from: stall-7\b.*to: stall-8\b", text(crowd), re.DOTALL)


def test_words_that_name_nothing_are_told_and_kept(crowd: Site):
    form, before = opened(crowd, "roles", "Owner"), text(crowd)

    answer = crowd.post(form.address, form.said(function="The moon"))

    assert answer.status_code == 422
    assert "No function is called “The moon”. Choose one from the list." in words(answer.text)
    assert sheet(answer.text).said()["function"] == ["The moon"]
    assert text(crowd) == before


def test_of_many_parts_several_are_ticked_or_named(crowd: Site):
    form = opened(crowd, "journey", "Buys bread")
    assert form.said()["functions"] == ["baking", "counter"]

    crowd.post(form.address, form.said(functions=["counter"], functions__more=["Stall 3", ""]))

    assert "functions: [counter, stall-3]" in text(crowd)


def test_words_among_several_that_name_nothing_are_kept(crowd: Site):
    form = opened(crowd, "journey", "Buys bread")

    answer = crowd.post(form.address, form.said(functions__more=["Stall 3", "The moon"]))
    again = sheet(answer.text).said()

    assert "No function is called “The moon”." in words(answer.text)
    assert again["functions"] == ["baking", "counter", "stall-3"]
    assert again["functions.more"][0] == "The moon"


@pytest.mark.parametrize(
    ("section", "title"),
    [("functions", "Counter"), ("roles", "Owner"), ("journey", "Buys"), ("handoffs", "Baking →")],
)
def test_a_form_over_many_parts_alone_changes_nothing(crowd: Site, section: str, title: str):
    form, before = opened(crowd, section, title), on_disk(crowd.path)

    assert crowd.post(form.address, form.said()).status_code == 303
    assert on_disk(crowd.path) == before


def test_a_removed_part_of_many_is_followed_by_one_named_by_its_words(crowd: Site):
    _, form = asked(crowd, "functions", "Baking")

    crowd.post(form.address, form.said(how="instead", instead="Stall 5"))

    assert "functions: [stall-5, counter]" in text(crowd)


def test_of_many_roles_a_new_one_is_made_once_asked(site: Site):
    many = "".join(f"  hand-{i}: {{title: Hand {i}}}\n" for i in range(300))
    site.path.write_text(text(site).replace("measures:\n  sold", f"{many}measures:\n  sold"))
    form = opened(site, "functions", "Bookkeeping")

    answer = site.post(form.address, form.said(accountable="Bookkeeper"))
    again = sheet(answer.text)
    assert "Make it a new role" in words(answer.text)
    site.post(again.address, again.said(make="accountable"))

    assert "accountable: bookkeeper" in text(site)
    assert "title: Bookkeeper" in text(site)

"""Ids can be changed: what refers to the part follows, in one step."""

import re

import pytest

from tests.on_disk import on_disk
from tests.web.conftest import Sheet, Site
from tests.web.parts.conftest import listed, opened, sheet, text
from tests.web.test_organisation import words


def id_of(site: Site, section: str, title: str) -> Sheet:
    """Return the form of the id of a part."""
    page = site.get(site.follow(listed(site, section), title)).text
    return sheet(site.get(site.follow(page, "Change…")).text)


@pytest.mark.parametrize(
    ("section", "title", "old"),
    [
        ("outcomes", "I never wait longer than two minutes", "quick"),
        ("functions", "Baking", "baking"),
        ("roles", "Owner", "owner"),
        ("measures", "Mornings sold out by eight", "sold-out"),
        ("journey", "Buys bread", "buys"),
        ("handoffs", "Baking → Counter", "oven-to-till"),
    ],
)
def test_every_reference_follows_and_nothing_else_changes(
    site: Site, section: str, title: str, old: str
):
    form, before = id_of(site, section, title), text(site)

    answer = site.post(form.address, form.said(id="renewed"))

    assert answer.status_code == 303
    assert text(site) == re.sub(rf"(?<![\w-]){old}(?![\w-])", "renewed", before)
    assert opened(site, section, title).address.endswith(answer.location.partition("#part-")[2])


def test_it_is_one_step_that_is_taken_back_to_the_byte(site: Site):
    form, before = id_of(site, "roles", "Owner"), text(site)
    site.post(form.address, form.said(id="proprietor"))
    html = listed(site, "roles")
    assert "Owner: id owner is now proprietor" in words(html)
    found = re.search(r'action="([^"]*/way)">.*?name="base" value="(\w+)"', html, re.DOTALL)
    assert found

    site.post(found[1], {"base": found[2], "way": "undo"})

    assert text(site) == before


def test_what_follows_is_said_beforehand(site: Site):
    page = site.get(site.follow(listed(site, "functions"), "Baking")).text

    said = words(site.get(site.follow(page, "Change…")).text)

    assert "2 functions report to it" in said
    assert "1 stage is served by it" in said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("counter", "Another function has this id, today or in a design. Choose another."),
        ("deli", "Another function has this id, today or in a design. Choose another."),
        ("the ovens", "without a space; write the-ovens."),
        ("", "This id is empty; write one."),
    ],
)
def test_an_id_that_cannot_be_is_told_beside_the_field(site: Site, typed: str, told: str):
    made = "      - {change: add, function: deli, name: Deli}\n"
    site.path.write_text(text(site).replace("assessment:", f"{made}assessment:"))
    form, before = id_of(site, "functions", "Baking"), text(site)

    answer = site.post(form.address, form.said(id=typed))

    assert answer.status_code == 422
    assert re.search(r'id="note-id" class="field-error">([^<]*)', answer.text)
    assert told in words(answer.text)
    assert sheet(answer.text).said()["id"] == [typed]
    assert text(site) == before


def test_no_outcome_is_called_desired(site: Site):
    form = id_of(site, "outcomes", "I never wait longer than two minutes")

    answer = site.post(form.address, form.said(id="desired"))

    assert answer.status_code == 422
    assert "“desired” stands for the outcome at the root." in words(answer.text)
    assert sheet(answer.text).address == form.address


def test_the_desired_customer_outcome_has_no_other_id(site: Site):
    page = site.get(site.follow(listed(site, "outcomes"), "Fresh bread every morning")).text
    address = sheet(page).address

    assert "Id in the file" not in words(page)
    assert site.get(f"{address}/id").status_code == 404


def test_the_same_id_changes_nothing(site: Site):
    form, before = id_of(site, "roles", "Owner"), on_disk(site.path)

    assert site.post(form.address, form.said()).status_code == 303
    assert on_disk(site.path) == before


def test_a_second_click_leads_to_the_list_too(site: Site):
    form = id_of(site, "roles", "Owner")

    answers = [site.post(form.address, form.said(id="boss")) for _ in range(2)]

    assert [one.status_code for one in answers] == [303, 303]
    assert answers[0].location == answers[1].location


def test_a_part_removed_meanwhile_is_told_of(site: Site):
    form = id_of(site, "handoffs", "Baking → Counter")
    site.path.write_text(re.sub(r"  oven-to-till.*\n", "", text(site)))

    answer = site.post(form.address, form.said(id="warm-bread"))

    assert answer.status_code == 409
    assert "warm-bread" in words(answer.text)

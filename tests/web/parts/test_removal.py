"""A part is removed with all that refers to it, once that is agreed to, and can be brought back."""

import re

from tests.web.conftest import Site
from tests.web.parts.conftest import asked, blank, listed, text
from tests.web.test_organisation import words


def test_removing_says_what_depends_on_the_part(site: Site):
    said, _ = asked(site, "functions", "Baking")

    assert "2 functions report to it" in said
    assert "1 hand-off starts there" in said
    assert "1 hand-off ends there" in said
    assert "1 stage is served by it" in said
    assert "What reports to it will report to nobody: it will stand at the top." in said
    assert "2 hand-offs cannot be without it and go too." in said


def test_removing_a_function_clears_what_refers_to_it(site: Site):
    _, form = asked(site, "functions", "Counter")

    answer = site.post(form.address, form.said(how="clear"))

    assert answer.status_code == 303
    now = text(site)
    assert "name: Counter" not in now
    assert "functions: [baking]" in now
    assert "handoffs: {}" in now
    assert "name: Ledger" in now
    assert "name: Shop" not in now
    assert "commitments: {baking: {time: 10}}" in now
    assert site.page().count("problem-list") == 0


def test_the_reports_of_a_removed_function_go_to_the_one_above(site: Site):
    site.path.write_text(
        text(site).replace("    name: Bookkeeping\n    reports_to: baking",
                           "    name: Bookkeeping\n    reports_to: counter")
    )  # fmt: skip
    _, form = asked(site, "functions", "Counter")

    site.post(form.address, form.said(how="clear"))

    assert "name: Bookkeeping\n    reports_to: baking" in text(site)


def test_another_part_takes_the_place_of_the_removed_one(site: Site):
    new = blank(site, "roles")
    site.post(new.address, new.said(title="Baker"))
    _, form = asked(site, "roles", "Owner")

    site.post(form.address, form.said(how="instead", instead="baker"))

    assert "owner" not in text(site)
    assert text(site).count("accountable: baker") == 5


def test_removing_an_outcome_keeps_those_under_it(site: Site):
    new = blank(site, "outcomes")
    site.post(new.address, new.said(statement="It is still warm", under="quick"))
    said, form = asked(site, "outcomes", "I never wait longer than two minutes")

    site.post(form.address, form.said(how="instead", instead="desired"))

    assert "1 outcome is part of it" in said
    assert re.search(r"  outcomes:\n    it-is-still-warm:", text(site))
    assert "quick" not in text(site)
    assert "also" not in text(site)  # the further outcome became the main one


def test_removing_asks_again_when_the_file_has_changed(site: Site):
    _, form = asked(site, "roles", "Owner")
    site.path.write_text(text(site).replace("Harbour Bakery", "Harbour Bakers"))
    before = text(site)

    answer = site.post(form.address, form.said(how="clear"))

    assert answer.status_code == 422
    assert "The file has changed meanwhile. Look again" in words(answer.text)
    assert text(site) == before


def test_a_removal_is_undone_to_the_byte(site: Site):
    before = text(site)
    _, form = asked(site, "functions", "Baking")
    site.post(form.address, form.said(how="clear"))
    html = listed(site, "functions")
    found = re.search(r'action="([^"]*/way)">.*?name="base" value="(\w+)"', html, re.DOTALL)
    assert found

    site.post(found[1], {"base": found[2], "way": "undo"})

    assert text(site) == before


def test_the_desired_customer_outcome_cannot_be_removed(site: Site):
    assert "Remove: Fresh bread" not in listed(site, "outcomes")

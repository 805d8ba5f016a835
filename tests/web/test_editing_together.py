"""A function that is edited in two places: merged, asked about, undone."""

import re

from tests.web.conftest import Site
from tests.web.test_editing import opened
from tests.web.test_organisation import words


def test_another_function_edited_elsewhere_is_merged(site: Site):
    form = opened(site)
    site.path.write_text(site.path.read_text().replace("name: Counter", "name: Shop"))

    answer = site.post(form.address, form.said(headcount="2"))

    assert answer.status_code == 303
    assert "name: Shop" in site.path.read_text()
    assert "headcount: 2" in site.path.read_text()


def test_another_field_of_the_same_function_is_merged(site: Site):
    first, second = opened(site), opened(site)

    site.post(first.address, first.said(outcome="quick"))
    site.post(second.address, second.said(contribution="Pays on the day"))

    text = site.path.read_text()
    assert re.search(r"alignment:\s*\{?\s*outcome: quick,?\s+contribution: Pays on the day", text)


def test_the_same_field_edited_elsewhere_shows_both_sides(site: Site):
    form = opened(site, "Counter")
    elsewhere = site.path.read_text().replace("Two tills from six to nine", "Three tills")
    site.path.write_text(elsewhere)

    answer = site.post(form.address, form.said(contribution="One till", headcount="9"))

    assert answer.status_code == 409
    assert "Yours One till Theirs now Three tills" in words(answer.text)
    assert site.form(answer.text).said()["headcount"] == ["9"]
    assert site.path.read_text() == elsewhere


def test_keeping_mine_is_saving_again(site: Site):
    form = opened(site, "Counter")
    site.path.write_text(site.path.read_text().replace("Two tills from six to nine", "Three tills"))
    asked = site.form(site.post(form.address, form.said(contribution="One till")).text)

    answer = site.post(asked.address, asked.said(keep="contribution"))

    assert answer.status_code == 303
    assert "contribution: One till" in site.path.read_text()


def test_taking_theirs_keeps_the_rest_of_mine(site: Site):
    form = opened(site, "Counter")
    site.path.write_text(site.path.read_text().replace("Two tills from six to nine", "Three tills"))
    said = form.said(contribution="One till", headcount="9")
    asked = site.form(site.post(form.address, said).text)

    site.post(asked.address, asked.said(take="contribution"))

    assert "contribution: Three tills" in site.path.read_text()
    assert "headcount: 9" in site.path.read_text()


def test_the_same_change_made_by_both_is_no_conflict(site: Site):
    form = opened(site, "Counter")
    site.path.write_text(site.path.read_text().replace("Two tills from six to nine", "Three tills"))

    answer = site.post(form.address, form.said(contribution="Three tills"))

    assert answer.status_code == 303


def test_a_file_broken_meanwhile_keeps_what_was_typed(site: Site):
    form = opened(site)
    broken = site.path.read_text().replace("outcome: quick,", "outcome: quik,")
    site.path.write_text(broken)

    answer = site.post(form.address, form.said(contribution="Pays on the day"))

    assert answer.status_code == 409
    assert "has problems at the moment, so nothing was saved" in words(answer.text)
    assert site.form(answer.text).said()["contribution"] == ["Pays on the day"]
    assert site.path.read_text() == broken


def test_a_function_removed_meanwhile_leaves_what_was_typed_on_the_page(site: Site):
    form = opened(site)
    text = site.path.read_text()
    site.path.write_text(text[: text.index("  books:")] + text[text.index("roles:") :])

    answer = site.post(form.address, form.said(contribution="Pays on the day"))

    assert answer.status_code == 409
    assert "no longer in the file" in words(answer.text)
    assert "Pays on the day" in words(answer.text)


def test_the_last_change_is_undone_and_made_again(site: Site):
    form, before = opened(site, "Counter"), site.path.read_text()
    site.post(form.address, form.said(headcount="5"))
    after = site.path.read_text()

    undo(site, "undo")
    assert site.path.read_text() == before
    assert "Undone: Counter: headcount" in words(site.page())

    undo(site, "redo")
    assert site.path.read_text() == after


def undo(site: Site, way: str) -> None:
    page = site.page()
    found = re.search(
        rf'<form method="post" action="([^"]*/{way}\?[^"]*)".*?value="(\w+)"', page, re.S
    )
    assert found
    answer = site.post(found[1].replace("&amp;", "&"), {"base": found[2]})
    assert answer.status_code == 303


def test_an_edit_made_elsewhere_is_a_version_too(site: Site):
    site.page()
    before = site.path.read_text()
    site.path.write_text(before.replace("Fresh bread", "Warm bread"))
    site.page()

    undo(site, "undo")

    assert site.path.read_text() == before


def test_undo_is_for_those_who_have_seen_what_they_undo(site: Site):
    form = opened(site, "Counter")
    site.post(form.address, form.said(headcount="5"))
    page = site.page()
    found = re.search(r'action="([^"]*/undo\?[^"]*)".*?value="(\w+)"', page, re.DOTALL)
    assert found
    now = site.path.read_text().replace("Fresh bread", "Warm bread")
    site.path.write_text(now)

    site.post(found[1], {"base": found[2]})

    assert site.path.read_text() == now

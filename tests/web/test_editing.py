"""What people decide in a form is in the file, and what they typed survives every error."""

import re

import pytest

from tests.on_disk import on_disk
from tests.web.conftest import Sheet, Site
from tests.web.test_live import parts
from tests.web.test_organisation import words


def opened(site: Site, function: str = "Bookkeeping") -> Sheet:
    """Return the form of a function, with all its fields."""
    link = site.follow(site.page(), function).partition("#")[0]
    return site.form(site.get(f"{link}&more=1").text)


def changed(site: Site, before: str) -> list[str]:
    """Return the lines of the file that are new."""
    old = before.splitlines()
    return [line for line in site.path.read_text().splitlines() if line not in old]


def test_a_plain_form_is_saved_and_leads_back_to_its_function(site: Site):
    form, before = opened(site), site.path.read_text()

    answer = site.post(form.address, form.said(outcome="quick", contribution="Pays on the day"))

    assert answer.status_code == 303
    [new] = changed(site, before)
    assert new.strip() == "alignment: {outcome: quick, contribution: Pays on the day}"
    assert "Pays on the day" in site.get(str(answer.location)).text


def test_only_what_was_changed_is_written(site: Site):
    form, before = opened(site, "Counter"), site.path.read_text()

    site.post(form.address, form.said(headcount="5"))

    assert site.path.read_text() == before.replace("headcount: 3", "headcount: 5")


def test_a_form_that_changes_nothing_leaves_the_file_alone(site: Site):
    form, before = opened(site, "Counter"), on_disk(site.path)

    answer = site.post(form.address, form.said())

    assert answer.status_code == 303
    assert on_disk(site.path) == before


def test_to_htmx_the_parts_that_changed_are_answered(site: Site):
    form = opened(site)

    answer = site.post(form.address, form.said(accountable="owner"), HX_Request="true")

    assert answer.status_code == 200
    assert {"bars", "gaps", "next-gap", "after-sheet", "panel", "place", "way"} <= set(
        parts(answer.text)
    )
    assert "Saved. Bookkeeping: accountable role." in words(answer.text)


def test_a_new_outcome_is_written_on_the_spot(site: Site):
    form = opened(site)

    site.post(
        form.address,
        form.said(outcome="+", outcome__new="I'm paid back at once", outcome__under="quick"),
    )

    text = site.path.read_text()
    assert re.search(
        r"quick:\n.*?outcomes:\n\s+im-paid-back-at-once:\n?.*I'm paid back at once", text, re.DOTALL
    )
    assert "outcome: im-paid-back-at-once" in text


def test_a_new_role_is_made_by_its_title_and_only_once(site: Site):
    for function in ("Bookkeeping", "Counter"):
        form = opened(site, function)
        site.post(form.address, form.said(accountable="+", accountable__new="Köchin der Nacht"))

    text = site.path.read_text()
    assert text.count("Köchin der Nacht") == 1
    assert text.count("accountable: köchin-der-nacht") == 2


def test_a_new_part_without_words_is_asked_for(site: Site):
    form, before = opened(site), site.path.read_text()

    answer = site.post(form.address, form.said(accountable="+", contribution="Pays"))

    assert answer.status_code == 422
    assert "Write the title of the new role" in words(answer.text)
    assert site.form(answer.text).said()["contribution"] == ["Pays"]
    assert site.path.read_text() == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            {"headcount": "twelve"},
            "“twelve” is not a number here".replace("“", '"').replace("”", '"'),
        ),
        ({"headcount": "-2"}, "-2 is too small; write 0 or more."),
        ({"cost": "1,200"}, "write it without separators: 1200."),
        ({"name": " "}, '"name" is empty; write something in it.'),
        ({"link": "sideways"}, '"sideways" is not known here'),
        ({"outcome": "gone"}, "That outcome is no longer in the file. Choose another."),
        ({"measures": ["gone"]}, "That measure is no longer in the file. Choose another."),
    ],
)
def test_what_cannot_stand_is_said_beside_its_field_with_all_that_was_typed(
    site: Site, typed: dict[str, str | list[str]], told: str
):
    form, before = opened(site), site.path.read_text()

    answer = site.post(form.address, form.said(contribution="Typed with care", **typed))

    assert answer.status_code == 422
    [name] = typed
    note = re.search(rf'id="note-{name}" class="field-error">(.*?)</p>', answer.text)
    assert note
    assert told in words(note[1]).replace("&#34;", '"')
    assert site.form(answer.text).said()["contribution"] == ["Typed with care"]
    assert site.path.read_text() == before


def test_a_refusal_comes_to_htmx_with_its_status(site: Site):
    form = opened(site)

    answer = site.post(form.address, form.said(headcount="many"), HX_Request="true")

    assert answer.status_code == 422
    assert "panel" in parts(answer.text)
    assert 'aria-invalid="true"' in answer.text


def test_fields_that_the_form_does_not_have_are_not_taken(site: Site):
    form, before = opened(site), site.path.read_text()

    said = form.said(work="coach", holder="Me", was__work="", was__holder="")
    site.post(form.address, {**said, "was.designs": "", "designs": "x"})

    assert site.path.read_text() == before


def test_a_second_click_saves_once(site: Site):
    form = opened(site)
    said = form.said(accountable="+", accountable__new="Bookkeeper")

    first, second = site.post(form.address, said), site.post(form.address, said)

    assert (first.status_code, second.status_code) == (303, 303)
    assert site.path.read_text().count("Bookkeeper") == 1
    assert site.page().count("Undo: Bookkeeping: accountable role") == 1


def test_the_next_gap_is_a_link_away_and_starts_with_what_is_missing(site: Site):
    page = site.page()
    assert "1 of 3 functions has no customer outcome" in words(page)

    link = site.follow(page, "Next gap")
    gap = site.get(link).text

    assert link.endswith("#field-outcome")
    assert re.search(r'<select id="field-outcome"[^>]* data-missing', gap)
    assert "Next gap" not in words(gap)  # there is no other


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec_Fetch_Site": "cross-site"}, {"Origin": ""}]
)
def test_other_sites_cannot_send_a_form(site: Site, headers: dict[str, str]):
    form, before = opened(site), site.path.read_text()

    answer = site.post(form.address, form.said(headcount="7"), **headers)

    assert answer.status_code == 403
    assert site.path.read_text() == before

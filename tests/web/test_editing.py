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

"""Eleven questions: people answer, the file says it, and the machine only shows what is there."""

import re
from datetime import date

import pytest

from tests.on_disk import on_disk
from tests.web.conftest import BAKERY, Sheet, Site
from tests.web.test_organisation import words

ANSWERED = """\
assessment:
  chief_customer_officer:
    clarity: {answer: yes, who: owner, note: On the wall, date: 2025-11-03}
    metrics: {answer: no}
"""


def address(site: Site) -> str:
    return f"{site.address}/diagnosis/chief-customer-officer"


def shown(site: Site, said: str = "") -> str:
    return site.get(address(site) + said).text


def sheet(site: Site, question: str) -> Sheet:
    """Return the form of a question."""
    found = re.search(rf'<form id="form-{question}".*?</form>', shown(site), re.DOTALL)
    assert found
    return Sheet(found[0])


def standing(site: Site) -> str:
    found = re.search(r'<section id="standing".*?</section>', shown(site), re.DOTALL)
    assert found
    return words(found[0])


def evidence(site: Site, question: str, said: str = "") -> str:
    item = shown(site, said).partition(f'<li id="question-{question}"')[2]
    return item.partition('<li id="question-')[0].partition("What the file shows")[2]


@pytest.fixture
def answered(site: Site) -> Site:
    """The bakery, with two of the questions answered."""
    site.path.write_text(BAKERY + ANSWERED)
    return site


def test_a_form_alone_changes_nothing(answered: Site):
    form, before = sheet(answered, "clarity"), on_disk(answered.path)
    assert answered.post(form.address, form.said()).status_code == 303
    assert on_disk(answered.path) == before


def test_the_first_answer_brings_the_assessment_to_the_end_of_the_file(site: Site):
    form = sheet(site, "told")

    answer = site.post(form.address, form.said(answer="no", who="owner", note="Not yet: soon"))

    assert answer.status_code == 303
    assert answer.location.endswith("/diagnosis/chief-customer-officer#question-told")
    assert site.path.read_text() == (
        BAKERY
        + "assessment:\n  chief_customer_officer:\n    told:\n"
        + "      answer: false\n      who: owner\n      note: 'Not yet: soon'\n"
    )


@pytest.mark.parametrize(
    ("typed", "old", "new"),
    [
        ({"answer": "no"}, "answer: yes", "answer: false"),
        ({"answer": ""}, "{answer: yes, who", "{who"),
        ({"note": "On every wall"}, "On the wall", "On every wall"),
        ({"who": ""}, "who: owner, ", ""),
    ],
)
def test_an_answer_changes_just_that(answered: Site, typed: dict[str, str], old: str, new: str):
    form = sheet(answered, "clarity")
    assert answered.post(form.address, form.said(**typed)).status_code == 303
    assert answered.path.read_text() == BAKERY + ANSWERED.replace(old, new)


def test_an_answer_that_is_cleared_goes_from_the_file(answered: Site):
    form = sheet(answered, "metrics")
    answered.post(form.address, form.said(answer=""))
    assert answered.path.read_text() == BAKERY + ANSWERED.replace("    metrics: {answer: no}\n", "")


def test_the_date_of_today_is_offered_and_written_only_when_asked_for(site: Site):
    form = sheet(site, "told")
    assert "Save with today" in form.html

    site.post(form.address, form.said(answer="yes", today="1"))

    assert f"date: '{date.today().isoformat()}'" in site.path.read_text()
    assert "Save with today" not in sheet(site, "told").html


def test_the_answers_stand_are_missing_or_are_open(answered: Site):
    said = standing(answered)
    assert "What stands 1 1. Does somebody make clear" in said
    assert "Owner · 2025-11-03 On the wall What is missing 1 4. Are there a few" in said
    assert "Still open 9" in said


def test_the_choices_and_the_five_years_are_told(site: Site):
    said = standing(site)
    for words_of in ("The areas share it", "An existing leader takes it on", "A dedicated role"):
        assert words_of in said
    assert "a journey of about five years" in said


def test_evidence_leads_to_the_forms_of_what_lacks_it(site: Site):
    found = evidence(site, "alignment")
    assert "2 of 3 functions serve an outcome." in words(found)
    assert "Bookkeeping" in site.get(site.follow(found, "Bookkeeping")).text


def test_of_many_places_the_first_are_shown_and_the_others_a_link_away(site: Site):
    more = "".join(f"  f{number}: {{name: Stall {number}}}\n" for number in range(1, 21))
    site.path.write_text(BAKERY.replace("roles:\n", f"{more}roles:\n"))

    few = evidence(site, "alignment")

    assert "Stall 5" in few
    assert "Stall 6" not in few
    query = site.follow(few, "Show all 21").partition("chief-customer-officer")[2]
    assert "Stall 20" in evidence(site, "alignment", query)


def test_a_role_that_is_not_in_the_file_is_told_beside_the_field(site: Site):
    form = sheet(site, "told")

    answer = site.post(form.address, form.said(who="Mayor"))

    assert answer.status_code == 422
    assert "No role is called “Mayor”. Choose one of the list." in words(answer.text)
    assert 'value="Mayor"' in answer.text
    assert site.path.read_text() == BAKERY


def test_what_two_people_answered_is_shown_with_both_sides(answered: Site):
    form = sheet(answered, "clarity")
    answered.path.write_text(BAKERY + ANSWERED.replace("On the wall", "In the window"))

    answer = answered.post(form.address, form.said(note="On the door"))

    assert answer.status_code == 409
    assert "Yours On the door Theirs now In the window" in words(answer.text)
    assert "In the window" in answered.path.read_text()


def test_as_one_goes_the_answers_come_back_with_how_they_stand(site: Site):
    form = sheet(site, "told")

    answer = site.post(form.address, form.said(answer="yes"), HX_Request="true")

    assert 'hx-target="#answers"' in answer.text
    assert "What stands 1 10. Are achievements told" in words(answer.text)
    assert "Saved. Chief customer officer, question 10: answer." in answer.text


def test_a_list_shown_whole_stays_so_while_one_answers(site: Site):
    form = re.search(r'<form id="form-told".*?</form>', shown(site, "?all=clarity"), re.DOTALL)
    assert form
    answer = site.post(Sheet(form[0]).address, Sheet(form[0]).said(answer="yes"))
    assert answer.location.endswith("chief-customer-officer?all=clarity#question-told")


def test_a_form_with_some_of_the_fields_changes_those(answered: Site):
    address = sheet(answered, "clarity").address
    answered.post(address, {"was.note": "On the wall", "note": "On the door"})
    assert answered.path.read_text() == BAKERY + ANSWERED.replace("the wall", "the door")


def test_each_question_stands_on_the_page_once(site: Site):
    numbers = re.findall(r"<h3>(\d+)\. ", shown(site))
    assert numbers == [str(number) for number in range(1, 12)]


def test_what_is_no_question_is_not_found(site: Site):
    assert site.post(f"{address(site)}/anything", {}).status_code == 404


def test_a_refused_answer_comes_back_as_one_goes(site: Site):
    form = sheet(site, "told")
    answer = site.post(form.address, form.said(who="Mayor"), HX_Request="true")
    assert answer.status_code == 422
    assert "No role is called" in words(answer.text)
    assert "Not saved. Look at what is marked." in answer.text


def test_while_the_file_has_problems_nothing_is_lost(site: Site):
    form = sheet(site, "told")
    site.path.write_text(BAKERY.replace("name: Counter", "nme: Counter"))

    answer = site.post(form.address, form.said(note="Tell the street"))

    assert answer.status_code == 409
    assert "has problems at the moment, so nothing was saved" in words(answer.text)
    assert "Tell the street</textarea>" in answer.text


@pytest.mark.parametrize("page", ["chief-customer-officer", "power-core"])
def test_a_file_that_was_never_good_leads_to_its_problems(site: Site, page: str):
    site.path.write_text("organization: Harbour Bakery\n")
    answer = site.get(f"{site.address}/diagnosis/{page}")
    assert (answer.status_code, answer.location) == (303, site.address)

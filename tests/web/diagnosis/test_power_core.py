"""The power core: six questions, a tally in which every answer can be found, and a mark."""

import re

from tests.on_disk import on_disk
from tests.web.conftest import BAKERY, Sheet, Site
from tests.web.test_organisation import words

ANSWERED = """\
assessment:
  power_core: {success: product, strengths: product, leaders: sales}
"""


def address(site: Site) -> str:
    return f"{site.address}/diagnosis/power-core"


def sheet(site: Site) -> Sheet:
    found = re.search(r'<form id="form-core".*?</form>', site.get(address(site)).text, re.DOTALL)
    assert found
    return Sheet(found[0])


def tally(site: Site) -> str:
    found = re.search(r'<section id="tally".*?</section>', site.get(address(site)).text, re.DOTALL)
    assert found
    return found[0]


def written(site: Site, text: str) -> Site:
    site.path.write_text(BAKERY + text)
    return site


def test_the_form_alone_changes_nothing(site: Site):
    form, before = sheet(written(site, ANSWERED)), on_disk(site.path)
    assert site.post(form.address, form.said()).status_code == 303
    assert on_disk(site.path) == before


def test_the_first_answer_brings_the_assessment_to_the_end_of_the_file(site: Site):
    form = sheet(site)
    assert site.post(form.address, form.said(stars="customer")).status_code == 303
    assert site.path.read_text() == (BAKERY + "assessment:\n  power_core:\n    stars: customer\n")


def test_an_answer_changes_just_that(site: Site):
    form = sheet(written(site, ANSWERED))
    site.post(form.address, form.said(leaders="product"))
    assert site.path.read_text() == BAKERY + ANSWERED.replace("sales", "product")


def test_an_answer_that_is_cleared_goes_from_the_file(site: Site):
    form = sheet(written(site, ANSWERED))
    site.post(form.address, form.said(leaders=""))
    assert site.path.read_text() == BAKERY + ANSWERED.replace(", leaders: sales", "")


def test_every_counted_answer_is_told_and_leads_to_its_question(site: Site):
    found = tally(written(site, ANSWERED))
    assert "So far Product leads, with 2 of 3 answers. 3 questions are still open." in (
        words(found)
    )
    assert "Sales 1 of 6 Where did its leaders come from? The field: they carried a quota" in (
        words(found)
    )
    assert site.follow(found, "How is success defined?") == "#core-success"
    assert 'id="core-success"' in site.get(address(site)).text


def test_how_to_work_with_those_that_lead_stands_first(site: Site):
    found = words(tally(written(site, ANSWERED)))
    assert "Product Most answers point here Talk of customers as users" in found
    assert found.index("Talk of customers as users") < found.index("Speak its language")


def test_the_questions_that_are_open_are_a_link_away(site: Site):
    found = tally(written(site, ANSWERED)).partition("Not answered yet")[2]
    assert site.follow(found, "What do its stars have?") == "#core-stars"
    assert "How is success defined?" not in found


def test_the_function_where_it_sits_is_marked_on_the_chart_of_today(site: Site):
    form = sheet(site)
    assert site.post(form.address, form.said(function="Counter")).status_code == 303
    assert site.path.read_text() == BAKERY + "assessment:\n  power_core_function: counter\n"

    chart = site.get(site.follow(tally(site), "the chart of today")).text

    assert "<title>Counter. Power core." in chart
    assert chart.count(">Power core</text>") == 1
    assert '<h2 id="panel-heading" tabindex="-1">Counter</h2>' in chart


def test_a_function_that_is_not_in_the_file_is_told_beside_the_field(site: Site):
    form = sheet(site)

    answer = site.post(form.address, form.said(function="Mill", stars="sales"))

    assert answer.status_code == 422
    assert "No function is called “Mill”. Choose one of the list." in words(answer.text)
    assert site.path.read_text() == BAKERY


def test_as_one_goes_the_answers_come_back_with_where_they_point(site: Site):
    form = sheet(site)
    answer = site.post(form.address, form.said(stars="sales"), HX_Request="true")
    assert 'hx-target="#answers"' in answer.text
    assert "So far Sales leads, with 1 of 1 answers." in words(answer.text)
    assert "Saved. Power core: What do its stars have?" in answer.text

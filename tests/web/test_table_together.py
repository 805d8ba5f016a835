"""Two people in one table: both sides of a cell, and rows that change elsewhere."""

import re

from werkzeug.test import TestResponse

from tests.web.conftest import Site
from tests.web.test_live import parts
from tests.web.test_organisation import words
from tests.web.test_table import names, row, table, text


def test_a_cell_edited_elsewhere_shows_both_sides(site: Site):
    one = row(table(site), "Counter")
    site.path.write_text(text(site).replace("Two tills from six to nine", "Three tills"))

    answer = site.post(one.address, one.said(contribution="One till"))

    assert answer.status_code == 409
    assert "Theirs now: Three tills" in words(answer.text)
    mine = row(answer.text, "Counter")
    assert mine.said()["contribution"] == ["One till"]
    site.post(mine.address, mine.said(keep="contribution"))
    assert "One till" in text(site)


def test_theirs_can_be_taken(site: Site):
    one = row(table(site), "Counter")
    site.path.write_text(text(site).replace("Two tills from six to nine", "Three tills"))
    both = row(site.post(one.address, one.said(contribution="One till")).text, "Counter")

    assert site.post(both.address, both.said(take="contribution")).status_code == 303
    assert "Three tills" in text(site)


def test_a_file_broken_meanwhile_keeps_what_was_typed(site: Site):
    one = row(table(site), "Counter")
    site.path.write_text(text(site).replace("reports_to: baking", "reports_to: backing"))

    answer = site.post(one.address, one.said(contribution="One till"))

    assert answer.status_code == 409
    assert "has problems at the moment" in words(answer.text)
    assert row(answer.text, "Counter").said()["contribution"] == ["One till"]


def test_a_function_removed_meanwhile_leaves_what_was_typed_on_the_page(site: Site):
    one = row(table(site), "Bookkeeping")
    before = text(site)
    site.path.write_text(before[: before.index("  books:")] + before[before.index("roles:") :])

    answer = site.post(one.address, one.said(contribution="Pays on the day"))

    assert answer.status_code == 409
    assert "Pays on the day" in words(answer.text)


def asked(site: Site, html: str, query: str = "") -> TestResponse:
    """Ask as the open page does for what is new."""
    stamps = re.findall(r'<tr id="r-(\w+)" data-stamp="(\w+)"', html)
    shown = dict(re.findall(r'<input type="hidden" name="(version|offers)" value="(\w+)">', html))
    said = {**shown, "rows": " ".join(f"{key}.{stamp}" for key, stamp in stamps)}
    return site.post(f"{site.address}/table/live{query}", said, HX_Request="true")


def test_an_open_table_is_told_nothing_while_nothing_changes(site: Site):
    answer = asked(site, table(site))

    assert (answer.status_code, answer.data) == (204, b"")


def test_an_open_table_gets_the_row_that_was_changed_elsewhere(site: Site):
    html = table(site)
    site.path.write_text(text(site).replace("Two tills from six to nine", "Three tills"))

    answer = asked(site, html).text

    assert names(answer) == ["Counter"]
    assert row(answer, "Counter").said()["was.contribution"] == ["Three tills"]
    assert "bakery.yaml changed; the table shows it." in answer
    assert "offers" not in parts(answer)  # they are as they were


def test_an_open_table_gets_each_row_whose_words_changed(site: Site):
    html = table(site)
    site.path.write_text(text(site).replace("title: Owner", "title: Master baker"))

    answer = asked(site, html).text

    assert names(answer) == ["Baking", "Counter"]
    assert "offers" in parts(answer)


def test_a_new_function_comes_after_the_row_above_it(site: Site):
    html = table(site)
    site.path.write_text(text(site).replace("  books:", "  van: {name: Delivery}\n  books:"))

    answer = asked(site, html).text

    counter = row(html, "Counter").address.rpartition("/")[2]
    assert f'hx-target="#r-{counter}" hx-swap="afterend"' in answer
    assert names(answer) == ["Delivery"]


def test_a_function_that_is_gone_leaves_the_open_table(site: Site):
    html, before = table(site), text(site)
    site.path.write_text(before[: before.index("  books:")] + before[before.index("roles:") :])

    answer = asked(site, html).text

    books = row(html, "Bookkeeping").address.rpartition("/")[2]
    assert f'hx-target="#r-{books}" hx-swap="delete"' in answer
    assert names(answer) == []


def test_a_row_that_was_asked_for_is_told_though_it_would_not_be_found_now(site: Site):
    html = table(site, "?q=tills")
    site.path.write_text(text(site).replace("Two tills from six to nine", "Sells"))

    assert names(asked(site, html, "?q=tills").text) == ["Counter"]

"""The table of functions: words for ids, one row a form, sorted and filtered by plain links."""

import re

import pytest

from tests.on_disk import on_disk
from tests.web.conftest import Sheet, Site
from tests.web.test_live import parts
from tests.web.test_organisation import words


def table(site: Site, query: str = "") -> str:
    return site.get(f"{site.address}/table{query}").text


class Row(Sheet):
    """A row as its fields, which name the form that stands in its head."""


def row(html: str, function: str) -> Row:
    rows = re.findall(r'<tr id="r-.*?</tr>', html, re.DOTALL)
    return Row(next(one for one in rows if f">{function}</a>" in one))


def names(html: str) -> list[str]:
    return re.findall(r'<a id="l-\w+" href="[^"]*">(.*?)</a>', html)


def text(site: Site) -> str:
    return site.path.read_text()


def test_each_function_is_a_row_in_words(site: Site):
    said = row(table(site), "Counter").said()

    assert said["outcome"] == ["I never wait longer than two minutes"]
    assert said["contribution"] == ["Two tills from six to nine"]
    assert said["accountable"] == ["Owner"]
    assert said["measures"] == [""]


def test_the_rows_of_a_page_have_one_word_that_tells_their_forms_apart(site: Site):
    of_rows = r'name="submission" value="([^"&]+)">'
    here, there = (re.findall(of_rows, table(site)) for _ in range(2))

    assert len({*here} - {f"{here[0]}-new"}) == 1
    assert here[0] != there[0]
    assert table(site).count('name="submission"') == len(here)


def test_a_row_saves_just_what_was_changed(site: Site):
    one, before = row(table(site), "Counter"), text(site)

    answer = site.post(one.address, one.said(contribution="Three tills"))

    assert answer.status_code == 303
    assert "#r-" in str(answer.location)
    assert text(site) == before.replace("Two tills from six to nine", "Three tills")


def test_a_row_as_it_is_changes_nothing(site: Site):
    one, before = row(table(site), "Baking"), on_disk(site.path)

    assert site.post(one.address, one.said()).status_code == 303
    assert on_disk(site.path) == before


def test_words_are_taken_for_the_part_that_they_name(site: Site):
    one = row(table(site), "Bookkeeping")

    site.post(
        one.address,
        one.said(
            outcome="i never wait  longer than two minutes",
            contribution="Pays on the day",
            accountable="owner",
            measures="Mornings sold out by eight",
        ),
    )

    books = text(site).partition("  books:")[2].partition("roles:")[0]
    assert "outcome: quick" in books
    assert "accountable: owner" in books
    assert "measures: [sold-out]" in books


def test_a_cell_left_empty_takes_the_reference_out(site: Site):
    one = row(table(site), "Counter")

    site.post(one.address, one.said(accountable=""))

    counter = text(site).partition("  counter:")[2].partition("  books:")[0]
    assert "accountable" not in counter


def test_the_first_measure_changes_and_those_after_it_stay(site: Site):
    site.path.write_text(
        text(site).replace("[sold-out]\n    headcount", "[sold-out, queue]\n    headcount")
        + "  queue: {name: Queue}\n  smell: {name: Smell}\n"
    )
    one = row(table(site), "Baking")

    site.post(one.address, one.said(measures="Smell"))

    assert "measures: [smell, queue]\n    headcount" in text(site)


def test_an_outcome_is_not_served_twice(site: Site):
    one = row(table(site), "Baking")

    site.post(one.address, one.said(outcome="I never wait longer than two minutes"))

    assert "{outcome: quick, contribution: Bakes twice a night, link: direct}" in text(site)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("outcome", "No outcome says this."),
        ("accountable", "No role has this title."),
        ("measures", "No measure is called this."),
    ],
)
def test_unknown_words_are_said_beside_their_cell_and_can_be_made(site: Site, cell: str, told: str):
    one, before = row(table(site), "Bookkeeping"), text(site)

    answer = site.post(one.address, one.said(contribution="Pays", **{cell: "Brand new"}))

    assert answer.status_code == 422
    assert told in words(answer.text)
    assert text(site) == before
    mend = row(answer.text, "Bookkeeping")
    assert mend.said()[cell] == ["Brand new"]
    assert mend.said()["contribution"] == ["Pays"]
    assert site.post(mend.address, mend.said(make=cell)).status_code == 303
    assert text(site).count("Brand new") == 1
    assert row(table(site), "Bookkeeping").said()[cell] == ["Brand new"]


def test_parts_with_the_same_words_are_told_apart(site: Site):
    site.path.write_text(text(site) + "  again: {name: mornings sold  out by eight}\n")
    one = row(table(site), "Bookkeeping")

    site.post(one.address, one.said(measures="mornings sold out by eight (again)"))

    assert "measures: [again]" in text(site)


def test_to_htmx_the_row_is_answered(site: Site):
    one = row(table(site), "Bookkeeping")

    answer = site.post(one.address, one.said(accountable="Owner"), HX_Request="true")

    assert answer.status_code == 200
    assert {"status", "counts", "way-line"} <= set(parts(answer.text))
    assert "Saved. Bookkeeping: accountable role." in words(answer.text)
    assert row(answer.text, "Bookkeeping").said()["was.accountable"] == ["owner"]


def test_a_refused_row_is_answered_with_what_was_typed(site: Site):
    one = row(table(site), "Bookkeeping")

    answer = site.post(one.address, one.said(accountable="Nobody"), HX_Request="true")

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert row(answer.text, "Bookkeeping").said()["accountable"] == ["Nobody"]


def test_a_second_click_saves_once(site: Site):
    one = row(table(site), "Bookkeeping")
    said = one.said(accountable="Ledger keeper", make="accountable")

    assert [site.post(one.address, said).status_code for _ in range(2)] == [303, 303]
    assert text(site).count("Ledger keeper") == 1


def test_rows_of_one_page_are_saved_one_after_the_other(site: Site):
    html = table(site)

    for function in ("Baking", "Counter", "Bookkeeping"):
        one = row(html, function)
        assert site.post(one.address, one.said(contribution="New")).status_code == 303

    assert text(site).count("contribution: New") == 3


def test_only_those_with_gaps_or_with_a_text_are_shown(site: Site):
    assert names(table(site, "?gaps=1")) == ["Bookkeeping"]
    assert names(table(site, "?q=tills+OWNER")) == ["Counter"]
    assert names(table(site, "?q=nothing+of+it")) == []


def test_columns_are_sorted_by_links(site: Site):
    by_name = site.get(site.follow(table(site), "Function")).text
    back = site.get(site.follow(by_name, "Function")).text

    assert names(by_name) == ["Baking", "Bookkeeping", "Counter"]
    assert 'aria-sort="ascending"' in by_name
    assert names(back) == ["Counter", "Bookkeeping", "Baking"]
    assert names(table(site, "?sort=contribution"))[-1] == "Bookkeeping"  # nothing comes last


def test_what_is_shown_stays_after_a_save(site: Site):
    one = row(table(site, "?q=counter&sort=name"), "Counter")

    answer = site.post(one.address, one.said(contribution="One till at the counter"))

    assert "?q=counter&sort=name#r-" in str(answer.location)


def test_the_last_change_is_undone_in_the_table(site: Site):
    before, one = text(site), row(table(site), "Counter")
    site.post(one.address, one.said(contribution="One till"))
    html = table(site)
    base = re.search(r'name="base" value="(\w+)"', html)
    assert base

    answer = site.post(f"{site.address}/table", {"base": base[1], "way": "undo"})

    assert answer.status_code == 303
    assert text(site) == before


def test_hundreds_of_rows_share_what_they_offer(site: Site):
    many = range(300)
    site.path.write_text(
        "organization: Large\noutcome: {statement: Better}\nfunctions:\n"
        + "".join(f"  f{n}: {{name: Function {n}, accountable: r{n}}}\n" for n in many)
        + "roles:\n"
        + "".join(f"  r{n}: {{title: Role {n}}}\n" for n in many)
    )

    html = table(site)

    assert len(names(html)) == 300
    assert len(html) < 300 * 2000
    assert html.count('<option value="Role 7">') == 1


def test_the_table_and_the_parts_are_a_link_away_from_the_charts(site: Site):
    page = site.page()

    assert "All functions" in words(site.get(site.follow(page, "Table")).text)
    assert "Add an outcome" in words(site.get(site.follow(page, "Everything in the file")).text)

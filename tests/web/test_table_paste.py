"""Cells from a spreadsheet, a new row and another name, in the table of functions."""

from __future__ import annotations

import re
from html import unescape

from orgdesign.web.table.cell_paste import parse_cells
from orgdesign.yamlfile import read_file
from tests.on_disk import on_disk
from tests.web.conftest import Sheet, Site
from tests.web.test_table import row, table, text


def ask(site: Site, cells: str, column: str = "name", start: str = "Baking") -> tuple[str, Sheet]:
    """Paste cells from a function on; return what the page says of it, and the form to agree."""
    html = table(site)
    keys = re.findall(r'<tr id="r-(\w+)"', html)
    names = re.findall(r'<a id="l-\w+"[^>]*>(.*?)</a>', html)
    below = keys[names.index(start) :] if start else []
    base = re.search(r'name="version" value="(\w+)"', html)
    assert base
    said = {"rows": " ".join(below), "column": column, "cells": cells, "base": base[1]}
    answer = site.post(f"{site.address}/table/paste", {**said})
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split()), Sheet(answer.text)


def test_a_function_gets_another_name_in_its_row(site: Site):
    one, before = row(table(site), "Counter"), text(site)

    site.post(one.address, one.said(name="Front counter"))

    assert text(site) == before.replace("name: Counter", "name: Front counter")


def test_a_name_that_is_taken_away_is_asked_for(site: Site):
    one, before = row(table(site), "Counter"), on_disk(site.path)

    answer = site.post(one.address, one.said(name=" "))

    assert answer.status_code == 422
    assert 'aria-label="Name of Counter" aria-invalid="true"' in answer.text
    assert on_disk(site.path) == before


def test_a_new_row_says_whom_it_reports_to(site: Site):
    said = {"name": "Night shift", "reports_to": "counter"}
    assert site.post(f"{site.address}/table/new", {**said}).status_code == 303
    organisation = read_file(site.path).organisation
    assert organisation
    assert organisation.functions["night-shift"].reports_to == "counter"


def test_a_new_row_that_reports_to_nobody_known_is_not_written(site: Site):
    before = on_disk(site.path)
    answer = site.post(f"{site.address}/table/new", {"name": "Night", "reports_to": "Nowhere"})
    assert answer.status_code == 422
    assert "No function is called so" in answer.text
    assert on_disk(site.path) == before


def test_a_new_row_is_a_function_with_what_it_serves(site: Site):
    said = {"name": "Night shift", "outcome": "i never wait longer than two minutes"}
    said |= {"accountable": "Night lead", "measures": "", "contribution": 'Bakes "early"'}

    assert site.post(f"{site.address}/table/new", {**said}).status_code == 303

    organisation = read_file(site.path).organisation
    assert organisation
    night = organisation.functions["night-shift"]
    assert night.alignment.outcome == "quick"
    assert night.alignment.contribution == "Bakes ”early”"
    assert organisation.roles[night.accountable or ""].title == "Night lead"


def test_what_pasted_cells_change_is_said_before_it_is_written(site: Site):
    before = on_disk(site.path)
    cells = "Baking\t\tBakes thrice a night\tBaker\nTill\nBooks\nVans\tMy bread is brought\n"

    told, form = ask(site, cells)

    assert on_disk(site.path) == before
    assert "4 cells of functions that are there" in told
    assert "1 new function: Vans" in told
    assert "1 new role: Baker" in told
    assert "1 new outcome: My bread is brought" in told
    assert site.post(form.address, form.said()).status_code == 303
    organisation = read_file(site.path).organisation
    assert organisation
    names = [one.name for one in organisation.functions.values()]
    assert names == ["Baking", "Till", "Books", "Vans"]
    assert organisation.functions["baking"].alignment.contribution == "Bakes thrice a night"
    assert organisation.functions["baking"].accountable == "baker"
    assert organisation.functions["vans"].alignment.outcome in organisation.outcome.outcomes


def test_cells_beyond_the_last_row_that_name_nothing_are_left_out(site: Site):
    told, _ = ask(site, "Sells bread\nCounts money", "contribution", "Bookkeeping")

    assert "Row 2 goes beyond the last row, and has no names" in told
    assert "1 cell of functions that are there" in told


def test_cells_that_say_what_is_there_change_nothing(site: Site):
    told, form = ask(site, "Baking\nCounter", "name", "Baking")

    assert "nothing in these cells that the table does not say already" in told
    assert "sure" in form.said()


def test_cells_that_others_changed_meanwhile_are_not_written_over(site: Site):
    _, form = ask(site, "Two tills, and a third at eight", "contribution", "Counter")
    site.path.write_text(text(site).replace("Two tills from six to nine", "One till"))
    before = on_disk(site.path)

    assert site.post(form.address, form.said()).status_code == 409
    assert on_disk(site.path) == before


def test_the_cells_of_a_spreadsheet_may_hold_lines_tabs_and_quotes():
    assert parse_cells('a\t"b\nc"\r\n"d ""e"""\t\r\n\r\n') == [["a", "b c"], ['d "e"', ""]]
    assert parse_cells('"open\tquote\nand more') == [["open quote and more"]]
    assert parse_cells("x" * 200_000) == [["x" * 2_000]]
    assert parse_cells("") == []

"""A newer export is brought into a file that people have worked on."""

from __future__ import annotations

import errno
import io
import re

import docx
import pytest

from orgdesign.documents.roles import describe_roles, role_document
from orgdesign.documents.writers import write_document
from orgdesign.redaction import disclose
from orgdesign.storage import NotSaved
from orgdesign.workspace import OpenFile
from orgdesign.yamlfile import read_file
from tests.imports.returned_sheets import Sheet as Exported
from tests.imports.returned_sheets import reading_of
from tests.web.conftest import BAKERY, Site
from tests.web.importing.conftest import Import

NEWER = """\
ID,Job Title,Department,Reports To ID
1,Owner,Baking,
2,Cashier,Counter,1
3,Cashier,Counter,1
4,Driver,Delivery,1
"""


def test_everything_in_the_file_leads_to_it(site: Site):
    parts = site.get(f"{site.address}/parts").text
    page = site.get(site.follow(parts, "Bring in a newer export")).text
    assert "Into bakery.yaml" in page
    assert "What people have written stays" in page


def test_what_joins_moves_and_left_is_told_before_anything_is_written(newer: Import):
    newer.upload(("newer.csv", NEWER)).columns()
    assert "Joined: 1 function: Delivery." in newer.text
    assert "No longer in the export, and kept: 1 function: Bookkeeping." in newer.text
    assert "Changes: what becomes of whom" in newer.text
    assert newer.site.path.read_text() == BAKERY


def test_it_is_one_step_that_keeps_what_people_wrote_and_can_be_undone(newer: Import):
    newer.upload(("newer.csv", NEWER)).columns().write()
    text = newer.site.path.read_text()
    assert "    name: Delivery\n" in text
    assert "    headcount: 2\n" in text
    assert "contribution: Two tills from six to nine" in text
    history = newer.site.get(f"{newer.site.address}/history").text
    assert "Brought in a newer export" in history
    page = newer.site.get(newer.site.address).text
    base = re.search(r'name="base" value="(\w+)"', page) or re.search(
        r'name="version" value="(\w+)"', page
    )
    assert base
    newer.site.post(f"{newer.site.address}/undo", {"base": base[1]})
    assert newer.site.path.read_text() == BAKERY


def test_what_the_file_says_already_leads_to_the_charts(newer: Import):
    newer.upload(("newer.csv", NEWER)).columns().write()
    again = Import(newer.site, newer.start).upload(("newer.csv", NEWER)).columns()
    assert "The file says all that is in the export already" in again.text
    before = newer.site.path.read_bytes()
    again.write()
    assert "Before: who reports to whom" in again.text
    assert newer.site.path.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_looked_at_again_first(newer: Import):
    newer.upload(("newer.csv", NEWER)).columns()
    newer.site.path.write_text(BAKERY.replace("Bookkeeping", "Accounts"))
    newer.write()
    assert "bakery.yaml has changed meanwhile, so nothing was written" in newer.text
    assert "No longer in the export, and kept: 1 function: Accounts." in newer.text
    newer.write()
    text = newer.site.path.read_text()
    assert "Accounts" in text
    assert "Delivery" in text


def test_a_disk_that_is_full_is_told_and_what_was_shown_stays(
    newer: Import, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise NotSaved(newer.site.path, OSError(errno.ENOSPC, "full"))

    newer.upload(("newer.csv", NEWER)).columns()
    monkeypatch.setattr(OpenFile, "rewrite", full)
    newer.write()
    assert newer.answer.status_code == 500
    assert "the disk is full" in newer.text
    assert "Joined: 1 function: Delivery." in newer.text


def test_how_the_text_changes_is_shown_as_far_as_it_helps(
    newer: Import, monkeypatch: pytest.MonkeyPatch
):
    newer.upload(("newer.csv", NEWER)).columns()
    assert "How the text changes: " in newer.text
    monkeypatch.setattr("orgdesign.web.importing.draft.MOST_HIDDEN", -1)
    again = Import(newer.site, newer.start).upload(("newer.csv", NEWER)).columns()
    assert "How the text changes: " not in again.text


def test_a_file_with_problems_is_mended_first(newer: Import):
    newer.upload(("newer.csv", NEWER))
    newer.site.path.write_text(BAKERY.replace("reports_to: baking", "reports_to: nobody"))
    newer.columns()
    assert "bakery.yaml has problems at the moment; mend them" in newer.text


def test_an_export_that_nothing_can_be_made_of_is_told(newer: Import):
    newer.upload(("empty.csv", "Employee ID,Title,Department\n")).columns()
    assert "No row names a unit" in newer.text


def test_given_up_it_leads_back_and_nothing_is_kept(newer: Import):
    newer.upload(("newer.csv", NEWER))
    job = newer.job
    newer.cancel()
    assert "Everything in the file" in newer.text
    assert job.uploads == ()
    assert newer.site.get(f"/import/{job.key}").status_code == 404


def test_a_second_click_leads_to_the_charts_and_writes_nothing_more(newer: Import):
    newer.upload(("newer.csv", NEWER)).columns()
    before, job = newer.answer, newer.job
    newer.write()
    once = newer.site.path.read_bytes()
    newer.answer = before
    newer.write()
    assert "Before: who reports to whom" in newer.text
    assert newer.site.path.read_bytes() == once
    assert job.size == 0


def functions(column: str, cell: str) -> tuple[str, bytes]:
    """Return the table of the bakery's functions, with a cell of the counter edited."""
    edited = Exported(reading_of(BAKERY), "Functions").put("counter", column, cell)
    return "functions.csv", edited.csv()


class TestTablesThatComeBack:
    def test_they_go_straight_to_what_will_change(self, newer: Import):
        newer.upload(functions("Name", "Tills"))
        assert "“Counter” becomes “Tills”" in newer.text
        assert newer.site.path.read_text() == BAKERY
        newer.write()
        assert newer.site.path.read_text() == BAKERY.replace("name: Counter", "name: Tills")

    def test_the_page_says_that_they_can_come_back(self, newer: Import):
        page = newer.site.get(newer.start).text
        assert "Tables that orgdesign wrote can come back here, too" in page
        newer.upload(functions("Name", "Tills"))
        newer.answer = newer.site.get(newer.site.follow(newer.html, "Back to the columns"))
        assert "A table that orgdesign wrote" in newer.text
        assert "Tills" in newer.columns().text

    def test_every_bad_cell_is_told(self, newer: Import):
        newer.upload(functions("Headcount", "many"))
        assert "functions.csv, N3" in newer.text
        assert "Take this file out" in newer.text

    def test_other_files_beside_them_are_taken_out_first(self, newer: Import):
        newer.upload(functions("Name", "Tills"), ("newer.csv", NEWER))
        assert "take out newer.csv" in newer.text
        newer.columns("look", out=newer.job.uploads[1].key)
        assert "Tills" in newer.text

    def test_they_make_no_new_organisation(self, hr: Import):
        hr.upload(functions("Name", "Tills"))
        assert "functions.csv is a table that orgdesign wrote" in hr.text


def test_a_change_that_is_refused_is_not_made_and_the_others_are(newer: Import):
    newer.upload(("newer.csv", NEWER)).columns()
    assert "Headcount of Counter: 3 becomes 2." in newer.text
    newer.write("Headcount of Counter: 3 becomes 2.")
    text = newer.site.path.read_text()
    assert "    name: Delivery\n" in text
    assert "    headcount: 3\n" in text


def test_an_issued_description_comes_back_line_by_line(newer: Import):
    organisation = read_file(newer.site.path).organisation
    described = describe_roles(disclose(organisation), role="owner")
    file = docx.Document(
        io.BytesIO(write_document(role_document(described, organisation.name), "docx"))
    )
    purpose = next(each for each in file.paragraphs if each.text == "Good bread for the street.")
    purpose.runs[0].text = "Bread that is fresh at six."
    with io.BytesIO() as data:
        file.save(data)
        newer.upload(("owner.docx", data.getvalue()))
    assert "Owner: another purpose." in newer.text
    assert "Bread that is fresh at six." in newer.text
    newer.write()
    assert "purpose: Bread that is fresh at six}" in newer.site.path.read_text()

"""From an export to a new file of the folder."""

from __future__ import annotations

import json
import re

import pytest

from orgdesign.render import EngineError
from orgdesign.yamlfile import read
from tests.imports.test_files import OLE, bomb, workbook
from tests.web.conftest import BAKERY, Site
from tests.web.importing.conftest import STAFF, Import


def test_the_page_of_a_folder_leads_to_the_upload(folder_site: Site):
    address = folder_site.follow(folder_site.get("/").text, "Import from HR")
    page = folder_site.get(address).text
    assert "Nothing is written before you have seen what comes out" in page
    (folder_site.path / "one.yaml").write_text(BAKERY)
    (folder_site.path / "two.yaml").write_text(BAKERY)
    assert folder_site.follow(folder_site.get("/").text, "Import from HR") == address


def test_over_a_single_file_nothing_new_is_made(site: Site):
    assert site.get("/import").status_code == 404
    assert Import(site, "/import").upload(("staff.csv", STAFF)).answer.status_code == 404


def test_an_export_becomes_a_file_and_leads_to_its_charts(hr: Import):
    hr.upload(("staff.csv", STAFF))
    assert "Look at the columns" in hr.text
    hr.columns()
    assert "Functions 2 Roles 3 Headcount 3 At the top Board" in hr.text
    assert 'class="chart' in hr.html
    assert not list(hr.site.path.iterdir())
    hr.write()
    assert "Before: who reports to whom" in hr.text
    organisation = read((hr.site.path / "my-organisation.yaml").read_bytes(), "").organisation
    assert organisation
    assert [*organisation.functions] == ["board", "sales"]


def test_columns_are_shown_with_samples_and_what_is_confidential_by_name_alone(hr: Import):
    hr.upload(("staff.csv", STAFF))
    assert "Job Title Chief Executive Head of Sales Seller" in hr.text
    assert "Never read, as confidential: Annual Salary" in hr.text
    assert "90000" not in hr.html
    assert "Leeds" not in hr.html  # what is not read is not shown either


def test_names_are_shown_and_written_only_when_asked_for(hr: Import):
    hr.upload(("staff.csv", STAFF))
    assert "Ann Bell" not in hr.html
    assert "Not shown: names or addresses" in hr.text
    hr.columns("look", names="1")
    assert "Name Ann Bell Bo Day Cy Fox" in hr.text
    hr.columns("go")
    hr.write(name="ours")
    assert "holder: Bo Day" in (hr.site.path / "ours.yaml").read_text()


def test_a_name_of_somebody_in_a_unit_or_beside_a_number_is_not_shown(hr: Import):
    hr.upload(("w.csv", "Employee ID,Team,Manager ID\n1,Sales (Ann Bell),Bo Day (2)\n2,Ops,7\n"))
    assert "Bell" not in hr.html
    assert "Bo Day" not in hr.html
    assert "Team Sales Ops" in hr.text


def test_a_column_can_be_corrected_and_looked_at_again(hr: Import):
    hr.upload(("staff.csv", STAFF))
    department, office = hr.choice("Department"), hr.choice("Office")
    hr.columns("look", **{department: "", office: "division"})
    assert "Office Leeds York" in hr.text
    hr.columns()
    assert "At the top Leeds" in hr.text
    hr.answer = hr.site.get(hr.site.follow(hr.html, "Back to the columns"))
    assert 'value="division" selected' in hr.html


def test_a_doubtful_column_is_marked_until_somebody_says_so(hr: Import):
    hr.upload(("staff.csv", STAFF.replace("Job Title", "Employee Job Title")))
    doubt = "Doubtful: the header only resembles a known one"
    assert doubt in hr.text
    assert doubt not in hr.columns("look").text


def test_headers_that_nobody_knows_can_be_given_their_meaning(hr: Import):
    hr.upload(("odd.csv", "Ref,Does\n1,Buyer\n2,Seller\n"))
    hr.columns()
    assert "Nothing is read of odd.csv yet" in hr.text
    hr.columns("go", **{hr.choice("Ref"): "person", hr.choice("Does"): "title"})
    assert "Functions 2 Roles 2" in hr.text


def test_what_columns_mean_is_saved_and_used_again(hr: Import):
    odd = ("odd.csv", "Ref,Does\n1,Buyer\n2,Seller\n")
    hr.upload(odd)
    hr.columns("look", **{hr.choice("Ref"): "person", hr.choice("Does"): "title"})
    answer = hr.site.get(hr.site.follow(hr.html, "Save what the columns mean"))
    assert "attachment" in answer.headers["Content-Disposition"]
    assert json.loads(answer.text)["columns"] == {"person": ["Ref"], "title": ["Does"]}
    hr.cancel()
    hr.upload(odd).columns("look", mapping=answer.text)
    assert "Does Buyer Seller" in hr.text


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("{", "this is no mapping"),
        ('{"columns": {"title": ["Job"]}}', 'No column is called "Job"; there are: "Employee ID"'),
        ('{"columns": {"title": ["Annual Salary"]}}', "is confidential, and is never read"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told(hr: Import, mapping: str, told: str):
    hr.upload(("staff.csv", STAFF)).columns("look", mapping=mapping)
    assert hr.answer.status_code == 422
    assert told in hr.text
    assert "Job Title Chief Executive" in hr.text


def test_what_becomes_a_function_and_how_it_is_called_are_chosen(hr: Import):
    hr.upload(("staff.csv", STAFF)).columns(by="posts", organisation="Acme & Sons")
    assert "Functions 3" in hr.text
    hr.write()
    text = (hr.site.path / "acme-sons.yaml").read_text()
    assert "organization: Acme & Sons\n" in text


def test_further_files_explain_codes(hr: Import):
    hr.upload(("staff.csv", "Employee ID,Job Title,Department ID\n1,Chief,D1\n2,Seller,D2\n"))
    units = "Department ID,Department Name,Parent Department ID\nD1,Board,\nD2,Sales,D1\n"
    hr.columns("look", files=[("units.csv", units)])
    hr.columns()
    assert "At the top Board" in hr.text


def test_a_file_can_be_taken_out_again_and_the_last_one_leads_to_the_start(hr: Import):
    hr.upload(("staff.csv", STAFF), ("other.csv", STAFF))
    first, second = [each.key for each in hr.job.uploads]
    hr.columns("look", out=second)
    assert "other.csv" not in hr.text
    hr.columns("look", out=first)
    assert "Nobody types three hundred functions" in hr.text


def test_of_a_workbook_the_sheet_is_chosen(hr: Import):
    other = [["Employee ID", "Title", "Team"], ["007", "Baker", "Ovens"]]
    hr.upload(("staff.xlsx", workbook([["Employee ID", "Title"], [1, "CEO"]], other)))
    assert "Title Baker" in hr.text
    hr.columns("go", **{f"sheet-{hr.job.uploads[0].key}": "Sheet"})
    assert "Title CEO" in hr.text  # the columns of that sheet are looked at first
    hr.columns("go")
    assert "Functions 1" in hr.text


def test_an_encoding_is_named_and_one_that_does_not_fit_is_told(hr: Import):
    hr.upload(("staff.csv", "ID,Department\n1,Łódź\n".encode("cp1250")))
    field = f"encoding-{hr.job.uploads[0].key}"
    hr.columns("look", **{field: "klingon"})
    assert 'no encoding is called "klingon"' in hr.text
    assert 'value="klingon"' in hr.html
    hr.columns("look", **{field: "cp1250"})
    assert "Department Łódź" in hr.text


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "this is a PDF"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x01\x02" + bytes(range(256)), "not a table of text"),
        ("a.csv", b"", "the file is empty"),
        ("a.xls", OLE, "before 2007"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "save it without a password"),
        ("a.xlsx", bomb(), "unpacks to far more than it should"),
        ("a.xlsx", workbook()[:2000], "damaged"),
    ],
    ids=["a PDF", "a picture", "nothing", "an old workbook", "a password", "a bomb", "a cut one"],
)
def test_what_cannot_be_read_is_told_beside_what_can(hr: Import, name, data, told):
    hr.upload(("staff.csv", STAFF), (name, data))
    assert told in hr.text
    assert "Job Title Chief Executive" in hr.text
    assert "Look at what comes out" not in hr.html.split("columns-form")[1]
    hr.columns("look", out=hr.job.uploads[1].key)
    hr.columns("go")
    assert "Functions 2" in hr.text


def test_an_export_in_which_nobody_is_named_is_told_with_its_columns(hr: Import):
    hr.upload(("empty.csv", "Employee ID,Title,Department\n")).columns()
    assert "No row names a unit, a post or a person" in hr.text
    assert hr.choice("Title")


def test_nothing_chosen_is_told(hr: Import):
    hr.upload()
    assert hr.answer.status_code == 422
    assert "Choose a file to bring in" in hr.text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Write what the file is to be called"),
        ("../out", "Choose a name without /"),
        (".hidden", "does not start with a dot"),
        ("x" * 200, "Choose a shorter name"),
        ("mine.yaml", "There is a file of this name already"),
        ("nowhere\x00", "Choose a name without"),
    ],
)
def test_a_name_that_cannot_be_is_told_and_nothing_is_written(hr: Import, name, told):
    (hr.site.path / "mine.yaml").write_text(BAKERY)
    hr.upload(("staff.csv", STAFF)).columns().write(name=name)
    assert hr.answer.status_code == 422
    assert told in hr.text
    assert [path.name for path in hr.site.path.iterdir()] == ["mine.yaml"]
    assert (hr.site.path / "mine.yaml").read_text() == BAKERY
    hr.write(name="other.yml")
    assert (hr.site.path / "other.yml").exists()


def test_the_name_suggested_is_never_one_that_is_there(hr: Import):
    (hr.site.path / "my-organisation.yaml").write_text(BAKERY)
    hr.upload(("staff.csv", STAFF)).columns()
    assert 'value="my-organisation-2.yaml"' in hr.html


def test_where_the_folder_cannot_be_written_it_is_told(hr: Import):
    hr.upload(("staff.csv", STAFF)).columns()
    hr.site.path.rmdir()
    hr.write()
    assert "was not saved: its folder is no longer there" in hr.text
    hr.site.path.mkdir()


def large() -> str:
    rows = (f"{at},Post {at},Team {at},{at // 4 or ''}\n" for at in range(1, 200))
    return "Employee ID,Job Title,Team,Manager ID\n" + "".join(rows)


def test_a_large_chart_is_folded_and_can_be_shown_whole(
    hr: Import, monkeypatch: pytest.MonkeyPatch
):
    hr.upload(("staff.csv", large())).columns()
    assert "The chart is folded to what can be read. Show everything" in hr.text
    assert "function-team-150" not in hr.html
    hr.answer = hr.site.get(hr.site.follow(hr.html, "Show everything"))
    assert "function-team-150" in hr.html
    monkeypatch.setattr("orgdesign.web.importing.draft.MOST_SHOWN", 10)
    hr.answer = hr.site.get(f"/import/{hr.job.key}?whole=1")
    assert "Once it is written, each branch unfolds" in hr.text
    assert "function-team-150" not in hr.html


def test_a_chart_that_cannot_be_drawn_does_not_stand_in_the_way(
    hr: Import, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object, **__: object) -> None:
        raise EngineError("Charts cannot be drawn here.")

    monkeypatch.setattr("orgdesign.web.importing.draft.chart_svg", fail)
    hr.upload(("staff.csv", STAFF)).columns()
    assert "Charts cannot be drawn here." in hr.text
    hr.write()
    assert (hr.site.path / "my-organisation.yaml").exists()


def test_no_address_of_what_comes_out_names_a_function(hr: Import):
    hr.upload(("staff.csv", STAFF)).columns()
    addresses = re.findall(r'href="([^"]*)"', hr.html)
    assert not [address for address in addresses if "sales" in address.lower()]

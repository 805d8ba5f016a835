"""Which column means what."""

import pytest

from orgdesign.imports import Notes, Unreadable, check_found, mapping_of, saved_mapping, table
from orgdesign.imports.columns import recognise_columns
from tests.imports.exports import came


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Email Address [Required]", "email"),
        ("Reports To Associate ID (Employment Profile)", "manager"),
        ("Job title [jobTitle] Required", "title"),
        ("SUPERVISOR_EID", "manager"),
        ("supervisorEmail", "manager_email"),
        ("Employee #", "person"),
        ("Worker's Manager", "manager_name"),
        ("Org Unit Path [Required]", "unit_path"),
        ("ParentEmployeeKey", "manager"),
        ("AltReportsTo", "dotted"),
        ("Home Department Description", "department"),
        ("subteam-of", "unit_parent"),
    ],
)
def test_a_header_is_known_however_it_is_written(header, meaning):
    assert [column.meaning for column in recognise_columns([header]).read] == [meaning]


def test_a_header_that_only_resembles_a_known_one_is_not_sure():
    (column,) = recognise_columns(["Current Job Title"]).read
    assert (column.meaning, column.is_sure) == ("title", False)


def test_the_title_of_the_manager_is_not_taken_for_that_of_the_post():
    assert [c.meaning for c in recognise_columns(["Manager Job Title"]).read] == ["manager_title"]


def test_of_two_columns_with_one_meaning_the_better_known_is_read():
    columns = recognise_columns(["Position", "Job Title"])
    assert [column.header for column in columns.read] == ["Job Title"]
    assert columns.unused == ("Position",)


@pytest.mark.parametrize(
    "header",
    [
        *("Annual Salary", "Actual Pay Floor (£)", "HourlyRate", "Date of Birth", "DOB", "Sex"),
        *("Gender", "RaceDesc", "Hispanic/Latino Ethnicity", "Mobile Phone", "Home Address"),
        *("MaritalDesc", "National Insurance Number", "PerformanceScore", "Contact Phone", "Age"),
        *("Salary Cost of Reports (£)", "IBAN", "Sick Days", "commission_pct", "Nationality"),
    ],
)
def test_a_confidential_column_is_never_read(header):
    columns = recognise_columns(["Employee ID", header])
    assert columns.confidential == (header,)
    with pytest.raises(Unreadable, match="confidential"):
        recognise_columns(["Employee ID", header], {"title": [header]})


def test_nothing_confidential_is_kept_of_a_row():
    read = table(
        b"ID,Title,Salary,Birth Date,E-mail\n1,CEO,90000,1970-01-01,a@x.org\n", "x", Notes()
    )
    assert read.rows == [{"person": "1", "title": "CEO"}]


def test_addresses_are_read_where_they_say_who_reports_to_whom_and_never_written():
    done = came("ID,Email,Department,Manager Email\n1,a@x.org,Board,\n2,b@x.org,Sales,a@x.org\n")
    assert done.lines["Sales"] == "Board"
    assert "@" not in done.text


def test_names_are_written_only_when_asked_for():
    export = "ID,Name,Title,Department\n1,Ann Bell,CEO,Board\n"
    assert "Bell" not in came(export).text
    assert came(export, names=True).organisation.roles["ceo"].holder == "Ann Bell"


def test_a_person_can_say_what_a_column_means():
    done = came("Ref,Does,Where\n1,CEO,Board\n", asked={"title": ["Does"], "department": ["Where"]})
    assert done.heads == {"Board": "CEO"}


def test_a_person_can_have_a_column_left_alone():
    done = came("ID,Division,Department\n1,North,Sales\n2,South,Legal\n", asked={"division": []})
    assert [*done.lines] == ["Sales", "Legal"]


def test_a_column_asked_for_that_is_nowhere_is_told_with_those_that_are():
    columns = recognise_columns(["ID", "Job"])
    with pytest.raises(Unreadable, match='No column is called "Jub"; there are: "ID", "Job"'):
        check_found({"title": ["Jub"]}, [columns])


def test_a_mapping_that_was_saved_gives_the_same_columns_again():
    headers = ["Wo", "Reports To", "Manager - Level 01", "Manager - Level 02"]
    columns = recognise_columns(headers, {"department": ["Wo"]})
    assert recognise_columns(headers, mapping_of(saved_mapping([columns]))).read == columns.read


@pytest.mark.parametrize(
    "text", ["", "[]", '{"columns": []}', '{"columns": {"title": 3}}', "[" * 9999]
)
def test_what_is_no_mapping_is_told(text):
    with pytest.raises(Unreadable, match="this is no mapping"):
        mapping_of(text)


def test_a_mapping_to_what_no_column_means_is_told():
    with pytest.raises(Unreadable, match='no column means "salary"'):
        mapping_of('{"columns": {"salary": ["Pay"]}}')


def test_nothing_of_a_file_is_repeated_where_its_headers_are_not_known():
    with pytest.raises(Unreadable, match="none of the column headers") as refusal:
        came("Ann Bell,Leeds,Blue\nBo Day,York,Red\n")
    assert not [word for word in ("Ann", "Leeds", "York") if word in str(refusal.value)]


def test_a_row_of_people_is_not_taken_for_the_headers():
    with pytest.raises(Unreadable, match="none of the column headers"):
        came("Ref,Does,Where\n1,Manager,Team\n")

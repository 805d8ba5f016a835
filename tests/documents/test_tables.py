"""Tables for spreadsheets, read back."""

import csv
import io
from dataclasses import replace
from zipfile import ZipFile

import openpyxl
import pytest

from orgdesign.documents.tables import FactTable, plain_tables, tables, workbook
from orgdesign.redaction import Redaction, disclose
from tests.documents.insurer import INSURER, redesigned, with_role

FORMULAS = ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx"]


def sheet(name: str, disclosure=None):
    return openpyxl.load_workbook(
        io.BytesIO(workbook(tables(disclosure or disclose(INSURER)), "Northwind"))
    )[name]


def rows(name: str, disclosure=None) -> list[dict[str, object]]:
    head, *rest = sheet(name, disclosure).iter_rows(values_only=True)
    return [dict(zip(head, each, strict=True)) for each in rest]


def comma_separated(made: tuple[FactTable, ...], name: str) -> list[list[str]]:
    with ZipFile(io.BytesIO(plain_tables(made))) as file:
        return [*csv.reader(io.StringIO(file.read(name).decode("utf-8-sig"), newline=""))]


def test_there_is_a_sheet_for_each_kind_of_part():
    book = openpyxl.load_workbook(io.BytesIO(workbook(tables(disclose(INSURER)), "Northwind")))
    parts = ["Functions", "Roles", "Outcomes", "Measures", "Hand-offs", "Changes"]
    assert book.sheetnames == [*parts, "People and money", "Who sits where"]


def test_a_sheet_has_filters_and_a_frozen_header():
    assert sheet("Functions").auto_filter.ref == "A1:P5"
    assert sheet("Functions").freeze_panes == "C2"


def test_references_stand_by_name_and_by_id():
    claims = rows("Functions")[1]
    assert claims["Reports to"] == "Chief Executive's Office"
    assert claims["Reports to (id)"] == "executive"


def test_numbers_are_numbers():
    assert (rows("Functions")[1]["Headcount"], rows("Functions")[1]["Cost"]) == (73219, 8675309)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_run_as_a_formula_by_excel(text):
    place = sheet("Roles", disclose(with_role(purpose=text)))["I3"]
    assert place.data_type == "s"
    assert place.value.strip() == text.strip()
    assert place.quotePrefix


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_run_as_a_formula_from_csv(text):
    made = tables(disclose(with_role(purpose=text)))
    assert comma_separated(made, "roles.csv")[2][8] == f"'{text}"


def test_a_number_below_zero_stays_a_number_in_csv():
    assert comma_separated((FactTable("T", ("A",), ((-5.5,),)),), "t.csv") == [["A"], ["-5.5"]]


def test_the_changes_of_every_design_are_told_by_phase():
    told = [(each["Phase"], each["What changes"]) for each in rows("Changes")]
    assert told[1] == ("Spring", "Claims moves from Chief Executive's Office to the top.")
    assert len(told) == len(INSURER.designs["new"].changes)


def test_with_a_phase_the_tables_are_about_what_is_then():
    disclosure = disclose(INSURER, redesigned(phase="spring"))
    assert "Renewals" in [each["Name"] for each in rows("Functions", disclosure)]
    assert {each["Phase"] for each in rows("Changes", disclosure)} == {"Spring"}


def test_columns_that_are_left_out_are_not_there():
    disclosure = disclose(INSURER, None, Redaction.parse(["holders", "cost", "measures"]))
    assert "Holder" not in rows("Roles", disclosure)[0]
    assert "Cost" not in rows("Functions", disclosure)[0]
    assert "Measures" not in [each.name for each in tables(disclosure)]


def test_the_same_organisation_gives_the_same_bytes():
    made = tables(disclose(INSURER))
    assert workbook(made, "Northwind") == workbook(made, "Northwind")
    assert plain_tables(made) == plain_tables(made)


def test_a_workbook_tells_no_time_and_no_author():
    data = workbook(tables(disclose(replace(INSURER, designs={}))), "Northwind")
    with ZipFile(io.BytesIO(data)) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2
    assert "openpyxl" not in core

"""Exports that once came in wrong: small files rebuilt from reports of people who draw charts."""

import pytest

from orgdesign.imports import Unreadable
from tests.imports.export_cases import CASES, KINDS, brought_in, differences, expected


@pytest.mark.parametrize("name", expected())
def test_a_case_comes_in_as_a_person_reads_it(name):
    organisation, text, _ = brought_in(CASES / name)
    assert differences(expected()[name], organisation, text) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("c15_formulas_without_values.xlsx", "formulas without saved values"),
        ("c34_empty.csv", "the file is empty"),
        ("c38_html_as.xls", r"a web page \(HTML\)"),
    ],
)
def test_what_is_no_table_is_told_in_one_sentence(name, told):
    with pytest.raises(Unreadable, match=told):
        brought_in(CASES / name)


def test_lines_in_a_file_of_their_own_join_the_people():
    organisation, _, _ = brought_in(CASES / "c31" / "people.csv", CASES / "c31" / "lines.csv")
    assert organisation.functions["claims"].reports_to == "executive"
    assert organisation.functions["claims"].accountable == "head-of-claims"


@pytest.mark.parametrize("name", expected(KINDS))
def test_others_of_each_kind_come_in_right(name):
    said = expected(KINDS)[name]
    files = [KINDS / file for file in (name, *said.get("with", ()))]
    organisation, text, _ = brought_in(*files, names=True)
    assert differences(said, organisation, text) == []

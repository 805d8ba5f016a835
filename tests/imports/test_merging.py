"""A newer export in a file that people have worked on."""

import difflib

import pytest

from orgdesign.imports import Notes, Unreadable, imported, merged, table
from orgdesign.yamlfile import read

FILE = """\
organization: Acme
outcome: {statement: My claim is settled fast}
functions:
  top:
    name: Board
    accountable: chief        # agreed in May
  sales-team:
    name: Sales
    reports_to: top
    alignment: {outcome: desired, contribution: Sells what helps}
    headcount: 3
  legal: {name: Legal, reports_to: top}
roles:
  chief: {title: Chief Executive, function: top, purpose: Keep the promise}
  head-of-sales: {title: Head of Sales, function: sales-team}
"""
NEWER = """\
ID,Title,Department,Manager ID,Vacant
1,Chief Executive,Board,,
2,Head of Sales,Sales,5,yes
3,Seller,Sales,2,
5,Finance Director,Finance,1,
"""


def merge(export: str, file: str = FILE):
    notes = Notes()
    made = imported([table(export.encode(), "newer.csv", notes)], notes)
    return merged(read(file.encode(), "acme.yaml"), made)


def test_only_what_the_export_says_is_changed():
    new = merge(NEWER).data.decode().splitlines()
    changed = [line for line in difflib.ndiff(FILE.splitlines(), new) if line[0] in "+-"]
    assert changed == [
        "+     headcount: 1",
        "-     reports_to: top",
        "+     reports_to: finance",
        "+     accountable: head-of-sales",
        "-     headcount: 3",
        "+     headcount: 1",
        "+   finance: {name: Finance, reports_to: top, "
        "accountable: finance-director, headcount: 1}",
        "-   head-of-sales: {title: Head of Sales, function: sales-team}",
        "+   head-of-sales: {title: Head of Sales, function: sales-team, vacant: true}",
        "+   finance-director: {title: Finance Director, function: finance}",
        "+   seller: {title: Seller, function: sales-team}",
    ]


def test_what_joined_moved_and_left_is_said():
    assert merge(NEWER).sentences == (
        "Joined: 1 function: Finance.",
        "Moved: 1 function: Sales.",
        "No longer in the export, and kept: 1 function: Legal.",
        "Joined: 2 roles: Finance Director and Seller.",
    )


def test_merging_again_changes_nothing():
    once = merge(NEWER).data.decode()
    again = merge(NEWER, once)
    assert not again.is_changed


def test_a_function_that_is_at_the_top_now_reports_to_nobody():
    data = merge("ID,Title,Department,Manager ID\n2,Head of Sales,Sales,\n").data
    organisation = read(data, "acme.yaml").organisation
    assert organisation.functions["sales-team"].reports_to is None
    assert organisation.functions["sales-team"].alignment.contribution == "Sells what helps"


def test_an_accountable_role_is_filled_in_where_there_is_none_and_never_changed():
    data = merge("ID,Title,Department,Manager ID\n1,Chair,Board,\n2,Head of Sales,Sales,1\n").data
    functions = read(data, "acme.yaml").organisation.functions
    assert functions["top"].accountable == "chief"
    assert functions["sales-team"].accountable == "head-of-sales"


def test_a_file_with_problems_is_not_merged_into():
    with pytest.raises(Unreadable, match="has problems"):
        merge(NEWER, "organization: Acme\n")

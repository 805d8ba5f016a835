"""A newer export in a file that people have worked on."""

import difflib

import pytest

from orgdesign.imports import Notes, Unreadable, import_tables, merge_export, table
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


def merge(export: str, file: str = FILE, refused: frozenset[str] = frozenset()):
    notes = Notes()
    made = import_tables([table(export.encode(), "newer.csv", notes)], notes)
    return merge_export(read(file.encode(), "acme.yaml"), made, refused)


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
        "Joined: 2 roles: Finance Director and Seller.",
        "Headcount of Board: nothing becomes 1.",
        "Sales moves from Board to Finance.",
        "Headcount of Sales: 3 becomes 1.",
        "Head of Sales becomes accountable for Sales, which had nobody.",
        "Head of Sales: is vacant now.",
        "No longer in the export, and kept: 1 function: Legal.",
    )


def test_merging_again_changes_nothing():
    once = merge(NEWER).data.decode()
    again = merge(NEWER, once)
    assert not again.is_changed


def test_a_function_that_nothing_in_the_export_is_above_stays_where_it_is():
    done = merge("ID,Title,Department,Manager ID\n2,Head,Sales,\n3,Clerk,Sales,2\n")
    organisation = read(done.data, "acme.yaml").organisation
    assert organisation.functions["sales-team"].reports_to == "top"
    assert organisation.functions["sales-team"].alignment.contribution == "Sells what helps"
    assert "Nothing in the export is above Sales, which stays under Board." in done.sentences


def test_a_list_without_managers_moves_nothing():
    done = merge("ID,Title,Department\n1,Chief Executive,Board\n2,Head of Sales,Sales\n")
    functions = read(done.data, "acme.yaml").organisation.functions
    assert {f.name: f.reports_to for f in functions.values()} == {
        "Board": None,
        "Sales": "top",
        "Legal": "top",
    }
    assert not [told for told in done.sentences if "moves" in told]


def test_a_list_of_posts_counts_nobody_and_fills_in_nobody():
    done = merge(
        "Position ID,Job Title,Department,Reports To Position\nP1,Chief Executive,Board,\n"
        "P2,Head of Sales,Sales,P1\n"
    )
    assert not done.is_changed


def test_an_accountable_role_is_filled_in_where_there_is_none_and_never_changed():
    data = merge("ID,Title,Department,Manager ID\n1,Chair,Board,\n2,Head of Sales,Sales,1\n").data
    functions = read(data, "acme.yaml").organisation.functions
    assert functions["top"].accountable == "chief"
    assert functions["sales-team"].accountable == "head-of-sales"


def test_a_file_with_problems_is_not_merged_into():
    with pytest.raises(Unreadable, match="has problems"):
        merge(NEWER, "organization: Acme\n")


def test_what_joins_can_be_refused_by_itself():
    told = {each.key: each.sentence for each in merge(NEWER).proposals}
    assert told["functions/finance"] == "Finance joins under Board, and with it 1 part."
    assert told["roles/seller"] == "Seller joins in Sales."
    without = merge(NEWER, refused=frozenset({"roles/seller"})).data.decode()
    assert "seller" not in without
    assert "finance-director" in without


def test_who_refuses_a_function_refuses_what_joins_in_it():
    result = merge(NEWER, refused=frozenset({"functions/finance"}))
    new = read(result.data, "acme.yaml").organisation
    assert new
    assert "finance" not in new.functions
    assert "finance-director" not in new.roles
    assert new.functions["sales-team"].reports_to == "top"
    assert not any("Finance" in told for told in result.sentences)


def test_each_of_what_joins_can_be_refused_and_the_file_stays_right():
    keys = [each.key for each in merge(NEWER).proposals]
    for refused in (*(frozenset({key}) for key in keys), frozenset(keys)):
        result = merge(NEWER, refused=refused)
        assert not result.data or read(result.data, "acme.yaml").organisation, refused

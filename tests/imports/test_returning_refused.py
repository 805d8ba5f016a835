"""Tables that come back: what cannot be taken is told, with its place."""

import io
from zipfile import ZipFile

import pytest

from orgdesign.imports import Unreadable, is_returned, sync_sheets
from orgdesign.yamlfile import read
from tests.imports.returned_sheets import xlsx, zipped
from tests.imports.test_returning import FILE, changes, problems, sheet, told


def test_every_bad_cell_is_told_at_once_with_its_place():
    functions = (
        sheet("Functions")
        .put("office", "Reports to (id)", "claim")
        .put("claims", "Link", "dircet")
        .put("claims", "Headcount", "-5")
        .put("claims", "Cost", "about 3")
        .put("claims", "Also serves (ids)", "informed, informed")
        .put("legal", "Accountable role", "Team leader")
        .put("legal", "Reports to", "Claims")
        .put("legal", "Reports to (id)", "legal")
        .put("legal", "Contribution", "#REF!")
        .add(Headcount="3")
        .add(Id="a b", Name="Bad id")
        .add(Id="claims", Name="Claims again")
    )
    measures = sheet("Measures").put("days", "Name", "").csv()
    assert problems(functions.csv(), measures) == (
        "1.csv, D2: no function is called “claim”; did you mean “claims”?",
        '1.csv, J3: "dircet" is not known here; did you mean "direct"?',
        '1.csv, K3: "informed" is listed twice; keep one of the two',
        "1.csv, N3: -5 is too small; write 0 or more",
        '1.csv, O3: "about 3" is not a number here; write the digits alone, as in 3',
        "1.csv, D4: “legal” is not “Claims”, which stands beside it; let both say the same",
        "1.csv, E4: 2 are called “Team leader”: lead-a, lead-b; write the id of the one that is"
        " meant",
        "1.csv, I4: #REF! is what a spreadsheet shows when it fails; write it anew",
        "1.csv, B5: a function needs a name; write it, or delete the row",
        "1.csv, A6: an id is made of letters, digits, - and _, without a space; write a-b",
        "1.csv, A7: “claims” has a row already, 1.csv, A3; a new part needs an id of its own,"
        " or none",
        "2.csv, B2: this cannot be empty; write it, or take the row out to leave all as it is",
    )


@pytest.mark.parametrize(
    ("table", "id_", "column", "cell", "problem"),
    [
        ("Functions", "office", "Reports to", "Claims", "reports"),
        ("Outcomes", "desired", "Under (id)", "settled", "stands at the top"),
        ("Outcomes", "settled", "Under (id)", "", "“desired” is the top"),
        ("Outcomes", "settled", "Under (id)", "settled", "would stand under itself"),
        ("Roles", "director", "Rewarded for", "Speed: 10%", "no measure is called “Speed”"),
        ("Roles", "director", "Rewarded for", "Calls: 110%", "too large; write 100 or less"),
        ("Roles", "director", "Vacant", "maybe", "neither yes nor no"),
        ("Measures", "days", "Target", "90%", "is not a number here"),
        ("Hand-offs", "story", "Stage", "Dreams", "no stage is called “Dreams”; write the name"),
        ("Functions", "claims", "Measures", "Cals", "no measure is called “Cals”; did you mean"),
    ],
)
def test_what_cannot_be_taken_is_told(table, id_, column, cell, problem):
    edited = sheet(table).put(id_, column, cell)
    assert problem in "\n".join(problems(edited.csv()))


def test_a_hand_off_needs_both_ends_and_a_column_stands_once():
    assert problems(sheet("Hand-offs").add(Id="new", From="Legal").csv()) == (
        "1.csv, A3: a hand-off needs the function that takes over; write it under “To”",
    )
    doubled = sheet("Measures")
    doubled.head[2] = "Name"
    assert problems(doubled.csv()) == ("1.csv: “Name” heads two columns; delete one of them",)


def test_one_table_comes_once():
    assert problems(sheet("Roles").csv(), sheet("Roles").csv()) == (
        "2.csv: Roles are in 1.csv as well; bring one",
    )


def test_columns_that_people_added_are_not_read_and_are_said():
    edited = sheet("Measures")
    edited.head.append("Notes")
    assert told(edited.csv()) == ("1.csv: the column was not read: “Notes”.",)


def test_changes_of_designs_are_not_taken_and_are_said():
    edited = sheet("Changes")
    assert told(edited.csv()) == ()
    edited.rows[0][edited.head.index("What changes")] = "Legal ends"
    assert told(edited.csv()) == (
        "1.csv: 1 row differs from the file (row 2), and nothing was changed: designs are edited"
        " in the app or in the file.",
    )


@pytest.mark.parametrize("make", [xlsx, zipped])
def test_what_a_design_makes_is_not_taken_for_today(make):
    made = make(FILE, (), "new")
    assert is_returned(made, "then")
    with pytest.raises(Unreadable, match="tells what a design makes of today, and not what is to"):
        sync_sheets(FILE, [("then", made)])


@pytest.mark.parametrize("make", [xlsx, zipped])
@pytest.mark.parametrize(
    "leave", [["holders", "headcount", "cost", "measures"], ["branch:claims"], ["branch:legal"]]
)
def test_exports_with_things_left_out_come_back_with_what_they_have(make, leave):
    assert not sync_sheets(FILE, [("some", make(FILE, leave))]).is_changed


def test_a_reference_to_what_was_left_out_stays_and_is_said():
    with ZipFile(io.BytesIO(zipped(FILE, ["branch:claims"]))) as file:
        outcomes, roles = file.read("outcomes.csv"), file.read("roles.csv")
    assert changes(outcomes, roles) == []
    assert "What refers to Claims Director stays, as there is no row of what it refers to." in told(
        outcomes, roles
    )


def test_a_file_with_problems_is_not_merged_into():
    with pytest.raises(Unreadable, match="has problems"):
        sync_sheets(read(b"organization: Acme\n", "acme"), [("1.csv", sheet("Roles").csv())])


def test_a_file_without_tables_is_refused():
    with pytest.raises(Unreadable, match=r"staff.csv: no table that orgdesign exports is in it"):
        sync_sheets(FILE, [("staff.csv", b"Id,Name,Title\n1,Ann,Chief\n")])

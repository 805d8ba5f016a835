"""Who reports to whom, however the export says it."""

import pytest

from tests.imports.exports import came

LINES = {"Board": None, "Sales": "Board", "Export": "Sales"}


@pytest.mark.parametrize(
    "export",
    [
        "Employee ID,Title,Department,Manager ID\n1,CEO,Board,\n2,Head,Sales,1\n3,Lead,Export,2\n",
        "employee_id;title;department;manager_id\n001;CEO;Board;\n002;Head;Sales;1\n"
        "003;Lead;Export;2\n",
        "ID\tName\tDepartment\tReports_To\r\n1\tBell, Ann\tBoard\t\r\n"
        "2\tBo Day\tSales\tann bell\r\n"
        "3\tCy Fox\tExport\tDay, Bo\r\n",
        "Email Address [Required],Department,Manager Email\na@x.org,Board,\nB@x.org,Sales,A@x.org\n"
        "c@x.org,Export,b@x.org\n",
        "Employee ID,Worker,Department,Worker's Manager\n1,Ann Bell,Board,\n"
        "2,Bo Day,Sales,Ann Bell (1)\n"
        "3,Cy Fox,Export,Bo Day (2)\n",
        "Employee ID,Department,Manager - Level 01,Manager - Level 02,Manager - Level 03\n"
        "1,Board,A (1),,\n"
        "2,Sales,A (1),B (2),\n3,Export,A (1),B (2),C (3)\n",
        "STATUS,USERID,MANAGER,DEPARTMENT\nStatus,User ID,Manager,Department\n"
        "active,1,NO_MANAGER,Board\n"
        "active,2,1,Sales\nactive,3,2,Export\n",
        "Employee ID,Employee PositionID,Department,Supervisor Position ID,Reports To Position ID\n"
        "9,P1,Board,,\n8,P2,Sales,,P1\n7,P3,Export,,P2\n",
        "Id,Department,Parent Id\n1,Board,0\n2,Sales,1\n3,Export,2\n",
        'Employee_Name,EmpID,ManagerID,ManagerName,Department\n"Bell, Ann",10,,,Board\n'
        '"Day, Bo",11,77,Ann Bell,Sales\n"Fox, Cy",12,78,Bo Day,Export\n',
    ],
    ids=[
        "numbers",
        "leading zeros in one column",
        "last name first",
        "e-mail addresses",
        "name and number",
        "a column a level",
        "two rows of headers",
        "numbers of posts",
        "nought at the top",
        "numbers that count something else",
    ],
)
def test_managers_are_found_by(export):
    assert came(export).lines == LINES


@pytest.mark.parametrize("nobody", ["", "0", "XX", "xx", "NULL", "none", "NO_MANAGER", "#N/A", "?"])
def test_at_the_top_nobody_is_written(nobody):
    done = came(f"Employee ID,Department,Manager ID\n1,Board,{nobody}\n2,Sales,1\n")
    assert done.lines == {"Board": None, "Sales": "Board"}
    assert done.notes == []


def test_who_names_a_manager_that_is_not_there_is_told_with_the_rows():
    done = came("Employee ID,Department,Manager ID\n1,Board,\n2,Sales,99\n3,Legal,98\n")
    assert done.lines == {"Board": None, "Sales": None, "Legal": None}
    assert done.notes == [
        "2 people or posts name a manager who is not found (rows 3 and 4); they report to nobody"
        " yet, and move no unit."
    ]


def test_who_reports_to_themselves_is_placed_at_the_top():
    done = came("Employee ID,Department,Manager ID\n1,Board,1\n2,Sales,1\n")
    assert done.lines == {"Board": None, "Sales": "Board"}
    assert done.notes == ["1 person reports to themselves; they were placed at the top."]


def test_a_circle_is_opened():
    done = came(
        "Employee ID,Title,Department,Manager ID\n1,A,Board,3\n2,B,Sales,1\n3,C,Export,2\n"
        "4,D,Legal,1\n"
    )
    assert done.lines == {"Board": None, "Sales": "Board", "Export": "Sales", "Legal": "Board"}
    assert done.notes == ["The reporting lines go in a circle; opened at the top: A."]


def test_a_name_that_two_people_have_finds_neither():
    done = came(
        "Employee ID,Name,Department,Manager\n1,Ann Bell,Board,\n2,Ann Bell,Legal,\n"
        "3,Bo,Sales,Ann Bell\n"
    )
    assert done.lines["Sales"] is None


def test_the_first_of_several_managers_counts_and_the_others_are_dotted():
    done = came(
        "Employee ID,Title,Department,Manager ID,Matrix Manager\n1,CEO,Board,,\n2,CFO,Finance,1,\n"
        "3,Head of Sales,Sales,1,2\n"
    )
    assert done.lines["Sales"] == "Board"
    assert done.dotted == {"head-of-sales": ["cfo"]}
    assert done.notes == ["1 dotted line was kept."]


def test_a_cell_with_several_managers_keeps_those_after_the_first_as_dotted_lines():
    done = came(
        "Name,Title,Department,Reports To\nAnn,CEO,Board,\nBo,CFO,Finance,Ann\n"
        "Cy,Head,Sales,Ann;Bo\n"
    )
    assert done.lines["Sales"] == "Board"
    assert done.dotted == {"head": ["cfo"]}

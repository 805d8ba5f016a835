"""Rows as exports have them: leavers, twins, shared posts, totals and notes."""

import pytest

from tests.imports.exports import came

HEAD = "Employee ID,Title,Department,Manager ID"


def test_the_latest_row_of_each_person_counts():
    done = came(
        "PersonId,Title,Organization,ManagerId,EffectiveDate\n1,CEO,Board,,01/31/2024\n"
        "2,Clerk,Board,1,12/31/2023\n2,Head,Sales,1,02/01/2024\n2,Clerk,Board,1,11/30/2023\n"
    )
    assert done.headcount == {"Board": 1, "Sales": 1}
    assert done.notes == ["2 earlier rows were left out: of each person the latest by date counts."]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("31/12/2023", "01/02/2024"), ("2023-12-31", "2024-02-01"), ("31.12.2023", "1.2.2024")],
)
def test_dates_are_read_as_they_are_written(earlier, later):
    done = came(
        "Person ID,Department,Effective Date\n"
        f"1,Sales,{later}\n1,Legal,{earlier}\n2,Board,{later}\n"
        f""
    )
    assert "Legal" not in done.headcount


@pytest.mark.parametrize("status", ["Terminated", "inactive", "Voluntarily Terminated", "Leaver"])
def test_leavers_are_left_out(status):
    done = came(
        f"Employee ID,Department,Employment Status\n1,Board,Active\n2,Sales,Full-time\n"
        f"3,Sales,{status}\n"
    )
    assert done.headcount == {"Board": 1, "Sales": 1}
    assert len(done.notes) == 2


def test_a_row_that_stands_twice_counts_once():
    done = came(f"{HEAD}\n1,CEO,Board,\n2,Clerk,Sales,1\n2,Clerk,Sales,1\n")
    assert done.headcount["Sales"] == 1
    assert done.notes == ["1 row stands twice; it counts once."]


def test_a_person_in_two_posts_is_two_roles_and_counts_once():
    done = came(f"{HEAD}\n1,CEO,Board,\n2,Clerk,Sales,1\n2,Buyer,Legal,1\n")
    assert done.headcount == {"Board": 1, "Sales": 1, "Legal": 0}
    assert [*done.organisation.roles] == ["ceo", "clerk", "buyer"]
    assert done.notes == [
        "1 person in more than one post: each post is a role, and the person counts once (row 4)."
    ]


def test_a_second_row_of_one_post_names_a_further_manager():
    done = came(f"{HEAD}\n1,CEO,Board,\n4,CFO,Money,1\n2,Clerk,Sales,1\n2,Clerk,Sales,4\n")
    assert done.headcount["Sales"] == 1
    assert done.dotted == {"clerk": ["cfo"]}


def test_people_without_a_number_are_people():
    done = came(f"{HEAD}\n1,CEO,Board,\n,Clerk,Sales,1\n,Clerk,Sales,1\n")
    assert done.headcount["Sales"] == 2


def test_totals_trailing_notes_and_repeated_headers_are_left_out():
    done = came(f"{HEAD}\n1,CEO,Board,\n{HEAD}\n2,Clerk,Sales,1\nTotal,2,,\n\nMade on Monday,,,\n")
    assert sum(done.headcount.values()) == 2
    assert done.notes == ["3 rows were left out: totals, notes or the headers again."]


def test_lines_above_the_headers_are_passed_over():
    done = came(f"Report of staff\nversion:v1.0\n\n{HEAD}\n1,CEO,Board,\n2,Clerk,Sales,1\n")
    assert done.headcount == {"Board": 1, "Sales": 1}


def test_a_shared_post_is_one_role():
    done = came(
        "Post Unique Reference,Name,Job Title,Unit,Reports to Senior Post,FTE\n"
        "A1,Ann Bell,Director,Tax,XX,1\nA2,Bo Day,Deputy,Law,A1,0.6\nA2,Cy Fox,Deputy,Law,A1,0.4\n",
        names=True,
    )
    assert done.organisation.roles["deputy"].holders == ("Bo Day", "Cy Fox")
    assert done.headcount["Law"] == 1
    assert "deputy:  # shared by 2 people" in done.text
    assert done.notes == ["1 post is shared by several people; it is one role."]


@pytest.mark.parametrize("name", ["Vacant", "VACANT POST", "To be confirmed"])
def test_a_vacant_post_is_a_vacant_role_and_no_head(name):
    done = came(
        f"Position ID,Name,Job Title,Department,Manager Position ID\n1,Ann,CEO,Board,\n"
        f"2,{name},CFO,Finance,1\n"
    )
    assert done.organisation.roles["cfo"].vacant
    assert done.headcount["Finance"] == 0


def test_rows_that_add_posts_up_count_as_they_say():
    done = came(
        "Post Unique Reference,Job Title,Unit,Reports to Senior Post,FTE\nA1,Director,Tax,XX,1\n",
        "Unit,Reporting Senior Post,Generic Job Title,Number of Posts in FTE\nTax,A1,Officer,9.81\n"
        "",
    )
    assert done.headcount == {"Tax": 10.81}
    assert done.heads == {"Tax": "Director"}
    assert "officer:  # 9.81 people" in done.text


@pytest.mark.parametrize("half", ["0.5", "0,5", "50%", "50 %"])
def test_full_time_equivalents_are_added_up(half):
    done = came(f'Employee ID,Department,FTE\n1,Sales,1\n2,Sales,"{half}"\n3,Sales,1\n')
    assert done.headcount == {"Sales": 2.5}


def test_full_time_equivalents_in_per_cent_are_parts_of_one():
    done = came("Employee ID,Department,FTE %\n1,Sales,100\n2,Sales,50\n3,Sales,100\n")
    assert done.headcount == {"Sales": 2.5}


def test_a_row_that_only_names_a_unit_is_nobody():
    done = came("Name,Title,Department,Team\nAnn,Head,Sales,\n,,Sales,Export\n")
    assert done.headcount == {"Sales": 1, "Export": None}
    assert [*done.organisation.roles] == ["head"]

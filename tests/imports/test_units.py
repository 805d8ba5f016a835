"""Functions from units, their levels, lists of them, or who manages."""

import pytest

from tests.imports.exports import came


def test_levels_of_units_are_under_each_other():
    done = came(
        "Employee ID,Title,Division,Department,Manager ID\n1,CEO,Board,,\n2,VP,Sales,,1\n"
        "3,Lead,Sales,Export,2\n4,Lead,Sales,Home,2\n"
    )
    assert done.lines == {"Board": None, "Sales": "Board", "Export": "Sales", "Home": "Sales"}
    assert done.heads == {"Board": "CEO", "Sales": "VP", "Export": "Lead", "Home": "Lead"}


def test_a_path_says_what_is_under_what():
    done = came("Employee ID,Org Unit Path [Required]\n1,/\n2,/Sales\n3,/Sales/EMEA\n")
    assert done.lines == {"No unit given": None, "Sales": None, "EMEA": "Sales"}


def test_a_level_that_is_always_the_same_is_the_organisation():
    done = came("Employee ID,Company,Department\n1,Acme,Sales\n2,Acme,Legal\n")
    assert done.organisation.name == "Acme"
    assert [*done.lines] == ["Sales", "Legal"]


def test_units_of_one_name_in_several_places_are_told_apart():
    done = came("Employee ID,Division,Department\n1,North,Sales\n2,South,Sales\n")
    assert [*done.lines] == ["North", "Sales (North)", "South", "Sales (South)"]


def test_names_of_units_that_differ_in_case_are_one():
    done = came("Employee ID,Department\n1,Sales\n2,SALES\n3, sales \n")
    assert done.headcount == {"Sales": 3}


def test_the_name_of_the_manager_is_no_part_of_the_name_of_a_unit():
    done = came(
        "Employee ID,Worker,Supervisory Organization\n1,Ann Bell,Sales (Ann Bell)\n"
        "2,Bo Day,Legal (UK)\n"
    )
    assert [*done.lines] == ["Sales", "Legal (UK)"]
    assert "Bell" not in done.text


def test_codes_are_named_by_the_lists_of_units_and_titles():
    done = came(
        "employee_id,job_id,manager_id,department_id\n1,P,,90\n2,S,1,80\n",
        "department_id,department_name,manager_id\n90,Executive,1\n80,Sales,2\n70,Nobody,\n",
        "job_id,job_title,max_salary\nP,President,9\nS,Sales Manager,9\n",
    )
    assert done.heads == {"Executive": "President", "Sales": "Sales Manager"}
    assert done.notes == [
        "Listed with nobody in them and nothing above them, and left out: Nobody."
    ]


def test_a_list_of_units_alone_becomes_functions():
    done = came("Unit ID,Unit Name,Parent Unit ID\n1,Board,\n2,Sales,1\n3,Sales,2\n")
    assert done.lines == {"Board": None, "Sales (2)": "Board", "Sales (3)": "Sales (2)"}


def test_units_under_each_other_in_a_circle_are_opened():
    done = came("Unit ID,Unit Name,Parent Unit ID\n1,Board,2\n2,Sales,1\n")
    assert done.lines == {"Board": None, "Sales": "Board"}
    assert done.notes == ["Units are under each other in a circle; opened at the top: Board."]


def test_who_has_no_unit_works_where_their_manager_does():
    done = came(
        "Employee ID,Title,Department,Manager ID\n1,CEO,,\n2,Head,Sales,1\n3,Clerk,,2\n"
        "4,Aide,N/A,1\n"
    )
    assert done.lines == {"Office of the CEO": None, "Sales": "Office of the CEO"}
    assert done.headcount == {"Office of the CEO": 2, "Sales": 2}


def test_without_units_each_manager_has_a_function():
    done = came(
        "Employee ID,Title,Manager ID\n1,Chief Executive,\n2,Head of Sales,1\n3,Seller,2\n"
        "4,Seller,2\n"
    )
    assert done.lines == {"Chief Executive": None, "Sales": "Chief Executive"}
    assert done.headcount == {"Chief Executive": 1, "Sales": 3}


def test_each_post_can_be_a_function():
    done = came("Employee ID,Title,Department,Manager ID\n1,CEO,A,\n2,Buyer,A,1\n", by="posts")
    assert done.lines == {"CEO": None, "Buyer": "CEO"}


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ("1,CEO,Board,\n2,Clerk,Sales,1\n3,Boss,Sales,1\n4,Clerk,Sales,3\n", "Boss"),
        ("1,CEO,Board,\n2,Clerk,Sales,1\n3,Sales Manager,Sales,1\n", "Sales Manager"),
        ("1,CEO,Board,\n2,Clerk,Sales,1\n3,Clerk,Sales,1\n", None),
    ],
    ids=["who has reports", "who has the title of a head", "nobody, where nothing tells"],
)
def test_the_head_of_a_unit_is(rows, head):
    done = came(f"Employee ID,Title,Department,Manager ID\n{rows}")
    assert done.heads == {"Board": "CEO", "Sales": head}


def test_alike_posts_of_different_people_stay_different_roles():
    done = came(
        "Employee ID,Title,Department,Manager ID\n1,CEO,A,\n2,Seller,A,1\n3,Seller,A,1\n"
        "4,seller,A,1\n"
    )
    assert [*done.organisation.roles] == ["ceo", "seller", "seller-2", "seller-3"]


def test_the_head_of_all_answers_for_the_outcome():
    done = came("Employee ID,Title,Department,Manager ID\n1,CEO,A,\n2,CFO,B,1\n")
    assert done.organisation.outcome.accountable == "ceo"
    assert done.organisation.outcome.statement.startswith("TODO")


@pytest.mark.parametrize(
    "title", ["no", "012", "# 1: a", "yes: [x]", "“Q” 'q' \"q\"", "a\\n", "é ü 中"]
)
def test_titles_are_kept_as_they_are(title):
    quoted = title.replace('"', '""')
    done = came(f'Employee ID,Title,Department\n1,"{quoted}","{quoted}"\n')
    assert done.heads == {title: title}


def test_functions_stand_after_the_one_they_report_to():
    done = came("ID,Title,Department,Manager ID\n3,C,Export,2\n2,B,Sales,1\n1,A,Board,\n")
    assert [*done.lines] == ["Board", "Sales", "Export"]


def test_units_can_be_listed_by_name():
    done = came("Team,Parent Unit\nSales,Board\nExport,Sales\n")
    assert done.lines == {"Board": None, "Sales": "Board", "Export": "Sales"}
    assert done.notes == []


def test_units_of_one_name_in_a_list_are_told_apart():
    done = came("Team,Parent Unit\nEtcd,\nEtcd,Etcd\nDocs,Etcd\n")
    assert done.lines == {"Etcd": None, "Etcd (Etcd)": "Etcd", "Docs": "Etcd"}


def test_of_too_many_roles_only_those_of_heads_and_managers_are_kept(monkeypatch):
    monkeypatch.setattr("orgdesign.imports.organisation_builder.MOST_ROLES", 2)
    done = came("ID,Title,Department,Manager ID\n1,CEO,A,\n2,Buyer,A,1\n3,Seller,A,1\n")
    assert [*done.organisation.roles] == ["ceo"]
    assert done.notes == [
        "3 roles are too many to work with: "
        "only heads of units and managers became roles, 1 of them."
    ]


def test_a_manager_without_a_title_has_a_function_that_is_called_by_number():
    done = came("Employee ID,Name,Manager ID\n7,Ann Bell,\n8,Bo Day,7\n9,Cy Fox,8\n")
    assert done.lines == {"Team of 7": None, "Team of 8": "Team of 7"}
    assert done.notes == [
        "2 managers have no title; their functions are called after their numbers."
    ]

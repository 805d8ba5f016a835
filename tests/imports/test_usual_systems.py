"""Exports as HR systems and offices write them, which one column or mark can upset."""

from tests.imports.exports import came
from tests.imports.test_vocabulary import meaning_of


def test_what_kind_of_time_somebody_works_is_no_team():
    headers = "Time Type|Team Type|Worker Sub-Type|Beschäftigungsart|Type de contrat|雇用区分"
    found = {header: meaning_of(header) for header in headers.split("|")}
    assert {known and known.name for known in found.values()} == {"attribute"}


def test_a_status_behind_a_name_is_the_status_of_its_row():
    done = came(
        "Worker,Title,Department,Manager\n"
        '"Bell, Ann (On Leave)",CEO,Board,\n"Day, Bo [C]",Clerk,Sales,"Bell, Ann (On Leave)"\n'
        '"Ek, Cy (Terminated)",Clerk,Sales,"Bell, Ann"\n"Fox, Di (F)",Clerk,Sales,"Bell, Ann"\n',
        names=True,
    )
    assert [role.holders for role in done.organisation.roles.values()] == [
        ("Bell, Ann",),
        ("Day, Bo",),
        ("Fox, Di (F)",),
    ]
    assert done.headcount == {"Board": 1, "Sales": 2}


def test_a_column_of_statuses_says_more_than_a_mark_behind_a_name():
    done = came(
        "Worker,Title,Department,Status\nAnn,CEO,Board,Active\nBo (Terminated),Clerk,Board,Active\n"
    )
    assert done.headcount == {"Board": 2}


def test_a_preferred_name_beside_the_whole_one_only_finds_people():
    done = came(
        "First Name,Last Name,Preferred Name,Job Title,Department,Reporting to\n"
        "Mariana,Ortega,Mari,Director,Board,\nSam,Lee,,Clerk,Sales,Mariana Ortega\n"
        "Jo,Kim,,Buyer,Buying,Mari Ortega\n",
        names=True,
    )
    assert done.organisation.roles["director"].holders == ("Mariana Ortega",)
    assert done.lines == {"Board": None, "Sales": "Board", "Buying": "Board"}


def test_the_label_below_a_code_says_what_the_column_is():
    done = came(
        "USERID,TITLE,DEPARTMENT,MANAGER,CUSTOM01,CUSTOM02\n"
        "User ID,Title,Department,Manager,FTE,Base Salary\n1,CEO,Board,,1.0,9\n"
        "2,Clerk,Sales,1,0.5,9\n"
    )
    assert done.headcount == {"Board": 1, "Sales": 0.5}


def test_below_headers_that_span_others_the_lower_row_counts():
    done = came(
        "Person,Person,Post,Post,Extent\nEmployee ID,Name,Job Title,Department,FTE\n"
        "1,Ann,CEO,Board,1\n2,Bo,Clerk,Sales,0.5\n"
    )
    assert done.headcount == {"Board": 1, "Sales": 0.5}


def test_sums_on_the_way_are_left_out_and_no_unit_that_is_called_so():
    done = came(
        "Department,Title,FTE\nTotal Rewards,Head of Rewards,1\nSales,Clerk,1\n"
        "Zwischensumme Sales,,2\nSous-total : ventes,,2\nTotal,,3\n"
    )
    assert done.headcount == {"Total Rewards": 1, "Sales": 1}

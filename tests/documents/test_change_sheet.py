"""Sheets of what a design changes in a role, line by line, and the bundle for a manager."""

from dataclasses import replace

import pytest

from orgdesign.designs.replay import structure_after
from orgdesign.documents.roles import change_sheets, changed_roles
from orgdesign.documents.roles.change_sheet import line_rows
from orgdesign.documents.roles.role_description import RoleSection
from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.writers.document import Table
from orgdesign.model import Change
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import disclose
from tests.documents.insurer import INSURER, redesigned

WORDS = RoleWords("en")


def rows(before, after):
    return [*line_rows(RoleSection("decides", "Decision rights", after, before), WORDS)]


def test_lines_that_go_and_come_are_marked_and_the_others_stand_beside_them():
    assert rows(("One.", "Two."), ("One.", "Three.", "Four.")) == [
        ("One.", "One."),
        ("− Two.", "+ Three."),
        ("", "+ Four."),
    ]


def test_many_lines_that_stay_are_counted():
    kept = tuple(f"Line {at}." for at in range(9))
    assert rows((*kept, "Old."), kept) == [
        ("9 more stay as they are.", "9 more stay as they are."),
        ("− Old.", ""),
    ]


def test_a_new_title_is_told_with_the_old_one():
    retitled = Change(
        "change-role", None, None, {"role": "claims-director", "title": "Head of Settling"}
    )
    company = replace(
        INSURER, designs={"new": replace(INSURER.designs["new"], changes=(retitled,))}
    )
    disclosure = disclose(company, structure_after(company, company.designs["new"]))
    [found] = changed_roles(disclosure, role="claims-director")
    document = change_sheets(disclosure, [found])
    (titles, *_) = [each for each in document.blocks if isinstance(each, Table)]
    assert titles.rows == (("− Claims Director", "+ Head of Settling"),)
    assert "Nothing changes" not in str(document.blocks)


def test_only_roles_that_change_have_a_sheet():
    found = changed_roles(disclose(INSURER, redesigned()))
    assert "claims-director" in {each.id for each in found}
    assert all(each.standing or any(one.before is not None for one in each.sections)
               or each.former_title for each in found)  # fmt: skip


def test_a_sheet_says_when_and_by_whom():
    disclosure = disclose(INSURER, redesigned())
    found = changed_roles(disclosure)
    plans = [
        each
        for each in change_sheets(disclosure, found).blocks
        if isinstance(each, Table) and each.kind == "plan"
    ]
    assert any("Spring" in when for plan in plans for when, _, _ in plan.rows)


def test_a_manager_gets_the_sheets_of_the_team():
    found = changed_roles(disclose(INSURER, redesigned()), manager="chief")
    assert found[0].id == "claims-director"
    assert "chief" not in {each.id for each in found}


@pytest.mark.parametrize(
    ("disclosure", "manager", "message"),
    [
        (disclose(INSURER), None, "A sheet of changes needs a design"),
        (disclose(INSURER, redesigned()), "cheif", 'did you mean "chief"'),
    ],
)
def test_what_cannot_be_made_says_why(disclosure, manager, message):
    with pytest.raises(OrgdesignError, match=message):
        changed_roles(disclosure, manager=manager)

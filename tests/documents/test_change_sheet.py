"""Sheets of what a design changes in a role, line by line, and the bundle for a manager."""

from dataclasses import replace

import pytest

from orgdesign.designs.replay import structure_after
from orgdesign.documents.roles import change_sheets, changed_roles
from orgdesign.documents.roles.change_sheet import line_rows
from orgdesign.documents.roles.role_description import RoleSection
from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.writers.document import DocumentTable
from orgdesign.model import Change
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Redaction, disclose
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
    (titles, *_) = [each for each in document.blocks if isinstance(each, DocumentTable)]
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
        if isinstance(each, DocumentTable) and each.kind == "plan"
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


def blocks_of(organisation, role: str) -> str:
    disclosure = disclose(organisation, redesigned(organisation))
    return str(change_sheets(disclosure, changed_roles(disclosure, role=role)).blocks)


def changed_by(*changes: Change):
    return replace(INSURER, designs={"new": replace(INSURER.designs["new"], changes=changes)})


def test_who_holds_a_role_that_ends_is_told_that_nothing_is_said_of_them_yet():
    ends = Change("retire-role", None, None, {"role": "claims-director"})
    asked = "Nothing says yet what becomes of whoever holds this role."
    assert asked in blocks_of(changed_by(ends), "claims-director")
    moved = Change("move-holder", None, None, {"giver": "claims-director", "taker": "chief"})
    assert asked not in blocks_of(changed_by(moved, ends), "claims-director")


def test_who_loses_a_place_is_told_that_it_is_open():
    ends = Change("retire", None, None, {"function": "claims"})
    told = blocks_of(changed_by(ends), "claims-director")
    assert "Nothing says yet which customer outcome this role serves." in told


def test_a_change_says_why_and_nothing_where_reasons_are_left_out():
    change = replace(INSURER.designs["new"].changes[0], reason="Nobody owned the claim")
    organisation = changed_by(change)
    assert "Why: Nobody owned the claim" in blocks_of(organisation, "claims-director")
    then = redesigned(organisation)
    disclosure = disclose(organisation, then, Redaction(frozenset({"reasons"})))
    sheet = change_sheets(disclosure, changed_roles(disclosure, role="claims-director"))
    assert "Nobody owned the claim" not in str(sheet.blocks)


def test_of_those_who_report_to_a_role_only_who_goes_and_who_comes_is_told():
    told = blocks_of(INSURER, "chief")
    assert "− Reporting to it: Claims Director." in told
    assert "− Reporting to it: Head of Skunkworks." not in told


def test_dates_stand_as_people_write_them_in_each_language():
    told = {each: RoleWords(each).date("2024-06-01") for each in ("en", "de", "fr", "es", "ja")}
    assert told == {
        "en": "1 June 2024", "de": "01.06.2024", "fr": "01/06/2024", "es": "01/06/2024",
        "ja": "2024年6月1日",
    }  # fmt: skip
    assert RoleWords("en").date("spring") == "spring"

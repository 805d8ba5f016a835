"""What is worked out once is shared by those who see the same, and by nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import event

from orgdesign.redaction import Scope
from tests.team.pages.team_app import EVERYTHING, TeamApp

PAGES = ("", "/table", "/findings", "/parts/functions", "/history")
SUBMISSION = re.compile(r'name="submission" value="([^"]*)"')


@pytest.fixture
def asked(team: TeamApp) -> Iterator[list[str]]:
    """What the database is asked, as it is asked."""
    said: list[str] = []

    def note(connection: object, cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(team.database.engine, "before_cursor_execute", note)
    yield said
    event.remove(team.database.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("page", PAGES)
def test_whoever_sees_a_branch_gets_nothing_of_what_was_made_for_whoever_sees_all(
    team: TeamApp, page: str
):
    ana = team.add("Ana")
    team.grant(ana, "edit", Scope(EVERYTHING, "claims"))
    alone = team.browser(ana).get(f"/o/{team.key}{page}")
    whole = team.browser(team.admin).get(f"/o/{team.key}{page}")
    after = team.browser(ana).get(f"/o/{team.key}{page}")
    assert "Underwriting" in whole.text or page not in ("/table", "/parts/functions")
    assert "Underwriting" not in after.text
    assert after.status_code == alone.status_code


def test_whoever_reads_gets_no_row_of_whoever_edits_the_same(team: TeamApp):
    ben = team.add("Ben")
    team.grant(ben, "read", Scope(EVERYTHING))
    assert "<textarea" in team.browser(team.admin).get(f"/o/{team.key}/table").text
    assert "<textarea" not in team.browser(ben).get(f"/o/{team.key}/table").text


def test_the_forms_of_two_pages_are_told_apart_though_their_rows_are_shared(team: TeamApp):
    browser = team.browser(team.admin)
    one, two = ({*SUBMISSION.findall(browser.get(f"/o/{team.key}/table").text)} for _ in range(2))
    assert len({each.removesuffix("-new") for each in one}) == 1
    assert one.isdisjoint(two)


@pytest.mark.parametrize("page", ["", "/table", "/history"])
def test_a_page_of_a_version_that_was_shown_asks_the_database_four_things(
    team: TeamApp, asked: list[str], page: str
):
    browser = team.browser(team.admin)
    for _ in range(2):
        browser.get(f"/o/{team.key}{page}")
    asked.clear()
    browser.get(f"/o/{team.key}{page}")
    assert len(asked) <= 4, asked

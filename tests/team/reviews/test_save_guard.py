"""Nobody changes a design under review, and only an accepted one becomes the new today."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from orgdesign.team.discussion.subjects import ThreadSubject
from orgdesign.team.discussion.threads import add_comment, begin_thread, threads_of
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.reviews.reviews import current_review, submit_design
from orgdesign.team.reviews.tables import REVIEW
from orgdesign.team.reviews.verdicts import ReviewStatus
from orgdesign.team.viewer import NotAllowed
from orgdesign.workspace import OpenFile
from orgdesign.workspace.adoption import adopt_file_design
from orgdesign.yamlfile.editing import Edit, Move, Remove, Set
from tests.team.reviews.conftest import ANA, BEN


def organisation_of(file: OpenFile) -> int:
    return int(file.identity.partition(":")[2])


def submit(resources: TeamResources, file: OpenFile, status: ReviewStatus = "submitted") -> None:
    with resources.database.writing() as connection:
        submit_design(connection, ANA, organisation_of(file), "d", 1)
        connection.execute(update(REVIEW).values(status=status))


def edit(resources: TeamResources, file: OpenFile, *edits: Edit) -> None:
    """Make edits as somebody else who has it open."""
    other = resources.whole_file(organisation_of(file), BEN)
    other.edit(edits, other.now().version, "An edit", {})


def text_of(resources: TeamResources, file: OpenFile) -> str:
    """Return what the whole file says now."""
    reading = resources.whole_file(organisation_of(file), ANA).now().reading
    assert reading
    assert reading.source
    return reading.source.text


def adopt(resources: TeamResources, file: OpenFile) -> None:
    other = resources.whole_file(organisation_of(file), BEN)
    adopt_file_design(other, "d", None, other.now().version)


CHANGED = Set(("designs", "d", "changes", 0, "name"), "Shop window")


@pytest.mark.parametrize(
    "meant",
    [CHANGED, Remove(("designs", "d", "changes", 1)), Remove(("designs", "d"))],
)
@pytest.mark.parametrize("status", ["submitted", "accepted"])
def test_a_design_under_review_is_locked(
    resources: TeamResources, shop: OpenFile, meant: Edit, status: ReviewStatus
):
    submit(resources, shop, status)

    with pytest.raises(NotAllowed, match="Counter first is under review"):
        edit(resources, shop, meant)

    edit(resources, shop, Set(("functions", "head", "name"), "Owner"))


@pytest.mark.parametrize("status", ["refused", "withdrawn"])
def test_a_design_that_came_back_can_be_changed(
    resources: TeamResources, shop: OpenFile, status: ReviewStatus
):
    submit(resources, shop, status)

    edit(resources, shop, CHANGED)

    assert "name: Shop window" in text_of(resources, shop)


def test_only_an_accepted_design_is_adopted(resources: TeamResources, shop: OpenFile):
    with pytest.raises(NotAllowed, match="Submit it for review first"):
        adopt(resources, shop)
    submit(resources, shop)
    with pytest.raises(NotAllowed, match="Submit it for review first"):
        adopt(resources, shop)
    with resources.database.writing() as connection:
        connection.execute(update(REVIEW).values(status="accepted"))

    adopt(resources, shop)

    with resources.database.reading() as connection:
        review = current_review(connection, organisation_of(shop), "d")
    assert review
    assert review.status == "adopted"
    now = resources.whole_file(organisation_of(shop), ANA).now().organisation
    assert now
    assert now.functions["till"].name == "Counter"
    assert not now.designs


def test_a_design_may_be_given_up(resources: TeamResources, shop: OpenFile):
    edit(resources, shop, Remove(("designs", "d")))

    assert "Counter first" not in text_of(resources, shop)


def test_threads_follow_a_part_whose_id_changes(resources: TeamResources, shop: OpenFile):
    with resources.database.writing() as connection:
        thread = begin_thread(
            connection, ANA, organisation_of(shop), ThreadSubject("function", "baking")
        )
        add_comment(connection, ANA, thread, "Who bakes on Sunday?", "")

    edit(
        resources,
        shop,
        Move(("functions", "baking"), ("functions", "bakery")),
        Set(("designs", "d", "changes", 1, "reports_to"), "bakery"),
    )

    with resources.database.reading() as connection:
        (found,) = threads_of(connection, organisation_of(shop))
    assert found.subject == ThreadSubject("function", "bakery")

"""What decisions about changes come to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from orgdesign.team.reviews.verdicts import (
    ChangeStanding,
    ReviewDecision,
    ReviewVerdict,
    change_standing,
    review_result,
)

YES: ReviewVerdict = "accepted"


def said(**verdicts: ReviewVerdict) -> list[ReviewDecision]:
    now = datetime.now(UTC)
    return [
        ReviewDecision("a", "" if branch == "whole" else branch, verdict, "", "p", "P", now)
        for branch, verdict in verdicts.items()
    ]


@pytest.mark.parametrize(
    ("decisions", "standing"),
    [
        ({}, "waits"),
        ({"sales": YES}, "waits"),
        ({"sales": YES, "baking": YES}, "accepted"),
        ({"sales": YES, "baking": "asked"}, "asked"),
        ({"sales": "refused", "baking": "asked"}, "refused"),
        ({"whole": YES}, "accepted"),
        ({"whole": YES, "baking": "refused"}, "refused"),
        ({"whole": "refused", "sales": YES, "baking": YES}, "refused"),
        ({"web": YES}, "waits"),
    ],
)
def test_a_change_is_accepted_once_every_branch_says_yes(
    decisions: dict[str, ReviewVerdict], standing: ChangeStanding
):
    assert change_standing(("sales", "baking"), said(**decisions)) == standing


@pytest.mark.parametrize(
    ("standings", "status"),
    [
        ((), "submitted"),
        (("accepted", "waits"), "submitted"),
        (("refused", "asked"), "submitted"),
        (("accepted", "refused"), "refused"),
        (("accepted", "accepted"), "accepted"),
    ],
)
def test_a_design_is_accepted_once_all_its_changes_are(
    standings: tuple[ChangeStanding, ...], status: str
):
    assert review_result(standings) == status

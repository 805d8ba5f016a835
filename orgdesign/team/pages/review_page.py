"""The review of a design as whoever asks sees it: its changes, who is asked, what is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import url_for
from sqlalchemy import Connection
from werkzeug.utils import cached_property

from orgdesign.team.discussion.subjects import ThreadSubject, position_name
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.pages.discussion_page import subject_arguments
from orgdesign.team.pages.door import team_door
from orgdesign.team.pages.naming_changes import team_resources
from orgdesign.team.pages.permission import rights_here
from orgdesign.team.pages.team_page import TeamPage
from orgdesign.team.reviews.reviewers import WHOLE, branches_asked
from orgdesign.team.reviews.reviews import DesignReview, current_review, reviews_of
from orgdesign.team.reviews.verdicts import ChangeStanding, ReviewDecision, change_standing
from orgdesign.team.rights.grants import LEVELS, grants_on
from orgdesign.team.viewer import Viewer
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import DesignPage

STANDING_WORDS: Mapping[ChangeStanding, str] = {
    "waits": "Not decided yet",
    "asked": "Asked about",
    "refused": "Refused",
    "accepted": "Accepted",
}
STATUS_WORDS = {
    "submitted": "Under review",
    "accepted": "Accepted",
    "refused": "Refused",
    "withdrawn": "Taken back",
    "adopted": "Adopted",
}


@value_object
class ReviewedChange:
    """A change of a design as it is shown in its review."""

    key: str
    sentence: str
    standing: ChangeStanding
    decisions: tuple[ReviewDecision, ...]
    asked: tuple[str, ...]
    mine: tuple[str, ...]
    comments: str

    @property
    def words(self) -> str:
        """Return how it stands, in words."""
        return STANDING_WORDS[self.standing]


def editing_branches(connection: Connection, organisation: int) -> list[str]:
    """Return the branches in which somebody may edit who may not edit everything."""
    least = LEVELS.index("edit")
    grants = grants_on(connection, organisation)
    held = (each.scope.branch for each in grants if LEVELS.index(each.may) >= least)
    return list(dict.fromkeys(branch for branch in held if branch))


def asked_about(
    resources: TeamResources, connection: Connection, organisation: int, viewer: Viewer, design: str
) -> Mapping[str, tuple[str, ...]]:
    """Return the branches that decide about each change of a design, by the whole of it."""
    today = resources.whole_file(organisation, viewer).now().organisation
    if today is None or design not in today.designs:
        return {}
    branches = editing_branches(connection, organisation)
    return branches_asked(today, today.designs[design], branches)


def review_of(page: DesignPage) -> tuple[DesignReview | None, bool]:
    """Return the newest review of a design that a page shows, and whether one's word is missing."""
    shown = ReviewPage(page.key, page.asked_for)
    return shown.review, shown.waits_for_me


class ReviewPage(TeamPage, DesignPage):
    """The review of one design."""

    @cached_property
    def review(self) -> DesignReview | None:
        """Return the newest review of it."""
        with team_door().database.reading() as connection:
            return current_review(connection, self.organisation_id, self.design.id)

    @cached_property
    def rounds(self) -> list[DesignReview]:
        """Return every review of it, the newest first."""
        with team_door().database.reading() as connection:
            return reviews_of(connection, self.organisation_id, self.design.id)

    @property
    def status_words(self) -> str:
        """Return how the review stands, in words."""
        return STATUS_WORDS[self.review.status] if self.review else "Not submitted yet"

    @cached_property
    def branches_asked(self) -> Mapping[str, tuple[str, ...]]:
        """Return the branches that decide about each change."""
        with team_door().database.reading() as connection:
            known = (self.organisation_id, self.viewer, self.design.id)
            return asked_about(team_resources(), connection, *known)

    def mine(self, change: str | None) -> tuple[str, ...]:
        """Return the branches for which whoever asks may decide about a change."""
        branches = rights_here().branches("edit")
        if branches is None:
            return (WHOLE,)
        return tuple(each for each in self.branches_asked.get(change or "", ()) if each in branches)

    @cached_property
    def changes(self) -> list[ReviewedChange]:
        """Return the changes that are seen, in the order in which they are made."""
        return [self._change(line.position, line.sentence) for line in self.lines]

    def _change(self, at: int, sentence: str) -> ReviewedChange:
        change = self.design.changes[at]
        asked = self.branches_asked.get(change.id or "", ())
        decisions = self.review.about(change.id or "") if self.review else []
        subject = ThreadSubject("change", change.id or position_name(at), self.design.id)
        comments = url_for(
            "team_threads.show_subject", **subject_arguments(self._settings, subject)
        )
        return ReviewedChange(
            self.keys[at],
            sentence,
            change_standing(asked, decisions),
            tuple(decisions),
            asked,
            self.mine(change.id) if self.review and self.review.is_open else (),
            comments,
        )

    @property
    def sees_reasons(self) -> bool:
        """Whether whoever asks may read what others gave as reasons."""
        return all("reasons" in scope.facts for scope in rights_here().sight.scopes)

    def branch(self, branch: str) -> str:
        """Return what a branch is called, as far as it is seen."""
        function = self.organisation.functions.get(branch)
        return function.name if function else ""

    @property
    def waits_for_me(self) -> bool:
        """Whether a change waits for the word of whoever asks."""
        if not self.review or not self.review.is_open:
            return False
        return any(each.mine and each.standing == "waits" for each in self.changes)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many of the changes seen stand how."""
        found: dict[str, int] = {}
        for each in self.changes:
            found[each.words] = found.get(each.words, 0) + 1
        return found

    @property
    def may_submit(self) -> bool:
        """Whether whoever asks may submit it."""
        is_free = self.review is None or not self.review.is_locked
        return is_free and rights_here().may("propose") and bool(self.design.changes)

    @property
    def may_withdraw(self) -> bool:
        """Whether whoever asks may take it back from review."""
        review = self.review
        is_theirs = review is not None and review.submitted_by == self.viewer.id
        return bool(review and review.is_locked and (is_theirs or rights_here().may("manage")))

    def facts(self) -> dict[str, Any]:
        """Return what stands for this design in addresses."""
        return {"key": self.key, "design": self.asked_for}

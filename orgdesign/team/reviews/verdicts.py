"""What was decided about the changes of a design, and what that makes of the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Literal, get_args

from orgdesign.model import Verdict as WrittenVerdict
from orgdesign.team.reviews.reviewers import WHOLE
from orgdesign.value_objects import value_object

ReviewVerdict = Literal["accepted", "refused", "asked"]
"""What somebody says to a change: yes, no, or a question."""
VERDICTS: tuple[ReviewVerdict, ...] = get_args(ReviewVerdict)
ChangeStanding = Literal["waits", "asked", "refused", "accepted"]
ReviewStatus = Literal["submitted", "accepted", "refused", "withdrawn", "adopted"]
LOCKED: tuple[ReviewStatus, ...] = ("submitted", "accepted")
"""While a review is so, nobody changes the design."""
WRITTEN: Mapping[ChangeStanding, WrittenVerdict] = {
    "waits": "proposed",
    "asked": "open",
    "refused": "refused",
    "accepted": "agreed",
}
"""What the file says of a change, as its field for decisions has it."""


@value_object
class ReviewDecision:
    """What a branch said to a change: by whom, when and why."""

    change: str
    branch: str
    verdict: ReviewVerdict
    reason: str
    person: str
    person_name: str
    at: datetime


def change_standing(asked: Collection[str], decisions: Iterable[ReviewDecision]) -> ChangeStanding:
    """Return where a change stands: any no is a no, a question keeps it open, else all say yes.

    Whoever may edit everything decides for every branch that has said nothing itself.
    """
    said = {decision.branch: decision.verdict for decision in decisions}
    verdicts = [said.get(branch) or said.get(WHOLE) for branch in asked]
    if WHOLE in said and WHOLE not in asked:
        verdicts.append(said[WHOLE])
    if "refused" in verdicts:
        return "refused"
    if "asked" in verdicts:
        return "asked"
    return "waits" if None in verdicts or not verdicts else "accepted"


def review_result(standings: Collection[ChangeStanding]) -> ReviewStatus:
    """Return what a review has come to: it goes on while a change waits or is asked about."""
    if not standings or {"waits", "asked"} & {*standings}:
        return "submitted"
    return "refused" if "refused" in standings else "accepted"

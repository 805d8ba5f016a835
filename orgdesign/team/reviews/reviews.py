"""Reviews of designs: submitted, decided change by change, taken back, adopted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime
from hashlib import blake2s
from typing import Any

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.dialects.postgresql import insert

from orgdesign.model import Design
from orgdesign.problems import OrgdesignError
from orgdesign.team.change_listener import tell_changed
from orgdesign.team.log.chain import append_entry
from orgdesign.team.people.tokens import new_identity
from orgdesign.team.reviews.reviewers import WHOLE
from orgdesign.team.reviews.tables import REVIEW, REVIEW_DECISION
from orgdesign.team.reviews.verdicts import (
    LOCKED,
    ChangeStanding,
    ReviewDecision,
    ReviewStatus,
    ReviewVerdict,
    change_standing,
    review_result,
)
from orgdesign.team.viewer import Viewer
from orgdesign.value_objects import value_object


class WrongReview(OrgdesignError):  # noqa: N818 - what a user calls it
    """Something that cannot be done with a review as it stands."""


@value_object
class DesignReview:
    """One round of the review of a design; ``version`` is the text that was submitted."""

    id: str
    design: str
    round: int
    status: ReviewStatus
    version: int
    submitted_by: str
    submitted_name: str
    submitted_at: datetime
    ended_at: datetime | None
    decisions: tuple[ReviewDecision, ...] = field(default=())

    @property
    def is_locked(self) -> bool:
        """Whether nobody may change the design meanwhile."""
        return self.status in LOCKED

    @property
    def is_open(self) -> bool:
        """Whether decisions are still taken."""
        return self.status == "submitted"

    def about(self, change: str) -> list[ReviewDecision]:
        """Return what was decided about a change, in the order in which it was."""
        return [decision for decision in self.decisions if decision.change == change]

    def standings(self, asked: Mapping[str, tuple[str, ...]]) -> dict[str, ChangeStanding]:
        """Return where each change stands, of those that branches are ``asked`` about."""
        return {id_: change_standing(branches, self.about(id_)) for id_, branches in asked.items()}


def reviews_of(connection: Connection, organisation: int, design: str = "") -> list[DesignReview]:
    """Return the reviews of an organisation, or of one of its designs, the newest first."""
    chosen = [REVIEW.c.organisation == organisation]
    chosen += [REVIEW.c.design == design] if design else []
    rows = connection.execute(
        select(REVIEW).where(*chosen).order_by(REVIEW.c.submitted_at.desc(), REVIEW.c.round.desc())
    ).all()
    decided = connection.execute(
        select(REVIEW_DECISION)
        .join(REVIEW, REVIEW.c.id == REVIEW_DECISION.c.review)
        .where(*chosen)
        .order_by(REVIEW_DECISION.c.at)
    )
    decisions: dict[str, list[ReviewDecision]] = {}
    for row in decided:
        decisions.setdefault(row.review, []).append(_decision(row))
    return [_review(row, decisions.get(row.id, [])) for row in rows]


def _decision(row: Row[Any]) -> ReviewDecision:
    said = (row.change, row.branch, row.verdict, row.reason)
    return ReviewDecision(*said, row.person, row.person_name, row.at)


def _review(row: Row[Any], decisions: list[ReviewDecision]) -> DesignReview:
    by = (row.submitted_by, row.submitted_name, row.submitted_at)
    kept = (row.id, row.design, row.round, row.status, row.version)
    return DesignReview(*kept, *by, row.ended_at, tuple(decisions))


def current_review(connection: Connection, organisation: int, design: str) -> DesignReview | None:
    """Return the newest review of a design."""
    return next(iter(reviews_of(connection, organisation, design)), None)


def reviews_version(reviews: Iterable[DesignReview], designs: Mapping[str, Design]) -> str:
    """Return what changes with what is decided about these designs, as they are seen."""
    said = [
        (review.id, review.status, [d for d in review.decisions if d.change in seen])
        for review in reviews
        if review.design in designs
        for seen in [{change.id for change in designs[review.design].changes}]
    ]
    return blake2s(repr(said).encode(), digest_size=12).hexdigest()


def locked_designs(connection: Connection, organisation: int) -> dict[str, ReviewStatus]:
    """Return the designs that nobody may change, with how their reviews stand."""
    found = select(REVIEW.c.design, REVIEW.c.status).where(
        REVIEW.c.organisation == organisation, REVIEW.c.status.in_(LOCKED)
    )
    return {row.design: row.status for row in connection.execute(found)}


def submit_design(
    connection: Connection, viewer: Viewer, organisation: int, design: str, version: int
) -> str:
    """Begin a review; from now on nobody changes the design. Raises ``WrongReview``."""
    last = current_review(connection, organisation, design)
    if last and last.is_locked:
        raise WrongReview("It is under review already.")
    values = {"id": new_identity(), "organisation": organisation, "design": design}
    values |= {"round": last.round + 1 if last else 1, "status": "submitted", "version": version}
    values |= {"submitted_by": viewer.id, "submitted_name": viewer.name}
    added = connection.execute(
        insert(REVIEW).values(values).on_conflict_do_nothing().returning(REVIEW.c.id)
    ).scalar()
    if added is None:
        raise WrongReview("It is under review already.")
    _log(connection, viewer, organisation, "design submitted", design, round=values["round"])
    return str(added)


def decide_change(
    connection: Connection,
    viewer: Viewer,
    organisation: int,
    review: DesignReview,
    change: str,
    branches: tuple[str, ...],
    verdict: ReviewVerdict,
    reason: str,
) -> None:
    """Keep what somebody says to a change for branches of theirs; the last word of one counts.

    Raises ``WrongReview`` where a reason is missing or the review is over.
    """
    if not review.is_open:
        raise WrongReview("This review is over.")
    if verdict != "accepted" and not reason.strip():
        raise WrongReview("Say why: those who wrote the design need it to go on.")
    if not branches:
        raise WrongReview("This change is not yours to decide.")
    values = {"review": review.id, "change": change, "verdict": verdict}
    values |= {"reason": reason.strip(), "person": viewer.id, "person_name": viewer.name}
    for branch in branches:
        row = values | {"branch": branch, "at": func.clock_timestamp()}
        connection.execute(
            insert(REVIEW_DECISION)
            .values(row)
            .on_conflict_do_update(constraint="pk_review_decision", set_=row)
        )
    about = {"change": change, "verdict": verdict, "branches": [*branches] or [WHOLE]}
    _log(connection, viewer, organisation, "change decided", review.design, **about)


def settle_review(
    connection: Connection,
    viewer: Viewer,
    organisation: int,
    review: DesignReview,
    asked: Mapping[str, tuple[str, ...]],
) -> ReviewStatus:
    """Note what a review has come to by its decisions, and return that."""
    status = review_result([*review.standings(asked).values()])
    if status != review.status:
        _end(connection, viewer, organisation, review, status)
    return status


def withdraw_design(
    connection: Connection, viewer: Viewer, organisation: int, review: DesignReview
) -> None:
    """Take a design back from its review, so that it can be changed. Raises ``WrongReview``."""
    if not review.is_locked:
        raise WrongReview("It is not under review.")
    _end(connection, viewer, organisation, review, "withdrawn")


def note_adopted(connection: Connection, viewer: Viewer, organisation: int, design: str) -> None:
    """Note that a design whose changes are all made is the new today."""
    review = current_review(connection, organisation, design)
    if review:
        _end(connection, viewer, organisation, review, "adopted")


def note_brought_back(
    connection: Connection, viewer: Viewer, organisation: int, design: str
) -> None:
    """Note that an adopted design is one again, as its adoption was undone: it stays accepted."""
    review = current_review(connection, organisation, design)
    if review and review.status == "adopted":
        _end(connection, viewer, organisation, review, "accepted")


def _end(
    connection: Connection,
    viewer: Viewer,
    organisation: int,
    review: DesignReview,
    status: ReviewStatus,
) -> None:
    values = {"status": status, "ended_at": func.clock_timestamp()}
    connection.execute(update(REVIEW).where(REVIEW.c.id == review.id).values(values))
    _log(connection, viewer, organisation, f"design {status}", review.design, round=review.round)


def _log(
    connection: Connection,
    viewer: Viewer,
    organisation: int,
    action: str,
    design: str,
    **about: Any,
) -> None:
    append_entry(connection, viewer.id, action, chain=organisation, design=design, **about)
    tell_changed(connection, organisation)

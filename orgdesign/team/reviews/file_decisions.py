"""What a review writes into the file: ids of changes, and what was decided about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from secrets import token_hex

from orgdesign.model import Approval, Design
from orgdesign.team.reviews.reviews import DesignReview
from orgdesign.team.reviews.verdicts import WRITTEN, ChangeStanding, ReviewDecision
from orgdesign.yamlfile import Path, to_file_data
from orgdesign.yamlfile.editing import Edit, Remove, Set

DECISION = "decision"


def id_edits(design: Design) -> list[Edit]:
    """Return the edits that give each change an id by which it can be talked about.

    The ids are chance: a number would tell whoever sees only some how many others there are.
    """
    path: Path = ("designs", design.id, "changes")
    missing = [at for at, change in enumerate(design.changes) if not change.id]
    return [Set((*path, at, "id"), f"c-{token_hex(4)}") for at in missing]


def proposed_edits(design: Design) -> Iterator[Edit]:
    """Yield the edits that say that a design and each of its changes are proposed, no more."""
    path: Path = ("designs", design.id)
    for place, old in ((path, design.decision), *_decisions(design)):
        if old != Approval(status="proposed"):
            yield Set((*place, DECISION), {"status": "proposed"})


def _decisions(design: Design) -> Iterator[tuple[Path, Approval]]:
    for at, change in enumerate(design.changes):
        yield ("designs", design.id, "changes", at), change.decision


def decision_edits(
    design: Design, review: DesignReview, standings: Mapping[str, ChangeStanding]
) -> Iterator[Edit]:
    """Yield the edits that let the file say what a review has come to so far."""
    for at, change in enumerate(design.changes):
        if change.id and change.id in standings:
            meant = approval(standings[change.id], review.about(change.id))
            place: Path = ("designs", design.id, "changes", at, DECISION)
            yield from _approval_edits(place, change.decision, meant)
    path: Path = ("designs", design.id, DECISION)
    yield from _approval_edits(path, design.decision, _whole(review))


def _whole(review: DesignReview) -> Approval:
    """Return what the file says of the whole design; the reasons stand with the changes."""
    if review.status not in ("accepted", "refused"):
        return Approval("proposed")
    return replace(approval(review.status, review.decisions), note=None)


def _approval_edits(path: Path, old: Approval, new: Approval) -> Iterator[Edit]:
    if old == new:
        return
    data = to_file_data(new)
    yield Set(path, data) if data else Remove(path)


def approval(standing: ChangeStanding, decisions: Iterable[ReviewDecision]) -> Approval:
    """Return what the file says of a decision: how it stands, by whom, when, and why."""
    said = list(decisions)
    names = list(dict.fromkeys(decision.person_name for decision in said))
    reasons = list(dict.fromkeys(_reason(decision, len(names)) for decision in said))
    at = max((decision.at for decision in said), default=None)
    return Approval(
        WRITTEN[standing],
        ", ".join(names) or None,
        _day(at),
        " ".join(reason for reason in reasons if reason) or None,
    )


def _reason(decision: ReviewDecision, people: int) -> str:
    if not decision.reason:
        return ""
    return decision.reason if people == 1 else f"{decision.person_name}: {decision.reason}"


def _day(at: datetime | None) -> str | None:
    return at.astimezone(UTC).date().isoformat() if at else None

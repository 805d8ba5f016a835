"""Designs without what is left out: changes that would tell of it are not there either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from orgdesign.designs.replay import made_by, named_by
from orgdesign.model import Approval, Change, Design, Option, Part, Phase, Reward
from orgdesign.redaction.redaction import Redaction, RemovedIds

_OF_KIND = {
    "holders": "holders",
    "holder": "holders",
    "headcount": "headcount",
    "people": "headcount",
    "posts": "headcount",
    "cost": "cost",
    "measures": "measures",
    "measured_by": "measures",
    "rewarded_for": "measures",
    "works_against": "measures",
}
_SUBJECTS = ("function", "functions", "role", "handoff", "outcome", "measure", "stage")
_COMPLETE = ("move-role", "retire-role", "retire-handoff", "retire-outcome", "retire-stage")
"""The kinds of changes that say enough with what they are of."""
_REASONS = ("purpose", "reason", "risk", "feedback")

Planned = TypeVar("Planned", Change, Design, Option, Phase)


def redact_design(design: Design, redaction: Redaction, removed: RemovedIds) -> Design:
    """Return a design without the changes and the values that are left out."""
    gone = {("function", id_) for id_ in removed.functions}
    gone |= {("role", id_) for id_ in removed.roles}
    gone |= {("handoff", id_) for id_ in removed.handoffs}
    kept = []
    for change in design.changes:
        if gone & {*named_by(replace(change, owner=None))}:
            gone |= {*made_by(change)}
        elif (left := _redacted_change(change, redaction, removed)) is not None:
            kept.append(left)
    ids = {change.id for change in kept if change.id}
    changes = tuple(
        replace(change, after=tuple(each for each in change.after if each in ids))
        for change in kept
    )
    return replace(
        redact_reasons(design, redaction),
        phases={id_: redact_reasons(each, redaction) for id_, each in design.phases.items()},
        options={id_: redact_reasons(each, redaction) for id_, each in design.options.items()},
        changes=changes,
    )


def redact_reasons(planned: Planned, redaction: Redaction) -> Planned:
    """Return what is planned without its reasons, and without what it costs once."""
    values: dict[str, Any] = {}
    if redaction.removes("cost"):
        values["one_off"] = None
    if redaction.removes("reasons"):
        values |= {**dict.fromkeys(_REASONS), "decision": Approval(planned.decision.status)}
        values |= {"scores": {}} if isinstance(planned, (Design, Option)) else {}
    return replace(planned, **values)


def _redacted_change(change: Change, redaction: Redaction, removed: RemovedIds) -> Change | None:
    """Return what is left of a change; none where it would only say that there was one."""
    measure = change.values.get("measure")
    hides_measure = bool(measure) and (redaction.removes("measures") or measure in removed.measures)
    if hides_measure and change.kind.endswith("-measure"):
        return None
    given = {key: value for key, value in change.values.items() if key != "measure"}
    values = _redacted_values(given if hides_measure else change.values, redaction, removed)
    if change.kind == "transfer" and not values.keys() & {"people", "posts", "cost"}:
        return None
    says, said = (each.keys() - {*_SUBJECTS} for each in (values, change.values))
    if said and not says and change.kind not in _COMPLETE:
        return None
    left = redact_reasons(change, redaction)
    return replace(left, values=values, owner=removed.role(change.owner))


def _redacted_values(
    values: Mapping[str, Any], redaction: Redaction, removed: RemovedIds
) -> dict[str, Any]:
    kept = {}
    for key, value in values.items():
        kind = _OF_KIND.get(key, "")
        if not redaction.removes(kind):
            left = (
                _measures(value, removed)
                if kind == "measures"
                else _redacted_value(value, redaction, removed)
            )
            if left or left == value:
                kept[key] = left
    return kept


def _measures(said: tuple[Any, ...], removed: RemovedIds) -> tuple[Any, ...]:
    """Return the measures, or the rewards for them, that are not left out."""
    return tuple(
        each
        for each in said
        if (each.measure if isinstance(each, Reward) else each) not in removed.measures
    )


def _redacted_value(value: Any, redaction: Redaction, removed: RemovedIds) -> Any:
    """Return a value; of a split, the functions that it makes without what is left out."""
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return tuple(_redacted_part(each, redaction, removed) for each in value)
    return value


def _redacted_part(part: Part, redaction: Redaction, removed: RemovedIds) -> Part:
    hides_people = redaction.removes("headcount")
    return replace(
        part,
        measures=() if redaction.removes("measures") else _measures(part.measures, removed),
        headcount=None if hides_people else part.headcount,
        posts=None if hides_people else part.posts,
        cost=None if redaction.removes("cost") else part.cost,
    )

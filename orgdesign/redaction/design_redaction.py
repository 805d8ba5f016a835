"""Designs without what is left out: changes that would tell of it are not there either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgdesign.model import Change, Design, Part, Reward
from orgdesign.redaction.redaction import Redaction, RemovedIds

_OF_KIND = {
    "holders": "holders",
    "headcount": "headcount",
    "cost": "cost",
    "measures": "measures",
    "measured_by": "measures",
    "rewarded_for": "measures",
    "works_against": "measures",
}
_SAYS = ("function", "functions", "role", "handoff", "outcome", "measure")


def redact_design(design: Design, redaction: Redaction, removed: RemovedIds) -> Design:
    """Return a design without the changes and the values that are left out."""
    gone: set[str] = {*removed.functions, *removed.roles, *removed.handoffs}
    kept = []
    for change in design.changes:
        if gone & _named_ids(change):
            gone |= _created_ids(change)
        elif (left := _redacted_change(change, redaction, removed)) is not None:
            kept.append(left)
    return replace(design, changes=tuple(kept))


def _named_ids(change: Change) -> set[str]:
    """Return the functions, roles and hand-offs that a change names."""
    named = [change.values.get(key) for key in ("function", "role", "handoff", "reports_to")]
    named += [change.values.get("accountable"), *_functions(change)]
    for part in _split_parts(change.values.get("into")):
        named += [part.id, part.reports_to, part.accountable]
    return {each for each in named if isinstance(each, str)}


def _created_ids(change: Change) -> set[str]:
    """Return the ids of what a change makes."""
    values = change.values
    into = values.get("into")
    parts = {part.id for part in _split_parts(into)}
    named = {
        "add": values.get("function"),
        "add-role": values.get("role"),
        "merge": into,
    }.get(change.kind)
    return parts | ({named} if isinstance(named, str) else set())


def _functions(change: Change) -> tuple[Any, ...]:
    merged = change.values.get("functions", ())
    return merged if isinstance(merged, tuple) else ()


def _split_parts(into: object) -> tuple[Part, ...]:
    return into if isinstance(into, tuple) else ()


def _redacted_change(change: Change, redaction: Redaction, removed: RemovedIds) -> Change | None:
    """Return what is left of a change; none where it would only say that there was one."""
    measure = change.values.get("measure")
    if measure and (redaction.removes("measures") or measure in removed.measures):
        return None
    values = _redacted_values(change.values, redaction, removed)
    says = values.keys() - {*_SAYS}
    said = change.values.keys() - {*_SAYS}
    if said and not says and change.kind != "move-role":
        return None
    return replace(change, values=values, owner=removed.role(change.owner))


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
    return replace(
        part,
        measures=() if redaction.removes("measures") else _measures(part.measures, removed),
        headcount=None if redaction.removes("headcount") else part.headcount,
        cost=None if redaction.removes("cost") else part.cost,
    )

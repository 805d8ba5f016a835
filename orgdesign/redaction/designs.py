"""Designs without what is left out: changes that would tell of it are not there either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgdesign.model import Change, Design, Part, Reward
from orgdesign.redaction.asked import Leave
from orgdesign.redaction.lost import Lost

_OF_KIND = {
    "holder": "holders",
    "headcount": "headcount",
    "cost": "cost",
    "measures": "measures",
    "measured_by": "measures",
    "rewarded_for": "measures",
    "works_against": "measures",
}
_SAYS = ("function", "functions", "role", "handoff", "outcome", "measure")


def without(design: Design, leave: Leave, lost: Lost) -> Design:
    """Return a design without the changes and the values that are left out."""
    gone: set[str] = {*lost.functions, *lost.roles, *lost.handoffs}
    kept = []
    for change in design.changes:
        if gone & _ids(change):
            gone |= _made(change)
        elif (left := _left(change, leave, lost)) is not None:
            kept.append(left)
    return replace(design, changes=tuple(kept))


def _ids(change: Change) -> set[str]:
    """Return the functions, roles and hand-offs that a change names."""
    named = [change.values.get(key) for key in ("function", "role", "handoff", "reports_to")]
    named += [change.values.get("accountable"), *_functions(change)]
    for part in _parts(change.values.get("into")):
        named += [part.id, part.reports_to, part.accountable]
    return {each for each in named if isinstance(each, str)}


def _made(change: Change) -> set[str]:
    """Return the ids of what a change makes."""
    values = change.values
    into = values.get("into")
    parts = {part.id for part in _parts(into)}
    named = {
        "add": values.get("function"),
        "add-role": values.get("role"),
        "merge": into,
    }.get(change.kind)
    return parts | ({named} if isinstance(named, str) else set())


def _functions(change: Change) -> tuple[Any, ...]:
    merged = change.values.get("functions", ())
    return merged if isinstance(merged, tuple) else ()


def _parts(into: object) -> tuple[Part, ...]:
    return into if isinstance(into, tuple) else ()


def _left(change: Change, leave: Leave, lost: Lost) -> Change | None:
    """Return what is left of a change; none where it would only say that there was one."""
    measure = change.values.get("measure")
    if measure and (leave.leaves("measures") or measure in lost.measures):
        return None
    values = _values(change.values, leave, lost)
    says = values.keys() - {*_SAYS}
    said = change.values.keys() - {*_SAYS}
    if said and not says and change.kind != "move-role":
        return None
    return replace(change, values=values, owner=lost.role(change.owner))


def _values(values: Mapping[str, Any], leave: Leave, lost: Lost) -> dict[str, Any]:
    kept = {}
    for key, value in values.items():
        kind = _OF_KIND.get(key, "")
        if not leave.leaves(kind):
            left = _measures(value, lost) if kind == "measures" else _value(value, leave, lost)
            if left or left == value:
                kept[key] = left
    return kept


def _measures(said: tuple[Any, ...], lost: Lost) -> tuple[Any, ...]:
    """Return the measures, or the rewards for them, that are not left out."""
    return tuple(
        each
        for each in said
        if (each.measure if isinstance(each, Reward) else each) not in lost.measures
    )


def _value(value: Any, leave: Leave, lost: Lost) -> Any:
    """Return a value; of a split, the functions that it makes without what is left out."""
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return tuple(_part(each, leave, lost) for each in value)
    return value


def _part(part: Part, leave: Leave, lost: Lost) -> Part:
    return replace(
        part,
        measures=() if leave.leaves("measures") else _measures(part.measures, lost),
        headcount=None if leave.leaves("headcount") else part.headcount,
        cost=None if leave.leaves("cost") else part.cost,
    )

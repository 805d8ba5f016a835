"""What must come before what: the changes of a design that need others to be made first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgdesign.designs.replay.draft import PartKey
from orgdesign.model import PART_KINDS, Alignment, Change, Design, DottedLine, SplitPart

REFERS: Mapping[str, str] = {
    **{name: name for name in PART_KINDS},
    "functions": "function",
    "reports_to": "function",
    "to": "function",
    "roles": "role",
    "accountable": "role",
    "among": "role",
    "under": "outcome",
    "measures": "measure",
    "measured_by": "measure",
    "works_against": "measure",
    "handoffs": "handoff",
    "stages": "stage",
    "before": "stage",
}
"""The kind of part that a change names under a key."""
_OF_ROLES = ("move-holder",)
MAKERS: Mapping[str, str] = {
    "add" if name == "function" else f"add-{name}": name for name in PART_KINDS
}
"""The kinds of changes that add a part, and the kind of part."""


def prerequisites(design: Design) -> Mapping[int, tuple[int, ...]]:
    """Return, by position, the changes before it that a change needs.

    Parts that another change adds, merges or splits into are there only once that one is made;
    a change may also say that it comes after another. One whose turn comes later is none that
    can be waited for: `orgdesign check` says so.
    """
    turns, makers, ids = turns_of(design), _makers(design), _by_id(design)
    needed = {at: _needs_of(at, each, makers, ids) for at, each in enumerate(design.changes)}
    return {
        at: tuple(other for other in others if turns[other] < turns[at])
        for at, others in needed.items()
    }


def late_prerequisites(design: Design) -> Iterator[tuple[int, int]]:
    """Yield each change that says it comes after another whose turn is later, with that one."""
    turns, ids = turns_of(design), _by_id(design)
    for at, change in enumerate(design.changes):
        for id_ in change.after:
            if id_ in ids and turns[ids[id_]] > turns[at]:
                yield at, ids[id_]


def turns_of(design: Design) -> Mapping[int, int]:
    """Return when the turn of each change comes, by its position in the file."""
    phases: list[str | None] = [None, *design.phases]
    order = sorted(
        range(len(design.changes)), key=lambda at: (phases.index(design.changes[at].phase), at)
    )
    return {at: turn for turn, at in enumerate(order)}


def _by_id(design: Design) -> Mapping[str, int]:
    return {change.id: at for at, change in enumerate(design.changes) if change.id}


def _makers(design: Design) -> Mapping[PartKey, int]:
    makers: dict[PartKey, int] = {}
    for at, change in enumerate(design.changes):
        for part in made_by(change):
            makers.setdefault(part, at)
    return makers


def _needs_of(
    at: int, change: Change, makers: Mapping[PartKey, int], ids: Mapping[str, int]
) -> list[int]:
    needed = {makers[part] for part in named_by(change) if part in makers}
    needed |= {ids[id_] for id_ in change.after if id_ in ids}
    return sorted(needed - {at})


def made_by(change: Change) -> Iterator[PartKey]:
    """Yield the parts that a change brings about."""
    values: Mapping[str, Any] = change.values
    if change.kind in MAKERS:
        yield MAKERS[change.kind], values[MAKERS[change.kind]]
    elif change.kind == "merge" and values["into"] not in values["functions"]:
        yield "function", values["into"]
    elif change.kind == "split":
        yield from (("function", part.id) for part in values["into"])


def named_by(change: Change) -> Iterator[PartKey]:
    """Yield the parts that a change names, its owner among them."""
    for key, value in change.values.items():
        yield from _parts_named(change.kind, key, value)
    if change.owner:
        yield "role", change.owner


def _parts_named(kind: str, key: str, value: Any) -> Iterator[PartKey]:
    if key in ("giver", "taker"):
        yield from [("role" if kind in _OF_ROLES else "function", value)] if value else []
    elif key == "replaced_by":
        yield from [(kind.removeprefix("retire-"), value)] if value else []
    elif key == "alignment":
        yield from _outcomes_of(value)
    elif key == "rewarded_for":
        yield from (("measure", reward.measure) for reward in value)
    elif key in REFERS:
        part_kind = "role" if key == "reports_to" and kind.endswith("-role") else REFERS[key]
        ids = value if isinstance(value, tuple) else (value,)
        yield from ((part_kind, id_) for id_ in ids if isinstance(id_, str))
    elif key == "into" and isinstance(value, tuple):
        for part in value:
            yield from _named_by_part(part)
    elif key == "dotted_to":
        part_kind = "role" if kind.endswith("-role") else "function"
        yield from ((part_kind, line.to) for line in value if isinstance(line, DottedLine))


def _named_by_part(part: SplitPart) -> Iterator[PartKey]:
    yield from (("function", id_) for id_ in (part.reports_to,) if id_)
    yield from (("role", id_) for id_ in (part.accountable, *part.roles) if id_)
    yield from (("measure", id_) for id_ in part.measures)
    yield from _outcomes_of(part.alignment)


def _outcomes_of(alignment: Alignment) -> Iterator[PartKey]:
    yield from (("outcome", id_) for id_ in (alignment.outcome, *alignment.also) if id_)

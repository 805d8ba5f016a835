"""Who has to decide about a change of a design: those whose branch it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from orgdesign.designs.replay import ReplayStep, made_by, named_by, replay_steps
from orgdesign.model import Approval, Design, Organisation

WHOLE = ""
"""The branch of whoever may edit everything: it has the word where no branch does."""


def touched_functions(step: ReplayStep) -> frozenset[str]:
    """Return the functions that a change is about: those it names or makes, or whose parts are."""
    change = replace(step.change, owner=None)  # whoever makes it happen is not who it is about
    parts = {*named_by(change), *made_by(change)}
    sides = (step.before, step.result)
    return frozenset(id_ for side in sides for part in parts for id_ in _homes(side, *part))


def _homes(side: Organisation, kind: str, id_: str) -> Iterator[str]:
    """Yield the functions that a part belongs to."""
    if kind == "function" and id_ in side.functions:
        yield id_
    elif kind == "role" and id_ in side.roles:
        function = side.roles[id_].function
        yield from [function] if function else _accountable(side, id_)
    elif kind == "handoff" and id_ in side.handoffs:
        yield from (side.handoffs[id_].giver, side.handoffs[id_].taker)
    elif kind == "measure":
        yield from (one.id for one in side.functions.values() if id_ in one.measures)
        yield from (
            one.function for one in side.roles.values() if id_ in one.measured_by and one.function
        )


def _accountable(side: Organisation, role: str) -> Iterator[str]:
    yield from (one.id for one in side.functions.values() if one.accountable == role)


def touched_branches(step: ReplayStep, branches: Collection[str]) -> tuple[str, ...]:
    """Return which branches a change touches, before it is made or after.

    Where one lies inside another, the inner one has the word. Without any, it is the whole.
    """
    touched = {
        branch
        for side in (step.before, step.result)
        for id_ in touched_functions(step)
        if (branch := _innermost(side, id_, branches)) is not None
    }
    return tuple(branch for branch in branches if branch in touched) or (WHOLE,)


def _innermost(side: Organisation, id_: str, branches: Collection[str]) -> str | None:
    seen: set[str] = set()
    here: str | None = id_
    while here and here in side.functions and here not in seen:
        if here in branches:
            return here
        seen.add(here)
        here = side.functions[here].reports_to
    return None


def branches_asked(
    today: Organisation, design: Design, branches: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the branches that have to decide about each change, by the id of the change."""
    known = tuple(dict.fromkeys(branches))
    steps = replay_steps(today, _undecided(design))
    return {step.change.id: touched_branches(step, known) for step in steps if step.change.id}


def _undecided(design: Design) -> Design:
    """Return a design with every change made: one that was refused is asked about all the same."""
    return replace(
        design, changes=tuple(replace(each, decision=Approval()) for each in design.changes)
    )

"""Where in the journey the customer meets the functions of a hand-off."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.model import Handoff

Meeting = tuple[int, str]
"""A stage, counted from 0, and a function that the customer meets in it."""

Served = Sequence[tuple[str, ...]]
"""The functions that serve in each stage, in the order in which the customer meets them."""


def all_meetings(served: Served, of_handoffs: Sequence[Meeting]) -> list[Meeting]:
    """Return every meeting once: in order of the stages, those that only hand-offs make last."""
    by_plan = [(stage, each) for stage, functions in enumerate(served) for each in functions]
    return sorted(dict.fromkeys([*by_plan, *of_handoffs]), key=lambda meeting: meeting[0])


def likely_stage(served: Served, handoff: Handoff) -> int:
    """Return the stage of a hand-off that names none; after the last one where nobody can tell."""
    for stage, functions in enumerate(served):
        if handoff.giver in functions and handoff.taker in functions:
            return stage
    for stage, functions in enumerate(served):
        before = _served_before(served, stage)
        if handoff.taker in functions and before is not None and handoff.giver in served[before]:
            return stage
    return len(served)


def ends_of(served: Served, giver: str, taker: str, stage: int) -> tuple[Meeting, Meeting]:
    """Return where the customer is with the giver, and with the taker.

    Both are in the stage, but for a giver of the stage before, or a taker of the one after.
    """
    if stage == len(served):
        return (stage, giver), (stage, taker)
    before, after = _served_before(served, stage), _served_after(served, stage)
    gives, takes = giver in served[stage], taker in served[stage]
    if takes and not gives and before is not None and giver in served[before]:
        return (before, giver), (stage, taker)
    if gives and not takes and after is not None and taker in served[after]:
        return (stage, giver), (after, taker)
    return (stage, giver), (stage, taker)


def _served_before(served: Served, stage: int) -> int | None:
    return next((each for each in range(stage - 1, -1, -1) if served[each]), None)


def _served_after(served: Served, stage: int) -> int | None:
    return next((each for each in range(stage + 1, len(served)) if served[each]), None)


def is_outside(served: Served, meeting: Meeting) -> bool:
    """Whether a function does not serve in the stage; of the column without a stage, never."""
    stage, function = meeting
    return stage < len(served) and function not in served[stage]

"""What the summary for the board says in a line each: the journey, the answers."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.journey import journey_steps
from orgdesign.diagnosis.readiness.officer import standing
from orgdesign.diagnosis.readiness.power_core import CORES, QUESTIONS, power_core
from orgdesign.diagnosis.wording import joined
from orgdesign.model import Organisation
from orgdesign.web.kit import counted


def journey_in_a_line(organisation: Organisation) -> Iterator[str]:
    """Yield how many stages the customer passes, and where the way breaks."""
    stages = organisation.journey.values()
    if not stages:
        yield "The customer's journey is not written down yet."
        return
    alone = sum(not stage.functions for stage in stages)
    served = (
        "each served by some function" if not alone else f"{alone:,} of them without a function"
    )
    yield f"{counted(len(stages), 'stage')}, {served}."
    handed = {frozenset((one.giver, one.taker)) for one in organisation.handoffs.values()}
    steps = {frozenset((step.giver, step.taker)) for step in journey_steps(organisation)}
    if steps:
        broken = len(steps - handed)
        said = f"{broken:,} of the {len(steps):,}" if broken else "none of the"
        yield f"Without a hand-off: {said} steps from one function to the next."


def readiness_in_a_line(organisation: Organisation) -> str:
    """Return how the eleven questions on a chief customer officer stand."""
    stands = standing(organisation)
    total = len(stands.stands) + len(stands.missing) + len(stands.open)
    if len(stands.open) == total:
        return f"None of the {total} questions is answered yet."
    yes, no, open_ = (len(each) for each in (stands.stands, stands.missing, stands.open))
    return f"Of {total} questions: {yes} answered yes, {no} answered no, {open_} open."


def power_core_in_a_line(organisation: Organisation) -> str:
    """Return which part of the company sets the agenda, as people answered."""
    core = power_core(organisation)
    if not core.leading:
        return "Nobody has answered yet who sets the agenda."
    names = joined(CORES[each].name for each in core.leading)
    count = core.counts[0][1]
    level = ", level with each other" if len(core.leading) > 1 else ""
    return f"{names}{level}: {count} of {len(QUESTIONS)} answers."

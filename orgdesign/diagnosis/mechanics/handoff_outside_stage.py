"""A hand-off from or to a function that does not serve customers where it happens."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Handoff, Organisation

Around = Mapping[str, tuple[Collection[str], Collection[str], Collection[str]]]


@rule(
    "mechanics",
    "warning",
    title="Hand-off outside its stage",
    why="The customer is handed over by, or to, somebody who is not there: the one who takes the "
    "case does not expect it.",
)
def handoff_outside_stage(organisation: Organisation) -> Iterator[Finding]:
    """Yield each hand-off whose giver or taker the customer does not meet at that point.

    The giver may come from the stage before, or the taker from the stage after: hand-offs
    join stages. Of a stage that no function serves nothing is said.
    """
    around = _around(organisation)
    for handoff in organisation.handoffs.values():
        outside = _outside(handoff, around)
        if outside:
            yield _finding(organisation, handoff, outside)


def _around(organisation: Organisation) -> Around:
    """Return who serves each stage that is served, the one before it and the one after it."""
    stages = [each for each in organisation.journey.values() if each.functions]
    served = [frozenset(each.functions) for each in stages]
    before, after = [frozenset[str](), *served], [*served[1:], frozenset[str]()]
    around = zip(before, served, after, strict=False)
    return {stage.id: each for stage, each in zip(stages, around, strict=True)}


def _outside(handoff: Handoff, around: Around) -> list[str]:
    """Return the functions of a hand-off, by id, that are not where it is said to happen."""
    if handoff.stage is None or handoff.stage not in around:
        return []
    before, here, after = around[handoff.stage]
    if handoff.giver in here:
        return [] if handoff.taker in here or handoff.taker in after else [handoff.taker]
    if handoff.taker in here:
        return [] if handoff.giver in before else [handoff.giver]
    return [*dict.fromkeys((handoff.giver, handoff.taker))]


def _finding(organisation: Organisation, handoff: Handoff, outside: list[str]) -> Finding:
    functions = organisation.functions
    giver, taker = functions[handoff.giver].name, functions[handoff.taker].name
    stage = quoted(organisation.journey[handoff.stage or ""].name)
    names = joined(functions[each].name for each in outside)
    absent = "neither serves" if len(outside) == 2 else f"{names} does not serve"
    return Finding(
        f"{giver} hands the customer over to {taker} in {stage}, where {absent} the customer.",
        Place("handoff", handoff.id, ("stage",)),
        f"Name the stage where the hand-off happens, or add {names} to the functions of {stage}.",
        (Place("stage", handoff.stage or "", ("functions",)),),
    )

"""Two functions next to each other in the journey that hand nothing over."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Organisation, Step


@rule(
    "mechanics",
    "warning",
    title="Step of the journey without a hand-off",
    why="Nobody passes on what the customer has said and been promised, so the customer starts "
    "again, or is forgotten.",
)
def step_without_handoff(organisation: Organisation) -> Iterator[Finding]:
    """Yield each step from a function to the next one with no hand-off either way.

    Two functions that meet more than once are told once, where they first meet.
    """
    joined = {frozenset((each.giver, each.taker)) for each in organisation.handoffs.values()}
    for step in organisation.steps():
        pair = frozenset((step.giver, step.taker))
        if pair not in joined:
            joined.add(pair)
            yield _finding(organisation, step)


def _finding(organisation: Organisation, step: Step) -> Finding:
    giver, taker = (organisation.functions[each].name for each in (step.giver, step.taker))
    stage = quoted(organisation.journey[step.stage].name)
    return Finding(
        f"In {stage} the customer goes from {giver} to {taker}, and no hand-off joins the two.",
        Place("stage", step.stage, ("functions",)),
        f"Add a hand-off from {giver} to {taker} that says what passes, who answers for it and "
        "which measure joins the two.",
        (Place("function", step.giver), Place("function", step.taker)),
    )

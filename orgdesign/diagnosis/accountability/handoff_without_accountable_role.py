"""A hand-off that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.model import Organisation


@rule(
    "accountability",
    "warning",
    title="Hand-off without an accountable role",
    why="Between two functions is where customers are dropped: each side has done its part.",
)
def handoff_without_accountable_role(organisation: Organisation) -> Iterator[Finding]:
    """Yield each hand-off that names no accountable role."""
    for handoff in organisation.handoffs.values():
        if handoff.accountable is None:
            giver = organisation.functions[handoff.giver].name
            taker = organisation.functions[handoff.taker].name
            yield Finding(
                f"Nobody is accountable for the hand-off from {giver} to {taker}.",
                Place("handoff", handoff.id, ("accountable",)),
                "Choose the one role that answers for what arrives, not only for what was sent.",
            )

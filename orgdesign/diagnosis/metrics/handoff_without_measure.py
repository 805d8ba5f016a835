"""A hand-off that no measure connects."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.metrics.suggested import such_as
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Handoff, Organisation


@rule(
    "metrics",
    "warning",
    title="Hand-off without a connecting measure",
    why="Each side meets its own target while the customer is dropped between the two.",
)
def handoff_without_measure(organisation: Organisation) -> Iterator[Finding]:
    """Yield each hand-off that has no measure which both sides share."""
    ties = Ties(organisation)
    for handoff in organisation.handoffs.values():
        if handoff.measure is None:
            giver, taker = (
                organisation.functions[handoff.giver],
                organisation.functions[handoff.taker],
            )
            example, others = such_as(ties, _outcome(organisation, handoff))
            yield Finding(
                f"Nothing measures how customers fare when {giver.name} hands over "
                f"to {taker.name}.",
                Place("handoff", handoff.id, ("measure",)),
                f"Choose one measure that both sides answer for{example}.",
                (Place("function", giver.id), Place("function", taker.id), *others),
            )


def _outcome(organisation: Organisation, handoff: Handoff) -> str | None:
    """Return what the customer is there for: the outcome of the stage, or what the taker serves."""
    stage = organisation.journey[handoff.stage].outcome if handoff.stage else None
    return stage or organisation.functions[handoff.taker].alignment.outcome

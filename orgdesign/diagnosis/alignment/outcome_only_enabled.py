"""An outcome that everybody helps with and nobody brings about."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.alignment.serving import links, topmost
from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.diagnosis.words import line
from orgdesign.model import Organisation


@rule(
    "alignment",
    "warning",
    title="Outcome that functions only enable",
    why="Others are enabled to do what nobody does: the customer meets no one who makes it happen.",
)
def outcome_only_enabled(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that no function serves directly, and some function enables."""
    served = links(organisation)
    for outcome in topmost(organisation.outcome, lambda one: served[one.id] == {"enabling"}):
        said = line(outcome.statement)
        enabling = [*_serving(organisation, {one.id for one in outcome.walk()})]
        yield Finding(
            f"Functions only enable {quoted(said)}; none brings it about directly.",
            Place("outcome", outcome.id, ("statement",)),
            "Choose the function that brings it about for the customer, and make its link direct.",
            tuple(Place("function", each, ("alignment", "link")) for each in enabling),
        )


def _serving(organisation: Organisation, outcomes: set[str]) -> Iterator[str]:
    for function in organisation.functions.values():
        if not outcomes.isdisjoint((function.alignment.outcome, *function.alignment.also)):
            yield function.id

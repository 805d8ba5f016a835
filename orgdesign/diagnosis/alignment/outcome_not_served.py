"""An outcome that no function serves."""

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
    title="Outcome that no function serves",
    why="It is promised to the customer, and it is nobody's work.",
)
def outcome_not_served(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that no function serves, neither itself nor through one under it."""
    served = links(organisation)
    for outcome in topmost(organisation.outcome, lambda one: not served[one.id]):
        below = [*outcome.walk()][1:]
        nor = ", nor any outcome under it" if below else ""
        yield Finding(
            f"No function serves {quoted(line(outcome.statement))}{nor}.",
            Place("outcome", outcome.id, ("statement",)),
            "Choose a function that makes it happen, and align it with this outcome.",
            tuple(Place("outcome", each.id, ("statement",)) for each in below),
        )

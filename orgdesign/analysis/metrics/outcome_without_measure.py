"""An outcome that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.analysis.finding import Finding, Place
from orgdesign.analysis.rule import rule
from orgdesign.analysis.wording import quoted
from orgdesign.organisation import Organisation


@rule(
    "metrics",
    "warning",
    title="Outcome without a measure",
    why="Nobody can tell whether customers get it, so it gives way to whatever is counted.",
)
def outcome_without_measure(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that has no measure of its own."""
    for outcome in organisation.outcome.walk():
        if not outcome.measures:
            yield Finding(
                f"Nothing measures whether customers get {quoted(outcome.statement)}.",
                Place("outcome", outcome.id, ("measures",)),
                "Choose the measure by which a customer would tell that it has happened.",
            )

"""An outcome that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Organisation


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

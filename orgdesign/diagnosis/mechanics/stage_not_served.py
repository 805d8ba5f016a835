"""A stage of the journey that no function serves."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Organisation


@rule(
    "mechanics",
    "warning",
    title="Stage of the journey that no function serves",
    why="Customers get this far and meet nobody; what they were promised ends here.",
)
def stage_not_served(organisation: Organisation) -> Iterator[Finding]:
    """Yield each stage of the journey that no function serves."""
    for stage in organisation.journey.values():
        if not stage.functions:
            yield Finding(
                f"No function serves customers in {quoted(stage.name)}.",
                Place("stage", stage.id, ("functions",)),
                f"Choose the functions that customers meet in {quoted(stage.name)}, "
                "in the order in which they meet them.",
            )

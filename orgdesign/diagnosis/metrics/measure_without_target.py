"""A measure that does not say what is good enough."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.metrics.unfinished import lacking
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Organisation


@rule(
    "metrics",
    "warning",
    title="Measure without a target",
    why="What nobody has promised, nobody keeps: any figure will do, and customers live with it.",
)
def measure_without_target(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that has no target."""
    for measure, users in lacking(organisation, "target"):
        yield Finding(
            f"{quoted(measure.name)} has no target: nobody has said what is good enough.",
            Place("measure", measure.id, ("target",)),
            "Agree on the figure that it should reach.",
            users,
        )

"""A measure that does not say where it stands today."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.metrics.unfinished import lacking
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Organisation


@rule(
    "metrics",
    "hint",
    title="Measure without a baseline",
    why="Without today's figure nobody can tell whether customers are better off than before.",
)
def measure_without_baseline(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that has no baseline."""
    for measure, users in lacking(organisation, "baseline"):
        yield Finding(
            f"{quoted(measure.name)} has no baseline: nobody can tell whether it improves.",
            Place("measure", measure.id, ("baseline",)),
            "Write down the figure of today.",
            users,
        )

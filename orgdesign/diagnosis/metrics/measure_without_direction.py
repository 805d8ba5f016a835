"""A measure that does not say whether lower or higher is better."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.metrics.unfinished import lacking
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Measure, Organisation


@rule(
    "metrics",
    "hint",
    title="Measure without a direction",
    why="Two departments can push the same figure opposite ways, each sure that it is helping.",
)
def measure_without_direction(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that does not say which way is better."""
    for measure, users in lacking(organisation, "better"):
        yield Finding(
            f"{quoted(measure.name)} does not say whether lower or higher is better.",
            Place("measure", measure.id, ("better",)),
            f"Say which way is better{_meant(measure)}.",
            users,
        )


def _meant(measure: Measure) -> str:
    """Guess from the figures, where they move."""
    if measure.baseline is None or measure.target is None or measure.baseline == measure.target:
        return ""
    where, way = ("below", "lower") if measure.target < measure.baseline else ("above", "higher")
    return f": its target is {where} its baseline, so {way} is probably meant"

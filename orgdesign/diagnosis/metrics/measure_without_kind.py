"""A measure that does not say whose success it tells."""

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
    title="Measure that does not say whose it is",
    why="A figure that is good for the company is easily taken for one that is good for customers.",
)
def measure_without_kind(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that is said to be neither the customer's nor the company's."""
    for measure, users in lacking(organisation, "kind"):
        yield Finding(
            f"{quoted(measure.name)} does not say whether it is the customer's or the company's.",
            Place("measure", measure.id, ("kind",)),
            "Say whose success it tells: would a customer notice when it gets better?",
            users,
        )

"""A function that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.metrics.suggested import such_as
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Organisation


@rule(
    "metrics",
    "warning",
    title="Function without a measure",
    why="Its people cannot see whether their work reaches a customer, and nor can anybody else.",
)
def function_without_measure(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that measures itself by nothing."""
    ties = Ties(organisation)
    for function in organisation.functions.values():
        if not function.measures:
            example, others = such_as(ties, function.alignment.outcome)
            yield Finding(
                f"Nothing measures what {function.name} does.",
                Place("function", function.id, ("measures",)),
                f"Choose a measure that customers notice when {function.name} does well{example}.",
                others,
            )

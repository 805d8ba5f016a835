"""A function that serves an outcome and does not say how."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.words import words
from orgdesign.model import Organisation


@rule(
    "alignment",
    "warning",
    title="Function without a contribution",
    why="An arrow on a chart helps nobody: its people cannot tell what to do differently tomorrow.",
)
def function_without_contribution(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that serves an outcome and has no words on what it does for it."""
    for function in organisation.functions.values():
        alignment = function.alignment
        if alignment.outcome and not words(alignment.contribution or ""):
            yield Finding(
                f"{function.name} does not say what it contributes to the outcome that it serves.",
                Place("function", function.id, ("alignment", "contribution")),
                f"Write in one sentence what {function.name} does for the customer.",
                (Place("function", function.id, ("alignment", "outcome")),),
            )

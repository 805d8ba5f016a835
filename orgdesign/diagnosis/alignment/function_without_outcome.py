"""A function that serves no customer outcome."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.model import Organisation


@rule(
    "alignment",
    "warning",
    title="Function without a customer outcome",
    why="Its people do good work for nobody in particular; customers pay for it and wait for it.",
)
def function_without_outcome(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that serves no customer outcome, directly or enabling."""
    for function in organisation.functions.values():
        if function.alignment.outcome is None:
            yield Finding(
                f"{function.name} serves no customer outcome.",
                Place("function", function.id, ("alignment", "outcome")),
                f"Choose the outcome that {function.name} serves, directly or by enabling others.",
            )

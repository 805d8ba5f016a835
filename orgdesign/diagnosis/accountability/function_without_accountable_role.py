"""A function that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.model import Organisation


@rule(
    "accountability",
    "warning",
    title="Function without an accountable role",
    why="When a customer falls between two desks, nobody has to notice.",
)
def function_without_accountable_role(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that names no accountable role."""
    for function in organisation.functions.values():
        if function.accountable is None:
            yield Finding(
                f"Nobody is accountable for {function.name}.",
                Place("function", function.id, ("accountable",)),
                f"Choose the one role that answers for {function.name}.",
            )

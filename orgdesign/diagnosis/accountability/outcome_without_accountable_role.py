"""An outcome that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import quoted
from orgdesign.diagnosis.words import line
from orgdesign.model import Organisation


@rule(
    "accountability",
    "warning",
    title="Outcome without an accountable role",
    why="A promise that everybody makes is kept by nobody.",
)
def outcome_without_accountable_role(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that names no accountable role."""
    for outcome in organisation.outcome.walk():
        if outcome.accountable is None:
            yield Finding(
                f"Nobody is accountable for {quoted(line(outcome.statement))}.",
                Place("outcome", outcome.id, ("accountable",)),
                "Choose the one role that answers to the customer for it, across all functions.",
            )

"""A stage in which the customer is passed through more functions than a person can follow."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Organisation

MOST = 4
"""How many functions a customer can keep apart in one stage.

About four is what people hold in mind at once: Cowan, "The magical number 4 in short-term
memory", Behavioral and Brain Sciences 24 (2001).
"""


@rule(
    "mechanics",
    "hint",
    title="Stage with more functions than a customer can follow",
    why="Each further function is one more hand-off at which the customer can be lost, and one "
    "more name to remember for who has the case.",
)
def too_many_functions_in_stage(organisation: Organisation) -> Iterator[Finding]:
    """Yield each stage in which a customer meets more than four functions."""
    for stage in organisation.journey.values():
        names = [organisation.functions[each].name for each in stage.functions]
        if len(names) > MOST:
            yield Finding(
                f"In {quoted(stage.name)} the customer is passed through {len(names)} functions, "
                f"more than the {MOST} that a person can keep apart: {joined(names, 8)}.",
                Place("stage", stage.id, ("functions",)),
                "Let one of them see the customer through and have the others work behind it, "
                f"or write {quoted(stage.name)} as the stages that the customer tells apart.",
            )

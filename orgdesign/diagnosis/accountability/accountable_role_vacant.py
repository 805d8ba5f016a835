"""A seat that answers for something, and that nobody holds."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.accountability.answering import answered_for, told
from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Organisation


@rule(
    "accountability",
    "warning",
    title="Accountable role that is vacant",
    why="On the chart somebody answers to the customer; in the building nobody does.",
)
def accountable_role_vacant(organisation: Organisation) -> Iterator[Finding]:
    """Yield each vacant role that is accountable for something."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        held = ties.answers_for.get(role.id, [])
        if role.is_vacant and held:
            yield Finding(
                f"{role.title} answers for {told(ties, held)}, and is vacant.",
                Place("role", role.id, ("vacant",)),
                "Fill the seat, or let another role answer until it is filled.",
                answered_for(held),
            )
